/** Articles out of pages: text, metadata, speed, memory and safety, with Readability on linkedom beside ours. */

import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseFragment } from 'parse5'
import { extractPage } from '../src/extract/page.ts'
import { renderArticle } from '../src/extract/render.ts'
import { sanitise } from '../src/extract/safe.ts'
import { extractText } from '../src/extract/text.ts'
import { hasChromium, openChromium } from '../test/browser/chromium.ts'
import { provoke } from '../test/browser/provoke.ts'
import { confidence } from './articles-confidence.ts'
import { ownSites, siteMemory } from './articles-memory.ts'
import { f1Of, folded, mean, type Overlap, overlap, pairedInterval, sameAuthors } from './articles-score.ts'
import { type AddBar, type Gold, htmlOf, type Row, rowsOf } from './articles-sets.ts'
import type { PageResult } from './articles-worker.ts'
import type { Bar, Bench } from './bar.ts'

/** Speeds in pages per CPU second, by set. */
type Totals = { readonly speeds: Readonly<Record<string, number>>; readonly peakMb: number }

const SETS = ['scrapinghub', 'newspaper', 'trafilatura']

export const run: Bench = async ({ data }) => {
  const bars: Bar[] = []
  const bar = (name: string, measured: number, op: Bar['op'], limit: number): void => {
    bars.push({ name: `articles.${name}`, measured, op, bar: limit })
  }
  const sets = SETS.filter((set) => existsSync(resolve(data, 'articles', set, 'gold.jsonl')))
  if (sets.length < SETS.length) {
    console.log(
      `Missing in ${data}/articles: ${SETS.filter((s) => !sets.includes(s)).join(', ')}; the rest is measured.`,
    )
  }
  const gold = new Map(sets.map((set) => [set, rowsOf(data, set)]))
  if (sets.length > 0) {
    const mine = work(data, 'ours', sets)
    const peers = work(
      data,
      'readability',
      sets.filter((set) => set !== 'trafilatura'),
    )
    for (const set of sets) judgeSet(set, gold.get(set)!, mine.pages, peers.pages, bar)
    for (const [who, { speeds, peakMb }] of [
      ['ours', mine.totals],
      ['readability', peers.totals],
    ] as const) {
      const shown = Object.entries(speeds).map(([set, speed]) => `${set} ${speed.toFixed(0)}`)
      console.log(
        `${who.padEnd(12)} pages per CPU second: ${shown.join(', ')}; ${peakMb.toFixed(0)} MB at most`,
      )
    }
    // The figures known of other extractors are of this set.
    const [speed, peer] = [mine.totals.speeds.scrapinghub, peers.totals.speeds.scrapinghub]
    if (speed !== undefined && peer !== undefined) {
      bar('pages-per-cpu-second', speed, '>=', 300)
      bar('times-readability-speed', speed / peer, '>=', 6)
    }
    bar('peak-mb', mine.totals.peakMb, '<=', 250)
    bar('crashes', mine.pages.filter((p) => p.failed !== undefined).length, '==', 0)
    bar('empty-share', mean(mine.pages.map((p) => (p.text === '' ? 1 : 0))), '<=', 0.005)
    confidence(gold, mine.pages, bar)
    siteMemory(data, gold, bar)
  }
  ownSites(bar)
  seeds(data, bar)
  safety(data, sets, bar)
  await safetyInChromium(data, bar)
  return bars
}

const XSS = 'html/xss-vectors.json'

/** A small machine's heap for ours: left alone, V8 collects late and the peak says nothing. The peer gets what it takes. */
const SMALL = ['--max-old-space-size=128', '--max-semi-space-size=16']

