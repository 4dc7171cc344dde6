/** Related stories and articles for any article, episode or story, each with the reason in words. */

import type { Reason } from '../model/story.ts'
import type { Features } from './features.ts'
import { rankFromSeeds } from './seeds.ts'

export type Related = {
  readonly article: number
  /** 0 to about 1; comparable within one answer only. */
  readonly score: number
  readonly reasons: readonly Reason[]
}

/**
 * The articles of `pool` that are most like `about` (one article, or all of an episode or story), best first. Those of
 * `about` themselves are left out. Fewer than `most` come back where little is alike.
 */
export function related(
  about: readonly Features[],
  pool: readonly Features[],
  most: number,
): readonly Related[] {
  if (about.length === 0) return []
  const known = new Set(about.map(({ id }) => id))
  const cast = new Set(about.flatMap((features) => features.cast))
  const byId = new Map(pool.map((features) => [features.id, features]))
  return rankFromSeeds([...about, ...pool.filter(({ id }) => !known.has(id))])(about, most * 2)
    .filter(({ score }) => score >= LEAST)
    .slice(0, most)
    .map(({ article, score, because }) => {
      const named = byId
        .get(article)!
        .cast.filter((name) => cast.has(name))
        .slice(0, 3)
      const reasons: Reason[] = []
      if (named.length > 0)
        reasons.push({ what: 'both name {names}', values: { names: named.join(', ') }, weight: 1 })
      const words = because.filter((term) => !term.includes(' '))
      if (words.length > 0)
        reasons.push({ what: 'both speak of {words}', values: { words: words.join(', ') }, weight: 0.5 })
      return { article, score, reasons }
    })
}

const LEAST = 0.08
