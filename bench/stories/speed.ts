/** Throughput and memory on full text: a stream made up here, long enough to show that a large archive costs nothing. */

import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { BEGIN, generatedStream } from '../../scripts/generated-stream.ts'
import { features } from '../../src/stories/features.ts'
import { openKeeper } from '../../src/stories/keep.ts'
import { openWindow } from '../../src/stories/window.ts'
import type { Bar } from '../bar.ts'

const DAY = 86_400_000
/** A month of news is made once and lived through again and again, each time with other names. */
const MONTH = 10_000
const DAYS = 30
/** Articles made ready at a time, outside what is measured. */
const BATCH = 500

/** `THROUGHLINE_BENCH_ARTICLES` sets how far it goes; the bar asks for a million, which takes half an hour. */
export function speed(): Bar[] {
  const total = Number(process.env.THROUGHLINE_BENCH_ARTICLES ?? 200_000)
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const used = () => {
    collect()
    const { heapUsed, arrayBuffers } = process.memoryUsage()
    return heapUsed + arrayBuffers
  }
  // Long stories run on past the month; what they tell later is left out.
  const made = generatedStream(77, { articles: MONTH * 2, days: DAYS, titleOnly: 0, undated: 0, crowd: 0 })
  const month = made.filter((item) => item.seen < BEGIN + DAYS * DAY).slice(0, MONTH)
  const before = used()
  const window = openWindow('en')
  let last = 0
  const next = () => ++last
  const keeper = openKeeper(window, next, next)
  const rates: number[] = []
  let characters = 0
  let at = 0
  while (at < total) {
    let microseconds = 0
    const round = Math.floor(at / month.length)
    for (let i = 0; i < month.length; i += BATCH) {
      const batch = month.slice(i, i + BATCH).map((item) => ({
        id: at++,
        title: item.title,
        // Another month, other people and places: capitals turn the wheel by one letter a round.
        text: round === 0 ? item.text : item.text.replace(/\b[A-Z][a-z]{3,}/g, (name) => turned(name, round)),
        time: item.seen + round * DAYS * DAY,
      }))
      const began = process.cpuUsage()
      for (const { id, title, text, time } of batch) {
        characters += text.length
        const of = features({ id, title, text, language: 'en', published: time, seen: time, names: [] })
        keeper.take(of, time)
      }
      const { user, system } = process.cpuUsage(began)
      microseconds += user + system
    }
    rates.push((month.length * 1e6) / microseconds)
  }
  const full = used()
  const { episodes, articles } = window.size()
  window.forget(Number.POSITIVE_INFINITY)
  const empty = used()
  const bytes = (full - empty) / Math.max(1, episodes)
  // The first month warms up the machine, and finds an empty window.
  const early = rates[1] ?? rates[0] ?? 1
  const late = median(rates.slice(-3))
  console.log(
    `speed: ${rates.map((rate) => Math.round(rate)).join(', ')} articles a CPU second by ${month.length}; ` +
      `${Math.round(characters / at)} characters each`,
  )
  console.log(
    `memory: ${(bytes / 1024).toFixed(1)} KB per active episode (${episodes} of ${articles} articles); ` +
      `${((empty - before) / at / 1024).toFixed(2)} KB for each of ${at} articles stay for the stories`,
  )
  return [
    { name: 'stories.speed', measured: late, op: '>=', bar: 1000 },
    { name: 'stories.speed-kept', measured: late / early, op: '>=', bar: 0.9 },
    { name: 'stories.memory-kb', measured: bytes / 1024, op: '<=', bar: 20 },
  ]
}

const median = (list: readonly number[]): number => list.toSorted((a, b) => a - b)[list.length >> 1] ?? 0

const turned = (name: string, by: number): string =>
  name[0] +
  Array.from(name.slice(1), (c) => String.fromCharCode(97 + ((c.charCodeAt(0) - 97 + by) % 26))).join('')
