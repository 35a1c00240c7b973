// Makes `npx hearsay` work in a checkout: npm links the commands of dependencies, but not the project's own.
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'

const folder = new URL('../node_modules/.bin/', import.meta.url)
mkdirSync(folder, { recursive: true })
if (process.platform === 'win32') writeFileSync(new URL('hearsay.cmd', folder), '@node "%~dp0\\..\\..\\bin\\hearsay.js" %*\r\n')
else {
  rmSync(new URL('hearsay', folder), { force: true })
  symlinkSync('../../bin/hearsay.js', new URL('hearsay', folder))
}
