import { writeFileSync } from 'node:fs'
import { acledColumns } from '../src/publish/acled.ts'
import { MAPPING } from '../src/publish/acled-codes.ts'
import { ledgerColumns } from '../src/publish/claim-columns.ts'
import { PROPERTIES } from '../src/publish/geojson.ts'
import { ploverColumns } from '../src/publish/plover.ts'
import { EXPORTS, type ExportName, FORMATS } from '../src/publish/publish.ts'
import { ucdpColumns } from '../src/publish/ucdp.ts'

const table = (head: readonly [string, string], rows: readonly (readonly [string, string, ...unknown[]])[]): string =>
  [
    `| ${head.join(' | ')} |`,
    '|---|---|',
    ...rows.map(([name, meaning]) => `| \`${name}\` | ${meaning.replaceAll('|', '\\|')} |`),
  ].join('\n')

const CODEBOOKS: Readonly<Partial<Record<ExportName, () => string>>> = {
  csv: () => table(['column', 'meaning'], ledgerColumns('')),
  geojson: () => table(['property', 'meaning'], PROPERTIES),
  plover: () => table(['column', 'how it is filled'], ploverColumns('')),
  acled: () =>
    `${table(['column', 'how it is filled'], acledColumns(''))}\n\n${table(['PLOVER type and mode', 'ACLED event and sub-event type'], MAPPING)}`,
  ucdp: () => table(['column', 'how it is filled'], ucdpColumns('')),
}

const section = (name: ExportName): string => {
  const { extension, mediaType, about, loses } = FORMATS[name]
  const codebook = CODEBOOKS[name]?.()
  return `## ${name}

${about} File: \`.${extension}\`, \`${mediaType}\`.

What it loses:

${loses.map(l => `- ${l}`).join('\n')}
${codebook ? `\n${codebook}\n` : ''}`
}

/** docs/exports.md, made from the formats themselves. */
export const exportsPage = (): string => `# Exports

What \`hearsay export --format NAME\` writes. This page is written by \`node scripts/build-exports.ts\` from the formats; do not edit it.

Every format can be narrowed by the same filters as the lists, is written piece by piece, and holds no time of its making: the same ledger
gives the same bytes. Each carries the versions of reader and knowledge and the hash of the ledger's content.

**Quotes** are cut to 25 words; "…" shows where. **Private persons** (civilians, journalists, health workers, refugees, business, religion,
education, labour, criminals, and people of no known party) are initialled wherever their whole name or surname stands in participants, sources,
sentences, headlines and titles; whoever is named in an office anywhere in the same report keeps the name. It is done by rules that know a
name by its capitals and its sector: a first name alone, a name inside an address (\`url\`), a place, or a person whom no claim names as
participant or source is not found. Look before you publish. \`--names\` keeps all names.

Nothing is decided between accounts: where a format wants one value, the tables below say which one it gets, and it stays empty where
that would be a guess.

| format | for |
|---|---|
${EXPORTS.map(name => `| [${name}](#${name}) | ${FORMATS[name].about} |`).join('\n')}

${EXPORTS.map(section).join('\n')}`

if (import.meta.main) writeFileSync(new URL('../docs/exports.md', import.meta.url), exportsPage())
