/** Copies: known ones made here by cutting, wrapping and rewording the sets' articles, among all the others. */

import { allCopies, type Copyable, findCopies, folds } from '../../src/fold/copies.ts'
import { openCopyIndex } from '../../src/fold/copy-index.ts'
import { fingerprint } from '../../src/fold/fingerprint.ts'
import type { Bar } from '../bar.ts'
import { type Row, random } from './sets.ts'

const top = `Menu\nHome\nWorld\nSign in\nSubscribe for one euro a month\nShare this article with your friends\n\n`
const bottom = `\n\nRead more\nFive things to know this morning\nThe recipes everyone is cooking now\nAll rights reserved`
const other =
  `quayside lantern mulberry plinth cobbler thimble saffron gantry willow ferrule paddock cinder marzipan
trellis osprey gimlet hamlet pewter sorrel turnstile vellum wicker yonder zephyr brine cornice dapple ember`.split(
    /\s+/,
  )

const words = (text: string) => text.split(/\s+/)
const first = (text: string, share: number) => {
  const list = words(text)
  return list.slice(0, Math.ceil(list.length * share)).join(' ')
}

export function copies(rows: readonly Row[]): Bar[] {
  const next = random(3)
  const originals: (Copyable & { readonly label: string })[] = rows
    .filter((row) => row.episode !== undefined && words(row.text).length >= 60)
    .map((row, id) => ({ id, title: row.title, text: row.text, seen: id, label: row.episode! }))
  const index = openCopyIndex()
  const began = performance.now()
  for (const { id, text } of originals) index.add(id, fingerprint(text))
  const near = (article: Copyable) =>
    index.candidates(fingerprint(article.text)).map(({ id }) => originals[id]!)

  const kinds: Readonly<Record<string, (text: string) => string>> = {
    'verbatim with furniture': (text) => top + text + bottom,
    '40 % kept': (text) => first(text, 0.4),
    'new lead and cut': (text) => {
      const list = words(text)
      const lead = Array.from({ length: 35 }, () => other[Math.floor(next() * other.length)]!)
      return [...lead, ...list.slice(Math.floor(list.length * 0.2), Math.floor(list.length * 0.7))].join(' ')
    },
    '15 % of words changed': (text) =>
      words(text)
        .map((word) => (next() < 0.15 ? other[Math.floor(next() * other.length)]! : word))
        .join(' '),
  }
  let asked = 0
  let wrong = 0
  let found = 0
  let made = 0
  for (const [name, change] of Object.entries(kinds)) {
    let hits = 0
    for (const original of originals) {
      const copy: Copyable = { id: -1, title: original.title, text: change(original.text), seen: 1e9 }
      const edge = findCopies(copy, near(copy))
      asked++
      made++
      if (edge === undefined || !folds(edge)) continue
      // The sets hold real copies of their own; a copy of one is a copy of the other.
      if (originals[edge.origin]!.label === original.label) hits++
      else wrong++
    }
    found += hits
    console.log(
      `copies, ${name.padEnd(24)} recall ${(hits / originals.length).toFixed(4)} of ${originals.length}`,
    )
  }
  for (const original of originals) {
    const edge = findCopies(original, near(original))
    asked++
    if (edge !== undefined && folds(edge) && originals[edge.origin]!.label !== original.label) {
      wrong++
      console.log(
        `  folded across labels: ${original.title.slice(0, 60)} / ${originals[edge.origin]!.title.slice(0, 60)}`,
      )
    }
  }
  let excerpts = 0
  for (const original of originals) {
    const list = words(original.text)
    const from = Math.floor(next() * Math.max(1, list.length - 60))
    const filler = () =>
      words(originals[Math.floor(next() * originals.length)]!.text)
        .toSorted()
        .slice(0, 160)
        .join(' ')
    const text = `${filler()}\n${list.slice(from, from + 60).join(' ')}\n${filler()}\n${filler()}`
    const roundUp: Copyable = { id: -1, title: 'The week in brief', text, seen: 1e9 }
    const edges = allCopies(roundUp, near(roundUp))
    if (edges.some((edge) => originals[edge.origin]!.label === original.label)) excerpts++
  }
  const seconds = (performance.now() - began) / 1000
  console.log(`copies, excerpt of 60 words in a round-up: ${(excerpts / originals.length).toFixed(4)}`)
  console.log(
    `copies, false ${((100 * wrong) / asked).toFixed(3)} %; ${Math.round((asked + originals.length) / seconds)} articles/s`,
  )
  return [
    { name: 'stories.copies-recall', measured: found / made, op: '>=', bar: 0.98 },
    { name: 'stories.copies-false-percent', measured: (100 * wrong) / asked, op: '<=', bar: 0.05 },
    { name: 'stories.excerpts-recall', measured: excerpts / originals.length, op: '>=', bar: 0.95 },
  ]
}
