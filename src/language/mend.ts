/** The arrays of a document under construction; `head` and `deprel` are changed in place. */
export interface Draft {
  readonly form: readonly string[]
  readonly lemma: readonly string[]
  readonly upos: readonly string[]
  readonly xpos: readonly string[]
  readonly head: Int32Array
  readonly deprel: string[]
}

/** Nouns of acts that a by-phrase after "on", "against" or "of" names the doer of, beside those that end like one. */
const ACTS = new Set(
  `attack raid strike airstrike assault offensive ambush massacre murder siege arrest seizure capture rape theft search advance blockade blast abuse
  defeat takeover coup visit threat use rescue release transfer torture slaughter slaying purchase supply denial refusal removal withdrawal`.split(
    /\s+/,
  ),
)
const ACT_ENDING = /(?:..ing|tion|sion|ment)$/
/** Nouns whose by-phrase names their maker: "the sale of a book by Greene". */
const WORKS = new Set(
  `book novel film movie song report statement article letter painting speech poem study play album picture photo photograph image work proposal plan
  story interview comment remark claim message article video decision order call`.split(/\s+/),
)
/** What stands by, and does nothing: "an attack on a village by the river". */
const BEACONS =
  /^(?:river|sea|lake|road|highway|border|coast|shore|beach|harbour|harbor|canal|bridge|railway|gate|side|time|day|week|month|year|hour|night|end)$/

const isAct = (draft: Draft, t: number): boolean =>
  draft.upos[t] === 'NOUN' && (ACTS.has(draft.lemma[t]) || ACT_ENDING.test(draft.lemma[t]))

/**
 * Mends what the net often gets wrong in news, in the sentence of tokens first..last: the doer of an act, passives that share their
 * auxiliary, names cut in two, what is said before who says it, subjects after dates. Every change keeps a tree.
 */
export const mendTree = (draft: Draft, first: number, last: number): void => {
  for (let t = first; t <= last; t++) {
    raiseDoer(draft, t)
    giveSubject(draft, t, last)
    if (t > first) joinName(draft, t)
    untangleReport(draft, t, first)
    findSubject(draft, t, first)
    closeRelative(draft, t, first)
  }
}

/**
 * "denied bombing Homs, where 12 were killed, and accused the rebels": behind a relative clause between commas a verb without a
 * subject goes on with the main clause.
 */
const closeRelative = (draft: Draft, t: number, first: number): void => {
  const { form, upos, xpos, head, deprel } = draft
  const inner = head[t]
  if (deprel[t] !== 'conj' || !/^VB[DN]$/.test(xpos[t]) || inner < 0 || deprel[inner] !== 'acl:relcl' || inner > t) return
  if (upos[t - 1] !== 'CCONJ' || form[t - 2] !== ',' || hasAuxiliary(draft, t)) return
  if (dependents(draft, t, first, t).some(c => deprel[c].startsWith('nsubj'))) return
  const noun = head[inner]
  const opening = dependents(draft, inner, noun + 1, inner).find(c => form[c] !== ',')
  if (opening === undefined || form[opening - 1] !== ',') return
  let verb = noun
  while (verb >= first && !(upos[verb] === 'VERB' && /^VB[DZP]$/.test(xpos[verb]) && verb < noun)) verb = head[verb]
  if (verb >= first) head[t] = verb
}

/** "..., on Oct. 10 Armenia and Azerbaijan have agreed": a name right after a date is the subject of the verb that lacks one. */
const findSubject = (draft: Draft, t: number, first: number): void => {
  const { upos, xpos, head, deprel } = draft
  if (upos[t] !== 'VERB' || deprel[t] !== 'root' || !/^VB[DNPZ]$/.test(xpos[t])) return
  const own = dependents(draft, t, first, t - 1)
  if (own.some(c => /^nsubj|^csubj|^expl/.test(deprel[c])) || (xpos[t] === 'VBN' && !own.some(c => deprel[c] === 'aux'))) return
  for (let n = t - 1; n > first; n--) {
    if (upos[n] !== 'PROPN' || upos[n - 1] !== 'NUM' || !/^nmod/.test(deprel[n]) || head[n] >= n) continue
    if (dependents(draft, n, first, n - 1).some(c => deprel[c] === 'case')) continue
    head[n] = t
    deprel[n] = 'nsubj'
    return
  }
}

/** "A strike killed nine, officials said" with two subjects of "said": the first is that of what is said. */
const untangleReport = (draft: Draft, t: number, first: number): void => {
  const { upos, xpos, head, deprel } = draft
  if (upos[t] !== 'VERB') return
  const [one, two, ...more] = dependents(draft, t, first, t - 1).filter(c => deprel[c] === 'nsubj')
  if (two === undefined || more.length) return
  const verb = dependents(draft, one, one + 1, two - 1).find(c => deprel[c] === 'acl' && /^VB[DN]$/.test(xpos[c]))
  if (verb === undefined || !dependents(draft, verb, verb + 1, two - 1).some(c => deprel[c] === 'obj')) return
  head[verb] = t
  deprel[verb] = 'ccomp'
  head[one] = verb
}

