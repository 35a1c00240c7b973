import { useEffect } from 'preact/hooks'
import type { Account } from '../../model/account.ts'
import type { LedgerClaim } from '../../model/ledger-claim.ts'
import type { IncidentAnswer } from '../answers.ts'
import { useAnswer } from '../api.ts'
import { AccountColumn } from '../parts/account.tsx'
import { Figures } from '../parts/figures.tsx'
import { Judgements } from '../parts/judgements.tsx'
import { Link } from '../parts/link.tsx'
import { NameField } from '../parts/name-field.tsx'
import { Party, WhoToWhom } from '../parts/party.tsx'
import { Answered } from '../parts/state.tsx'
import { Title } from '../parts/title.tsx'
import { address, spoken } from '../state.ts'
import { counted, kindWords, PRECISION_WORDS, spanWords } from '../words.ts'

/** One incident: what each party says of it, side by side. */
export const IncidentView = () => {
  const { key } = address.value
  const answer = useAnswer<IncidentAnswer>(`/api/incidents/${encodeURIComponent(key ?? '')}`)
  const { data } = answer
  useEffect(() => {
    if (data) spoken.value = data.summary
  }, [data])
  return (
    <article class="incident">
      <p class="back">
        <Link href="/">Incidents</Link>
        <span aria-hidden="true"> › </span>
        <a href={`/api/incidents/${encodeURIComponent(key ?? '')}`}>.json</a>
      </p>
      {!data && <Title name="Incident" hidden />}
      <Answered answer={answer}>{data => <Told {...data} />}</Answered>
    </article>
  )
}

const Told = ({ incident, claims, accounts, summary, judgements }: IncidentAnswer) => {
  const heard = accounts.filter(a => !a.stances.includes('silent'))
  const silent = accounts.filter(a => a.stances.includes('silent'))
  const { place } = incident
  return (
    <>
      <p class="kicker">
        <time>{spanWords(incident.from, incident.to)}</time> · {place ? place.name : 'place not told'}
        {place?.code && ` (${place.code})`} · {kindWords(incident.type, incident.mode)}
        {incident.status === 'planned' && ' · planned or demanded'}
        {incident.background && ' · background'}
      </p>
      <Title name={incident.title} />
      <p class="standfirst">
        <WhoToWhom actors={incident.actors} recipients={incident.recipients} />
      </p>
      <p class="summary">
        {summary.charAt(0).toUpperCase() + summary.slice(1)}; {counted(incident.claims, 'claim')} in{' '}
        {counted(incident.reports, 'report')}.
        {incident.contested ? <b class="differ"> The accounts differ.</b> : ' The accounts do not differ.'}
      </p>
      {place && (place.lat === null || place.precision !== 'point') && (
        <p class="note">
          {place.lat === null
            ? `“${place.name}” is not in the gazetteer: it stands on no map.`
            : `The place is known to the ${PRECISION_WORDS[place.precision ?? 'town']}, within about ${place.radius ?? '?'} km of its middle.`}
        </p>
      )}
      <Figures accounts={accounts} />
      <section aria-label="Accounts">
        <h2>{counted(heard.length, 'account')}</h2>
        <div class="accounts">
          {heard.map(account => (
            <AccountColumn key={account.party} account={account} claims={claims} besideOf={besideOf(claims)} />
          ))}
        </div>
        {silent.length > 0 && <Silent accounts={silent} />}
      </section>
      <section aria-labelledby="together" class="together">
        <h2 id="together">Why these claims stand together</h2>
        <div class="byName">
          <NameField />
          <p class="soft">Needed to correct: it is kept with what you say, and remembered in this browser.</p>
        </div>
        <Judgements judgements={judgements} claims={claims} />
      </section>
    </>
  )
}

const Silent = ({ accounts }: { accounts: readonly Account[] }) => (
  <p class="silent">
    No word in these reports from{' '}
    {accounts.map((a, i) => (
      <span key={a.party}>
        {i > 0 && ', '}
        <Party party={a.party} name={a.name} />
      </span>
    ))}
    , though told of.
  </p>
)

/** A claim of the incident in another sentence, from which one can be parted: the first told. */
const besideOf =
  (claims: readonly LedgerClaim[]) =>
  (claim: LedgerClaim): string | null =>
    claims.find(c => c.copyOf === null && (c.report.key !== claim.report.key || c.sentence.start !== claim.sentence.start))
      ?.key ??
    claims.find(c => c.key !== claim.key)?.key ??
    null
