import { PLACE_NOUNS } from '../../knowledge/gazetteer/words.ts'
import { child, childrenBy, isRelation, subtree } from '../../language/tree.ts'
import type { Document } from '../../model/document.ts'
import type { EventMention } from '../event/event.ts'
import { commonPlaces, offsetFrom, withPart } from './common.ts'
import { FACILITIES } from './nouns.ts'
import type { PlaceMention } from './place.ts'

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** Prepositions under which a place is where it happened. */
const LOCATIVE = set(
  'in at on near outside inside around across throughout within over off along between amid beside behind under beneath above against into',
)
/** Prepositions under which a place is where somebody comes from, goes to or talks about. */
const NOT_WHERE = set(
  'from to toward towards for by with about via after before since during than as like despite without until through',
)
/** What hangs under these is said aside ("according to the agency in Geneva"). */
const ASIDE = set('according as like than after before since')
/** Under these a country is where it happened; under others it is a party ("attack on Israel"). */
const INSIDE = set('in inside across throughout within around over into')
const SAYING = set(
  'say tell report state announce add note claim declare explain quote write comment speak warn describe confirm deny according',
)
/** Nouns for what a whole country goes through. */
export const WAR = set('war conflict crisis fighting violence uprising insurgency bloodshed')
/** Types of event that leave a mark somewhere; others only have the places said of themselves. */
export const MATERIAL = set('ASSAULT COERCE RETREAT MOBILIZE PROTEST')
/** What is only said happens at the speaker's, which is not where anything happened. */
const SPEECH = set('ACCUSE REQUEST REJECT THREATEN SUPPORT CONCEDE')
const NOMINAL = [
  'obl',
  'nmod',
  'obj',
  'nsubj',
  'iobj',
  'compound',
  'conj',
  'appos',
  'nummod',
  'flat',
  'dep',
  'amod',
  'advmod',
  'list',
  'acl',
]
const PARTS = set(
  'percent cent part half third quarter area region city town village capital border coast north south east west outskirts suburb district most much',
)

/** Places found for an event, and by which rule. */
export interface Where {
  readonly places: readonly PlaceMention[]
  readonly rule: string
}
export const NOWHERE: Where = { places: [], rule: '' }

const caseOf = (doc: Document, t: number): string => {
  const k = child(doc, t, 'case')
  return k < 0 ? '' : doc.form[k].toLowerCase()
}

/** The chain of tokens from t up to `top` (t first, top not included), or null when top is not above t. */
const chainTo = (doc: Document, t: number, top: number): number[] | null => {
  const chain: number[] = []
  for (let k = t; k >= 0 && chain.length < 12; k = doc.head[k]) {
    if (k === top) return chain
    chain.push(k)
  }
  return null
}

/** Whether a place hangs below the head of an event so that it is where the event happened. */
const hangsBelow = (doc: Document, event: EventMention, place: PlaceMention, heads: ReadonlySet<number>): boolean => {
  const chain = chainTo(doc, place.head, event.head)
  if (!chain?.length) return false
  const country = place.precision === 'country'
  // A place coordinated with another hangs where the first one hangs.
  let k = 0
  while (k < chain.length - 1 && ['conj', 'appos', 'flat'].some(r => isRelation(doc, chain[k], r))) k++
  const first = chain[k]
  for (let i = k; i < chain.length; i++) {
    const t = chain[i]
    // What hangs below another event's words belongs to that event.
    if (heads.has(t) && t !== place.head) return false
    if (i > k && ASIDE.has(caseOf(doc, t))) return false
    if (!NOMINAL.some(r => isRelation(doc, t, r))) return false
    // Under a conjoined or saying verb it belongs to that verb.
    if (i > k && doc.upos[t] === 'VERB' && (isRelation(doc, t, 'conj') || SAYING.has(doc.lemma[t]))) return false
  }
  const direct = k === chain.length - 1
  const preposition = caseOf(doc, first) || caseOf(doc, place.head)
  if (NOT_WHERE.has(preposition)) return (direct || event.type === 'RETREAT') && goesOrLeaves(event, preposition)
  // "Sabboura, an area outside Damascus": where another place lies.
  if (
    /^(?:near|outside)$/.test(preposition) &&
    chain.slice(k + 1).some(t => isRelation(doc, t, 'appos') || PLACE_NOUNS.has(doc.form[t].toLowerCase()))
  )
    return false
  if (isRelation(doc, first, 'nmod:poss')) return direct && (!country || WAR.has(doc.lemma[event.head].toLowerCase()))
  if (preposition === '') return withoutPreposition(doc, event, first, direct, country)
  if (!direct && !MATERIAL.has(event.type)) return false
  if (country && !INSIDE.has(preposition))
    return preposition === 'of' && !direct && PARTS.has(doc.lemma[doc.head[first]]?.toLowerCase() ?? '')
  if (LOCATIVE.has(preposition)) return !isRelation(doc, chain[chain.length - 1], 'nsubj') || MATERIAL.has(event.type)
  return preposition === 'of' && MATERIAL.has(event.type)
}

