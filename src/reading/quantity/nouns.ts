import { child } from '../../language/tree.ts'
import type { Document } from '../../model/document.ts'

const THINGS = new Set(
  `aircraft airplane plane jet fighter-jet bomber helicopter gunship drone uav missile rocket tank vehicle truck car bus jeep convoy boat ship vessel tanker frigate
  destroyer gunboat speedboat submarine ferry train bridge house home building school hospital clinic mosque church temple shop market factory plant refinery pipeline
  pylon tower station base post position positions checkpoint bunker hideout warehouse depot cache arsenal camp launcher battery howitzer mortar gun artillery cannon rifle
  cartridge round grenade mine bomb shell weapon pistol ammunition explosive dynamite kilo ton tonne kilogram litre unit trap knapsack uniform radio computer phone
  platform rig terminal well field airfield airport runway port dam road railway headquarters office facility structure target village town city settlement crop
  outpost trench tunnel system radar site barracks garrison personnel-carrier carrier apartment block infrastructure property farm tent property passport document flag money dollar`.split(
    /\s+/,
  ),
)
const UNCOUNTABLE = new Set(
  `army force police military government opposition regime militia group family crew staff population public people armour armor equipment material materiel ammunition
  infrastructure property damage territory terrain area region land ground money aid food control power violence destruction water information evidence life responsibility
  nobody none noone anyone anybody everyone everybody somebody someone part rest majority number lot group convoy fleet party movement organization organisation enemy side world country state nation village town city position
  explosion attack blast strike raid shelling fire clash battle fighting war conflict weaponry contraband dynamite majority minority half ministry unit battalion brigade division regiment`.split(
    /\s+/,
  ),
)

/** Whether the noun phrase headed by `t` counts things, not people. */
export const isThing = (doc: Document, t: number): boolean => {
  if (THINGS.has(doc.lemma[t].toLowerCase())) return true
  const of = child(doc, t, 'nmod')
  return (
    (doc.upos[t] === 'NUM' ||
      /^(?:dozen|score|hundred|thousand|million|number|dozens|scores|hundreds|thousands)$/.test(doc.lemma[t].toLowerCase())) &&
    of > t &&
    THINGS.has(doc.lemma[of].toLowerCase())
  )
}

/** Whether a singular noun does not stand for one of a kind: masses and bodies of people. */
export const uncountable = (lemma: string): boolean => UNCOUNTABLE.has(lemma)