function work(
  data: string,
  extractor: string,
  sets: readonly string[],
): { pages: PageResult[]; totals: Totals } {
  const out = execFileSync(
    process.execPath,
    [
      '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON',
      ...(extractor === 'ours' ? SMALL : []),
      resolve(import.meta.dirname, 'articles-worker.ts'),
      data,
      extractor,
      sets.join(','),
    ],
    { maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] },
  )
  const lines = out.toString().trim().split('\n')
  const totals = JSON.parse(lines.pop()!) as Totals
  return { pages: lines.map((line) => JSON.parse(line) as PageResult), totals }
}

const LIMITS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  scrapinghub: { f1: 0.975, precision: 0.965, recall: 0.985 },
  newspaper: { f1: 0.935, title: 0.92, authors: 0.88, date: 0.87 },
  trafilatura: { title: 0.8, authors: 0.7, date: 0.88 },
}

function judgeSet(
  set: string,
  rows: readonly Row[],
  ours: readonly PageResult[],
  theirs: readonly PageResult[],
  bar: AddBar,
): void {
  const mine = new Map(ours.filter((p) => p.set === set).map((p) => [p.id, p]))
  const peer = new Map(theirs.filter((p) => p.set === set).map((p) => [p.id, p]))
  const limits = LIMITS[set] ?? {}
  const line = (who: string, results: ReadonlyMap<string, PageResult>): Overlap[] => {
    const pages = rows
      .filter((row) => row.gold.text !== undefined)
      .map((row) => overlap(row.gold.text!, results.get(row.id)?.text ?? ''))
    const title = share(
      rows,
      (g) => g.title,
      (g, id) => folded(g) === folded(results.get(id)?.title ?? ''),
    )
    const authors = share(
      rows,
      (g) => g.author,
      (g, id) => sameAuthors(g, results.get(id)?.authors ?? []),
    )
    const date = share(
      rows,
      (g) => g.date,
      (g, id) => g.slice(0, 10) === results.get(id)?.day,
    )
    const { p, r, f1 } = f1Of(pages)
    const kept = share(
      rows,
      (g) => (g.with ? 'with' : undefined),
      () => true,
    )
    const strings = rows.flatMap(({ id, gold }) => {
      const text = results.get(id)?.text ?? ''
      return [
        ...(gold.with ?? []).map((s) => text.includes(s)),
        ...(gold.without ?? []).map((s) => !text.includes(s)),
      ]
    })
    console.log(
      `${set.padEnd(12)} ${who.padEnd(12)}` +
        (pages.length > 0 ? ` P ${p.toFixed(4)} R ${r.toFixed(4)} F1 ${f1.toFixed(4)}` : '') +
        (kept > 0 ? ` strings ${mean(strings.map(Number)).toFixed(4)}` : '') +
        (title + date > 0
          ? ` title ${title.toFixed(3)} authors ${authors.toFixed(3)} date ${date.toFixed(3)}`
          : ''),
    )
    if (who === 'ours') {
      const measured: Record<string, number> = { f1, precision: p, recall: r, title, authors, date }
      for (const [name, limit] of Object.entries(limits)) bar(`${set}-${name}`, measured[name]!, '>=', limit)
    }
    return pages
  }
  const own = line('ours', mine)
  if (peer.size === 0) return
  const other = line('readability', peer)
  const [low, high] = pairedInterval(own, other)
  console.log(`${set.padEnd(12)} F1 gained     ${low.toFixed(4)} to ${high.toFixed(4)} (95 %, paired)`)
}

function share<T extends string | readonly string[]>(
  rows: readonly Row[],
  pick: (gold: Gold) => T | undefined | null,
  right: (gold: T, id: string) => boolean,
): number {
  const known = rows.filter(({ gold }) => pick(gold)?.length)
  return mean(known.map(({ gold, id }) => (right(pick(gold)!, id) ? 1 : 0)))
}

