/** How much of real feeds is read right, how fast against the best npm parser, and what hostile ones cost. */

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseFeed } from '../src/feeds/parse.ts'
import { decode } from '../src/words/encoding.ts'
import type { Bar, Bench } from './bar.ts'
import { type Case, caseLeftOut, judge } from './feeds/feedparser-cases.ts'

export const run: Bench = async ({ data }) => [...feedparserBars(join(data, 'feeds/feedparser.jsonl'))]

function feedparserBars(file: string): readonly Bar[] {
  if (!existsSync(file)) {
    console.log(`feedparser's cases are not measured: ${file} is missing`)
    return []
  }
  const cases = readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Case)
  const groups = { fields: tally(), entities: tally(), relative: tally() }
  const left = new Map<string, number>()
  const verbose = process.env.FEEDS_MISSED !== undefined
  for (const one of cases) {
    const bytes = new Uint8Array(Buffer.from(one.document_base64, 'base64'))
    const header = (wanted: string): string =>
      Object.entries(one.headers).find(([name]) => name.toLowerCase() === wanted)?.[1] ?? ''
    const from = {
      url: `http://127.0.0.1:8097/tests/${one.name}`,
      contentType: header('content-type'),
      contentLanguage: header('content-language'),
      contentLocation: header('content-location'),
    }
    const feed = parseFeed(bytes, from)
    const { encoding } = decode(bytes, { ...from, kind: 'xml' })
    for (const expectation of one.expect) {
      const whole = caseLeftOut(one.name)
      const verdict =
        whole === undefined
          ? judge('failed' in feed ? undefined : feed, encoding, one, expectation)
          : { left: whole }
      if ('left' in verdict) {
        left.set(verdict.left, (left.get(verdict.left) ?? 0) + 1)
        continue
      }
      const group = /^(?:entities|encoding|wellformed\/amp)\//.test(one.name)
        ? groups.entities
        : /relative|base(?!64)|base\/|content_location/.test(one.name)
          ? groups.relative
          : groups.fields
      group.all++
      if (verdict.met) group.met++
      else if (verbose)
        console.log(
          'missed',
          one.name,
          expectation.path.join('.'),
          JSON.stringify(expectation.value),
          'got',
          JSON.stringify(verdict.got),
          'failed' in feed ? feed.failed : '',
        )
    }
  }
  console.log("feedparser's cases, expectations met")
  for (const [name, { met, all }] of Object.entries(groups))
    console.log(`  ${name.padEnd(10)} ${met} of ${all}`)
  console.log('left out')
  for (const [why, count] of [...left].sort((a, b) => b[1] - a[1]))
    console.log(`  ${String(count).padStart(4)}  ${why}`)
  return [
    { name: 'feeds.fields', measured: share(groups.fields), op: '>=', bar: 0.98 },
    { name: 'feeds.entities-and-encodings', measured: share(groups.entities), op: '>=', bar: 1 },
    { name: 'feeds.relative-addresses', measured: share(groups.relative), op: '>=', bar: 1 },
  ]
}

const tally = (): { met: number; all: number } => ({ met: 0, all: 0 })
const share = ({ met, all }: { met: number; all: number }): number => (all === 0 ? 0 : met / all)
