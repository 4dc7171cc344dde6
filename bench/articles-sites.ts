/**
 * Sites of many pages, made here: the sample world's articles by outlet, each outlet with furniture of its own that no
 * name gives away. Whether the memory of a site finds it, and never takes an article's own words for it.
 */

import { extractPage, readPage } from '../src/extract/page.ts'
import { emptyMemory, type SiteMemory } from '../src/extract/site-memory.ts'
import { readWorld, type SampleArticle } from '../src/sample/world.ts'
import { f1Of, type Overlap, overlap } from './articles-score.ts'
import { bodyOf } from './articles-worker.ts'

/** What outlets set among and under their texts, as whole sentences in running type. */
const FURNITURE = [
  'Our reporters do not take presents, and what they write is read by two editors before it goes out.',
  'This desk has kept a diary of the harbour for eleven years, and readers may leaf through it at the library.',
  'Letters to the desk are answered on Thursdays, in the order in which they come in, and never by a machine.',
  'The paper is made by forty people on three floors, most of whom came for a summer and stayed.',
  'What our readers know is often more than what we know, and the door on Mill Street is open until six.',
  'Prices in this paper are given as of the morning, and the markets have mostly moved by the time it is read.',
  'A talk about the week takes place on Fridays above the bakery, with tea, and anyone may come.',
  'The weather in the valley stays mild until the weekend, with some rain on the western slopes.',
  'Last week people mostly talked about the bridge, the toll and the long summer of the ferry pilots.',
  'The crossword is by the same hand as ever, and its answers stand on the page before the last.',
  'Maps and charts are drawn by our own hands from public records, which we keep for those who ask.',
  'We correct what was wrong and say so under the text, with the hour at which it was put right.',
]

/** A generator of the same numbers every time. */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state % below
  }
}

const TAGS = ['div', 'section', 'p'] as const

type Page = { readonly html: string; readonly gold: string }
type Site = { readonly articles: readonly SampleArticle[]; readonly dress: (article: SampleArticle) => Page }

const ELEMENTS = {
  p: ['<p>', '</p>'],
  h: ['<h2>', '</h2>'],
  quote: ['<blockquote><p>', '</p></blockquote>'],
  li: ['<ul><li>', '</li></ul>'],
} as const

/** One outlet's way to set any article. */
function siteOf(seed: number, articles: readonly SampleArticle[]): Site {
  const pick = numbers(seed)
  const own = Array.from(
    { length: 4 },
    (_, i) => FURNITURE[(seed * 5 + i * (1 + pick(2))) % FURNITURE.length]!,
  )
  const tag = TAGS[pick(TAGS.length)]!
  const cell = `c${pick(9000)}`
  const among = 1 + pick(3)
  const block = (text: string): string =>
    tag === 'p' ? `<p>${text}</p>` : `<${tag} class="${cell}"><p>${text}</p></${tag}>`
  const dress = ({ title, body }: SampleArticle): Page => {
    const lines = body.flatMap(({ kind, text }) => (kind === 'pull' ? [] : [{ kind, text: text.trim() }]))
    const set = lines.map(({ kind, text }, i) => {
      const [open, close] = ELEMENTS[kind]
      return `${i === among ? block(own[0]!) : ''}${open}${text}${close}`
    })
    return {
      gold: lines.map(({ text }) => text).join('\n\n'),
      html: `<html><head><title>${title}</title></head><body><div class="${cell}w"><h1>${title}</h1><div class="${cell}t">${set.join('')}${own.slice(1).map(block).join('')}</div></div></body></html>`,
    }
  }
  return { articles, dress }
}

const read = (html: string, memory?: SiteMemory): string =>
  bodyOf(extractPage(html, memory ? { memory } : {}))
const remember = (pages: readonly string[]): SiteMemory =>
  pages.reduce((memory, html) => readPage(html, { memory }).learn(memory), emptyMemory)

export type SiteFigures = {
  readonly pages: number
  readonly cold: number
  readonly warm: number
  /** Pages whose F1 fell, of all. */
  readonly fell: number
  /** F1 of wire stories read after a twin of theirs had been, on two outlets and twice on one; less that of the first reading. */
  readonly wire: number
}

export function measureSites(): SiteFigures {
  const byOutlet = Map.groupBy(readWorld().articles, ({ outlet }) => outlet)
  const sites = [...byOutlet.values()]
    .filter((articles) => articles.length >= 6)
    .map((articles, i) => siteOf(17 + i * 31, articles.slice(0, 10)))
  const cold: Overlap[] = []
  const warm: Overlap[] = []
  for (const { articles, dress } of sites) {
    const pages = articles.map(dress)
    for (const [i, { html, gold }] of pages.entries()) {
      const others = pages.filter((_, j) => j !== i).slice(0, 5)
      cold.push(overlap(gold, read(html)))
      warm.push(overlap(gold, read(html, remember(others.map((page) => page.html)))))
    }
  }
  const wire = sites.slice(1).map(({ articles, dress }, i) => {
    const mine = dress(articles[0]!)
    const again = mine.html.replace('<title>', '<title>Again: ')
    const elsewhere = sites[i]!.dress(articles[0]!).html
    const after = [remember([mine.html, again]), remember([elsewhere, mine.html])]
    const f1 = (memory?: SiteMemory): number => f1Of([overlap(mine.gold, read(mine.html, memory))]).f1
    return Math.min(...after.map(f1)) - f1()
  })
  const f1 = (one: Overlap): number => f1Of([one]).f1
  return {
    pages: cold.length,
    cold: f1Of(cold).f1,
    warm: f1Of(warm).f1,
    fell: cold.filter((one, i) => f1(warm[i]!) < f1(one) - 0.001).length,
    wire: Math.min(0, ...wire),
  }
}
