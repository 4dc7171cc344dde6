/** What the memory of a site is worth: on the given sets' few pages a site, and on sites of many pages made here. */

import { extractPage, readPage } from '../src/extract/page.ts'
import { emptyMemory } from '../src/extract/site-memory.ts'
import { domainOf, siteOf } from '../src/words/urls.ts'
import { f1Of, type Overlap, overlap } from './articles-score.ts'
import { type AddBar, htmlOf, type Row } from './articles-sets.ts'
import { measureSites } from './articles-sites.ts'
import { bodyOf } from './articles-worker.ts'

/** Sites made here have running furniture that nothing but its coming again gives away. */
export function ownSites(bar: AddBar): void {
  const { pages, cold, warm, fell, wire } = measureSites()
  console.log(
    `own sites    ${pages} pages: cold F1 ${cold.toFixed(4)}, after others of the site ${warm.toFixed(4)}; ${fell} pages fell`,
  )
  bar('own-sites-memory-gain', warm - cold, '>=', 0.005)
  bar('own-sites-pages-that-fell', fell, '==', 0)
  bar('own-sites-wire-story-lost', wire, '==', 0)
}

/** Every page of a site with others in the sets, cold and after up to five of the others. */
export function siteMemory(data: string, gold: ReadonlyMap<string, readonly Row[]>, bar: AddBar): void {
  const bySite = new Map<string, { set: string; row: Row }[]>()
  for (const [set, rows] of gold) {
    for (const row of rows) {
      const domain = /^https?:/.test(row.url ?? '') ? domainOf(row.url) : undefined
      if (!domain || row.gold.text === undefined) continue
      const site = siteOf(domain)
      bySite.set(site, [...(bySite.get(site) ?? []), { set, row }])
    }
  }
  const cold: Overlap[] = []
  const warm: Overlap[] = []
  for (const pages of bySite.values()) {
    if (pages.length < 2) continue
    for (const { set, row } of pages) {
      let memory = emptyMemory
      for (const other of pages.filter((p) => p.row.id !== row.id).slice(0, 5))
        memory = readPage(htmlOf(data, other.set, other.row.id), { memory }).learn(memory)
      const html = htmlOf(data, set, row.id)
      const from = { url: row.url! }
      cold.push(overlap(row.gold.text!, bodyOf(extractPage(html, from))))
      warm.push(overlap(row.gold.text!, bodyOf(extractPage(html, { ...from, memory }))))
    }
  }
  if (cold.length === 0) return
  const [a, b] = [f1Of(cold), f1Of(warm)]
  console.log(
    `site memory  ${cold.length} pages: cold F1 ${a.f1.toFixed(4)}, after others of the site ${b.f1.toFixed(4)}`,
  )
  bar('site-memory-gain', b.f1 - a.f1, '>=', 0.005)
}
