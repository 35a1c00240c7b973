import { nameOf, tintOf } from '../parties.ts'

/** A party's name with its tint. */
export const Party = ({ party, name }: { party: string; name?: string }) => (
  <span class="party">
    <i class={`swatch ${tintOf(party)}`} aria-hidden="true" />
    {name ?? nameOf(party)}
  </span>
)

/** Who acted and to whom, as far as it is told. */
export const WhoToWhom = ({ actors, recipients }: { actors: readonly string[]; recipients: readonly string[] }) => {
  if (!actors.length && !recipients.length) return null
  const listed = (list: readonly string[]) => list.map(p => <Party key={p} party={p} />)
  return (
    <span class="whowhom">
      {actors.length ? listed(actors) : <span class="soft">doer not told</span>}
      {recipients.length > 0 && (
        <>
          <span aria-hidden="true" class="arrow">
            {' '}
            →{' '}
          </span>
          <span class="unseen"> to </span>
          {listed(recipients)}
        </>
      )}
    </span>
  )
}
