/** Names in running text; every text is invented. */

import { describe, expect, test } from 'vitest'
import type { Block } from '../model/article.ts'
import { sentences } from '../words/sentences.ts'
import { findNames } from './names.ts'

const SIGN = { person: 'p', organisation: 'o', place: 'l' } as const

function found(text: string, language = 'en'): string[] {
  const blocks: Block[] = []
  let start = 0
  for (const part of text.split('\n\n')) {
    blocks.push({ kind: 'paragraph', start, end: start + part.length })
    start += part.length + 2
  }
  return findNames(text, sentences(text, blocks), language).map(
    (name) => `${SIGN[name.kind]}:${text.slice(name.start, name.end)}`,
  )
}

describe('findNames', () => {
  test.each([
    ['Foreign Minister Helga Brandt flew to Nairobi on Tuesday.', ['p:Helga Brandt', 'l:Nairobi']],
    ['LISBON (Reuters) - Portugal signed the accord.', ['l:LISBON', 'o:Reuters', 'l:Portugal']],
    ['The London-based miner hired a Norwegian crew in May.', []],
    ['The World Health Organization warned Chad.', ['o:World Health Organization', 'l:Chad']],
    ['“We will wait,” said Omar al-Tayeb, a farmer.', ['p:Omar al-Tayeb']],
    ['Officials in the Gaza Strip and the West Bank agreed.', ['l:Gaza Strip', 'l:West Bank']],
    ['(Reporting by Jonas Lund; Editing by Mary Okafor)', ['p:Jonas Lund', 'p:Mary Okafor']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })

  test('knows a person again by the family name', () => {
    const names = found(
      'Helga Brandt resigned on Monday.\n\n“Enough,” Brandt told reporters. Brandt had ruled alone.',
    )
    expect(names).toEqual(['p:Helga Brandt', 'p:Brandt', 'p:Brandt'])
  })

  test('takes a lone word for no person where the text knows it as a place and gives nobody that name in full', () => {
    const names = found(
      "Vessaly holds to its quota, and to 74,000 tonnes Karsova, which its fleet needs.\n\nKarsova's deputy prime minister, Yelena Arsenyeva, has let it be known that she would come.",
    )
    expect(names).toContain('p:Yelena Arsenyeva')
    expect(names).not.toContain('p:Karsova')
  })

  test('gives spans in reading order that never overlap', () => {
    const text = 'Ana Ruiz of the Red Cross met Jens Holm in Oslo, Norway.'
    const names = findNames(text, [{ start: 0, end: text.length, block: 0 }], 'en')
    for (let i = 1; i < names.length; i++) expect(names[i]!.start).toBeGreaterThanOrEqual(names[i - 1]!.end)
    expect(names.length).toBeGreaterThan(3)
  })

  test('finds listed names in other languages and scripts', () => {
    expect(found('Le président Paul Mercier est arrivé à Doha. L’ONU attend.', 'fr')).toEqual([
      'p:Paul Mercier',
      'l:Doha',
      'o:ONU',
    ])
    expect(found('وصل محمود حسن إلى القاهرة.', 'ar')).toEqual(['p:محمود حسن', 'l:القاهرة'])
    expect(found('דוד כהן טס לקהיר.', 'he')).toEqual(['p:דוד כהן', 'l:קהיר'])
    expect(found('Иван Петров прилетел в Германию.', 'ru')).toEqual(['p:Иван Петров', 'l:Германию'])
  })

  test('is empty for a text without names', () => {
    expect(found('it rained all day. nobody came.')).toEqual([])
    expect(found('')).toEqual([])
  })
})
