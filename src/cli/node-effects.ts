import { lookup } from 'node:dns/promises'
import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import type { WriteStream } from 'node:tty'
import type { Effects, Output } from './effects.ts'

const outputOf = (stream: WriteStream, env: NodeJS.ProcessEnv): Output => ({
  write: text =>
    new Promise(resolve => {
      if (stream.write(text)) resolve()
      else stream.once('drain', resolve)
    }),
  isTerminal: stream.isTTY === true,
  columns: stream.isTTY ? stream.columns : null,
  // https://no-color.org and https://force-color.org
  colour: env.NO_COLOR ? false : env.FORCE_COLOR ? env.FORCE_COLOR !== '0' : stream.isTTY === true && env.TERM !== 'dumb',
})

/** The effects of a real process. A reader that closes the pipe early (`| head`) ends the process quietly. */
export const nodeEffects = (): Effects => {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit()
      throw error
    })
  return {
    out: outputOf(process.stdout, process.env),
    err: outputOf(process.stderr, process.env),
    kindOf: async path => {
      const found = await stat(path).catch(() => null)
      return found ? (found.isDirectory() ? 'folder' : 'file') : null
    },
    sizeOf: async path => (await stat(path).catch(() => null))?.size ?? null,
    list: folder => readdir(folder),
    bytes: path => (path === '-' ? process.stdin : createReadStream(path, { highWaterMark: 1 << 20 })),
    fetch: (url, { headers, signal }) => fetch(url, { headers, signal, redirect: 'manual' }),
    addresses: async host => (await lookup(host, { all: true }).catch(() => [])).map(({ address }) => address),
    sleep: (milliseconds, signal) => setTimeout(milliseconds, undefined, { signal }).catch(() => {}),
    now: () => performance.now(),
    today: () => new Date().toISOString(),
    onInterrupt: stop => {
      process.once('SIGINT', stop)
      return () => void process.off('SIGINT', stop)
    },
    loadKnowledge: async () => {
      const [{ loadKnowledge }, { userGazetteerFiles }] = await Promise.all([
        import('../load.ts'),
        import('./gazetteer/files.ts'),
      ])
      return loadKnowledge(userGazetteerFiles())
    },
  }
}
