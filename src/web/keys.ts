import { signal } from '@preact/signals'
import { go, letterKeys } from './state.ts'

/** Whether the help is shown. */
export const helpOpen = signal(false)

/** Where "g" and a letter go. */
export const PLACES: Readonly<Record<string, readonly [path: string, name: string]>> = {
  i: ['/', 'incidents'],
  m: ['/map', 'map'],
  r: ['/reports', 'reports'],
  s: ['/sources', 'sources'],
  c: ['/corrections', 'corrections'],
  a: ['/add', 'add'],
}

/** Milliseconds in which the letter after "g" must come. */
const SOON = 1500

/** What each single key does, for the help too. */
export const KEYS: readonly (readonly [keys: string, does: string])[] = [
  ['j, k', 'next, previous row, quote or claim'],
  ['Enter', 'open it'],
  ['/', 'to the words of the filter'],
  ['[, ]', 'previous, next piece of a list'],
  ['x', 'pick the claim that has the focus, to compare it'],
  ['Esc', 'close, or leave a field'],
  ['g, then i m r s c a', 'go to incidents, map, reports, sources, corrections, add'],
  ['?', 'this help'],
]

let since = 0

/** Listens for the keys of the whole page. Fields, dialogs and keys with a modifier are left alone. */
export const listenForKeys = (): void => document.addEventListener('keydown', pressed)

const pressed = (event: KeyboardEvent): void => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
  const target = event.target as HTMLElement
  if (event.key === 'Escape' && target.matches('input, select, textarea') && !target.closest('dialog')) target.blur()
  if (letterKeys.value === 'off' || document.querySelector('dialog[open]')) return
  if (target.matches('input:not([type=checkbox]), select, textarea, [contenteditable], canvas')) return
  if (act(event.key, event.timeStamp)) event.preventDefault()
}

const act = (key: string, at: number): boolean => {
  const place = at - since < SOON ? PLACES[key] : undefined
  since = key === 'g' ? at : Number.NEGATIVE_INFINITY
  if (place) go(place[0])
  else if (key === 'j') step(1)
  else if (key === 'k') step(-1)
  else if (key === '/') focus(document.querySelector('#filter-words'))
  else if (key === '?') helpOpen.value = true
  else if (key === '[') document.querySelector<HTMLAnchorElement>('a[rel=prev]')?.click()
  else if (key === ']') document.querySelector<HTMLAnchorElement>('a[rel=next]')?.click()
  else if (key === 'x') document.activeElement?.closest('[data-claim]')?.querySelector<HTMLElement>('[data-pick]')?.click()
  else return key === 'g'
  return true
}

/** Moves the focus among the rows of the page; from outside them to the first. */
const step = (by: number): void => {
  const rows = [...document.querySelectorAll<HTMLElement>('main [data-row]')].filter(r => r.checkVisibility())
  const active = document.activeElement
  const here = rows.findIndex(r => r === active || r.closest('[data-within]')?.contains(active))
  focus(rows[here < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, here + by))])
}

const focus = (element: HTMLElement | null | undefined): void => {
  if (!element) return
  // A folded filter bar hides its fields on a phone.
  element.focus({ preventScroll: true })
  element.scrollIntoView({ block: 'nearest' })
  if (element instanceof HTMLInputElement) element.select()
}
