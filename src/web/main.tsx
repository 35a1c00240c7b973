import { render } from 'preact'
import { listenForKeys } from './keys.ts'
import { Shell } from './shell.tsx'
import './style/base.css'
import './style/shell.css'
import './style/lists.css'
import './style/incident.css'
import './style/report.css'

listenForKeys()
render(<Shell />, document.getElementById('desk')!)
