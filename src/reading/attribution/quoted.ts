import type { Document } from '../../model/document.ts'
import type { Found } from './found.ts'
import type { Quotation } from './quotation.ts'

export const withQuotations = (_doc: Document, cued: readonly Found[], _quotations: readonly Quotation[]): Found[] => [...cued]
