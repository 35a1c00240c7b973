import robotsModule from 'robots-parser'

// The package is CommonJS, its types are not.
const robotsParser = robotsModule as unknown as typeof robotsModule.default

/** What a site's robots.txt says to us. */
export interface Rules {
  allows(url: string): boolean
  /** Why what is not allowed is not: a sentence. */
  readonly why: string
  /** Seconds to leave between two requests; null when it does not say. */
  readonly delay: number | null
}

/** The answer to asking for a robots.txt, or a sentence why there was none. */
export type RobotsAnswer = { readonly status: number; readonly text: string } | { readonly fault: string }

/** How long rules hold, and how long a site without an answer is left alone, in milliseconds. */
const [DAY, PATIENCE] = [86_400_000, 600_000]

/** The sites' rules, each asked for once a day. `agent`: our name in them; `now`: milliseconds. */
export const createRobots = (
  ask: (url: string) => Promise<RobotsAnswer>,
  agent: string,
  now: () => number,
): ((origin: string) => Promise<Rules>) => {
  const known = new Map<string, { readonly rules: Promise<Rules>; readonly until: number }>()
  return async origin => {
    const found = known.get(origin)
    if (found && found.until > now()) return found.rules
    const answer = ask(`${origin}/robots.txt`)
    known.set(origin, { rules: answer.then(given => rulesOf(origin, given, agent)), until: now() + DAY })
    const given = await answer
    const rules = rulesOf(origin, given, agent)
    if (isSilent(given)) known.set(origin, { rules: Promise.resolve(rules), until: now() + PATIENCE })
    return rules
  }
}

const isSilent = (given: RobotsAnswer): boolean => 'fault' in given || given.status >= 500 || given.status === 429

/** RFC 9309: no file means that all is allowed; a site that cannot answer allows nothing. */
const rulesOf = (origin: string, given: RobotsAnswer, agent: string): Rules => {
  if ('fault' in given) return { allows: () => false, why: given.fault, delay: null }
  if (isSilent(given))
    return { allows: () => false, why: `its robots.txt cannot be had now (status ${given.status}).`, delay: null }
  const why = 'its robots.txt does not allow it to programs.'
  if (given.status !== 200) return { allows: () => true, why, delay: null }
  const robots = robotsParser(`${origin}/robots.txt`, given.text)
  return { allows: url => robots.isAllowed(url, agent) !== false, why, delay: robots.getCrawlDelay(agent) ?? null }
}