const withoutPreposition = (doc: Document, event: EventMention, first: number, direct: boolean, country: boolean): boolean => {
  if (isRelation(doc, first, 'compound') || isRelation(doc, first, 'amod')) {
    const noun = doc.lemma[doc.head[first]].toLowerCase()
    if (!MATERIAL.has(event.type)) return false
    return direct
      ? !country || WAR.has(noun)
      : isPlaceNoun(noun) && !(country && /^(?:embassy|consulate|base|mission|school|university|hospital)$/.test(noun))
  }
  if (isRelation(doc, first, 'obj') || isRelation(doc, first, 'nsubj:pass')) return direct && isHit(event, country)
  if (isRelation(doc, first, 'nsubj')) return direct && !country && doc.upos[event.head] !== 'VERB'
  return !country && ['obl', 'nmod', 'appos'].some(r => isRelation(doc, first, r))
}

/** Where forces are sent to, and what they withdraw from, is where it happened. */
const goesOrLeaves = (event: EventMention, preposition: string): boolean =>
  (event.type === 'MOBILIZE' && preposition === 'to') ||
  (event.type === 'RETREAT' && event.mode !== 'release' && preposition === 'from')

const isPlaceNoun = (noun: string): boolean =>
  PLACE_NOUNS.has(noun) || FACILITIES.has(noun) || /^(?:resident|civilian|villager|child|woman|people)$/.test(noun)

/** Whether a place as object was hit, taken or entered. */
const isHit = (event: EventMention, country: boolean): boolean =>
  country ? event.type === 'COERCE' || event.type === 'MOBILIZE' : MATERIAL.has(event.type)

const isRecipient = (doc: Document, event: EventMention, place: PlaceMention): boolean =>
  isHit(event, place.precision === 'country') &&
  (event.recipients.includes(place.head) || (place.first === event.head + 1 && doc.upos[event.head] === 'VERB')) &&
  !NOT_WHERE.has(caseOf(doc, place.head))

/** "GULF FIGHTING", "the Fallujah battle": a name right before the noun of the event. */
const isRightBefore = (doc: Document, event: EventMention, place: PlaceMention): boolean =>
  event.type === 'ASSAULT' && place.last === event.head - 1 && place.precision !== 'country' && doc.upos[event.head] === 'NOUN'

/** The places and place nouns of one sentence. */
interface Setting {
  readonly named: readonly PlaceMention[]
  /** Reference points ("30 km west of B"), as where they point to. */
  readonly offsets: readonly PlaceMention[]
  readonly common: readonly PlaceMention[]
}
const EMPTY: Setting = { named: [], offsets: [], common: [] }

/** The places of a document sentence by sentence, and the heads of its events. */
export interface Scene {
  readonly settings: ReadonlyMap<number, Setting>
  readonly heads: ReadonlySet<number>
}

/** Sorts a document's places into those where things may happen, reference points, and common nouns that stand for places. */
export const sceneOf = (doc: Document, events: readonly EventMention[], places: readonly PlaceMention[]): Scene => {
  const inText = places.filter(p => p.first >= 0 && !isDateline(doc, p))
  const settings = new Map<number, { named: PlaceMention[]; offsets: PlaceMention[]; common: PlaceMention[] }>()
  const add = (kind: keyof Setting, p: PlaceMention) => {
    const s = doc.sentence[p.head]
    const setting = settings.get(s) ?? { named: [], offsets: [], common: [] }
    setting[kind].push(p)
    settings.set(s, setting)
  }
  for (const p of inText) {
    const offset = offsetFrom(doc, p)
    add(offset ? 'offsets' : 'named', offset ?? withPart(doc, p))
  }
  for (const p of commonPlaces(doc, inText)) add('common', p)
  return { settings, heads: new Set(events.map(e => e.head)) }
}

