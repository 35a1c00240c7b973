import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { EVENT_TYPES, type EventType, MODES, SECTORS, type Sector } from '../../model/claim.ts'
import type { LedgerClaim } from '../../model/ledger-claim.ts'
import type { StoredReport } from '../../model/stored-report.ts'
import { useAnswer } from '../api.ts'
import { sayOfOne } from '../correcting.ts'
import { changesOf, type Draft, draftOf, mending, type TypedParty, type TypedPlace, Unclear } from '../mending.ts'
import { PRECISION_WORDS, TYPE_WORDS } from '../words.ts'
import { NameField } from './name-field.tsx'
import { Quote } from './quote.tsx'

/** The dialog in which a claim is marked as wrong or mended; it opens when `mending` holds one. */
export const Mend = () => {
  const claim = mending.value
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (claim && !dialog.current?.open) dialog.current?.showModal()
    if (!claim && dialog.current?.open) dialog.current.close()
  }, [claim])
  return (
    <dialog
      ref={dialog}
      class="mend"
      aria-labelledby="mend-title"
      onClose={() => {
        mending.value = null
      }}
    >
      {claim && <Form key={claim.key} claim={claim} />}
    </dialog>
  )
}

const Form = ({ claim }: { claim: LedgerClaim }) => {
  const report = useAnswer<StoredReport>(`/api/reports/${claim.report.key}`)
  const [draft, setDraft] = useState(draftOf(claim))
  const [note, setNote] = useState('')
  const [trouble, setTrouble] = useState<string | null>(null)
  const set = (changes: Partial<Draft>) => setDraft({ ...draft, ...changes })
  const say = async (wrong: boolean) => {
    try {
      const changes = wrong ? null : changesOf(claim, draft, report.data?.text ?? '')
      if (changes && !Object.keys(changes).length) throw new Unclear('Nothing is changed yet.')
      if (await sayOfOne(claim.key, changes, note)) mending.value = null
    } catch (error) {
      setTrouble((error as Error).message)
    }
  }
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        void say((event.submitter as HTMLButtonElement | null)?.value === 'wrong')
      }}
    >
      <h2 id="mend-title">Correct a claim</h2>
      <blockquote>
        <Quote claims={[claim]} />
      </blockquote>
      <div class="grid">
        <Choice
          label="Type"
          value={draft.type}
          options={EVENT_TYPES.map(t => [t, TYPE_WORDS[t]])}
          set={v => set({ type: v as EventType })}
        />
        <Choice
          label="Kind"
          value={MODES[draft.type].includes(draft.mode) ? draft.mode : ''}
          options={[['', '—'], ...MODES[draft.type].map((m): [string, string] => [m, m.replaceAll('-', ' ')])]}
          set={mode => set({ mode })}
        />
        <Choice
          label="It is"
          value={draft.polarity}
          options={[
            ['positive', 'said to be so'],
            ['negative', 'denied'],
          ]}
          set={v => set({ polarity: v as Draft['polarity'] })}
        />
        <Choice
          label="Told as"
          value={draft.modality}
          options={[
            ['actual', 'done'],
            ['future', 'planned or threatened'],
            ['hypothetical', 'demanded or feared'],
          ]}
          set={v => set({ modality: v as Draft['modality'] })}
        />
        <label class="field">
          <span>First day</span>
          <input type="date" value={draft.from} onInput={e => set({ from: e.currentTarget.value })} />
        </label>
        <label class="field">
          <span>Last day</span>
          <input type="date" value={draft.to} onInput={e => set({ to: e.currentTarget.value })} />
        </label>
      </div>
      <Several
        name="Who acted"
        one="doer"
        list={draft.actors}
        none={NO_PARTY}
        set={actors => set({ actors })}
        row={PartyFields}
      />
      <Several
        name="To whom"
        one="party"
        list={draft.recipients}
        none={NO_PARTY}
        set={recipients => set({ recipients })}
        row={PartyFields}
      />
      <Several name="Where" one="place" list={draft.places} none={NO_PLACE} set={places => set({ places })} row={PlaceFields} />
      <Several
        name="According to (outermost first, without the outlet)"
        one="source"
        list={draft.sources}
        none={NO_PARTY}
        set={sources => set({ sources })}
        row={PartyFields}
      />
      <div class="grid">
        <NameField />
        <label class="field wide">
          <span>Why (may stay empty)</span>
          <input type="text" maxLength={1000} value={note} onInput={e => setNote(e.currentTarget.value)} />
        </label>
      </div>
      {trouble && (
        <p class="trouble" role="alert">
          {trouble}
        </p>
      )}
      <p class="choices">
        <button type="submit" value="mend" class="main" disabled={!report.data}>
          Mend
        </button>
        <button type="submit" value="wrong">
          It is no claim: wrong
        </button>
        <button
          type="button"
          class="plain"
          onClick={() => {
            mending.value = null
          }}
        >
          Cancel
        </button>
      </p>
    </form>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly value: string
  readonly options: readonly (readonly [value: string, words: string])[]
  readonly set: (value: string) => void
}

