/** A story's title: the headline of its coverage that says most of what the others say; never a made-up one. */

import { stem } from '../words/stems.ts'
import { isStopWord } from '../words/stop-words.ts'
import { tokens } from '../words/tokens.ts'

export type Headline = { readonly article: number; readonly title: string; readonly language: string }

/** Marks of pieces that are about the news and not the news. */
const aside =
  /^(?:opinion|analysis|live|watch|video|photos?|in pictures|podcast|explainer|factbox|q&a|op-ed|editorial)\b|\blive updates?\b|[?]$/i

/**
 * The most representative headline, or undefined of none. Words that many headlines share count for one;
 * very short and very long ones, questions and labelled pieces count against it. Ties go to the earliest.
 */
export function titleOf(headlines: readonly Headline[]): Headline | undefined {
  const words = headlines.map(
    ({ title, language }) =>
      new Set(
        tokens(title)
          .filter(({ word }) => !isStopWord(word, language))
          .map(({ word }) => stem(word, language)),
      ),
  )
  const holders = new Map<string, number>()
  for (const set of words) for (const word of set) holders.set(word, (holders.get(word) ?? 0) + 1)
  let best: Headline | undefined
  let bestScore = -Infinity
  headlines.forEach((headline, at) => {
    const set = words[at]!
    if (set.size === 0) return
    let shared = 0
    for (const word of set) shared += holders.get(word)! - 1
    const length = headline.title.length
    let score = shared / Math.sqrt(set.size * Math.max(1, headlines.length - 1))
    if (length < 25 || length > 110) score -= 0.5
    if (aside.test(headline.title.trim())) score -= 0.7
    if (score > bestScore) {
      best = headline
      bestScore = score
    }
  })
  return best
}
