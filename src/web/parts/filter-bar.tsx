import { useEffect, useRef, useState } from 'preact/hooks'
import { EVENT_TYPES, type EventType } from '../../model/claim.ts'
import { type Filter, STATUSES, type Status } from '../../model/filter.ts'
import { hrefOf, isDay, narrowed } from '../address.ts'
import { nameOf, parties } from '../parties.ts'
import { address, go } from '../state.ts'
import { STATUS_WORDS, shortDay, TYPE_WORDS } from '../words.ts'
import { Menu } from './menu.tsx'

/** Milliseconds without a key until typed words count. */
const PAUSE = 250

const set = (changes: { readonly [K in keyof Filter]?: Filter[K] | undefined }, replace = false): void =>
  go(hrefOf({ ...address.value, filter: narrowed(address.value.filter, changes), offset: 0 }), replace)

interface FieldProps {
  readonly name: 'words' | 'place' | 'source'
  readonly label: string
  readonly hint?: string
}

/** A field of words that narrows while one types. */
const Words = ({ name, label, hint }: FieldProps) => {
  const held = address.value.filter[name] ?? ''
  const [typed, setTyped] = useState(held)
  const timer = useRef(0)
  const typing = useRef(false)
  useEffect(() => {
    if (!typing.current) setTyped(held)
  }, [held])
  const settle = (value: string) => {
    clearTimeout(timer.current)
    typing.current = false
    if (value.trim() !== (address.value.filter[name] ?? '')) set({ [name]: value.trim() }, true)
  }
  return (
    <label class={`field ${name}`}>
      <span>{label}</span>
      <input
        type="search"
        value={typed}
        maxLength={300}
        placeholder={hint}
        id={`filter-${name}`}
        aria-keyshortcuts={name === 'words' ? '/' : undefined}
        onInput={event => {
          const { value } = event.currentTarget
          typing.current = true
          setTyped(value)
          clearTimeout(timer.current)
          timer.current = window.setTimeout(() => settle(value), PAUSE)
        }}
        onBlur={event => settle(event.currentTarget.value)}
        onKeyDown={event => {
          if (event.key === 'Enter') settle(event.currentTarget.value)
        }}
      />
    </label>
  )
}

const Day = ({ name, label }: { name: 'from' | 'to'; label: string }) => (
  <label class="field day">
    <span>{label}</span>
    <input
      type="date"
      value={address.value.filter[name] ?? ''}
      onChange={event => {
        const { value } = event.currentTarget
        if (value === '' || isDay(value)) set({ [name]: value || undefined })
      }}
    />
  </label>
)

interface Chip {
  readonly label: string
  readonly off: () => void
}

/** All that narrows, one by one, each with how to take it off. */
const chipsOf = ({ party = [], type = [], status = [], place, source, words, from, to, box }: Filter): Chip[] => [
  ...party.map(p => ({ label: nameOf(p), off: () => set({ party: party.filter(x => x !== p) }) })),
  ...type.map(t => ({ label: TYPE_WORDS[t], off: () => set({ type: type.filter(x => x !== t) }) })),
  ...status.map(s => ({ label: STATUS_WORDS[s], off: () => set({ status: status.filter(x => x !== s) }) })),
  ...(words ? [{ label: `“${words}”`, off: () => set({ words: undefined }) }] : []),
  ...(place ? [{ label: `place: ${place}`, off: () => set({ place: undefined }) }] : []),
  ...(source ? [{ label: `source: ${source}`, off: () => set({ source: undefined }) }] : []),
  ...(from || to
    ? [
        {
          label: `${from ? shortDay(from) : '…'} – ${to ? shortDay(to) : '…'}`,
          off: () => set({ from: undefined, to: undefined }),
        },
      ]
    : []),
  ...(box ? [{ label: 'the map’s section', off: () => set({ box: undefined }) }] : []),
]

/** What the list is narrowed by. Everything in it stands in the address. */
export const FilterBar = () => {
  const { filter } = address.value
  const chips = chipsOf(filter)
  const [open, setOpen] = useState(false)
  return (
    <search class="filters">
      <div class="main">
        <Words name="words" label="Words" hint="Words of the sentences" />
        <button type="button" class="more" aria-expanded={open} aria-controls="filter-more" onClick={() => setOpen(!open)}>
          Filters{chips.length > 0 && ` (${chips.length})`}
        </button>
      </div>
      <div id="filter-more" class={open ? 'rest open' : 'rest'}>
        <Menu
          name="Party"
          options={parties.value.map(p => ({ value: p.party, label: p.name, count: p.acted + p.suffered }))}
          chosen={filter.party ?? []}
          choose={party => set({ party })}
        />
        <Menu
          name="Type"
          options={EVENT_TYPES.map(t => ({ value: t, label: TYPE_WORDS[t] }))}
          chosen={filter.type ?? []}
          choose={type => set({ type: type as EventType[] })}
        />
        <Menu
          name="Status"
          options={STATUSES.map(s => ({ value: s, label: STATUS_WORDS[s] }))}
          chosen={filter.status ?? []}
          choose={status => set({ status: status as Status[] })}
        />
        <Words name="place" label="Place" />
        <Words name="source" label="Source" />
        <Day name="from" label="From" />
        <Day name="to" label="To" />
      </div>
      {chips.length > 0 && (
        <ul class="chips" aria-label="Narrowed by">
          {chips.map(chip => (
            <li key={chip.label}>
              <button type="button" onClick={chip.off}>
                <span class="unseen">Take off: </span>
                {chip.label} <span aria-hidden="true">×</span>
              </button>
            </li>
          ))}
          {chips.length > 1 && (
            <li>
              <button type="button" class="plain" onClick={() => go(hrefOf({ ...address.value, filter: {}, offset: 0 }))}>
                Take off all
              </button>
            </li>
          )}
        </ul>
      )}
    </search>
  )
}
