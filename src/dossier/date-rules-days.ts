/** Days by number: ISO, slashes, "May 3, 2024", "3-5 May", datelines. */

import { clockTail, dayRange, oneDay, type Rule, rule, withYear } from './date-rule.ts'
import { CLOCK, DAY_OF_MONTH, MONTH, WEEKDAY, YEAR } from './date-words.ts'

export const DAYS: readonly Rule[] = [
  rule(`(?<y>\\d{4})-(?<m>0[1-9]|1[0-2])-(?<d>\\d\\d)(?:T[\\d:.]+(?:Z|[+-]\\d\\d:?\\d\\d)?)?`, (g) => ({
    type: 'value',
    value: `${g.y}-${g.m}-${g.d}`,
  })),
  rule(`(?<m>0?[1-9]|1[0-2])/(?<d>0?[1-9]|[12]\\d|3[01])/(?<y>(?:19|20)\\d\\d|\\d\\d)`, (g) => ({
    type: 'day',
    month: Number(g.m),
    day: Number(g.d),
    ...withYear(g.y),
  })),
  rule(`(?<d>0?[1-9]|[12]\\d|3[01])\\.(?<m>0?[1-9]|1[0-2])\\.(?<y>(?:19|20)\\d\\d)`, (g) => ({
    type: 'day',
    month: Number(g.m),
    day: Number(g.d),
    ...withYear(g.y),
  })),
  rule(
    `(?:(?:[Ff]rom )?(?<month>${MONTH}) (?<day>${DAY_OF_MONTH}) ?(?:-|–|to|until|through)|[Bb]etween (?<monthb>${MONTH}) (?<dayb>${DAY_OF_MONTH}) and) ?(?:(?<month2>${MONTH}) )?(?<day2>${DAY_OF_MONTH})(?:,? (?<year>${YEAR}))?`,
    dayRange,
  ),
  rule(
    `(?:[Ff]rom |[Bb]etween )?(?<day>${DAY_OF_MONTH}) ?(?:-|–|to|and|until|through) ?(?<day2>${DAY_OF_MONTH}) (?<month>${MONTH})(?:,? (?<year>${YEAR}))?`,
    dayRange,
  ),
  rule(
    `(?:(?<clock2>${CLOCK}),? (?:on )?)?(?:${WEEKDAY},? (?:the )?)?(?:(?<point>[Ll]ast|[Tt]his|[Nn]ext) )?(?<month>${MONTH}) (?:the )?(?<day>${DAY_OF_MONTH})(?:,? (?:of )?(?<year>${YEAR}|['’]\\d\\d)(?! (?:people|troops|men)))?${clockTail}`,
    oneDay,
  ),
  rule(
    `(?:(?<clock2>${CLOCK}),? (?:on )?)?(?:${WEEKDAY},? (?:the )?)?(?:the )?(?<day>${DAY_OF_MONTH})(?: of|-day of| day of)?[- ](?<month>${MONTH})(?:,?[- ](?:of )?(?<year>${YEAR}|['’]\\d\\d))?${clockTail}`,
    oneDay,
  ),
  // "April 24 and 25": the second day alone.
  rule(
    `(?<=(?<month>${MONTH}) \\d{1,2}(?:, \\d{1,2})?(?:,? and |, | or ))(?<day>${DAY_OF_MONTH})(?! ?(?:people|percent|%|per cent|men|women|years|days|\\p{Ll}+s ))`,
    oneDay,
  ),
  rule(`(?<m>0[1-9]|1[0-2])-(?<d>0[1-9]|[12]\\d|3[01])-(?<y>\\d\\d)(?: \\d{4}[A-Z]{3})?`, (g) => ({
    type: 'day',
    month: Number(g.m),
    day: Number(g.d),
    ...withYear(g.y),
  })),
]
