import { useEffect } from 'preact/hooks'
import type { View } from './address.ts'
import { helpOpen } from './keys.ts'
import { Compare } from './parts/compare.tsx'
import { Help } from './parts/help.tsx'
import { Link } from './parts/link.tsx'
import { Mend } from './parts/mend.tsx'
import { NoticeBar } from './parts/notice.tsx'
import { Title } from './parts/title.tsx'
import { address, isDark, spoken, theme } from './state.ts'
import { Add } from './views/add.tsx'
import { Corrections } from './views/corrections.tsx'
import { IncidentView } from './views/incident.tsx'
import { Incidents } from './views/incidents.tsx'
import { MapView } from './views/map.tsx'
import { ReportView } from './views/report.tsx'
import { Reports } from './views/reports.tsx'
import { Sources } from './views/sources.tsx'

const NAV: readonly (readonly [path: string, name: string, views: readonly View[]])[] = [
  ['/', 'Incidents', ['incidents', 'incident']],
  ['/map', 'Map', ['map']],
  ['/reports', 'Reports', ['reports', 'report']],
  ['/sources', 'Sources', ['sources']],
  ['/corrections', 'Corrections', ['corrections']],
  ['/add', 'Add', ['add']],
]

/** The whole page: what stays, and the view that the address asks for. */
export const Shell = () => {
  const { view, key } = address.value
  return (
    <>
      <a class="skip" href="#main">
        To the content
      </a>
      <Head view={view} />
      <main id="main" tabIndex={-1}>
        <Shown key={`${view} ${key}`} view={view} />
      </main>
      <Compare />
      <NoticeBar />
      <p class="unseen" role="status" aria-live="polite">
        {spoken.value}
      </p>
      <Mend />
      <Help />
    </>
  )
}

const Head = ({ view }: { view: View }) => {
  const dark = isDark()
  return (
    <header class="head">
      <Link href="/" class="brand">
        Hearsay
      </Link>
      <nav aria-label="Views">
        <ul>
          {NAV.map(([path, name, views]) => (
            <li key={path}>
              <Link href={path} aria-current={views.includes(view) ? 'page' : undefined}>
                {name}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div class="tools">
        <button
          type="button"
          class="plain"
          onClick={() => {
            theme.value = dark ? 'light' : 'dark'
          }}
        >
          {dark ? 'Light' : 'Dark'}
        </button>
        <button
          type="button"
          class="plain"
          aria-keyshortcuts="?"
          onClick={() => {
            helpOpen.value = true
          }}
        >
          Help
        </button>
      </div>
    </header>
  )
}

const Shown = ({ view }: { view: View }) => {
  useEffect(() => {
    // Where a link points into a view, its target comes with the data; the view sees to it.
    if (!location.hash) document.getElementById('main')?.scrollIntoView({ block: 'nearest' })
  }, [])
  if (view === 'incidents') return <Incidents />
  if (view === 'incident') return <IncidentView />
  if (view === 'report') return <ReportView />
  if (view === 'map') return <MapView />
  if (view === 'reports') return <Reports />
  if (view === 'sources') return <Sources />
  if (view === 'corrections') return <Corrections />
  if (view === 'add') return <Add />
  return (
    <>
      <Title name="There is no such page" />
      <p>
        <Link href="/">To the incidents</Link>
      </p>
    </>
  )
}
