import { useEffect, useRef, useState } from 'preact/hooks'
import type { Job, LiveReading } from '../answers.ts'
import { post } from '../api.ts'
import { ClaimCard } from '../parts/claim-card.tsx'
import { Jobs } from '../parts/job.tsx'
import { MarkedText } from '../parts/marked-text.tsx'
import { Title } from '../parts/title.tsx'
import { revision, spoken } from '../state.ts'
import { counted, sizeWords } from '../words.ts'

/** Milliseconds without a key until a text is read. */
const PAUSE = 500
/** Bytes of files that are sent in one piece. */
const MOST = 30e6

/** Adding reports: a text that is read while one looks on, or files. */
export const Add = () => {
  const [job, setJob] = useState<Job | null>(null)
  return (
    <div class="add">
      <Title name="Add reports" />
      {job && <Jobs key={job.id} first={job} ended={() => revision.value++} />}
      <Files started={setJob} />
      <Paste started={setJob} />
    </div>
  )
}

const Files = ({ started }: { started: (job: Job) => void }) => {
  const [files, setFiles] = useState<readonly File[]>([])
  const [over, setOver] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const size = files.reduce((n, f) => n + f.size, 0)
  const send = async () => {
    setTrouble(null)
    try {
      if (size > MOST)
        throw new Error(`These are ${sizeWords(size)}; more than ${sizeWords(MOST)} go in by the command line: hearsay add.`)
      const body = await Promise.all(files.map(async f => ({ name: f.name, base64: await base64Of(f) })))
      started(await post<Job>('/api/add', { files: body }))
      setFiles([])
    } catch (error) {
      setTrouble((error as Error).message)
    }
  }
  return (
    <section aria-labelledby="files">
      <h2 id="files">Files</h2>
      <label
        class={over ? 'drop over' : 'drop'}
        onDragOver={event => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={event => {
          event.preventDefault()
          setOver(false)
          setFiles([...files, ...(event.dataTransfer?.files ?? [])])
        }}
      >
        <span>Drop files here, or choose them: text, HTML, JSON, JSON Lines, feeds, archives.</span>
        <input
          type="file"
          multiple
          onChange={event => {
            setFiles([...files, ...(event.currentTarget.files ?? [])])
            event.currentTarget.value = ''
          }}
        />
      </label>
      {files.length > 0 && (
        <>
          <ul class="chosen">
            {files.map((f, i) => (
              <li key={`${f.name} ${i}`}>
                {f.name} <span class="soft">{sizeWords(f.size)}</span>{' '}
                <button type="button" class="plain" onClick={() => setFiles(files.filter(x => x !== f))}>
                  Take off<span class="unseen"> {f.name}</span>
                </button>
              </li>
            ))}
          </ul>
          <button type="button" class="main" onClick={send}>
            Add {counted(files.length, 'file')}
          </button>
        </>
      )}
      {trouble && (
        <p class="trouble" role="alert">
          {trouble}
        </p>
      )}
    </section>
  )
}

const base64Of = (file: File): Promise<string> =>
  new Promise((done, failed) => {
    const reader = new FileReader()
    reader.onload = () => done(String(reader.result).replace(/^[^,]*,/, ''))
    reader.onerror = () => failed(new Error(`${file.name} cannot be read.`))
    reader.readAsDataURL(file)
  })

const Paste = ({ started }: { started: (job: Job) => void }) => {
  const [text, setText] = useState('')
  const [outlet, setOutlet] = useState('')
  const [published, setPublished] = useState('')
  const [live, setLive] = useState<LiveReading | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [active, setActive] = useState<string | null>(null)
  const asked = useRef(0)
  const [address, setAddress] = useState('')
  /** Where the text came from, as long as it is as it came. */
  const [came, setCame] = useState<{ readonly text: string; readonly url: string; readonly headline: string | null } | null>(null)
  const origin = came && came.text === text ? { url: came.url, ...(came.headline && { headline: came.headline }) } : {}
  const said = { text, ...(outlet.trim() && { outlet: outlet.trim() }), ...(published && { published }) }
  const fetchIt = async () => {
    setTrouble(null)
    try {
      const { report } = await post<LiveReading>('/api/read', { address: address.trim() })
      setCame({ text: report.text, url: report.url ?? address.trim(), headline: report.headline })
      setText(report.text)
      setOutlet(report.outlet ?? '')
      setPublished(report.published ?? '')
    } catch (error) {
      setTrouble((error as Error).message)
    }
  }
  useEffect(() => {
    const mine = ++asked.current
    if (!text.trim()) {
      setLive(null)
      setTrouble(null)
      return
    }
    const stop = new AbortController()
    const timer = setTimeout(() => {
      post<LiveReading>('/api/read', said, stop.signal).then(
        answer => {
          if (mine !== asked.current) return
          setLive(answer)
          setTrouble(null)
          spoken.value = `${counted(answer.reading.claims.length, 'claim')} read`
        },
        error => mine === asked.current && !stop.signal.aborted && setTrouble(error.message),
      )
    }, PAUSE)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [text, outlet, published])
  const send = async () => {
    try {
      started(await post<Job>('/api/add', { texts: [{ ...said, ...origin }] }))
      setText('')
    } catch (error) {
      setTrouble((error as Error).message)
    }
  }
  return (
    <section aria-labelledby="paste">
      <h2 id="paste">A text</h2>
      <p class="soft">It is read while you type; nothing is kept until you add it.</p>
      <form
        class="grid"
        onSubmit={event => {
          event.preventDefault()
          fetchIt()
        }}
      >
        <label class="field">
          <span>Address of a page, to take its text</span>
          <input type="url" value={address} onInput={e => setAddress(e.currentTarget.value)} />
        </label>
        <p>
          <button type="submit" disabled={!address.trim()}>
            Fetch
          </button>
        </p>
      </form>
      <div class="grid">
        <label class="field">
          <span>Outlet</span>
          <input type="text" maxLength={200} value={outlet} onInput={e => setOutlet(e.currentTarget.value)} />
        </label>
        <label class="field">
          <span>Day of publication</span>
          <input type="date" value={published} onInput={e => setPublished(e.currentTarget.value)} />
        </label>
      </div>
      <label class="field whole">
        <span>Text: headline, an empty line, body</span>
        <textarea rows={8} value={text} onInput={e => setText(e.currentTarget.value)} />
      </label>
      {trouble && (
        <p class="trouble" role="alert">
          {trouble}
        </p>
      )}
      {text.trim() && (
        <p>
          <button type="button" class="main" onClick={send}>
            Add this text
          </button>
        </p>
      )}
      {live && text.trim() && (
        <>
          {live.reading.notes.map(n => (
            <p class="note" key={n}>
              {n}
            </p>
          ))}
          <div class="reading">
            <MarkedText
              text={live.report.text}
              shown={live.reading.claims.map((claim, i) => ({ id: String(i), claim }))}
              passages={[]}
              active={active}
              activate={setActive}
              headline={0}
            />
            <section class="cards" aria-labelledby="live-claims">
              <h3 id="live-claims">{counted(live.reading.claims.length, 'claim')}</h3>
              <ol>
                {live.reading.claims.map((claim, i) => (
                  <ClaimCard
                    key={`${claim.trigger.start} ${i}`}
                    id={String(i)}
                    number={i + 1}
                    claim={claim}
                    outlet={live.report.outlet}
                    active={active === String(i)}
                    activate={setActive}
                  />
                ))}
              </ol>
            </section>
          </div>
        </>
      )}
    </section>
  )
}
