import { expect, test } from 'vitest'
import type { Block } from '../model/article.ts'
import { sentences } from '../words/sentences.ts'
import { deriveWindow, type WindowHints } from './publication.ts'

const read = (text: string, hints: WindowHints = {}) => {
  const blocks: Block[] = [...text.matchAll(/[^\n]+/g)].map((m) => ({
    kind: 'paragraph',
    start: m.index,
    end: m.index + m[0].length,
  }))
  return deriveWindow({ text, blocks }, sentences(text, blocks), hints)
}

test('the latest past year opens the window, the day the page was seen closes it', () => {
  const text = 'The ferry sank in 1994.\nA court heard the case in 2011 and fined the owners.'
  const window = read(text, { seen: '2024-06-01T10:00:00Z' })
  expect(window).toMatchObject({ earliest: '2011-01-01', latest: '2024-06-01', from: 'text' })
  expect(window!.evidence.map((e) => text.slice(e.span!.start, e.span!.end))).toEqual(['2011'])
})

test('a past day without a year lies in the latest year told of, or after it', () => {
  const window = read('The port was dredged in 2011. Workers walked out on Oct. 4 over pay.', {
    seen: '2024-06-01',
  })
  expect(window?.earliest).toBe('2011-10-04')
})

test('what is still to come closes the window by itself', () => {
  const window = read('The bridge was closed in 2016. It will reopen on 3 May 2018, the ministry said.')
  expect(window).toMatchObject({ earliest: '2016-01-01', latest: '2018-05-03' })
})

test('a count of years beside its year gives both ends', () => {
  const window = read('The two clubs merged 30 years ago, in 1990, and share a ground.')
  expect(window).toMatchObject({ earliest: '2019-01-01', latest: '2021-12-31' })
})

test('an address or file name that holds a day gives it', () => {
  expect(read('Nothing dated.', { url: 'https://news.example/2019/03/07/tram' })?.best).toBe('2019-03-07')
  expect(read('Nothing dated.', { fileName: 'tram-20190307.html' })?.from).toBe('file')
})

test('a line that says when it was published gives the day', () => {
  expect(read('Published 3 May 2021\nThe tram is back.')).toMatchObject({
    best: '2021-05-03',
    from: 'visible',
  })
})

test('a copyright line never counts', () => {
  expect(
    read('The tram is back.\n© 2023 Tram Times. It was founded in 2019, all rights reserved.', {
      seen: '2024-01-01',
    }),
  ).toBeUndefined()
})

test('no window is claimed where the text says nothing of time', () => {
  expect(read('The tram is back. Riders cheered on Sunday.', { seen: '2024-01-01' })).toBeUndefined()
})
