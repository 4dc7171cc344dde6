/** Whether pages the extractor is surer of are read better. */

import { f1Of, mean, overlap } from './articles-score.ts'
import type { AddBar, Row } from './articles-sets.ts'
import type { PageResult } from './articles-worker.ts'

const BANDS = [0, 0.6, 0.8, 0.9, 0.97, 1.01]

/** F1 where the key has the text, the share of strings right where it has strings. */
function qualityOf({ gold }: Row, text: string): number | undefined {
  if (gold.text !== undefined) return f1Of([overlap(gold.text, text)]).f1
  const right = [
    ...(gold.with ?? []).map((s) => (text.includes(s) ? 1 : 0)),
    ...(gold.without ?? []).map((s) => (text.includes(s) ? 0 : 1)),
  ]
  return right.length === 0 ? undefined : mean(right)
}

/** Mean quality by band of confidence, all sets together: it must rise with the band. */
export function confidence(
  gold: ReadonlyMap<string, readonly Row[]>,
  pages: readonly PageResult[],
  bar: AddBar,
): void {
  const rows = new Map(
    [...gold].flatMap(([set, all]) => all.map((row) => [`${set}/${row.id}`, row] as const)),
  )
  const bands = BANDS.slice(1).map((to, i) => {
    const inside = pages.filter((page) => page.confidence >= BANDS[i]! && page.confidence < to)
    const found = inside.flatMap((page) => qualityOf(rows.get(`${page.set}/${page.id}`)!, page.text) ?? [])
    return { from: BANDS[i]!, pages: found.length, quality: mean(found) }
  })
  const shown = bands.map((band) => `${band.from}: ${band.quality.toFixed(3)} (${band.pages})`)
  console.log(`confidence   from: quality (pages)  ${shown.join('  ')}`)
  const filled = bands.filter((band) => band.pages > 0)
  bar(
    'confidence-bands-that-fall',
    filled.filter((band, i) => i > 0 && band.quality < filled[i - 1]!.quality).length,
    '==',
    0,
  )
}
