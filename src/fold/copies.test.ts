import { describe, expect, it } from 'vitest'
import type { CopyEdge } from '../model/story.ts'
import { credits } from '../words/credits.ts'
import { allCopies, type Copyable, findCopies, folds, originOf } from './copies.ts'
import { openCopyIndex } from './copy-index.ts'
import { apart } from './excerpts.ts'
import { fingerprint } from './fingerprint.ts'

const harbour = `The harbour council of Verrin voted on Thursday to close the eastern quay for repairs that will last
until the autumn. Fishing boats are to move to the smaller basin behind the customs house, where the council promises
new moorings by the end of the month. Captain Ilse Dramm, who speaks for the fleet, called the plan hasty and said that
forty crews had not been asked. The council's engineer answered that the piles under the quay had been eaten away by
worms and that a storm like the one of last winter could bring it down. A ferry to the outer islands will leave from the
northern pier twice a day instead of three times, and tickets already bought stay valid.`
const orchard = `Apple growers in the Lenn valley expect their smallest crop in a decade after frost struck the blossom in
April. The growers' union reckons that two trees in three carry no fruit at all, and has asked the provincial government
for cheap loans. Cider makers say they will buy from abroad this year, though the price of a barrel may rise by a third.`

const article = (id: number, text: string, more: Partial<Copyable> = {}): Copyable => ({
  id,
  title: 'A title',
  text,
  seen: id * 1000,
  ...more,
})

describe('apart', () => {
  const excerpt = (origin: number, start: number, end: number): CopyEdge => ({
    origin,
    kind: 'excerpt',
    containment: 0.1,
    confidence: 0.9,
    why: [],
    passages: [{ here: { start, end }, there: { start: 0, end: end - start } }],
  })
  const origins = (edges: readonly CopyEdge[]) => edges.map(({ origin }) => origin)
  it('keeps an excerpt for each passage, of the first article that it was found in', () => {
    expect(origins(apart([excerpt(1, 0, 200), excerpt(2, 300, 500), excerpt(3, 20, 200)]))).toEqual([1, 2])
  })
  it('keeps none of what the article repeats anyway, and every citation', () => {
    const cites: CopyEdge = { ...excerpt(4, 0, 9), kind: 'cites', passages: [] }
    const whole: CopyEdge = { ...excerpt(9, 0, 250), kind: 'wire' }
    expect(origins(apart([excerpt(1, 0, 200), excerpt(2, 300, 500), cites], whole))).toEqual([2, 4])
    expect(origins(apart([whole]))).toEqual([])
  })
})

describe('findCopies', () => {
  it('finds the same text under furniture', () => {
    const edge = findCopies(article(2, `Share this page\n\n${harbour}\n\nRead next: our picks`), [
      article(1, harbour),
    ])
    expect(edge?.origin).toBe(1)
    expect(edge?.kind).toBe('same-text')
    expect(folds(edge!)).toBe(true)
  })
  it('finds a text cut to its first part', () => {
    const edge = findCopies(article(2, harbour.slice(0, 260)), [article(1, harbour)])
    expect(edge?.containment).toBeGreaterThan(0.9)
  })
  it('shows the passages in both texts', () => {
    const here = `A new lead by another desk, unlike the old one in every word it has.\n${harbour.slice(200)}`
    const edge = findCopies(article(2, here), [article(1, harbour)])
    const { here: mine, there } = edge!.passages[0]!
    expect(here.slice(mine.start, mine.end)).toBe(harbour.slice(there.start, there.end))
  })
  it('calls one paragraph in a round-up an excerpt, which does not fold', () => {
    const roundUp = `${orchard}\n${harbour.slice(0, 230)}\n${orchard.split(' ').reverse().join(' ')}\n${orchard
      .split(' ')
      .toSorted()
      .join(' ')}`
    const edge = findCopies(article(2, roundUp), [article(1, harbour)])
    expect(edge?.kind).toBe('excerpt')
    expect(folds(edge!)).toBe(false)
  })
  it('calls a text made of several others excerpts of each, however short those are', () => {
    const own =
      'And here, as on every Friday, is what our readers asked about most, in no order at all, with thanks.'
    const roundUp = article(3, [own, harbour, own.toUpperCase(), orchard, own].join('\n'))
    const found = allCopies(roundUp, [article(1, harbour), article(2, orchard)])
    expect(found.map(({ origin, kind }) => [origin, kind]).toSorted()).toEqual([
      [1, 'excerpt'],
      [2, 'excerpt'],
    ])
    expect(apart(found)).toHaveLength(2)
    expect(Math.min(...found.map(({ confidence }) => confidence))).toBeGreaterThan(0.9)
  })
  it('calls a text that is mainly one other its copy, though it holds a passage of a third', () => {
    const copy = article(3, `${harbour}\n${orchard.slice(0, 220)}`)
    expect(findCopies(copy, [article(1, harbour), article(2, orchard)])).toMatchObject({
      origin: 1,
      kind: 'same-text',
    })
  })
  it('calls a text that two others of one origin hold a copy of it still', () => {
    const copy = article(4, `${orchard.split(' ').toReversed().join(' ')}\n${harbour}`)
    const found = allCopies(copy, [
      article(1, harbour),
      article(2, harbour),
      article(3, harbour.slice(0, 400)),
    ])
    expect(folds(found[0]!)).toBe(true)
  })
  it('leaves different texts apart', () => {
    expect(findCopies(article(2, orchard), [article(1, harbour)])).toBeUndefined()
  })
  it("takes this week's report in last week's words for news", () => {
    const report = (a: string, b: string, c: string, d: string) =>
      `The harbour of Verrin handled ${a} crates of herring in the week, the harbour office said on Friday, against ${b} in
the week before. Prices at the early auction stood at ${c} marks a crate, while cod fetched ${d} marks.`
    const edge = findCopies(article(2, report('812', '790', '14', '33')), [
      article(1, report('790', '655', '12', '31')),
    ])
    expect(edge === undefined || !folds(edge)).toBe(true)
  })
  it('knows a wire copy by its mark', () => {
    const edge = findCopies(article(2, `VERRIN (Reuters) - ${harbour}`), [article(1, harbour)])
    expect(edge?.kind).toBe('wire')
  })
  it('knows a wire copy by an outlet that signs it', () => {
    const edge = findCopies(article(2, harbour, { outlet: 'The Ledger', byline: 'Northline' }), [
      article(1, harbour, { outlet: 'Northline Wire' }),
    ])
    expect(edge?.kind).toBe('wire')
    expect(edge?.why).toContainEqual({
      what: 'it carries the mark of {outlet}',
      values: { outlet: 'Northline Wire' },
      weight: 3,
    })
  })
  it('tells of a link to another article', () => {
    const origin = article(1, harbour, { url: 'https://www.quay.example/plan?ref=rss' })
    const edge = findCopies(article(2, orchard, { links: ['https://quay.example/plan/'] }), [origin])
    expect(edge?.kind).toBe('cites')
  })
})

