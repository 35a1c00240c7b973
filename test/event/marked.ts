import type { Document } from '../../src/model/document.ts'
import type { EventMention } from '../../src/reading/event/event.ts'

/** What a sentence expects of one event: "{shelled|ASSAULT/heavy-weapons by=Rebels to=village}". */
export interface Expected {
  readonly start: number
  readonly end: number
  readonly type: string
  readonly mode: string | null
  readonly by: readonly string[] | null
  readonly to: readonly string[] | null
}

const MARK = /\{([^|{}]*)\|([^{}]*)\}/g

/** Takes the marks out of a sentence: the plain text and what is expected in it. */
export const unmark = (sentence: string): { text: string; expected: Expected[] } => {
  const expected: Expected[] = []
  let text = ''
  let at = 0
  for (const m of sentence.matchAll(MARK)) {
    text += sentence.slice(at, m.index)
    const [kind, ...rest] = m[2].split(' ')
    const [type, mode] = kind.split('/')
    const list = (key: string) =>
      rest
        .find(r => r.startsWith(`${key}=`))
        ?.slice(key.length + 1)
        .split(',')
        .filter(Boolean) ?? null
    expected.push({
      start: text.length,
      end: text.length + m[1].length,
      type,
      mode: mode ?? null,
      by: list('by'),
      to: list('to'),
    })
    text += m[1]
    at = m.index + m[0].length
  }
  return { text: text + sentence.slice(at), expected }
}

/** The events of a text in the same form as its marks, for comparison. */
export const remark = (doc: Document, events: readonly EventMention[], expected: readonly Expected[]): string[] =>
  events.map(e => {
    const mate = expected.find(x => x.start < e.span.end && e.span.start < x.end)
    const words = (tokens: readonly number[]) => tokens.map(t => doc.form[t]).join(',')
    const by = !mate || mate.by ? ` by=${words(e.actors)}` : ''
    const to = !mate || mate.to ? ` to=${words(e.recipients)}` : ''
    const mode = mate && !mate.mode ? '' : e.mode ? `/${e.mode}` : ''
    return `{${mate ? doc.text.slice(mate.start, mate.end) : e.span.quote}|${e.type}${mode}${by}${to}}`
  })

/** The marks of a sentence in their normal form. */
export const marks = (text: string, expected: readonly Expected[]): string[] =>
  expected.map(
    x =>
      `{${text.slice(x.start, x.end)}|${x.type}${x.mode ? `/${x.mode}` : ''}${x.by ? ` by=${x.by.join(',')}` : ''}${x.to ? ` to=${x.to.join(',')}` : ''}}`,
  )
