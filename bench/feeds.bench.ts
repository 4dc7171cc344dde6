/** How much of real feeds is read right and how fast, what hostile ones cost, and how many are polled a second. */

import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseFeed as parseWithFeedsmith } from 'feedsmith'
import { parseFeed } from '../src/feeds/parse.ts'
import { decode } from '../src/words/encoding.ts'
import type { Bar, Bench } from './bar.ts'
import { madeUpFeeds } from './feeds/corpus.ts'
import { type Case, caseLeftOut, judge } from './feeds/feedparser-cases.ts'
import { hostileFeeds, hostilePages } from './feeds/hostile.ts'
import { killRefreshes } from './feeds/kills.ts'
import { measureHostileServers } from './net-hostile.ts'
import { measurePolling } from './polling.ts'

export const run: Bench = async ({ data }) => [
  ...feedparserBars(join(data, 'feeds/feedparser.jsonl')),
  ...speedBars(),
  ...hostileBars(),
  ...(await measureHostileServers()),
  ...(await measurePolling()),
  ...(await killBars()),
]

function feedparserBars(file: string): readonly Bar[] {
  if (!existsSync(file)) {
    console.log(`feedparser's cases are not measured: ${file} is missing`)
    return []
  }
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  const groups = { fields: tally(), entities: tally(), relative: tally() }
  const left = new Map<string, number>()
  for (const one of lines.map((line) => JSON.parse(line) as Case)) {
    const bytes = new Uint8Array(Buffer.from(one.document_base64, 'base64'))
    const header = (wanted: string): string =>
      Object.entries(one.headers).find(([name]) => name.toLowerCase() === wanted)?.[1] ?? ''
    const from = {
      url: `http://127.0.0.1:8097/tests/${one.name}`,
      contentType: header('content-type'),
      contentLanguage: header('content-language'),
      contentLocation: header('content-location'),
    }
    const parsed = parseFeed(bytes, from)
    const feed = 'failed' in parsed ? undefined : parsed
    const { encoding } = decode(bytes, { ...from, kind: 'xml' })
    const whole = caseLeftOut(one)
    for (const expectation of one.expect) {
      const verdict = whole === undefined ? judge(feed, encoding, one, expectation) : { left: whole }
      if ('left' in verdict) {
        left.set(verdict.left, (left.get(verdict.left) ?? 0) + 1)
        continue
      }
      const group = groups[groupOf(one.name)]
      group.all++
      if (verdict.met) group.met++
      else console.log(`  missed ${one.name}: ${expectation.path.join('.')}`)
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

function groupOf(name: string): 'fields' | 'entities' | 'relative' {
  if (/^(?:entities|encoding|wellformed\/amp)\//.test(name)) return 'entities'
  return /relative|base(?!64)|content_location/.test(name) ? 'relative' : 'fields'
}

const tally = (): { met: number; all: number } => ({ met: 0, all: 0 })
const share = ({ met, all }: { met: number; all: number }): number => (all === 0 ? 0 : met / all)

const roundSeconds = 1.5
const rounds = 3

/** Both from bytes to the full model, by turns on one corpus; the best round of each counts. */
function speedBars(): readonly Bar[] {
  const corpus = madeUpFeeds(60)
  const megabytes = corpus.reduce((sum, bytes) => sum + bytes.length, 0) / 1e6
  const decoder = new TextDecoder()
  const readers = {
    ours: (bytes: Uint8Array): unknown => parseFeed(bytes, { url: 'https://gazette.example/feed' }),
    feedsmith: (bytes: Uint8Array): unknown => parseWithFeedsmith(decoder.decode(bytes)),
  }
  const best = { ours: 0, feedsmith: 0 }
  for (let round = 0; round <= rounds; round++) {
    for (const name of ['ours', 'feedsmith'] as const) {
      const before = process.cpuUsage()
      let passes = 0
      for (const end = performance.now() + roundSeconds * 1000; performance.now() < end; passes++)
        for (const bytes of corpus) readers[name](bytes)
      const { user, system } = process.cpuUsage(before)
      // The first round only warms up.
      if (round > 0) best[name] = Math.max(best[name], (megabytes * passes) / ((user + system) / 1e6))
    }
  }
  console.log(
    `${corpus.length} made-up feeds of ${megabytes.toFixed(1)} MB, bytes to full model, MB per CPU second`,
  )
  console.log(
    `  ours ${best.ours.toFixed(1)}, feedsmith ${best.feedsmith.toFixed(1)} (which resolves no address)`,
  )
  return [{ name: 'feeds.speed-to-feedsmith', measured: best.ours / best.feedsmith, op: '>=', bar: 2 }]
}

type Cost = { readonly ms: number; readonly mb: number; readonly outcome: string }

/** Each in a process of its own, so that its memory is its own. */
function hostileBars(): readonly Bar[] {
  const folder = mkdtempSync(join(tmpdir(), 'hostile-'))
  const worst = { ms: 0, mb: 0 }
  console.log('hostile documents: ms of CPU, MB of the whole process, what came of it')
  try {
    for (const [kind, list] of [
      ['feed', hostileFeeds],
      ['page', hostilePages],
    ] as const) {
      for (const { name, make } of list) {
        const file = join(folder, 'document')
        writeFileSync(file, make())
        const { ms, mb, outcome } = costOf(kind, file)
        worst.ms = Math.max(worst.ms, ms)
        worst.mb = Math.max(worst.mb, mb)
        console.log(
          `  ${String(Math.round(ms)).padStart(5)} ${String(Math.round(mb)).padStart(4)}  ${name}: ${outcome.slice(0, 100)}`,
        )
      }
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
  return [
    { name: 'feeds.hostile-cpu-ms', measured: Math.round(worst.ms), op: '<=', bar: 1_000 },
    { name: 'feeds.hostile-memory-mb', measured: Math.round(worst.mb), op: '<=', bar: 256 },
  ]
}

const childTimeout = 30_000

function costOf(kind: string, file: string): Cost {
  const child = join(import.meta.dirname, 'feeds/hostile-child.ts')
  const ran = spawnSync(
    process.execPath,
    ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', child, kind, file],
    {
      encoding: 'utf8',
      timeout: childTimeout,
    },
  )
  if (ran.status !== 0)
    return { ms: childTimeout, mb: Number.POSITIVE_INFINITY, outcome: `died: ${ran.stderr.slice(0, 200)}` }
  return JSON.parse(ran.stdout) as Cost
}

/** Fewer for a quick look: BENCH_KILLS=100. */
const kills = Number(process.env.BENCH_KILLS ?? 1_000)

async function killBars(): Promise<readonly Bar[]> {
  const { survived, losses, unkept, items } = await killRefreshes(kills)
  console.log(
    `${kills} refreshes killed: ${survived} left nothing missing or doubled; ${items} items kept, ${unkept} answers not`,
  )
  for (const loss of losses.slice(0, 10)) console.log(`  ${loss}`)
  return [{ name: 'feeds.kills-without-loss', measured: survived, op: '==', bar: kills }]
}
