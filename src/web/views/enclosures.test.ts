import { expect, test } from 'vitest'
import { enclosureList, enclosureText } from './enclosures.ts'

test.each([
  [{ url: 'https://a.example/1.mp3', type: 'audio/mpeg', seconds: 1_930 }, 'Listen, 32 min'],
  [{ url: 'https://a.example/2.mp4', type: 'video/mp4', seconds: 5_400 }, 'Watch, 1 h 30 min'],
  [{ url: 'https://a.example/3.pdf', type: 'application/pdf', bytes: 1_240_000 }, 'PDF, 1.2 MB'],
  [{ url: 'https://a.example/4', seconds: 42 }, 'Attachment, 42 s'],
  [{ url: 'https://a.example/5' }, 'Attachment'],
])('An enclosure says what it is and how long: %j', (enclosure, text) => {
  expect(enclosureText(enclosure)).toBe(text)
})

test('An address is escaped where it is printed', () => {
  const printed = String(enclosureList([{ url: 'https://a.example/?q="><script>' }]))
  expect(printed).not.toContain('<script>')
})
