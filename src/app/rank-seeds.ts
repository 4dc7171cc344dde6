/** What else belongs to a story, judged by the articles it has: candidates from the full-text index, ranked by likeness. */

import type { Store } from '../store/engines/engine.ts'
import { featuresElsewhere, featuresIn, type Kept, keptOutOf } from '../store/ranking.ts'
import type { Features } from '../stories/features.ts'
import { rankFromSeeds } from '../stories/seeds.ts'

/** Of a long story its newest articles speak for it. */
const SEEDS = 60
/** Words that lead to candidates, and how many articles each brings. */
const LEADS = 12
const PER_LEAD = 120
const MOST = 600

export type Ranked = { readonly article: number; readonly because: readonly string[] }

/** The articles outside the story that are most like those in it, best first; what a person kept out is left out. */
export async function rankFor(
  { db, engine }: Store,
  story: number,
  most: number,
): Promise<readonly Ranked[]> {
  const seeds = (await featuresIn(db, story, SEEDS)).flatMap(featuresOf)
  if (seeds.length === 0) return []
  const found = new Set<number>()
  for (const lead of leadsOf(seeds)) {
    const { rows } = await engine.search(`"${lead}"`, PER_LEAD, 0).execute(db)
    for (const { article } of rows) found.add(article)
    if (found.size >= MOST) break
  }
  const out = new Set(await keptOutOf(db, story))
  const others = (await featuresElsewhere(db, story, [...found])).filter(({ article }) => !out.has(article))
  return rankFromSeeds([...seeds, ...others.flatMap(featuresOf)])(seeds, most)
}

/** None where an article was kept before it had any. */
function featuresOf({ article, features }: Kept): readonly Features[] {
  const known = JSON.parse(features) as Features | Record<string, never>
  return 'headline' in known ? [{ ...(known as Features), id: article }] : []
}

/** The names that most of the seeds share, then the words of their titles. */
function leadsOf(seeds: readonly Features[]): readonly string[] {
  const counts = new Map<string, number>()
  const add = (term: string, by: number) => counts.set(term, (counts.get(term) ?? 0) + by)
  for (const { cast, headline } of seeds) {
    for (const name of new Set(cast)) add(name, 2)
    for (const word of new Set(headline.toLowerCase().match(/[\p{L}\p{M}]{5,}/gu) ?? [])) add(word, 1)
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, LEADS)
    .map(([term]) => term.replaceAll('"', ' '))
}
