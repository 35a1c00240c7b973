export type { Document } from '../model/document.ts'
export type { Block, BlockKind } from '../model/report.ts'
export { createEnglish, type English } from './english.ts'
export { ancestors, child, children, childrenBy, conjuncts, isRelation, isUnder, subtree, tokensSpan } from './tree.ts'
