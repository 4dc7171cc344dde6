import { expect, test } from 'vitest'
import { charsetOf, decode, onceEncoded } from './encoding.ts'

const latin = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0))
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const utf16 = (text: string, little: boolean, mark: boolean): Uint8Array =>
  Uint8Array.from(
    [...(mark ? '\uFEFF' : ''), ...text].flatMap((c) =>
      little ? [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8] : [c.charCodeAt(0) >> 8, c.charCodeAt(0) & 255],
    ),
  )
const utf32 = (text: string, little: boolean): Uint8Array => {
  const view = new DataView(new ArrayBuffer(text.length * 4))
  for (let at = 0; at < text.length; at++) view.setUint32(at * 4, text.charCodeAt(at), little)
  return new Uint8Array(view.buffer)
}

test('believes a byte order mark before anything else', () => {
  const from = { contentType: 'text/xml; charset=windows-1251', kind: 'xml' } as const
  expect(decode(Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8('<a>é</a>')), from)).toEqual({
    text: '<a>é</a>',
    encoding: 'utf-8',
    warnings: [],
  })
  expect(decode(utf16('<a>é</a>', true, true), from)).toMatchObject({
    text: '<a>é</a>',
    encoding: 'utf-16le',
  })
  expect(decode(utf16('<a>é</a>', false, true), from)).toMatchObject({
    text: '<a>é</a>',
    encoding: 'utf-16be',
  })
})

test('sees 16 and 32 bits a character without a mark', () => {
  const text = '<?xml version="1.0"?><a>é</a>'
  expect(decode(utf16(text, true, false), { kind: 'xml' })).toMatchObject({ text, encoding: 'utf-16le' })
  expect(decode(utf16(text, false, false), { kind: 'xml' })).toMatchObject({ text, encoding: 'utf-16be' })
  expect(decode(utf32(text, true), { kind: 'xml' })).toMatchObject({ text, encoding: 'utf-32le' })
  expect(decode(utf32(text, false), { kind: 'xml' })).toMatchObject({ text, encoding: 'utf-32be' })
})

test('believes the server before the document, and the document before the bytes', () => {
  const bytes = latin('<?xml version="1.0" encoding="windows-1251"?><a>\xcf</a>')
  expect(decode(bytes, { kind: 'xml', contentType: 'text/xml; charset="koi8-r"' })).toMatchObject({
    text: expect.stringContaining('о'),
    encoding: 'koi8-r',
  })
  expect(decode(bytes, { kind: 'xml', contentType: 'text/xml' })).toMatchObject({
    text: expect.stringContaining('П'),
    encoding: 'windows-1251',
  })
})

test.each([
  ['<meta charset=shift_jis>', 'shift_jis'],
  ['<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2">', 'iso-8859-2'],
  ['<!-- <meta charset=koi8-r> --><meta charset="euc-kr">', 'euc-kr'],
  ['<meta charset="utf-16">', 'utf-8'],
  ['<meta charset=latin1>', 'windows-1252'],
  ['<meta charset=gb2312>', 'gbk'],
  ['<meta charset=cp1251>', 'windows-1251'],
])('reads the encoding a page declares in %s', (head, encoding) => {
  expect(decode(latin(`<html><head>${head}`), { kind: 'html' }).encoding).toBe(encoding)
})

test('takes UTF-8 for UTF-8 where nothing is named, and windows-1252 for the rest', () => {
  expect(decode(utf8('né'), { kind: 'text' })).toEqual({ text: 'né', encoding: 'utf-8', warnings: [] })
  expect(decode(latin('n\xe9 \x93x\x94'), { kind: 'text' })).toMatchObject({
    text: 'né “x”',
    encoding: 'windows-1252',
    warnings: [expect.stringContaining('windows-1252')],
  })
})

test('keeps UTF-8 with a few broken bytes, and says so', () => {
  const bytes = Uint8Array.of(...utf8('<?xml version="1.0" encoding="utf-8"?>žluťoučký'), 0xff)
  const { text, warnings } = decode(bytes, { kind: 'xml' })
  expect(text).toContain('žluťoučký\uFFFD')
  expect(warnings).toEqual(['Some bytes are not the UTF-8 that the others are'])
})

test('reads UTF-8 that nobody names and that is cut in the middle of a character', () => {
  const bytes = utf8('žluťoučký kůň ý')
  expect(decode(bytes.subarray(0, -1), { kind: 'text' })).toMatchObject({
    text: 'žluťoučký kůň \uFFFD',
    encoding: 'utf-8',
  })
})

test('does not believe UTF-8 of bytes that hold none', () => {
  expect(
    decode(latin('<?xml version="1.0" encoding="utf-8"?>caf\xe9 cr\xe8me'), { kind: 'xml' }),
  ).toMatchObject({
    text: expect.stringContaining('café crème'),
    encoding: 'windows-1252',
  })
})

test('passes over encodings nobody knows', () => {
  expect(
    decode(utf8('<?xml version="1.0" encoding="klingon"?>é'), {
      kind: 'xml',
      contentType: 'text/xml; charset=none',
    }),
  ).toMatchObject({
    text: expect.stringContaining('é'),
    warnings: [
      'The server names an unknown charset, “none”',
      'The document names an unknown encoding, “klingon”',
    ],
  })
})

test('reads the charset of a Content-Type however it is quoted', () => {
  expect(charsetOf('text/html;charset=UTF-8')).toBe('UTF-8')
  expect(charsetOf("text/html; x=1; Charset = 'utf-8' ; y")).toBe('utf-8')
  expect(charsetOf('text/html; charset=')).toBeUndefined()
  expect(charsetOf(undefined)).toBeUndefined()
})

test('undoes a second encoding, and nothing else', () => {
  expect(onceEncoded('â€œSÃ£o Pauloâ€\u009d')).toBe('“São Paulo”')
  expect(onceEncoded('São Paulo')).toBe('São Paulo')
  expect(onceEncoded('Ã© and ж')).toBe('Ã© and ж')
})

test('takes what names no encoding for the one its language used to be written in', () => {
  expect(decode(latin('<html lang="ru"><p>\xcf\xee\xf0\xf2'), { kind: 'html' })).toMatchObject({
    text: expect.stringContaining('Порт'),
    encoding: 'windows-1251',
  })
  expect(decode(latin('<rss><language>ja</language><title>\x8d\x60'), { kind: 'xml' })).toMatchObject({
    text: expect.stringContaining('港'),
    encoding: 'shift_jis',
  })
})
