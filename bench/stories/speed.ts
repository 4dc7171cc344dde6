/** Throughput and memory on full text: a stream made up here, long enough to show that a large archive costs nothing. */

import { generatedStream } from '../../scripts/generated-stream.ts'
import { features } from '../../src/stories/features.ts'
import { openKeeper } from '../../src/stories/keep.ts'
import { openWindow } from '../../src/stories/window.ts'
import type { Bar } from '../bar.ts'

const DAY = 86_400_000
/** A month of news is made once and lived through again and again, each time with other names. */
const MONTH = 10_000
const DAYS = 30

/** `THROUGHLINE_BENCH_ARTICLES` sets how far it goes; the bar asks for a million, which takes a quarter of an hour. */
export function speed(): Bar[] {
  const total = Number(process.env.THROUGHLINE_BENCH_ARTICLES ?? 30_000)
  const window = openWindow('en')
  let last = 0
  const next = () => ++last
  const keeper = openKeeper(window, next, next)
  // Long stories run on past the month; what they tell later is left out.
  const month = generatedStream(77, { articles: MONTH * 2, days: DAYS, titleOnly: 0, undated: 0 })
    .filter((item) => item.seen < DAYS * DAY)
    .filter((_, at, list) => at % Math.ceil(list.length / MONTH) === 0 || list.length <= MONTH)
  const collect = globalThis.gc
  collect?.()
  const before = process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers
  const rates: number[] = []
  let characters = 0
  for (let at = 0; at < total; ) {
    const began = process.cpuUsage()
    for (let i = 0; i < month.length && at < total; i++, at++) {
      const item = month[i]!
      const round = Math.floor(at / month.length)
      const time = item.seen + round * DAYS * DAY
      // Another month, other people and places: capitals turn the wheel by one letter a round.
      const text =
        round === 0 ? item.text : item.text.replace(/\b[A-Z][a-z]{3,}/g, (name) => turned(name, round))
      characters += text.length
      keeper.take(
        features({ id: at, title: item.title, text, language: 'en', published: time, seen: time, names: [] }),
        time,
      )
    }
    const used = process.cpuUsage(began)
    rates.push(month.length / ((used.user + used.system) / 1e6))
  }
  collect?.()
  const after = process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers
  const { episodes, articles } = window.size()
  const bytes = (after - before) / Math.max(1, episodes)
  console.log(
    `speed: ${rates.map((rate) => Math.round(rate)).join(', ')} articles a CPU second by ${month.length}; ` +
      `${Math.round(characters / total)} characters each`,
  )
  console.log(
    `memory: ${Math.round(bytes / 1024)} KB per active episode (${episodes} of ${articles} articles; ` +
      `stories' profiles included${collect === undefined ? '; run node with --expose-gc for a true figure' : ''})`,
  )
  return [
    { name: 'stories.speed', measured: rates.at(-1) ?? 0, op: '>=', bar: 1000 },
    { name: 'stories.speed-kept', measured: (rates.at(-1) ?? 0) / (rates[0] ?? 1), op: '>=', bar: 0.9 },
    { name: 'stories.memory-kb', measured: bytes / 1024, op: '<=', bar: 20 },
  ]
}

const turned = (name: string, by: number): string =>
  name[0] +
  Array.from(name.slice(1), (c) => String.fromCharCode(97 + ((c.charCodeAt(0) - 97 + by) % 26))).join('')
