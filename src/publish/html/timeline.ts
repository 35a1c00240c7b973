import { escaped } from '../escape.ts'
import { dayWords } from '../words.ts'
import type { Overview } from './overview.ts'

const WIDTH = 1000
const HEIGHT = 100

/** A bar for each stretch of days; the part of it that is contested is darker. Its numbers stand in the text around it. */
export const timeline = ({ bins, step, first, last }: Overview): string => {
  if (bins.length === 0 || first === null || last === null) return ''
  const most = Math.max(...bins.map(b => b.all))
  const slot = WIDTH / Math.max(bins.length, 20)
  const bar = (at: number, n: number, kind: string): string =>
    n
      ? `<rect class="${kind}" x="${num(at * slot)}" y="${num(HEIGHT - (n / most) * HEIGHT)}" width="${num(slot * 0.8)}" height="${num((n / most) * HEIGHT)}"/>`
      : ''
  const bars = bins.map((b, i) => bar(i, b.all, 'bar') + bar(i, b.contested, 'contested')).join('')
  const busiest = bins.reduce((a, b) => (b.all > a.all ? b : a))
  const said = `Incidents by the ${step} they begin in, from ${dayWords(first)} to ${dayWords(last)}. Most: ${most} in the ${step} of ${dayWords(busiest.day)}.`
  return `<figure><figcaption class="sans">Incidents by ${step}, at most ${most}. <span class="pair"><span class="key c"></span>accounts differ</span><span class="pair"><span class="key"></span>they do not</span>Older background is left out.</figcaption>
<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label="${escaped(said)}">${bars}</svg>
<div class="axis"><span>${dayWords(bins[0].day)}</span>${bins.length > 1 && bins.length >= 20 ? `<span>${dayWords(last)}</span>` : bins.length > 1 ? `<span>to ${dayWords(last)}</span>` : ''}</div></figure>
`
}

const num = (n: number): string => String(Number(n.toFixed(2)))