it('takes a credit above the clock to say which is the origin', () => {
  const early = article(1, `${harbour}\nSource: The Quay Courier`, { outlet: 'Morning Mirror' })
  const late = article(2, harbour, { outlet: 'The Quay Courier' })
  expect(originOf(early, late).origin).toBe(2)
  expect(originOf(late, early).origin).toBe(2)
})

it.each([
  ['Источник: Вестник порта', 'вестник порта'],
  ['المصدر: صحيفة الميناء', 'صحيفة الميناء'],
  ['Fuente: El Diario del Puerto', 'el diario del puerto'],
])('reads the source line %s', (line, name) => {
  expect(credits(`${harbour}\n${line}`)).toContainEqual({ name, how: 'source-line' })
})

describe('the copy index', () => {
  it('leads to the article that shares most', () => {
    const index = openCopyIndex()
    index.add(1, fingerprint(harbour))
    index.add(2, fingerprint(orchard))
    expect(index.candidates(fingerprint(harbour.slice(50, 400))).map(({ id }) => id)).toEqual([1])
  })
  it('lets go of the oldest when it is full', () => {
    const index = openCopyIndex(2)
    index.add(1, fingerprint(harbour))
    index.add(2, fingerprint(orchard))
    index.add(3, fingerprint(orchard))
    expect(index.candidates(fingerprint(harbour))).toEqual([])
    expect(index.candidates(fingerprint(orchard)).map(({ id }) => id)).toEqual([2, 3])
    expect(index.size()).toBe(2)
  })
  it('knows an article by its new text, and lets go of it when it would have', () => {
    const index = openCopyIndex(2)
    index.add(1, fingerprint(harbour))
    index.add(2, fingerprint(harbour))
    index.revise(1, fingerprint(orchard))
    index.revise(9, fingerprint(orchard))
    expect(index.candidates(fingerprint(harbour)).map(({ id }) => id)).toEqual([2])
    expect(index.candidates(fingerprint(orchard)).map(({ id }) => id)).toEqual([1])
    index.add(3, fingerprint(harbour))
    expect(index.candidates(fingerprint(orchard))).toEqual([])
  })
  it('leads to what a round-up holds beside a text that many have', () => {
    const index = openCopyIndex()
    for (let id = 1; id <= 12; id++) index.add(id, fingerprint(harbour))
    index.add(13, fingerprint(orchard))
    const found = index.candidates(fingerprint(`${harbour} ${orchard}`)).map(({ id }) => id)
    expect(found).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 13])
  })
  it('takes what stands everywhere for furniture', () => {
    const index = openCopyIndex()
    for (let id = 0; id < 60; id++) index.add(id, fingerprint(harbour))
    expect(index.candidates(fingerprint(harbour))).toEqual([])
  })
})