function seeds(data: string, bar: AddBar): void {
  const key = resolve(data, 'seeds/gold.json')
  if (!existsSync(key)) {
    console.log(`Missing: ${key}`)
    return
  }
  type Span = { start: number; end: number }
  type Seed = { file: string; sentences: Span[]; boilerplate: Span[] }
  let missing = 0
  let leaked = 0
  for (const { file, sentences, boilerplate } of (
    JSON.parse(readFileSync(key, 'utf8')) as { documents: Seed[] }
  ).documents) {
    const source = readFileSync(resolve(data, 'seeds', file), 'utf8')
    const { text } = extractText(source, { name: file })
    const holds = ({ start, end }: Span): boolean => text.includes(source.slice(start, end).trim())
    missing += sentences.filter((s) => !holds(s)).length
    leaked += boilerplate.filter(holds).length
  }
  bar('seed-sentences-missing', missing, '==', 0)
  bar('seed-boilerplate-kept', leaked, '==', 0)
}

type Node = {
  readonly tagName?: string
  readonly attrs?: readonly { readonly name: string; readonly value: string }[]
  readonly childNodes?: readonly Node[]
}

const LIVE =
  /^(script|style|iframe|object|embed|applet|form|input|button|select|textarea|svg|math|base|meta|link|template|noscript|frame|frameset|video|audio|portal|plaintext|xmp)$/

function isLive(node: Node): boolean {
  if (node.tagName !== undefined && LIVE.test(node.tagName)) return true
  for (const { name, value } of node.attrs ?? []) {
    if (/^on|^style$|^srcdoc$|^formaction$|^xlink/i.test(name)) return true
    if (/^(href|src|action|poster|background|srcset)$/i.test(name) && !/^(https?:|mailto:)/i.test(value))
      return true
  }
  return (node.childNodes ?? []).some(isLive)
}

function safety(data: string, sets: readonly string[], bar: AddBar): void {
  const file = resolve(data, XSS)
  if (existsSync(file)) {
    const vectors = JSON.parse(readFileSync(file, 'utf8')) as { html: string }[]
    const live = vectors.filter(({ html }) =>
      isLive(parseFragment(sanitise(html, 'https://reader.example/')) as Node),
    )
    for (const { html } of live.slice(0, 5)) console.log('live:', html.slice(0, 120))
    bar('xss-live', live.length, '==', 0)
  } else console.log(`Missing: ${file}`)
  const set = sets[0]
  if (!set) return
  const pages = rowsOf(data, set).map((row) => htmlOf(data, set, row.id))
  for (const html of pages) sanitise(html, 'https://reader.example/')
  const before = process.cpuUsage()
  for (const html of pages) sanitise(html, 'https://reader.example/')
  const { user, system } = process.cpuUsage(before)
  const rate = pages.reduce((sum, html) => sum + Buffer.byteLength(html), 0) / 1e6 / ((user + system) / 1e6)
  console.log(`sanitiser    ${rate.toFixed(1)} MB per CPU second`)
  bar('sanitise-mb-per-second', rate, '>=', 12)
}

/** The same vectors in a real browser with no policy to stop them: sanitised, and in an article of their own. */
async function safetyInChromium(data: string, bar: AddBar): Promise<void> {
  const file = resolve(data, XSS)
  if (!hasChromium || !existsSync(file)) return
  const browser = await openChromium()
  try {
    const pieces = (JSON.parse(readFileSync(file, 'utf8')) as { html: string }[]).flatMap(({ html }) => [
      sanitise(html, 'https://reader.example/'),
      renderArticle(
        extractPage(`<article><h1>Quay</h1><p>${FILLING}</p>${html}<p>${FILLING}</p></article>`, {}),
      ),
    ])
    const ran = await provoke(browser, pieces)
    for (const { index, told } of ran.slice(0, 5)) console.log('ran:', told, pieces[index]!.slice(0, 120))
    bar('xss-chromium', ran.length, '==', 0)
  } finally {
    await browser.close()
  }
}

const FILLING = 'The pilots met at the quay again, and agreed that the toll stays as it was. '.repeat(4)
