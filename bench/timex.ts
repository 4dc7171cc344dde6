/** Reads TimeML files and scores date values against their TIMEX3 marks; chrono-node stands beside ours. */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as chrono from 'chrono-node'
import { findDates } from '../src/dossier/dates.ts'
import type { Block } from '../src/model/article.ts'
import type { DateMention } from '../src/model/dossier.ts'
import { sentences } from '../src/words/sentences.ts'

export type Timex = {
  readonly start: number
  readonly end: number
  readonly type: string
  readonly value: string
}
export type TimexDocument = {
  readonly file: string
  readonly text: string
  readonly published: string
  readonly timexes: readonly Timex[]
}

const ENTITY: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

export function readTimeml(folder: string): TimexDocument[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((file) => file.endsWith('.tml'))
    .sort()
    .map((file) => {
      const raw = readFileSync(join(folder, file), 'utf8')
      const created = /<TIMEX3[^>]*CREATION_TIME[^>]*>/.exec(raw)?.[0] ?? ''
      const published = /value="([^"]+)"/.exec(created)?.[1] ?? ''
      const body = raw.slice(raw.indexOf('<TEXT>') + 6, raw.indexOf('</TEXT>'))
      let text = ''
      const timexes: Timex[] = []
      let open: { start: number; attributes: string } | undefined
      for (const match of body.matchAll(/<(\/?)([A-Z0-9]+)([^>]*)>|&(\w+);|[^<&]+|&/g)) {
        if (match[2] === 'TIMEX3') {
          if (match[1]) {
            if (open)
              timexes.push({
                start: open.start,
                end: text.length,
                type: attribute(open.attributes, 'type'),
                value: attribute(open.attributes, 'value'),
              })
            open = undefined
          } else open = { start: text.length, attributes: match[3]! }
        } else if (match[4]) text += ENTITY[match[4]] ?? ' '
        else if (!match[2]) text += match[0]
      }
      return { file, text, published, timexes }
    })
}

const attribute = (attributes: string, name: string): string =>
  new RegExp(`${name}="([^"]*)"`).exec(attributes)?.[1] ?? ''

/** Paragraphs of running text as blocks; single line breaks are layout, not ends. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = []
  for (const match of text.matchAll(/(?:(?!\n[ \t]*\n)[\s\S])+/g)) {
    if (match[0].trim())
      blocks.push({ kind: 'paragraph', start: match.index, end: match.index + match[0].length })
  }
  return blocks
}

type Scored = { tp: number; gold: number; predicted: number }
const f = ({ tp, gold, predicted }: Scored): number =>
  gold + predicted === 0 ? 0 : (200 * tp) / (gold + predicted)

/** Values written two ways mean one thing: 196 and 196X, 1998-W5 and 1998-W05, a weekend and its two days. */
export function sameValue(gold: string, ours: string): boolean {
  return canonical(gold) === canonical(ours)
}

function canonical(value: string): string {
  let v = value
    .replace(/(?:-XX)+$/, '')
    .replace(/^(\d\d)$/, '$1XX')
    .replace(/^(\d{3})$/, '$1X')
    .replace(/-W(\d)(?=$|-)/, '-W0$1')
    .replace(/-Q(\d)$/, '-Q$1')
  v = v
    .replace(/:00$/, '')
    .replace(/T(\d\d)$/, 'T$1:00')
    .replace(/Z$/, '')
  // "Friday night" is marked with and without its part of the day in the same file: the day is what counts.
  v = v.replace(/T(?:MO|AF|EV|NI|DT|MI)$/, '')
  const weekend = /^(\d{4})-W(\d\d)-WE$/.exec(v)
  if (weekend) {
    const fourth = Temporal.PlainDate.from({ year: Number(weekend[1]), month: 1, day: 4 })
    const saturday = fourth
      .subtract({ days: fourth.dayOfWeek - 1 })
      .add({ weeks: Number(weekend[2]) - 1, days: 5 })
    v = `${saturday}/${saturday.add({ days: 1 })}`
  }
  return v
}

const POINTS = new Set(['DATE', 'TIME'])

export type TimexResult = {
  readonly F: number
  readonly P: number
  readonly R: number
  readonly misses: string[]
}

/**
 * F of values over DATE and TIME: a mention counts where it overlaps a gold mark and has its value. Predictions over a
 * gold DURATION or SET are neither hit nor miss: the sets call the same words now one, now the other.
 */
export function scoreTimex(
  documents: readonly TimexDocument[],
  find: (document: TimexDocument) => readonly DateMention[],
): TimexResult {
  const total: Scored = { tp: 0, gold: 0, predicted: 0 }
  const misses: string[] = []
  for (const document of documents) {
    const mine = find(document).filter((mention) => mention.kind === 'date' || mention.kind === 'time')
    const used = new Set<DateMention>()
    for (const timex of document.timexes) {
      if (!POINTS.has(timex.type)) {
        for (const mention of mine)
          if (mention.start < timex.end && timex.start < mention.end) used.add(mention)
        continue
      }
      total.gold++
      const over = mine.filter(
        (mention) => mention.start < timex.end && timex.start < mention.end && !used.has(mention),
      )
      const best = over.find((mention) => sameValue(timex.value, mention.value)) ?? over[0]
      if (best) {
        used.add(best)
        total.predicted++
      }
      if (best && sameValue(timex.value, best.value)) total.tp++
      else {
        const near = document.text.slice(Math.max(0, timex.start - 60), timex.end + 40).replace(/\s+/g, ' ')
        misses.push(
          `${document.published} [${document.text.slice(timex.start, timex.end).replace(/\s+/g, ' ')}] gold ${timex.value} ours ${best?.value ?? '-'} | ${near}`,
        )
      }
    }
    for (const mention of mine) {
      if (used.has(mention)) continue
      total.predicted++
      misses.push(
        `${document.published} EXTRA ${document.text.slice(mention.start, mention.end)} = ${mention.value} | ${document.text.slice(Math.max(0, mention.start - 50), mention.end + 40).replace(/\s+/g, ' ')}`,
      )
    }
  }
  return {
    F: f(total),
    P: (100 * total.tp) / (total.predicted || 1),
    R: (100 * total.tp) / (total.gold || 1),
    misses,
  }
}

export const ours = (document: TimexDocument): DateMention[] =>
  findDates(document.text, sentences(document.text, blocksOf(document.text)), document.published)

export function chronos(document: TimexDocument): DateMention[] {
  const reference = new Date(`${document.published.slice(0, 10)}T12:00:00`)
  return chrono.parse(document.text, reference).map((result) => {
    const at = result.start
    const two = (n: number | null) => String(n).padStart(2, '0')
    let value = String(at.get('year'))
    if (at.isCertain('month') || at.isCertain('day') || at.isCertain('weekday'))
      value += `-${two(at.get('month'))}`
    if (at.isCertain('day') || at.isCertain('weekday')) value += `-${two(at.get('day'))}`
    if (at.isCertain('hour')) value += `T${two(at.get('hour'))}:${two(at.get('minute'))}`
    return { start: result.index, end: result.index + result.text.length, value, kind: 'date' }
  })
}
