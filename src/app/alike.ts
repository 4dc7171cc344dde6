/** Articles that may be like given ones, found in the indexes of names and of words: few, and at the same cost in any archive. */

import { articlesNaming } from '../store/actor-page.ts'
import type { Store } from '../store/engines/engine.ts'
import { namedAmong } from '../store/ranking.ts'
import { backgroundCount } from '../stories/background.ts'
import type { Features } from '../stories/features.ts'
import { stem } from '../words/stems.ts'
import { isStopWord } from '../words/stop-words.ts'
import { eachToken } from '../words/tokens.ts'

/** How far to look: names and words that lead on, the newest articles of each, and how many are taken in all. */
export type Reach = {
  readonly names: number
  readonly words: number
  readonly each: number
  readonly most: number
}

/** As if so many articles were known: a lead to few articles proves more than one to many. */
const ALL = 20_000
const SHORTEST = 3

/**
 * Ids of articles other than `seeds`, those on which the rarest and most leads agree first. Names are the same in
 * every language; of a name or word that is in more articles than `reach.each`, its newest are looked at.
 */
export async function alikeTo(
  { db, engine }: Store,
  seeds: readonly Features[],
  reach: Reach,
): Promise<readonly number[]> {
  const ids = seeds.map(({ id }) => id)
  const votes = new Map<number, number>()
  const vote = (found: readonly number[], share: number) => {
    const weight = share * Math.log(ALL / (found.length + 1))
    for (const id of found) votes.set(id, (votes.get(id) ?? 0) + weight)
  }
  for (const { actor, articles } of await namedAmong(db, ids, reach.names))
    vote(await articlesNaming(db, actor, reach.each), articles / seeds.length)
  for (const { word, share } of leadingWords(seeds, reach.words)) {
    const { rows } = await engine.matching(`"${word}"`, reach.each).execute(db)
    vote(
      rows.map(({ article }) => article),
      share,
    )
  }
  for (const id of ids) votes.delete(id)
  return [...votes]
    .sort((a, b) => b[1] - a[1] || b[0] - a[0])
    .slice(0, reach.most)
    .map(([id]) => id)
}

/** Words of the headlines, the rarest of those that most share. */
function leadingWords(
  seeds: readonly Features[],
  most: number,
): readonly { readonly word: string; readonly share: number }[] {
  const counts = new Map<string, { seeds: number; rarity: number }>()
  for (const { headline, language } of seeds) {
    const words = new Set<string>()
    eachToken(headline, ({ word, digits }) => {
      if (!digits && word.length >= SHORTEST && !isStopWord(word, language)) words.add(word)
    })
    for (const word of words) {
      const rarity = -Math.log(backgroundCount(stem(word, language), language))
      const known = counts.get(word) ?? { seeds: 0, rarity }
      counts.set(word, { ...known, seeds: known.seeds + 1 })
    }
  }
  return [...counts]
    .sort(([a, one], [b, other]) => worth(other) - worth(one) || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([word, { seeds: n }]) => ({ word, share: n / seeds.length }))
}

const worth = ({ seeds, rarity }: { seeds: number; rarity: number }): number => (rarity + 8) * seeds
