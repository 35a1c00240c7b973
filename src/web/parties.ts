import { computed, effect, signal } from '@preact/signals'
import type { Sides } from '../model/sides.ts'
import type { PartyRow } from './answers.ts'
import { get, LATER } from './api.ts'
import { revision } from './state.ts'
import { partyWords } from './words.ts'

/** How many parties get a tint of their own; the others share a grey. */
const TINTS = 6

/** All parties of the ledger, sides first, then by how often they are told of. */
export const parties = signal<readonly PartyRow[]>([])

const ask = async (): Promise<void> => {
  try {
    const [{ sides }, { rows }] = await Promise.all([
      get<Sides>('/api/sides'),
      get<{ readonly rows: readonly PartyRow[] }>('/api/parties'),
    ])
    const names = sides.map(s => s.name)
    parties.value = sidesFirst(names, rows)
  } catch {
    // Names are a help only: codes stand where they are missing.
  }
}
effect(() => {
  revision.value
  setTimeout(ask, 2 * LATER)
})

/** Rows with those of the sides first, in the sides' order. */
const sidesFirst = (sides: readonly string[], rows: readonly PartyRow[]): PartyRow[] => {
  const place = (row: PartyRow) => (sides.includes(row.party) ? sides.indexOf(row.party) : sides.length)
  return [...rows].sort((a, b) => place(a) - place(b))
}

const index = computed(() => new Map(parties.value.map((row, i) => [row.party, { name: row.name, tint: i < TINTS ? i + 1 : 0 }])))

/** A party's name for people; its code while none is known. */
export const nameOf = (party: string): string => index.value.get(party)?.name ?? partyWords(party)

/** Class of a party's tint: "tint1" to "tint6", or "tint0", the grey of all others. It only helps the eye: names always stand beside it. */
export const tintOf = (party: string | null): string => `tint${(party && index.value.get(party)?.tint) || 0}`
