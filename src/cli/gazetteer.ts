import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Command } from 'commander'
import { encodeIndex } from '../knowledge/gazetteer/encode.ts'
import type { Candidate } from '../knowledge/gazetteer.ts'
import { loadGazetteer } from '../load.ts'
import { userGazetteerFiles, userGazetteerFolder } from './gazetteer/files.ts'
import { readPlaces } from './gazetteer/sources.ts'

/** `hearsay gazetteer`: look names up, and add places of the user's own. `print` takes each line of output. */
export const gazetteerCommand = (print: (line: string) => void = console.log): Command => {
  const command = new Command('gazetteer').description('look up places, and add places of your own')
  command
    .command('find')
    .description('show the places that a name may mean, likeliest first, and why')
    .argument('<name...>', 'the name, as a report writes it')
    .option('--country <code>', 'ISO 3166 code of two or three letters: places there come first')
    .option('--gazetteer <file>', 'a gazetteer file of your own, beside those already added')
    .option('--limit <n>', 'how many to show', '10')
    .addHelpText(
      'after',
      '\nExamples:\n  $ hearsay gazetteer find Tripoli\n  $ hearsay gazetteer find Tripoli --country LBN\n  $ hearsay gazetteer find "Deir ez-Zor province"',
    )
    .action((name: string[], options: { country?: string; gazetteer?: string; limit: string }) =>
      find(name.join(' '), options, print),
    )
  command
    .command('add')
    .description('add the places of a file to your own gazetteer')
    .argument(
      '<file>',
      "GeoNames dump (XX.txt, XX.zip, allCountries.zip), Who's On First (.geojson, .csv), or a CSV with columns name, lat, lon [country, kind, names, population]",
    )
    .option('--country <code>', 'keep only places of this country (two letters)')
    .option('--gazetteer <file>', 'write to this file instead of your data folder')
    .addHelpText(
      'after',
      `\nThe places are kept in ${userGazetteerFolder()} and used by every later command.\n\nExamples:\n  $ hearsay gazetteer add SY.zip\n  $ hearsay gazetteer add allCountries.zip --country UA\n  $ hearsay gazetteer add villages.csv`,
    )
    .action((file: string, options: { country?: string; gazetteer?: string }) => add(file, options, print))
  return command
}

const find = (
  name: string,
  { country, gazetteer, limit }: { country?: string; gazetteer?: string; limit: string },
  print: (line: string) => void,
): void => {
  const files = [...userGazetteerFiles(), ...(gazetteer ? [gazetteer] : [])]
  const found = loadGazetteer(files).lookup(name, country ? { country: country.toUpperCase() } : {})
  if (!found.length) {
    print(`No place named ${name}. Villages can be added with: hearsay gazetteer add FILE`)
    return
  }
  for (const c of found.slice(0, Math.max(1, Number.parseInt(limit, 10) || 10))) print(lineOf(c))
}

const lineOf = (c: Candidate): string => {
  const where = [c.kind, c.country ?? 'no country'].join(', ')
  return `${c.name} (${where})  ${c.lat.toFixed(3)}, ${c.lon.toFixed(3)}  within ${c.radius} km  ${c.why}`
}

const add = async (
  file: string,
  { country, gazetteer }: { country?: string; gazetteer?: string },
  print: (line: string) => void,
): Promise<void> => {
  const places = await readPlaces(file, country?.toUpperCase() ?? null)
  const name = basename(file).replace(/\.(txt|zip|csv|geojson|json)$/i, '')
  const target = gazetteer ?? join(userGazetteerFolder(), `${name}${country ? `-${country.toUpperCase()}` : ''}.bin`)
  mkdirSync(dirname(target), { recursive: true })
  // Written beside and renamed, so that a reader never meets half a file.
  writeFileSync(`${target}.part`, encodeIndex(places, basename(file)))
  renameSync(`${target}.part`, target)
  const size = readFileSync(target).length
  print(`${places.length.toLocaleString('en')} places added to ${target} (${(size / 1e6).toFixed(1)} MB).`)
}
