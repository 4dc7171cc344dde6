/** Whether reading on and on takes more and more memory: generated pages through every step, at a steady pace of days. */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { base, en, Faker } from '@faker-js/faker'
import { bringFiles, type File } from '../src/app/bring.ts'
import { openContext } from '../src/app/context.ts'
import { parseConfig } from '../src/config.ts'
import { drain } from '../src/jobs/work.ts'
import type { Bench } from './bar.ts'

/** As much news as a well-stocked reader takes in. */
const A_DAY = 2_000
const START = Date.parse('2025-01-06T00:00:00Z')
const BATCH = 500

/** Fifty days of it, so that the window of a month is full in the middle. Takes some twenty minutes. */
const ARTICLES = 100_000

/**
 * Compares the memory in use after the last fifth of the pages with that after the fifth before. Every page is a file
 * brought in, of some 250 words, one of the happenings that come and go.
 */
export const run: Bench = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'memory-'))
  const config = parseConfig({ THROUGHLINE_DATA: folder })
  if ('failed' in config) throw new Error(config.failed)
  const opened = await openContext(config)
  if ('failed' in opened) throw new Error(opened.failed)
  const write = pages()
  const marks: { readonly read: number; readonly used: number }[] = []
  try {
    for (let made = 0; made < ARTICLES; made += BATCH)
      await bringFiles(opened.context, write(made, Math.min(BATCH, ARTICLES - made)))
    let read = 0
    await drain(opened.context, () => {
      read += 1
      if (read % (ARTICLES / 5) !== 0) return
      marks.push({ read, used: inUse() })
      const { used } = marks.at(-1)!
      const resident = process.memoryUsage.rss() / 1e6
      console.log(`${read} articles read: ${used.toFixed(0)} MB in use, ${resident.toFixed(0)} MB resident`)
    })
  } finally {
    await opened.close()
    rmSync(folder, { recursive: true, force: true })
  }
  const [before, last] = marks.slice(-2)
  const growth = before && last ? last.used / before.used - 1 : 0
  return [{ name: 'memory.growth', measured: growth, op: '<=', bar: 0.1 }]
}

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** Megabytes that live objects and buffers hold. */
function inUse(): number {
  collect()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 1e6
}

type Happening = {
  readonly people: readonly string[]
  readonly place: string
  readonly words: readonly string[]
}

/** Pages in the order of their days; happenings last some days and others take their place. */
function pages(): (from: number, count: number) => readonly File[] {
  const faker = new Faker({ locale: [en, base], seed: 11 })
  const happening = (): Happening => ({
    people: Array.from({ length: 3 }, () => `${faker.person.firstName()} ${faker.person.lastName()}`),
    place: faker.location.city(),
    words: Array.from({ length: 8 }, () => faker.word.noun()),
  })
  const running = Array.from({ length: 400 }, happening)
  const sentence = ({ people, place, words }: Happening): string => {
    const person = faker.helpers.arrayElement(people)
    const [first, second] = faker.helpers.arrayElements(words, 2)
    return faker.helpers.arrayElement([
      `${person} said on ${faker.date.weekday()} that the ${first} in ${place} had ${faker.word.verb()} the ${faker.word.adjective()} ${second}.`,
      `"The ${first} is ${faker.word.adjective()}, and the ${second} must ${faker.word.verb()}," ${person} told reporters in ${place}.`,
      `${person} met ${faker.helpers.arrayElement(people)} in ${place} to discuss the ${first} and the ${second}.`,
      `At least ${faker.number.int({ min: 2, max: 900 })} people were near the ${faker.word.adjective()} ${first} when the ${second} began to ${faker.word.verb()}.`,
      `The ${faker.word.noun()} of the ${first} has been ${faker.word.adjective()} since ${faker.date.month()}, officials in ${place} said.`,
    ])
  }
  return (from, count) =>
    Array.from({ length: count }, (_, index) => {
      const at = from + index
      if (at % 8 === 0) running[faker.number.int(running.length - 1)] = happening()
      const about = faker.helpers.arrayElement(running)
      const day = new Date(START + (at / A_DAY) * 86_400_000).toISOString()
      const title = `${about.place}: ${faker.helpers.arrayElements(about.words, 3).join(' ')} ${faker.word.verb()}`
      const paragraphs = Array.from(
        { length: 6 },
        () => `<p>${Array.from({ length: 3 }, () => sentence(about)).join(' ')}</p>`,
      )
      const html = `<!doctype html><html lang="en"><head><title>${title}</title><meta property="article:published_time" content="${day}">
<link rel="canonical" href="https://outlet-${at % 40}.example/${at}"></head><body><nav><a href="/">Home</a></nav><article><h1>${title}</h1>${paragraphs.join('\n')}</article></body></html>`
      return { name: `${at}.html`, bytes: new TextEncoder().encode(html) }
    })
}
