import { expect, test } from 'vitest'
import { clean, consider, dayOf } from './pipeline.ts'

const seen = Date.parse('2026-05-04T10:00:00Z')
const report = `Pilots' union returns to Calda

A delegation of the pilots' union, headed by Ada Lindqvist, arrived in Calda on Sunday to discuss rest hours with the ministry.

"We came to listen," Lindqvist said.`

test('A text of a known day gives its encounters their days', () => {
  const { dossier, published } = consider(clean({ kind: 'text', text: report }).extracted, {
    fileName: '2024-03-13-calda.txt',
    seen,
  })
  expect(dayOf(published)).toBe('2024-03-13')
  expect(dossier.encounters.map(({ kind, status, date }) => ({ kind, status, date }))).toEqual([
    { kind: 'visit', status: 'occurred', date: '2024-03-10' },
  ])
})

test('A text of an unknown day gives none, rather than the day it was brought in', () => {
  const { dossier, published } = consider(clean({ kind: 'text', text: report }).extracted, { seen })
  expect(dayOf(published)).toBeUndefined()
  expect(dossier.encounters.map(({ kind, date }) => ({ kind, date }))).toEqual([
    { kind: 'visit', date: undefined },
  ])
  expect(dossier.statements.map(({ speaker }) => speaker?.text)).toEqual(['Lindqvist'])
})

test('A page that says it appears years after it was seen is not believed, nor is its address', () => {
  const page = (day: string) =>
    `<html lang="en"><head><title>Pilots return to Calda</title><meta property="article:published_time" content="${day}T08:00:00Z"></head>
<body><article><h1>Pilots return to Calda</h1><p>${'A delegation of the union came to Calda to speak of rest hours. '.repeat(9)}</p></article></body></html>`
  const read = (day: string, url: string) => {
    const { extracted } = clean({ kind: 'page', html: page(day), url })
    const { published, features } = consider(extracted, { url, seen })
    return { day: dayOf(published), dated: features.dated, time: features.time }
  }
  expect(read('2062-05-04', 'https://gazette.example/calda')).toEqual({
    day: undefined,
    dated: false,
    time: seen,
  })
  expect(read('2062-05-04', 'https://gazette.example/2062/05/04/calda')).toMatchObject({ day: undefined })
  expect(read('2062-05-04', 'https://gazette.example/2026/05/03/calda')).toMatchObject({ day: '2026-05-03' })
  // Tomorrow's paper is today's.
  expect(read('2026-05-05', 'https://gazette.example/calda')).toMatchObject({
    day: '2026-05-05',
    dated: true,
  })
})

test('A window of a few days stands for a day, a wide one does not', () => {
  const claim = { from: 'text' as const, evidence: [] }
  expect(dayOf({ ...claim, earliest: '2024-03-10', latest: '2024-03-14' })).toBe('2024-03-14')
  expect(dayOf({ ...claim, earliest: '2023-01-01', latest: '2024-03-14' })).toBeUndefined()
  expect(dayOf({ ...claim, earliest: '2023-01-01', latest: '2024-03-14', best: '2024-02-02' })).toBe(
    '2024-02-02',
  )
})

test('An entry whose page cannot be had is read from what its source listed, and doubted', () => {
  const item = {
    guid: '1',
    title: 'Ferry &amp; train agree',
    summary: '<p>The two lines will <b>share</b> a quay.</p><script>alert(1)</script>',
    authors: ['Nora Whitlock'],
    categories: [],
    enclosures: [],
    published: '2024-03-13T08:00:00Z',
  }
  const { extracted } = clean({ kind: 'entry', item })
  expect(extracted.title).toBe('Ferry & train agree')
  expect(extracted.text).toContain('The two lines will share a quay.')
  expect(extracted.text).not.toContain('alert')
  expect(extracted.confidence).toBeLessThanOrEqual(0.3)
})