const settingOf = (doc: Document, scene: Scene, event: EventMention): Setting =>
  scene.settings.get(doc.sentence[event.head]) ?? EMPTY

/** A place after the event with nothing but nouns between, where the tree has it elsewhere ("reported fighting on the front near Basra"). */
const following = (doc: Document, event: EventMention, scene: Scene): PlaceMention[] => {
  const first = settingOf(doc, scene, event).named.find(p => p.first > event.head)
  if (!first || first.first - event.head > 12 || /^(?:['’].*|\p{Lu}.*)$/u.test(doc.form[first.last + 1] ?? '')) return []
  let preposition = ''
  for (let t = event.head + 1; t < first.first; t++) {
    if (doc.upos[t] === 'VERB' || doc.upos[t] === 'AUX' || scene.heads.has(t) || /^[.;:"“”()]$/.test(doc.form[t])) return []
    if (doc.upos[t] === 'ADP' && doc.form[t] !== 'of') preposition = doc.form[t].toLowerCase()
  }
  return (first.precision === 'country' ? INSIDE : LOCATIVE).has(preposition) && preposition !== 'against' ? [first] : []
}

/** Whether a place stands in the dateline that opens a paragraph ("Bogota, 17 Oct 88 (DPA) --", "DAMASCUS (Sputnik)"). */
const isDateline = (doc: Document, place: PlaceMention): boolean => {
  if (
    /^ ?\(\p{Lu}[\p{L} ]{1,20}\)(?= \p{Lu})/u.test(doc.text.slice(place.end, place.end + 30)) &&
    place.first === doc.sentenceFirst[doc.sentence[place.first]]
  )
    return true
  const block = doc.blocks[doc.sentenceBlock[doc.sentence[place.first]]]
  if (!block || place.start - block.start > 60) return false
  const line = doc.text.slice(block.start, block.start + 140)
  const end =
    /^(?:(?!--|—|–)[^\n.!?]|\.(?! [A-Z][a-z]+ [a-z])){0,110}?(?:--|—|–|\) ?-|\(\p{Lu}[\p{L} ]+\)(?! ?(?:has|have|was|said|is)))/u.exec(
      line,
    )
  return end !== null && place.end <= block.start + end[0].length
}

/** Places said of the event by its own words. */
const own = (doc: Document, event: EventMention, scene: Scene): PlaceMention[] => {
  const setting = settingOf(doc, scene, event)
  const here = (p: PlaceMention) =>
    hangsBelow(doc, event, p, scene.heads) || isRecipient(doc, event, p) || isRightBefore(doc, event, p)
  const named = unique(withLists(doc, setting.named.filter(here), setting.named))
  const common = MATERIAL.has(event.type)
    ? setting.common.filter(p => here(p) && isTelling(doc, event, p) && !named.some(n => n.start === p.start))
    : []
  const all = [...named, ...common].sort((a, b) => a.start - b.start)
  const offsets = setting.offsets.filter(here)
  // A reference point counts only where nothing else says where, or to place what the gazetteer does not know.
  if (!all.length) return offsets.slice(0, 1)
  // What the gazetteer does not know lies where the places said with it lie, the smallest first.
  const known =
    offsets[0] ??
    [...all].filter(p => p.lat !== null && p.precision !== 'country').sort((a, b) => (a.radius ?? 0) - (b.radius ?? 0))[0]
  return known
    ? all.map(p =>
        p.lat === null
          ? { ...p, lat: known.lat, lon: known.lon, code: known.code, radius: known.radius, precision: known.precision }
          : p,
      )
    : all
}

/** Whether a common noun as the thing hit says where: "seized the airport", "struck the Khani mosque", not "destroyed bridges". */
const isTelling = (doc: Document, event: EventMention, place: PlaceMention): boolean => {
  if (event.type === 'COERCE' || !['obj', 'nsubj:pass', 'conj'].includes(doc.deprel[place.head])) return true
  const determiner = child(doc, place.head, 'det')
  return place.last > place.first || (determiner >= 0 && /^(?:the|this|that)$/i.test(doc.form[determiner]))
}

/** Adds the places that stand in one list with a place found ("Hodeidah, Taiz and Marib"), however the tree joins them. */
const withLists = (doc: Document, found: readonly PlaceMention[], all: readonly PlaceMention[]): PlaceMention[] => {
  const out = new Set(found)
  const joined = (a: PlaceMention, b: PlaceMention) =>
    doc.sentence[a.last] === doc.sentence[b.first] &&
    (a.precision === 'country') === (b.precision === 'country') &&
    /^(?:\s*,)?\s*(?:and|as well as)?\s*$/.test(doc.text.slice(a.end, b.start)) &&
    b.first - a.last > 1
  all.forEach((p, i) => {
    const before = all[i - 1]
    if (before && out.has(before) && joined(before, p)) out.add(p)
  })
  for (let i = all.length - 2; i >= 0; i--) if (out.has(all[i + 1]) && joined(all[i], all[i + 1])) out.add(all[i])
  return all.filter(p => out.has(p))
}

/** One mention of each place. */
const unique = (places: readonly PlaceMention[]): PlaceMention[] =>
  places.filter((p, i) => !places.slice(0, i).some(q => q.name === p.name && q.lat === p.lat))

const UPWARD = new Set(['obj', 'nsubj', 'obl', 'nmod', 'xcomp', 'advcl', 'acl', 'conj', 'compound', 'amod', 'ccomp'])

/** Places of the words that the event hangs on: its verb's adjuncts, what it modifies, the clause it is a part of. */
const ofGovernor = (doc: Document, event: EventMention, scene: Scene): PlaceMention[] => {
  const setting = settingOf(doc, scene, event)
  let t = event.head
  for (let k = 0; k < 4; k++) {
    const governor = doc.head[t]
    const relation = doc.deprel[t].split(':')[0]
    if (governor < 0 || !UPWARD.has(relation)) return []
    // "Fighting was reported in Lashio" says where the fighting is.
    if (SAYING.has(doc.lemma[governor]) && doc.deprel[t] !== 'nsubj:pass') return []
    const there = relation === 'acl' ? [...setting.named, ...setting.common].find(p => p.head === governor) : undefined
    if (there) return [there]
    const found = own(doc, { ...event, head: governor, recipients: [] }, scene).filter(p => !isUnderneath(doc, p.head, t))
    if (found.length) return found
    t = governor
  }
  return []
}

const isUnderneath = (doc: Document, t: number, top: number): boolean => {
  const [first, last] = subtree(doc, top)
  return t >= first && t <= last
}

/** Places of clauses below the event: "killing 12 in Homs", "hit by a strike in Idlib". */
const ofDependents = (doc: Document, event: EventMention, scene: Scene): PlaceMention[] => {
  for (const c of childrenBy(doc, event.head, 'advcl', 'conj', 'acl', 'xcomp')) {
    if (SAYING.has(doc.lemma[c])) continue
    const found = own(doc, { ...event, head: c, recipients: [] }, scene)
    if (found.length) return found
  }
  return []
}

/** A war, a crisis: of the country that its clause is about ("Syria has been locked in civil war"). */
const nationAtWar = (doc: Document, event: EventMention, scene: Scene): Where => {
  const governor = doc.head[event.head]
  const nation = settingOf(doc, scene, event).named.find(
    p => p.precision === 'country' && doc.head[p.head] === governor && isRelation(doc, p.head, 'nsubj'),
  )
  return nation ? { places: [nation], rule: 'country at war' } : NOWHERE
}

/** Where an event happened by the words of its own sentence. */
export const whereInSentence = (doc: Document, event: EventMention, scene: Scene): Where => {
  if (SPEECH.has(event.type)) return NOWHERE
  const mine = own(doc, event, scene)
  if (mine.length) return { places: mine, rule: 'own adjunct' }
  if (!MATERIAL.has(event.type)) return NOWHERE
  const nation = WAR.has(doc.lemma[event.head].toLowerCase()) ? nationAtWar(doc, event, scene) : NOWHERE
  if (nation.places.length || /^(?:war|conflict|crisis)$/i.test(doc.lemma[event.head])) return nation
  const above = ofGovernor(doc, event, scene)
  if (above.length) return { places: above, rule: 'governing clause' }
  const below = ofDependents(doc, event, scene)
  if (below.length) return { places: below, rule: 'clause below' }
  const after = following(doc, event, scene)
  return after.length ? { places: after, rule: 'words after' } : NOWHERE
}
