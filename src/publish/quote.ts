/** At most `words` words of a text, whole words only; what is left out shows as "…". Texts within it stay as they are. */
export const capped = (text: string, words: number): string => around(text, 0, words)

/**
 * At most `words` words of a text that hold the one at character `at`: its beginning if that is early enough, else a window around it.
 * What is left out shows as "…".
 */
export const around = (text: string, at: number, words: number): string => {
  const all = [...text.matchAll(/\S+/g)]
  if (all.length <= words) return text
  const hit = Math.max(
    0,
    all.findLastIndex(m => m.index <= at),
  )
  const first = hit < words ? 0 : Math.min(hit - (words >> 1), all.length - words)
  const last = all[first + words - 1]
  const piece = text
    .slice(first ? all[first].index : 0, last.index + last[0].length)
    .replace(first + words < all.length ? /[,;:]$/ : /$^/, '')
  return `${first ? '… ' : ''}${piece}${first + words < all.length ? ' …' : ''}`
}
