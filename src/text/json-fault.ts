/** Where JSON stops being JSON, and what should have stood there. */
export interface Fault {
  /** UTF-16 offset. */
  readonly at: number
  readonly expected: string
}

type Expected =
  | 'a value'
  | 'a name in double quotes'
  | 'a name in double quotes or "}"'
  | 'a colon'
  | 'a comma or "}"'
  | 'a comma or "]"'
  | 'nothing more'

const SPACE = /[ \t\r\n]*/y
const ATOM = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)/y
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y

/**
 * The first fault of a text that JSON.parse refused, as engines do not always tell the place; null when there is none.
 * Runs through the text once, without recursion.
 */
export const faultOf = (text: string): Fault | null => {
  const open: ('{' | '[')[] = []
  let expected: Expected = 'a value'
  let at = 0
  const matched = (pattern: RegExp): number => {
    pattern.lastIndex = at
    return pattern.exec(text)?.[0].length ?? 0
  }
  const after = (): Expected => (open.length === 0 ? 'nothing more' : open.at(-1) === '{' ? 'a comma or "}"' : 'a comma or "]"')
  for (;;) {
    at += matched(SPACE)
    const sign = text[at]
    if (sign === undefined) return expected === 'nothing more' ? null : { at, expected }
    const closes = sign === '}' || sign === ']'
    if (closes && mayClose(sign, open.at(-1), expected, text, at)) {
      open.pop()
      expected = after()
      at++
    } else if (sign === ',' && expected.startsWith('a comma')) {
      expected = open.at(-1) === '{' ? 'a name in double quotes' : 'a value'
      at++
    } else if (sign === ':' && expected === 'a colon') {
      expected = 'a value'
      at++
    } else if (sign === '"' && (expected === 'a value' || expected.startsWith('a name'))) {
      const end = stringEnd(text, at)
      if (end.fault) return end.fault
      at = end.at
      expected = expected === 'a value' ? after() : 'a colon'
    } else if (expected === 'a value' && (sign === '{' || sign === '[')) {
      open.push(sign)
      expected = sign === '{' ? 'a name in double quotes or "}"' : 'a value'
      at++
    } else {
      const atom = expected === 'a value' ? matched(ATOM) : 0
      if (!atom) return { at, expected }
      at += atom
      expected = after()
    }
  }
}

const mayClose = (sign: string, open: string | undefined, expected: Expected, text: string, at: number): boolean => {
  if (sign === '}') return open === '{' && (expected === 'a comma or "}"' || expected === 'a name in double quotes or "}"')
  return (
    open === '[' &&
    (expected === 'a comma or "]"' || (expected === 'a value' && /\[[ \t\r\n]*$/.test(text.slice(Math.max(0, at - 200), at))))
  )
}

const stringEnd = (text: string, from: number): { at: number; fault: Fault | null } => {
  for (let at = from + 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 34) return { at: at + 1, fault: null }
    if (code < 32) return { at, fault: { at, expected: 'no line break or control character inside a string' } }
    if (code !== 92) continue
    ESCAPE.lastIndex = at
    const known = ESCAPE.exec(text)
    if (!known) return { at, fault: { at, expected: 'an escape that JSON knows, such as \\n or \\u2019' } }
    at += known[0].length - 1
  }
  return { at: text.length, fault: { at: text.length, expected: 'the closing quote of a string' } }
}
