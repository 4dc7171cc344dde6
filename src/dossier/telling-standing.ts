/** What a telling says of whether its encounter happened, with its day and the statement it stands in. */

import type { Word } from './clause.ts'
import { boundsOf } from './date-value.ts'
import { statusOf } from './encounter-status.ts'
import type { Trigger } from './encounter-words.ts'
import type { FoundWithStatements } from './found.ts'
import type { Standing } from './standing-words.ts'
import { isDefinite } from './telling.ts'

export function standing(
  found: FoundWithStatements,
  words: readonly Word[],
  at: number,
  trigger: Trigger,
  dates: readonly number[],
): Standing {
  const published = found.published?.slice(0, 10)
  const date = dates[0] === undefined ? undefined : found.timings[words[dates[0]]!.of!]?.value
  const begins = date === undefined ? undefined : boundsOf(date)?.earliest
  const future = published !== undefined && begins !== undefined && begins > published
  const own = statusOf(words, at, trigger, future)
  // What a denied or demanded content tells of did not happen by that telling.
  const inside = found.statements.find(
    (s) =>
      s.polarity !== 'said' && s.content.some((c) => c.start <= words[at]!.start && words[at]!.end <= c.end),
  )
  if (inside?.polarity === 'denied' && own === 'expected') return 'denied'
  if (inside && own === 'occurred' && !(trigger.noun && isDefinite(words, at))) {
    if (inside.polarity === 'denied') return 'denied'
    if (inside.polarity === 'demanded' || inside.polarity === 'called-for') return 'hypothetical'
  }
  // "had been due to arrive on Sunday": whether she did is not told.
  const over =
    published !== undefined && date !== undefined && (boundsOf(date)?.latest ?? published) < published
  if (
    own === 'expected' &&
    over &&
    words.slice(Math.max(0, at - 6), at).some((w) => /^(?:had|was|were)$/.test(w.lower))
  )
    return 'unconfirmed'
  // A day yet to come has not been.
  return own === 'occurred' && future ? 'expected' : own
}
