import { type ErrorPlace, type ReportError, reportError } from './errors.ts'
import { faultOf } from './json-fault.ts'
import { parseDay } from './published.ts'

/** A report as a JSON object gives it. */
export interface JsonReport {
  readonly id: string | null
  readonly outlet: string | null
  readonly published: string | null
  readonly headline: string | null
  readonly text: string
  readonly url: string | null
}

const EXPECTED = 'expected an object {id?, outlet?, published?, headline?, text, url?, language?}'

/** Checks one parsed value; unknown fields are let pass. `place`: where it begins in the file. */
export const reportFromValue = (value: unknown, file: string, place: Partial<ErrorPlace> | null): JsonReport | ReportError => {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return reportError('not-a-report', file, `${kindOf(value)} instead of a report: ${EXPECTED}.`, place)
  const fields = value as Record<string, unknown>
  const { text } = fields
  if (typeof text !== 'string') {
    const found = text === undefined ? 'no field "text"' : `"text" is ${kindOf(text)}, not a string`
    return reportError('no-text', file, `${found}: ${EXPECTED}.`, place)
  }
  if (!text.trim()) return reportError('empty', file, 'the field "text" is empty.', place)
  const words = (name: string): string | null => {
    const field = fields[name]
    return typeof field === 'string' && field.trim() ? field : typeof field === 'number' ? String(field) : null
  }
  const given = words('published')
  const published = given && parseDay(given)
  if (given && !published)
    return reportError('bad-day', file, `"published" is "${given.slice(0, 40)}": expected an ISO day such as 2020-10-10.`, place)
  return { id: words('id'), outlet: words('outlet'), published, headline: words('headline'), text, url: words('url') }
}

const kindOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'an object' : `a ${typeof value}`

/** Parses JSON; an error names line and column of the file, of which the text begins at `line`. */
export const parseJson = (text: string, file: string, line = 1): { readonly value: unknown } | ReportError => {
  try {
    return { value: JSON.parse(text) }
  } catch {
    const { at, expected } = faultOf(text) ?? { at: text.length, expected: 'an end' }
    const before = text.slice(0, at)
    const found = at < text.length ? `"${text.slice(at, at + 12).replace(/\s+/g, ' ')}"` : 'the end of the text'
    const place = { line: line + before.split('\n').length - 1, column: at - before.lastIndexOf('\n') }
    return reportError('damaged-json', file, `damaged JSON: expected ${expected}, found ${found}.`, place)
  }
}
