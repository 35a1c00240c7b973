// Builds dist/ from src/: JavaScript and types by the compiler, data files as they are, and the desk's page by vite. Run by `npm run build`.
import { execFileSync } from 'node:child_process'
import { cpSync, globSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
rmSync(`${root}dist`, { recursive: true, force: true })
execFileSync(`${root}node_modules/.bin/tsc`, ['-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' })
for (const file of globSync('**/*.{bin,wasm}', { cwd: `${root}src` })) cpSync(`${root}src/${file}`, `${root}dist/${file}`)
execFileSync(process.execPath, [`${root}node_modules/vite/bin/vite.js`, 'build', '--logLevel', 'warn'], {
  cwd: root,
  stdio: 'inherit',
})
