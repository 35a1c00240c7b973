import { z } from 'zod'

const list = (meaning: string) => z.array(z.string().trim().min(1)).default([]).describe(meaning)

/** Who sides with whom in a conflict, as the user sees it: a small YAML or JSON file. */
export const sidesSchema = z.strictObject({
  conflict: z.string().trim().min(1).describe('A name for the conflict.'),
  sides: z
    .array(
      z.strictObject({
        name: z.string().trim().min(1).describe('What the side is called on pages and in exports.'),
        codes: list('Its states, groups and bodies: a code ("GEO"), or a code with a sector ("GEO REB"), which goes before.'),
        words: list('Words of a name that show who it belongs to ("South Ossetian"); they go before codes.'),
        outlets: list('Outlets that speak for it: what they say in their own voice is its account.'),
      }),
    )
    .min(1)
    .describe('Every party that is named nowhere stands for itself.'),
})
