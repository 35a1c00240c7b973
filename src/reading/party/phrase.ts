import type { PartyIndex } from '../../knowledge/parties.ts'
import { childrenBy, tokensSpan } from '../../language/tree.ts'
import type { Sector } from '../../model/claim.ts'
import type { Document } from '../../model/document.ts'
import type { NameMatch } from './names.ts'
import { belonging, bodyBefore, CARRIER, nounPhrase, served } from './noun.ts'
import { kindOf, type Names } from './owner.ts'
import type { PartyMention } from './party.ts'
import { isAcronym, person, withTitles } from './person.ts'
import { titleIn } from './sector.ts'
import { isPlural, low, nounAt, windowOf } from './window.ts'

/** What a phrase says of itself, before coreference. `open`: its state is still to be found ("the army"). */
export interface Phrase extends PartyMention {
  readonly open: boolean
  readonly plural: boolean
  /** Lemma of the noun, lower case, or "" for a bare name. */
  readonly noun: string
  readonly definite: boolean
}

/** Nouns that only count or gather what their of-complement names. */
export const GATHERING =
  /^(?:number|group|member|dozen|score|hundred|thousand|million|majority|some|most|part|team|band|column|handful|total|rest|crowd|unit|element|remnant|type|kind|lot|one|two|three|four|five|six|seven|eight|nine|ten|many|several|all|half|percent|pair|couple|gang|party|contingent|fraction|section|wave|cell|bunch|both|each|any|none|body|series|force|militia|army|swarm|fleet|range|variety|host)$/

/** "The southern front" is a line; a front that is a group has a capital. */
const isLine = (doc: Document, t: number): boolean => /^fronts?$/.test(doc.form[t])

/** What the noun phrase headed by t is, or null when it names no participant. */
export const phraseAt = (doc: Document, t: number, names: Names, index: PartyIndex): Phrase | null => {
  const own = names[t]
  const [start, last] = windowOf(doc, t)
  const first = withTitles(doc, t, start, names, index)
  const here = tokensSpan(doc, first, last)
  const definite =
    childrenBy(doc, t, 'det').some(d => /^(?:the|this|that|these|those)$/.test(low(doc, d))) &&
    !childrenBy(doc, t, 'nmod').some(c => c > t && childrenBy(doc, c, 'case').some(k => /^(?:of|for|at|from)$/.test(low(doc, k))))
  const make = (
    code: string,
    sector: Sector,
    kind: PartyMention['kind'],
    from: number,
    to: number,
    rule: string,
    more: Partial<Phrase> = {},
  ): Phrase => ({
    head: t,
    name: tokensSpan(doc, from, to),
    here,
    code,
    sector,
    kind,
    rule,
    open: false,
    plural: isPlural(doc, t),
    noun: '',
    definite,
    ...more,
  })
  const noun = isLine(doc, t) ? null : nounAt(doc, t, index)
  if (own && own.entry.kind !== 'nationality' && !(noun && own.last < t)) {
    const { entry } = own
    if (entry.kind === 'person' && !isPersonHere(doc, own)) return null
    const title = titleIn(doc, first, own.first - 1, index)
    const sector = entry.kind === 'person' && title && entry.sector === 'GOV' && title.sector === 'MIL' ? 'MIL' : entry.sector
    return make(entry.code, sector, kindOf(entry), own.first, own.last, `name ${entry.tokens.join(' ')}`)
  }
  if (own) return nationality(doc, t, own, noun, make, first)
  if (noun && (doc.upos[t] !== 'VERB' || (noun.noun.kind === 'people' && childrenBy(doc, t, 'det').length)))
    return (
      served(doc, t, noun, names, index, make) ??
      nounPhrase(doc, t, bodyBefore(doc, noun, first, index) ?? noun, first, last, names, make)
    )
  if (!noun && CARRIER.test(doc.lemma[t].toLowerCase())) return belonging(doc, t, first, index, names, make)
  return doc.upos[t] === 'PROPN' || isAcronym(doc, t) ? person(doc, t, first, last, names, index, make) : null
}

export type Make = (
  code: string,
  sector: Sector,
  kind: PartyMention['kind'],
  from: number,
  to: number,
  rule: string,
  more?: Partial<Phrase>,
) => Phrase

const isPersonHere = (doc: Document, m: NameMatch): boolean => doc.upos[m.last] === 'PROPN'

export const nationality = (
  doc: Document,
  t: number,
  own: NameMatch,
  noun: ReturnType<typeof nounAt>,
  make: Make,
  first: number,
): Phrase => {
  const people = doc.upos[t] === 'NOUN' || doc.upos[t] === 'PROPN' || childrenBy(doc, t, 'det', 'nummod').length > 0
  return make(
    own.entry.code,
    noun && own.last < t ? noun.noun.sector : '',
    people ? 'people' : 'state',
    Math.max(own.first, first),
    own.last,
    `nationality ${doc.form[own.first]}`,
  )
}
