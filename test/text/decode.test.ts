import { describe, expect, it } from 'vitest'
import { binaryKind, decode } from '../../src/text/decode.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const bytesOf = (...bytes: (number | string)[]): Uint8Array =>
  Uint8Array.from(bytes.flatMap(piece => (typeof piece === 'number' ? [piece] : [...piece].map(sign => sign.charCodeAt(0)))))
const wide = (text: string, little: boolean, mark: boolean): Uint8Array => {
  const units = [...(mark ? '\uFEFF' : ''), ...text].flatMap(sign => sign.split('').map(unit => unit.charCodeAt(0)))
  return Uint8Array.from(units.flatMap(unit => (little ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])))
}

describe('decoding', () => {
  it.each<[string, Uint8Array, string, string]>([
    ['plain ASCII', utf8('Rebels left.'), 'utf-8', 'Rebels left.'],
    ['UTF-8', utf8('“Left” – né 💥'), 'utf-8', '“Left” – né 💥'],
    ['UTF-8 with a mark', utf8('\uFEFFRebels'), 'utf-8', 'Rebels'],
    ['UTF-16 LE with a mark', wide('Rebels é', true, true), 'utf-16le', 'Rebels é'],
    ['UTF-16 BE with a mark', wide('Rebels é', false, true), 'utf-16be', 'Rebels é'],
    ['UTF-16 LE by its zeros', wide('Rebels left the town', true, false), 'utf-16le', 'Rebels left the town'],
    ['UTF-16 BE by its zeros', wide('Rebels left the town', false, false), 'utf-16be', 'Rebels left the town'],
    ['Windows-1252', bytesOf(0x93, 'Left', 0x94, ' n', 0xe9), 'windows-1252', '“Left” né'],
    [
      'what a page declares',
      bytesOf('<meta charset="windows-1251">', 0xcc, 0xe8, 0xf0),
      'windows-1251',
      '<meta charset="windows-1251">Мир',
    ],
    [
      'what a page declares the old way',
      bytesOf('<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', 0xed, 0xc9, 0xd2),
      'koi8-r',
      '<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">Мир',
    ],
    ['Shift JIS', bytesOf('<meta charset=shift_jis>', 0x93, 0x8c), 'shift_jis', '<meta charset=shift_jis>東'],
    ['GB 18030', bytesOf('<meta charset=gb18030>', 0xb1, 0xb1), 'gb18030', '<meta charset=gb18030>北'],
    ['a page that declares nonsense', bytesOf('<meta charset="x-none">n', 0xe9), 'windows-1252', '<meta charset="x-none">né'],
    [
      'UTF-8 with one broken byte',
      Uint8Array.from([...utf8('é'.repeat(30)), 0xff, ...utf8('x')]),
      'utf-8',
      `${'é'.repeat(30)}\uFFFDx`,
    ],
  ])('%s', (_name, bytes, encoding, text) => {
    const decoded = decode(bytes)
    expect([decoded.encoding, decoded.text]).toEqual([encoding, text])
    // Each sign's own bytes decode to it.
    const decoder = new TextDecoder(encoding)
    let at = 0
    for (const sign of decoded.text) {
      const own = bytes.subarray(decoded.byteAt(at), decoded.byteAt(at + sign.length))
      expect(decoder.decode(own)).toBe(sign)
      at += sign.length
    }
    expect(decoded.byteAt(decoded.text.length)).toBe(bytes.length)
  })

  it.each<[string, Uint8Array, string | null]>([
    ['PDF', bytesOf('%PDF-1.7'), 'a PDF file'],
    ['zip', bytesOf('PK', 3, 4, 20), 'a zip, Word or Excel file'],
    ['a picture', bytesOf(0x89, 'PNG'), 'a PNG picture'],
    ['zeros', new Uint8Array(400), 'binary data'],
    ['controls', Uint8Array.from({ length: 400 }, (_, i) => i % 29), 'binary data'],
    ['text', utf8('Rebels left.\r\n\tThe town\f burnt.'), null],
    ['UTF-16', wide('Rebels left the town', true, false), null],
    ['nothing', new Uint8Array(), null],
  ])('tells binary files: %s', (_name, bytes, kind) => {
    expect(binaryKind(bytes)).toBe(kind)
  })
})
