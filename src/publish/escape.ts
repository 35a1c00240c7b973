const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text as HTML text or a quoted attribute; control characters that HTML forbids are dropped. */
export const escaped = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g, '').replace(/[&<>"']/g, c => ENTITIES[c])

/** An address that a page may link to: http or https; else null. */
export const linkOf = (url: string | null): string | null => (url && /^https?:\/\/[^\s]+$/i.test(url) ? url : null)