/** Two names in a row that both stand as one verb's subject or object are one name: "said Jane Roe". */
const joinName = ({ form, upos, head, deprel }: Draft, t: number): void => {
  const before = t - 1
  if (upos[t] !== 'PROPN' || upos[before] !== 'PROPN' || head[t] < 0 || head[t] !== head[before]) return
  if (deprel[t] !== deprel[before] || !/^(?:nsubj|obj|iobj)/.test(deprel[t]) || !/^\p{Lu}/u.test(form[t])) return
  head[t] = before
  deprel[t] = 'flat'
}

const dependents = ({ head }: Draft, of: number, from: number, to: number): number[] => {
  const out: number[] = []
  for (let t = from; t <= to; t++) if (head[t] === of) out.push(t)
  return out
}

/** "the attack on the town by rebels": the by-phrase belongs to the act, not to the town. */
const raiseDoer = (draft: Draft, t: number): void => {
  const { head, deprel, lemma, upos } = draft
  if (deprel[t] !== 'nmod' || BEACONS.test(lemma[t]) || upos[t] === 'NUM') return
  const object = head[t]
  const act = head[object]
  if (act < 0 || act > object || deprel[object] !== 'nmod' || !isAct(draft, act)) return
  if (isAct(draft, object) || WORKS.has(lemma[object])) return
  const by = dependents(draft, t, object + 1, t - 1).find(c => deprel[c] === 'case')
  if (by === undefined || lemma[by] !== 'by') return
  if (!dependents(draft, object, act + 1, object - 1).some(c => deprel[c] === 'case')) return
  head[t] = act
}

/** "two were killed and ten wounded": ten is the subject of wounded, which is coordinated with killed. */
const giveSubject = (draft: Draft, t: number, last: number): void => {
  const { head, deprel, upos } = draft
  const verb = head[t]
  if (verb < 0) return
  if (isElliptic(draft, verb) && t < verb && (deprel[t] === 'nsubj' || (deprel[t] === 'nummod' && upos[t] === 'NUM'))) {
    if (!dependents(draft, verb, t + 1, last).some(c => deprel[c] === 'obj' || deprel[c].startsWith('nsubj')))
      deprel[t] = 'nsubj:pass'
    return
  }
  if (deprel[t] !== 'conj' || !/^(?:NOUN|NUM|PROPN|PRON|ADJ)$/.test(upos[t]) || !isPassive(draft, verb)) return
  const participle = nextParticiple(draft, t, last)
  if (participle < 0) return
  const own = head[participle] === t && deprel[participle] === 'acl'
  const beside = (deprel[participle] === 'conj' || deprel[participle] === 'advcl') && head[participle] === verb
  if (!own && !beside) return
  for (const c of dependents(draft, t, verb + 1, last))
    if (c !== participle && (deprel[c] === 'cc' || deprel[c] === 'punct' || c > participle)) head[c] = participle
  head[participle] = verb
  deprel[participle] = 'conj'
  head[t] = participle
  deprel[t] = 'nsubj:pass'
}

/** The participle that follows t, with at most an adverb between. */
const nextParticiple = ({ upos, xpos }: Draft, t: number, last: number): number => {
  let p = t + 1
  while (p < last && upos[p] === 'ADV') p++
  return p <= last && upos[p] === 'VERB' && xpos[p] === 'VBN' ? p : -1
}

const hasPassiveAuxiliary = (draft: Draft, verb: number): boolean => {
  for (let k = verb - 1; k >= 0 && k > verb - 40; k--) if (draft.head[k] === verb && draft.deprel[k] === 'aux:pass') return true
  return false
}

/** A passive verb, or one coordinated with it. */
const isPassive = (draft: Draft, verb: number): boolean => {
  for (let v = verb, steps = 0; v >= 0 && steps < 10; v = draft.head[v], steps++) {
    if (draft.upos[v] !== 'VERB') return false
    if (hasPassiveAuxiliary(draft, v)) return true
    if (draft.deprel[v] !== 'conj') return false
  }
  return false
}

/** A participle without an auxiliary, coordinated with a passive verb. */
const isElliptic = (draft: Draft, verb: number): boolean =>
  draft.xpos[verb] === 'VBN' && draft.deprel[verb] === 'conj' && !hasAuxiliary(draft, verb) && isPassive(draft, draft.head[verb])

const hasAuxiliary = ({ head, deprel }: Draft, verb: number): boolean => {
  for (let k = verb - 1; k >= 0 && k > verb - 40; k--) if (head[k] === verb && deprel[k].startsWith('aux')) return true
  return false
}
