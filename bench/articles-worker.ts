/**
 * One extractor over the pages of some sets, alone in its process so that its time and memory are its own:
 * `articles-worker.ts DATA ours|readability SET,SET`. A JSON line per page, and a last one with the totals.
 */

import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { extractPage } from '../src/extract/page.ts'
import { renderArticle } from '../src/extract/render.ts'
import type { Extracted } from '../src/model/article.ts'
import { decode } from '../src/words/encoding.ts'
import { htmlToText } from '../src/words/html-text.ts'

export type PageResult = {
  readonly set: string
  readonly id: string
  readonly text: string
  readonly title: string
  readonly authors: readonly string[]
  readonly day: string
  readonly confidence: number
  readonly failed?: string
}

/** What the keys leave out as a rule: the headline and its standfirst, captions, credits, datelines set apart. */
const NOT_BODY = new Set(['title', 'standfirst', 'caption', 'credit', 'dateline'])

export const bodyOf = ({ text, blocks }: Pick<Extracted, 'text' | 'blocks'>): string =>
  blocks
    .filter((block) => !NOT_BODY.has(block.kind) && block.end > block.start)
    .map((block) => text.slice(block.start, block.end))
    .join('\n\n')

type Found = Pick<PageResult, 'text' | 'title' | 'authors' | 'day' | 'confidence'>

function ours(html: string, url: string | undefined): Found {
  const read = extractPage(html, url === undefined ? {} : { url })
  renderArticle(read)
  return {
    text: bodyOf(read),
    title: read.title,
    authors: read.authors,
    day: read.published?.best?.slice(0, 10) ?? '',
    confidence: read.confidence,
  }
}

/** Its libraries are loaded here so that they weigh on no other extractor's memory. */
async function readability(): Promise<(html: string) => Found> {
  const { Readability } = await import('@mozilla/readability')
  const { parseHTML } = await import('linkedom')
  return (html) => {
    const { document } = parseHTML(html)
    const read = new Readability(document as never).parse()
    return {
      text: htmlToText(read?.content ?? ''),
      title: read?.title ?? '',
      authors: read?.byline ? read.byline.replace(/^by\s+/i, '').split(/\s*,\s*|\s+and\s+/) : [],
      day: read?.publishedTime?.slice(0, 10) ?? '',
      confidence: 1,
    }
  }
}

/** Every page once to warm up, then once for the record; only the extractor's own time is counted. */
async function main(data: string, extractor: string, sets: readonly string[]): Promise<void> {
  const read = extractor === 'ours' ? ours : await readability()
  const speeds: Record<string, number> = {}
  for (const set of sets) {
    const folder = resolve(data, 'articles', set)
    const rows = readFileSync(resolve(folder, 'gold.jsonl'), 'utf8').trim().split('\n')
    for (const last of extractor === 'ours' ? [false, true] : [true]) {
      let micros = 0
      for (const line of rows) {
        const { id, url } = JSON.parse(line) as { id: string; url?: string }
        const html = decode(gunzipSync(readFileSync(resolve(folder, `${id}.html.gz`))), { kind: 'html' }).text
        const before = process.cpuUsage()
        let found: Found = { text: '', title: '', authors: [], day: '', confidence: 0 }
        let failed: string | undefined
        try {
          found = read(html, /^https?:/.test(url ?? '') ? url : undefined)
        } catch (error) {
          failed = String(error)
        }
        const spent = process.cpuUsage(before)
        micros += spent.user + spent.system
        const result: PageResult = { set, id, ...found, ...(failed === undefined ? {} : { failed }) }
        if (last) process.stdout.write(`${JSON.stringify(result)}\n`)
      }
      speeds[set] = rows.length / (micros / 1e6)
    }
  }
  process.stdout.write(`${JSON.stringify({ speeds, peakMb: process.resourceUsage().maxRSS / 1024 })}\n`)
}

if (process.argv[1] === import.meta.filename)
  main(process.argv[2]!, process.argv[3]!, process.argv[4]!.split(','))
