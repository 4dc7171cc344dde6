/** Whose text this is, where nothing states it: inferred from the text with the reason, aggregators told apart. */

import type { Grounds, OutletClaim } from '../model/article.ts'

export type TextSigns = {
  /** Lines above the headline. */
  readonly head: readonly string[]
  readonly dateline?: string
  /** Lines that are not of the article: they name the place it was copied from. */
  readonly furniture: readonly string[]
  readonly body: string
}

/** "Speaking with X", "told X": someone spoke to the outlet that writes. */
const TOLD =
  /\b(?:told|[Ss]peaking (?:with|to)|[Ii]n an interview with|said to)\s+((?:The\s+)?\p{Lu}[\p{L}\p{N}]*(?:[- ]\p{Lu}[\p{L}\p{N}]+){0,3})/gu
const PRESS =
  /(?:\b(?:news|post|times|herald|tribune|gazette|journal|daily|press|monitor|observer|guardian|telegraph|chronicle|mirror|mail|express|star|sun|world|today|radio|tv|television|magazine|review|report|agency|awsat|jazeera|arabiya)\b)|-monitor\b/i
const BYLINE_FOR = /^by\s.+?,\s*(?:for\s+)?(\p{Lu}[\p{L}\p{N}.' -]{2,40})$/iu

/** undefined where no sign is good enough: a wrong outlet is worse than none. */
export function outletInText(signs: TextSigns): OutletClaim | undefined {
  const furniture = signs.furniture.join('\n')
  const isAggregator = (name: string): boolean =>
    new RegExp(
      `\\b(?:on|with|in|to|of)\\s+${RegExp.escape(name)}(?:\\s+(?:right now|today|app|now|premium|plus))`,
      'i',
    ).test(furniture)
  const fromDateline = /[-\u2013\u2014:]\s+[\u201c"]?(.+?)[\u201d"]?$/.exec(signs.dateline ?? '')?.[1]
  const repeated = signs.head.filter((line, i) => isName(line) && signs.head.indexOf(line) !== i)[0]
  const claim = (name: string, grounds: Grounds): OutletClaim => ({ name, inferred: true, ...grounds })
  if (fromDateline && !isAggregator(fromDateline)) {
    const also = signs.head.includes(fromDateline)
    return claim(
      fromDateline,
      also
        ? { why: 'it is named above the headline and in the dateline' }
        : { why: 'it is named in the dateline' },
    )
  }
  if (repeated && !isAggregator(repeated))
    return claim(repeated, { why: 'it is named twice above the headline' })
  const marked = signs.head.find((line) => isName(line) && PRESS.test(line) && !isAggregator(line))
  if (marked) return claim(marked, { why: 'it is named above the headline' })
  for (const line of signs.head) {
    const found = BYLINE_FOR.exec(line)?.[1]
    if (found && PRESS.test(found)) return claim(found, { why: 'it is named in the byline' })
  }
  for (const match of signs.body.matchAll(TOLD)) {
    const name = match[1]!
    if (PRESS.test(name) && !isAggregator(name)) {
      return claim(name, {
        why: 'the text says that someone spoke to it: “{words}”; a republisher may stand between',
        values: { words: match[0] },
      })
    }
  }
  return undefined
}

const isName = (line: string): boolean =>
  line.length >= 3 &&
  line.length <= 40 &&
  !/[.!?:]$/.test(line) &&
  /^\p{Lu}/u.test(line) &&
  line.split(' ').length <= 5
