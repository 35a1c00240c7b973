import { useEffect, useState } from 'preact/hooks'
import type { Likeness, StoredReport } from '../../model/stored-report.ts'
import { hrefOf } from '../address.ts'
import { useAnswer } from '../api.ts'
import { ClaimCard } from '../parts/claim-card.tsx'
import { ClaimTools } from '../parts/claim-tools.tsx'
import { Link } from '../parts/link.tsx'
import { MarkedText, type Passage } from '../parts/marked-text.tsx'
import { Answered } from '../parts/state.tsx'
import { Title } from '../parts/title.tsx'
import { address } from '../state.ts'
import { counted, dayWords, shortDay, sizeWords } from '../words.ts'

/** One report: its text as archived, the claims marked in it. */
export const ReportView = () => {
  const { key } = address.value
  const answer = useAnswer<StoredReport>(`/api/reports/${encodeURIComponent(key ?? '')}`)
  return (
    <article class="report">
      <p class="back">
        <Link href="/reports">Reports</Link>
        <span aria-hidden="true"> › </span>
        <a href={`/api/reports/${encodeURIComponent(key ?? '')}`}>.json</a>
      </p>
      {!answer.data && <Title name="Report" hidden />}
      <Answered answer={answer}>{report => <Told report={report} />}</Answered>
    </article>
  )
}

/** The claim that the address points at ("#c-KEY"), if the report has it. */
const pointedAt = ({ told }: StoredReport): string | null => told.find(c => location.hash === `#c-${c.key}`)?.key ?? null

const Told = ({ report }: { report: StoredReport }) => {
  const [active, setActive] = useState<string | null>(pointedAt(report))
  useEffect(() => {
    if (!location.hash || !active) return
    const trigger = document.querySelector<HTMLElement>('.trigger.active')
    trigger?.focus({ preventScroll: true })
    trigger?.scrollIntoView({ block: 'center' })
  }, [])
  useEffect(() => reveal(active), [active])
  const { headline, text, told } = report
  return (
    <>
      <p class="kicker">
        {report.outlet ?? 'outlet unknown'} · {report.published ? dayWords(report.published) : 'day of publication unknown'}
      </p>
      <Title name={headline ?? `Report ${report.id}`} />
      <Like report={report} />
      <div class="reading">
        <MarkedText
          text={text}
          shown={told.map(claim => ({ id: claim.key, claim }))}
          passages={passagesOf(report)}
          active={active}
          activate={setActive}
          headline={headline && text.startsWith(headline) ? headline.length : 0}
        />
        <section class="cards" aria-labelledby="claims">
          <h2 id="claims">{counted(told.length, 'claim')}</h2>
          <ol>
            {told.map((claim, i) => (
              <ClaimCard
                key={claim.key}
                id={claim.key}
                number={i + 1}
                claim={claim}
                outlet={report.outlet}
                active={claim.key === active}
                activate={setActive}
              >
                <p class="foot">
                  {claim.incident ? (
                    <Link href={hrefOf({ view: 'incident', key: claim.incident })}>
                      Incident<span class="unseen"> of claim {i + 1}</span>
                    </Link>
                  ) : (
                    <span class="soft">marked as wrong</span>
                  )}
                  {claim.mended.length > 0 && <span> mended: {claim.mended.join(', ')}</span>}
                  {claim.background && <span> background</span>}
                  {claim.copyOf && <span> a copy, not counted again</span>}
                  <ClaimTools claim={claim} />
                </p>
              </ClaimCard>
            ))}
          </ol>
        </section>
      </div>
      <Archive report={report} />
    </>
  )
}

/** Brings the active card into sight within its column, without moving the text. */
const reveal = (id: string | null): void => {
  const card = id === null ? null : document.getElementById(`c-${id}`)
  const column = card?.closest<HTMLElement>('.cards')
  if (!card || !column || column.scrollHeight <= column.clientHeight || card.contains(document.activeElement)) return
  if (card.matches(':hover')) return
  column.scrollTo({ top: card.offsetTop - column.clientHeight / 3 })
}

const KINDS: Readonly<Record<Likeness['kind'], string>> = {
  copy: 'The same text as',
  update: 'A later version of',
  repeat: 'Repeats passages of',
}
const headOf = ({ outlet, published }: Likeness['of']): string =>
  `${outlet ?? 'outlet unknown'}${published ? `, ${shortDay(published)}` : ''}`

const passagesOf = ({ likenesses }: StoredReport): Passage[] =>
  likenesses.flatMap(l => l.passages.map(p => ({ ...p, why: `told before: ${headOf(l.of)}` })))

const Like = ({ report: { likenesses } }: { report: StoredReport }) => {
  if (!likenesses.length) return null
  return (
    <ul class="like">
      {likenesses.map(l => (
        <li key={l.of.key}>
          {KINDS[l.kind]} <Link href={hrefOf({ view: 'report', key: l.of.key })}>{headOf(l.of)}</Link>
          {l.of.headline && <span class="soft">, “{l.of.headline}”</span>} ({Math.round(l.share * 100)} % of its words; dimmed
          below)
        </li>
      ))}
    </ul>
  )
}

const Archive = ({ report }: { report: StoredReport }) => (
  <details class="archive">
    <summary>Where it comes from</summary>
    <dl class="facts">
      <div>
        <dt>Key</dt>
        <dd>
          <code>{report.key}</code>
        </dd>
      </div>
      {report.url && (
        <div>
          <dt>Address</dt>
          <dd>{/^https?:\/\//.test(report.url) ? <Outside url={report.url} /> : report.url}</dd>
        </div>
      )}
      <div>
        <dt>Day known by</dt>
        <dd>{report.publishedBy ?? 'nothing'}</dd>
      </div>
      {report.retrievals.map(r => (
        <div key={`${r.from} ${r.at}`}>
          <dt>Retrieved</dt>
          <dd>
            {r.at.slice(0, 16).replace('T', ' ')} from {r.from}, {sizeWords(r.bytes)}, {r.encoding}, SHA-256{' '}
            <code>{r.sha256}</code>
          </dd>
        </div>
      ))}
      {report.readings.map(r => (
        <div key={r.at}>
          <dt>Read</dt>
          <dd>
            {r.at.slice(0, 16).replace('T', ' ')} by {r.reader}, knowledge {r.knowledge}: {counted(r.claims, 'claim')}
            {r.notes.map(n => (
              <span key={n}>; {n}</span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  </details>
)

const Outside = ({ url }: { url: string }) => (
  <a href={url} rel="noopener noreferrer nofollow">
    {url}
  </a>
)
