import type { Document } from '../../model/document.ts'
import type { Found } from './found.ts'

/** Cues of headlines: "Ministry: A". */
export const findHeadlineCues = (_doc: Document): Found[] => []
