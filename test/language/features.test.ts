import { expect, test } from 'vitest'
import { hash32, normaliseForm, shape } from '../../src/language/features.ts'

test.each([
  ['', 447841614],
  ['attack', 3627203053],
  ['’s', 2552856534],
  ['Škoda', 280209861],
  ['💥', 2445902908],
])('hash of "%s" as models/english/train.py computes it', (text, hash) => expect(hash32(text)).toBe(hash))

test.each([
  ['Mi-17', 'Xx-dd'],
  ['Kalashnikov', 'Xxxx'],
  ['NATO', 'XXX'],
  ['1,500', 'd,ddd'],
  ['Ľviv', 'Xxxx'],
  ['...', '...'],
])('shape of %s', (form, expected) => expect(shape(form)).toBe(expected))

test('digits and quotation marks are made alike', () => expect(normaliseForm('“F-16’s”')).toBe('"F-00\'s"'))
