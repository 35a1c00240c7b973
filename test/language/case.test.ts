import { expect, test } from 'vitest'
import { trueCase } from '../../src/language/case.ts'

const cased = (sentence: string): string => trueCase(sentence.split(' '), () => true).join(' ')

test.each([
  ['REBELS SEIZE TOWN IN NORTHERN MALI', 'Rebels seize town in northern Mali'],
  ['THE U.N. SAID TWO DIED', 'The U.N. said two died'],
  ['Army Retakes Town After Heavy Fighting in Darfur', 'Army retakes town after heavy fighting in Darfur'],
])('lowers %s', (from, to) => expect(cased(from)).toBe(to))

test.each([
  'The army retook the town after heavy fighting in Darfur',
  'President Anwar Sadat met Prime Minister Menachem Begin in Jerusalem',
  'NATO and the UN',
  'OK',
])('leaves %s', sentence => expect(cased(sentence)).toBe(sentence))
