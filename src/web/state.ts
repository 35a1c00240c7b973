import { effect, signal } from '@preact/signals'
import { type Address, addressOf } from './address.ts'

/** What the page shows, as its address says. */
export const address = signal<Address>(addressOf(location.pathname, location.search))

/** Where a person was on a view before leaving it: how far down, and on which link. */
export interface Left {
  readonly y: number
  readonly link: string | null
}
let left: Left | null = null

/** Where a person left the view that the way back has just led to; null when a link led here. Told once. */
export const leftAt = (): Left | null => {
  const was = left
  left = null
  return was
}

addEventListener('popstate', event => {
  left = event.state as Left | null
  address.value = addressOf(location.pathname, location.search)
})

/** Goes to an address of the page. `replace`: without a new step to go back to, as while typing. */
export const go = (href: string, replace = false): void => {
  left = null
  if (replace) history.replaceState(null, '', href)
  else {
    history.replaceState({ y: scrollY, link: document.activeElement?.getAttribute('href') ?? null } satisfies Left, '')
    history.pushState(null, '', href)
  }
  address.value = addressOf(location.pathname, location.search)
}

/** Counts up whenever something was corrected or added, so that what is shown is asked for again. */
export const revision = signal(0)

/** What was just done: said to screen readers, and shown when it can be undone. */
export interface Notice {
  readonly words: string
  readonly undo: (() => Promise<unknown>) | null
}
export const notice = signal<Notice | null>(null)

/** A sentence for screen readers alone. */
export const spoken = signal('')

/** Claims that a person has picked to say whether they tell of one happening: key and words. At most two. */
export interface Pick {
  readonly key: string
  readonly words: string
}
export const picks = signal<readonly Pick[]>([])

/** Picks a claim or lets it go; a third takes the place of the first. */
export const pick = (claim: Pick): void => {
  const others = picks.value.filter(p => p.key !== claim.key)
  picks.value = others.length < picks.value.length ? others : [...others, claim].slice(-2)
}

/** A setting that this browser remembers; without storage it lasts as long as the page. */
const remembered = (name: string, usual: string) => {
  const read = (): string => {
    try {
      return localStorage.getItem(`hearsay.${name}`) ?? usual
    } catch {
      return usual
    }
  }
  const setting = signal(read())
  effect(() => {
    try {
      localStorage.setItem(`hearsay.${name}`, setting.value)
    } catch {
      // Nothing is remembered then.
    }
  })
  return setting
}

/** The name under which a person corrects. */
export const who = remembered('name', '')
/** "auto", "light" or "dark". */
export const theme = remembered('theme', 'auto')
/** "on" or "off": whether single letters are commands. */
export const letterKeys = remembered('keys', 'on')

const darkSystem = matchMedia('(prefers-color-scheme: dark)')
const systemDark = signal(darkSystem.matches)
darkSystem.addEventListener('change', e => {
  systemDark.value = e.matches
})
/** Whether the page is dark now. */
export const isDark = (): boolean => (theme.value === 'auto' ? systemDark.value : theme.value === 'dark')
effect(() => {
  document.documentElement.dataset.theme = isDark() ? 'dark' : 'light'
})
