import model from 'wink-eng-lite-web-model'
import winkNLP, { type ItemEntity } from 'wink-nlp'
import type { Timex } from '../timex.ts'
import type { Peer } from './peer.ts'

const wink = winkNLP(model)
const { its } = wink
const TYPES = new Set(['DATE', 'TIME', 'DURATION'])

/** wink-nlp recognises dates, times and durations without giving them values. */
export const peer: Peer = {
  name: 'wink-nlp',
  version: '2.4.0',
  find: text => {
    const doc = wink.readDoc(text)
    const tokens = doc.tokens().out()
    const starts = tokenStarts(doc.tokens().out(its.precedingSpaces), tokens)
    const found: Timex[] = []
    doc.entities().each((entity: ItemEntity) => {
      const type = String(entity.out(its.type))
      const [first, last] = entity.out(its.span) as unknown as [number, number]
      if (TYPES.has(type)) found.push({ start: starts[first], end: starts[last] + tokens[last].length, type, value: null })
    })
    return found
  },
}

/** Offsets of tokens from the spaces before each. */
const tokenStarts = (spaces: readonly string[], tokens: readonly string[]): number[] => {
  let at = 0
  return tokens.map((token, i) => {
    const start = at + spaces[i].length
    at = start + token.length
    return start
  })
}