const Choice = ({ label, value, options, set }: ChoiceProps) => (
  <label class="field">
    <span>{label}</span>
    <select value={value} onChange={event => set(event.currentTarget.value)}>
      {options.map(([v, words]) => (
        <option key={v} value={v} selected={v === value}>
          {words}
        </option>
      ))}
    </select>
  </label>
)

const NO_PARTY: TypedParty = { words: '', code: '', sector: '' }
const NO_PLACE: TypedPlace = { words: '', name: '', code: '', lat: '', lon: '', precision: '' }

interface SeveralProps<T> {
  readonly name: string
  readonly one: string
  readonly list: readonly T[]
  readonly none: T
  readonly set: (list: T[]) => void
  readonly row: (props: { value: T; set: (value: T) => void }) => ComponentChildren
}

const Several = <T,>({ name, one, list, none, set, row: Row }: SeveralProps<T>) => (
  <fieldset class="several">
    <legend>{name}</legend>
    {list.map((value, i) => (
      <div class="grid" key={i}>
        <Row value={value} set={next => set(list.map((v, j) => (j === i ? next : v)))} />
        <button
          type="button"
          class="plain"
          aria-label={`Take off ${one} ${i + 1}`}
          onClick={() => set(list.filter((_, j) => j !== i))}
        >
          Take off
        </button>
      </div>
    ))}
    <button type="button" class="plain" onClick={() => set([...list, none])}>
      Add a {one}
    </button>
  </fieldset>
)

const Text = ({ label, value, set, short }: { label: string; value: string; set: (value: string) => void; short?: boolean }) => (
  <label class={short ? 'field short' : 'field'}>
    <span>{label}</span>
    <input type="text" value={value} maxLength={300} onInput={event => set(event.currentTarget.value)} />
  </label>
)

const PartyFields = ({ value, set }: { value: TypedParty; set: (value: TypedParty) => void }) => (
  <>
    <Text label="Words of the report" value={value.words} set={words => set({ ...value, words })} />
    <Text label="Code" short value={value.code} set={code => set({ ...value, code: code.toUpperCase() })} />
    <Choice
      label="Sector"
      value={value.sector}
      options={SECTORS.map(s => [s, s || '—'])}
      set={sector => set({ ...value, sector: sector as Sector })}
    />
  </>
)

const PlaceFields = ({ value, set }: { value: TypedPlace; set: (value: TypedPlace) => void }) => (
  <>
    <Text label="Words of the report" value={value.words} set={words => set({ ...value, words })} />
    <Text label="Name" value={value.name} set={name => set({ ...value, name })} />
    <Text label="Country" short value={value.code} set={code => set({ ...value, code: code.toUpperCase() })} />
    <Text label="Latitude" short value={value.lat} set={lat => set({ ...value, lat })} />
    <Text label="Longitude" short value={value.lon} set={lon => set({ ...value, lon })} />
    <Choice
      label="Known to"
      value={value.precision}
      options={[['', 'not found'], ...Object.entries(PRECISION_WORDS)]}
      set={precision => set({ ...value, precision })}
    />
  </>
)
