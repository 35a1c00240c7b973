import { expect, test } from 'vitest'
import { splitSentences } from '../../src/language/sentences.ts'
import { tokenise } from '../../src/language/tokens.ts'

/** The tokens of a text divided by blanks, its sentences by "‖". */
const cut = (text: string): string =>
  splitSentences(text, tokenise(text, 0, text.length))
    .map(s => s.map(t => text.slice(t.start, t.end)).join(' '))
    .join(' ‖ ')

const TOKENS: readonly [string, string][] = [
  ['Troops fired.', 'Troops fired .'],
  ['The army’s chief didn’t speak.', 'The army ’s chief did n’t speak .'],
  ["They can't, won't and cannot go.", "They ca n't , wo n't and can not go ."],
  ['The rebels didnt attack.', 'The rebels did nt attack .'],
  ['a Russian-made Mi-17 and a non-lethal, anti-tank round', 'a Russian - made Mi - 17 and a non-lethal , anti-tank round'],
  ['The ex-minister led a counter-attack.', 'The ex-minister led a counter-attack .'],
  ['Lt. Gen. Okello and Col. J. Mbeki', 'Lt. Gen. Okello and Col. J. Mbeki'],
  ['at 10 p.m. on Oct.10 in Mosul', 'at 10 p.m. on Oct. 10 in Mosul'],
  ['about 5km away, 20mm cannon', 'about 5 km away , 20 mm cannon'],
  ['paid US$10 million, or £3.5bn', 'paid US $ 10 million , or £ 3.5 bn'],
  ['a vote of 12-3 and 1990-1995', 'a vote of 12 - 3 and 1990 - 1995'],
  ['No. 5 battalion; the answer was no.', 'No. 5 battalion ; the answer was no .'],
  ['“We won,” he said.', '“ We won , ” he said .'],
  ['He said: "Go!"', 'He said : " Go ! "'],
  ['men and/or women', 'men and / or women'],
  ['See http://example.org/a-b?c=1, or mail desk@example.org.', 'See http://example.org/a-b?c=1 , or mail desk@example.org .'],
  ['Reporting by <desk@example.org>', 'Reporting by < desk@example.org >'],
  ['the town--once quiet--fell', 'the town -- once quiet -- fell'],
  ['They waited... and waited…', 'They waited ... and waited …'],
  ['at sea (map)', 'at sea ( map )'],
  ['20% of the 1,500 men', '20 % of the 1,500 men'],
]

const SENTENCES: readonly [string, string][] = [
  ['The army attacked. The rebels fled.', 'The army attacked . ‖ The rebels fled .'],
  ['Gen. Aoun met Mr. Hoss. They spoke.', 'Gen. Aoun met Mr. Hoss . ‖ They spoke .'],
  ['He met U.S. President Carter.', 'He met U.S. President Carter .'],
  ['They fled to the U.S. The rest stayed.', 'They fled to the U.S. ‖ The rest stayed .'],
  ['It began at 4 a.m. Monday near Tyre.', 'It began at 4 a.m. Monday near Tyre .'],
  ['It began at 4 a.m. The town was asleep.', 'It began at 4 a.m. ‖ The town was asleep .'],
  ['“It is over.” The crowd cheered.', '“ It is over . ” ‖ The crowd cheered .'],
  ['“Is it over?” he asked.', '“ Is it over ? ” he asked .'],
  ['"We won. We lost nobody," he said.', '" We won . ‖ We lost nobody , " he said .'],
  ['He called it " a massacre . " The army denied it.', 'He called it " a massacre . " ‖ The army denied it .'],
  ['The siege ended (in May.) Aid came.', 'The siege ended ( in May . ) ‖ Aid came .'],
  ['The bridge fell.[3] The army left.', 'The bridge fell . [ 3 ] ‖ The army left .'],
  ['The bridge fell.The army left.', 'The bridge fell . ‖ The army left .'],
  ['J. F. Kennedy spoke. It rained.', 'J. F. Kennedy spoke . ‖ It rained .'],
  ['On Sept. 27 they met. On Jan. 3 they fought.', 'On Sept. 27 they met . ‖ On Jan. 3 they fought .'],
  ['First line\n\nsecond line', 'First line ‖ second line'],
  ['The two\nsides met at\nnoon. Nothing came of it.', 'The two sides met at noon . ‖ Nothing came of it .'],
  ['1. Withdraw the troops. 2. Free the men.', '1 . Withdraw the troops . ‖ 2 . Free the men .'],
  ['Why? Nobody knows! It is so.', 'Why ? ‖ Nobody knows ! ‖ It is so .'],
  ['Police found rifles, mines, etc. Nobody was held.', 'Police found rifles , mines , etc. ‖ Nobody was held .'],
  ['The ministry said approx. forty men fled.', 'The ministry said approx. forty men fled .'],
]

test.each(TOKENS)('tokens: %s', (text, expected) => expect(cut(text)).toBe(expected))
test.each(SENTENCES)('sentences: %s', (text, expected) => expect(cut(text)).toBe(expected))
