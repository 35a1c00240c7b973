import { expect, test } from 'vitest'
import { lemmaOf } from '../../src/language/lemma.ts'

const LEMMAS: readonly [string, string, string][] = [
  ['killed', 'VERB', 'kill'],
  ['were', 'AUX', 'be'],
  ['had', 'AUX', 'have'],
  ['said', 'VERB', 'say'],
  ['struck', 'VERB', 'strike'],
  ['shelled', 'VERB', 'shell'],
  ['shelling', 'VERB', 'shell'],
  ['seized', 'VERB', 'seize'],
  ['besieging', 'VERB', 'besiege'],
  ['withdrew', 'VERB', 'withdraw'],
  ['overran', 'VERB', 'overrun'],
  ['retook', 'VERB', 'retake'],
  ['fought', 'VERB', 'fight'],
  ['shot', 'VERB', 'shoot'],
  ['bombed', 'VERB', 'bomb'],
  ['bombing', 'VERB', 'bomb'],
  ['detonated', 'VERB', 'detonate'],
  ['raided', 'VERB', 'raid'],
  ['ambushed', 'VERB', 'ambush'],
  ['ambushes', 'VERB', 'ambush'],
  ['deployed', 'VERB', 'deploy'],
  ['destroyed', 'VERB', 'destroy'],
  ['fled', 'VERB', 'flee'],
  ['laid', 'VERB', 'lay'],
  ['hit', 'VERB', 'hit'],
  ['hitting', 'VERB', 'hit'],
  ['stabbed', 'VERB', 'stab'],
  ['kidnapped', 'VERB', 'kidnap'],
  ['kidnapping', 'VERB', 'kidnap'],
  ['freed', 'VERB', 'free'],
  ['agreed', 'VERB', 'agree'],
  ['buried', 'VERB', 'bury'],
  ['died', 'VERB', 'die'],
  ['dying', 'VERB', 'die'],
  ['accused', 'VERB', 'accuse'],
  ['clashes', 'NOUN', 'clash'],
  ['attacks', 'NOUN', 'attack'],
  ['cities', 'NOUN', 'city'],
  ['casualties', 'NOUN', 'casualty'],
  ['gunmen', 'NOUN', 'gunman'],
  ['women', 'NOUN', 'woman'],
  ['men', 'NOUN', 'man'],
  ['people', 'NOUN', 'people'],
  ['children', 'NOUN', 'child'],
  ['lives', 'NOUN', 'life'],
  ['forces', 'NOUN', 'force'],
  ['bases', 'NOUN', 'base'],
  ['bodies', 'NOUN', 'body'],
  ['militias', 'NOUN', 'militia'],
  ['crises', 'NOUN', 'crisis'],
  ['Iraqis', 'PROPN', 'Iraqi'],
  ['Paris', 'PROPN', 'Paris'],
  ['Maldives', 'PROPN', 'Maldives'],
  ['United', 'PROPN', 'United'],
  ['States', 'PROPN', 'State'],
  ['they', 'PRON', 'they'],
  ['them', 'PRON', 'they'],
  ['n’t', 'PART', 'not'],
  ["n't", 'PART', 'not'],
  ['’s', 'PART', "'s"],
  ['heavier', 'ADJ', 'heavy'],
  ['worst', 'ADJ', 'bad'],
]

test.each(LEMMAS)('%s %s is %s', (form, upos, lemma) => expect(lemmaOf(form, upos)).toBe(lemma))

test('plurals of peoples', () => {
  expect(lemmaOf('Houthis', 'PROPN', 'NNPS')).toBe('Houthi')
  expect(lemmaOf('Tunis', 'PROPN', 'NNP')).toBe('Tunis')
})

/** Words by how common they are. */
const COMMON = [
  'gas',
  'mine',
  'loot',
  'raid',
  'stone',
  'resume',
  'rebuke',
  'visit',
  'repel',
  'fall',
  'pass',
  'calorie',
  'city',
  'hero',
  'horse',
  'min',
  'fal',
  'pas',
]
const rank = (word: string) => (COMMON.includes(word) ? COMMON.indexOf(word) + 1 : null)

test.each([
  ['mined', 'mine'],
  ['looted', 'loot'],
  ['raiding', 'raid'],
  ['stoning', 'stone'],
  ['rebuked', 'rebuke'],
  ['gassed', 'gas'],
  ['repelling', 'repel'],
  ['visited', 'visit'],
  ['resuming', 'resume'],
  ['passing', 'pass'],
])('the most common stem of %s', (form, lemma) => expect(lemmaOf(form, 'VERB', 'VBD', rank)).toBe(lemma))

test.each([
  ['calories', 'calorie'],
  ['heroes', 'hero'],
  ['horses', 'horse'],
])('the most common stem of %s', (form, lemma) => expect(lemmaOf(form, 'NOUN', 'NNS', rank)).toBe(lemma))

test('a bare infinitive is its own lemma', () => expect(lemmaOf('bleed', 'VERB', 'VB', rank)).toBe('bleed'))
