import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** The folder of the user's own gazetteer files: $XDG_DATA_HOME/hearsay/gazetteer, by default under ~/.local/share. */
export const userGazetteerFolder = (env: NodeJS.ProcessEnv = process.env): string =>
  join(env.XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'hearsay', 'gazetteer')

/** The user's own gazetteer files, in order of their names; none when there is no such folder. */
export const userGazetteerFiles = (folder: string = userGazetteerFolder()): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter(f => f.endsWith('.bin'))
        .sort()
        .map(f => join(folder, f))
    : []
