import { fold } from '../../knowledge/gazetteer/fold.ts'
import { actOf, isDealing } from './acts.ts'
import type { Telling } from './telling.ts'
import { dayKeys } from './when.ts'
import { cellsOf, isNamed } from './where.ts'

/** From which number on a figure marks a happening. */
const TELLING = 3

/**
 * The keys under which a telling is looked for: a type and a day with a piece of the map, the name of a place, a party and an act, a
 * figure, or the report. Two that `judge` joins share one, save for some that name no place, no figure and different acts. None
 * where the day is not known.
 */
export const blockKeys = (t: Telling): string[] => {
  const act = `${t.type ?? '-'}${t.actual ? '' : ' planned'}`
  const marks = marksOf(t)
  return dayKeys(t).flatMap(day => marks.map(mark => `${act}|${day}|${mark}`))
}

const marksOf = (t: Telling): string[] => {
  const parties = [...t.actors, ...t.recipients].map(p => p.slice(0, 3)).filter(p => p !== 'UNK')
  const names = t.places.filter(p => p.precision !== 'country' && isNamed(p)).map(p => `n ${fold(p.name)}`)
  const figures = t.figures.filter(f => (f.low ?? f.high ?? 0) >= TELLING).map(f => `f ${f.measure} ${f.low} ${f.high}`)
  return [
    ...new Set([
      `r ${t.report}`,
      ...cellsOf(t.places),
      ...names,
      ...parties.map(p => (isDealing(t.type) ? `p ${p}` : `p ${p} ${actOf(t.head)}`)),
      ...figures,
    ]),
  ]
}
