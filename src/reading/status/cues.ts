const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/))

/** Words that negate what they modify. */
export const NEGATORS = words(`not n't never no neither nor without hardly nobody nothing none no-one cannot`)

/** Governors whose complement did not happen or was kept from happening. */
export const FAILING = words(
  `fail foil thwart prevent avoid avert abort deter forestall preclude refrain abstain prohibit forbid neglect decline refuse unable impossible`,
)

/** Governors whose complement is still to come: plans, intentions, beginnings of purpose. */
export const PLANNING = words(
  `plan intend aim prepare vow pledge promise threaten seek hope expect want plot decide agree enable allow permit let schedule set ready commit determine offer warn warning
  continue-to likely bound due poised about going willing eager effort bid intention campaign preparation readiness commitment determination ability opportunity chance goal objective
  purpose design desire decision promise pledge vow threat offer proposal arrange prepared ready committed determined scheduled expected`,
)

/** Governors whose complement is demanded, feared, possible or asked about. */
export const IRREALIS = words(
  `demand call urge ask request require need appeal insist beg plead propose suggest recommend advise fear worry suspect doubt speculate consider
  unclear possible possibility risk danger likelihood question wonder whether should must could might may call appeal demand need fear suspicion ensure talk negotiation responsibility obligation duty step measure
  wish hopeful advocate encourage press pressure invite authorize authorise condition necessary essential vital important imperative`,
)

/** Auxiliaries of the future and of the merely possible. */
export const FUTURE_AUX = words(`will 'll wo shall would 'd gonna`)
export const POSSIBLE_AUX = words(`may might could can should must ought ca`)

/** Conjunctions that make a clause a condition or a question. */
export const CONDITIONAL = words(`if unless whether lest provided in-case`)

/** Adjectives of an event noun that put it off or in question. */
export const FUTURE_ADJECTIVES = words(
  `planned upcoming future imminent looming forthcoming impending threatened expected proposed intended scheduled eventual ultimate next`,
)
export const IRREALIS_ADJECTIVES = words(`possible potential alleged-future hypothetical likely feared any`)
export const FAILED_ADJECTIVES = words(`foiled failed thwarted aborted averted abortive attempted-not`)

/** Trying: what was tried in the past is told as done, what is being tried is still to come. */
export const TRYING = words(`try attempt struggle fight battle endeavour endeavor`)

/** Nouns that only measure or date the event noun below them. */
export const TRANSPARENT = words(
  `series wave spate launch start beginning resumption number kind phase round string flurry barrage campaign spree lot act case continuation end-of outbreak`,
)

/** Verbs that carry an event noun as their object. */
export const LIGHT = words(
  `carry launch conduct make take commit implement stage mount wage perform perpetrate do have undertake execute order begin start hold give sign reach`,
)
