// Writes docs/codebook.md from the model. Run by hand after a change of the model: `node scripts/build-codebook.ts`.
import { writeFileSync } from 'node:fs'
import { z } from 'zod'
import { COLUMNS } from '../src/cli/format/csv.ts'
import {
  claimSchema,
  dateSchema,
  linkSchema,
  participantSchema,
  placeSchema,
  quantitySchema,
  readingSchema,
  spanSchema,
} from '../src/model/claim.schema.ts'
import { EVENT_TYPES, MODES } from '../src/model/claim.ts'

/** What each type means (PLOVER 0.8, in our words). */
const MEANINGS: Readonly<Record<(typeof EVENT_TYPES)[number], string>> = {
  AGREE: 'says that it will cooperate; signs or reaches an agreement, a truce too',
  CONSULT: 'meets, visits, phones, negotiates, mediates',
  SUPPORT: 'praises, backs, recognises, apologises, improves relations',
  CONCEDE: 'gives way to a political demand',
  COOPERATE: 'cooperates in deed: joint drill, trade, exchange of prisoners, sharing',
  AID: 'gives economic, military or humanitarian help',
  RETREAT: 'withdraws, releases captives, disarms, puts a ceasefire into effect, lets observers in, resigns',
  REQUEST: 'asks, appeals, demands, calls on',
  ACCUSE: 'blames, condemns, complains, investigates, sues',
  REJECT: 'refuses, rules out, vetoes, breaks off talks',
  THREATEN: 'threatens, gives an ultimatum, warns that it will act',
  PROTEST: 'demonstrates, riots, strikes',
  SANCTION: 'cuts or reduces relations or aid, expels, convicts',
  MOBILIZE: 'alerts, deploys, builds up or calls up forces',
  COERCE: 'seizes, takes or occupies territory, blockades, arrests, deports, imposes curfew, attacks computers',
  ASSAULT: 'uses force: attack, battle, shelling, killing, wounding, abduction, destruction',
}

interface Field {
  readonly type?: string | string[]
  readonly description?: string
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Field[]
  readonly properties?: Readonly<Record<string, Field>>
}

const kind = (f: Field): string => {
  if (f.anyOf) return f.anyOf.map(kind).join(' or ')
  if (f.enum) return f.enum.map(v => (v === '' ? '""' : String(v))).join(', ')
  return [f.type].flat().join(' or ').replace('array', 'list')
}

const table = (title: string, schema: z.ZodType): string => {
  const { properties = {} } = z.toJSONSchema(schema) as Field
  const rows = Object.entries(properties).map(([name, f]) => `| \`${name}\` | ${kind(f)} | ${f.description ?? ''} |`)
  return `### ${title}\n\n| field | values | meaning |\n|---|---|---|\n${rows.join('\n')}\n`
}

/** The codebook as Markdown. */
export const codebook = (): string => `# Codebook

What the fields of a reading mean. This page is written by \`node scripts/build-codebook.ts\` from the model; do not edit it.

A **report** is one dated text. Its canonical text is the headline, a blank line, and the body. Every span counts UTF-16 code
units of that text, as JavaScript's \`slice\` does, and carries its words.

A **claim** is one event as one source tells it: one for each clause, noun or headline that tells of an event, whether it is
asserted, denied, feared, planned or demanded. Who says it is the claim's attribution, and not an event of its own.

## Fields

${[
  table('Reading', readingSchema),
  table('Claim', claimSchema),
  table('Span: trigger, cue, loaded', spanSchema),
  table('Participant: actors, recipients', participantSchema),
  table('Place', placeSchema),
  table('Date', dateSchema),
  table('Quantity', quantitySchema),
  table('Attribution link', linkSchema),
].join('\n')}
## Event types and modes

| type | meaning | modes |
|---|---|---|
${EVENT_TYPES.map(t => `| ${t} | ${MEANINGS[t]} | ${MODES[t].join(', ')} |`).join('\n')}

Types and modes follow PLOVER 0.8 (Open Event Data Alliance); the mode \`territory\` of COERCE (takes, holds or regains control of
a place) is ours. Fighting between two sides is ASSAULT with both as actors.

## Sectors

GOV government, MIL military, COP police, SPY intelligence, LEG legislature, JUD courts, PTY party, REB armed opposition of a
state, PRM pro-government militia, UAF unidentified armed, OPP opposition, CVL civilians, JRN journalists, MED health, REF
refugees, BUS business, REL religious, CRM criminal, EDU education, LAB labour.

## CSV columns

One row for each claim (RFC 4180); lists are joined by "; ". Text that a spreadsheet would take for a formula is led by an apostrophe.

| column | meaning |
|---|---|
${COLUMNS.map(([name, meaning]) => `| \`${name}\` | ${meaning} |`).join('\n')}
`

if (import.meta.main) writeFileSync(new URL('../docs/codebook.md', import.meta.url), codebook())
