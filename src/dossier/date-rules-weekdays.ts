/** Weekdays, yesterday to tomorrow, and the parts of a day. */

import { clockOf, clockTail, DAYWORD, POINT, part, pointingOf, type Rule, rule, THE } from './date-rule.ts'
import { CLOCK, DAY_PART, WEEKDAY, weekdayNumber } from './date-words.ts'

export const WEEKDAYS: readonly Rule[] = [
  rule(`(?:${THE}${POINT} )(?<weekday>${WEEKDAY})${clockTail}`, (g) => ({
    type: 'weekday',
    weekday: weekdayNumber(g.weekday!),
    ...pointingOf(g.point),
    ...part(g.part),
    ...clockOf(g.clock),
  })),
  rule(
    `(?:(?<clock2>${CLOCK}),? (?:on )?)?(?:early |late )?(?<!(?:Black|Good|Bloody|Super|Ash|Palm|Fat|Holy|Maundy) )(?<weekday>${WEEKDAY})(?<plain>,? (?:of )?(?:last|next|this) week)?${clockTail}`,
    (g) => ({
      type: 'weekday',
      weekday: weekdayNumber(g.weekday!),
      ...(g.plain ? { weeks: /last/.test(g.plain) ? -1 : /next/.test(g.plain) ? 1 : 0 } : {}),
      ...part(g.part),
      ...clockOf(g.clock ?? g.clock2),
    }),
  ),
  // "last Thursday and Friday", "a week ago Friday"
  rule(`(?<=[Ll]ast ${WEEKDAY} (?:and|or) )(?<weekday>${WEEKDAY})`, (g) => ({
    type: 'weekday',
    weekday: weekdayNumber(g.weekday!),
    pointing: 'last',
  })),
  rule(
    `(?:(?<one>[Aa]|one|two|three) weeks? ago (?:on |last )?(?<weekday>${WEEKDAY})|(?<weekday2>${WEEKDAY}) a week ago)`,
    (g) => ({
      type: 'weekday',
      weekday: weekdayNumber((g.weekday ?? g.weekday2)!),
      weeksBack: g.one === 'two' ? 2 : g.one === 'three' ? 3 : 1,
    }),
  ),
  rule(
    `${THE}(?<number>[Dd]ay|[Nn]ight|[Mm]orning|[Ee]vening) (?<dir>before|after) (?:(?<yesterday>yesterday)|(?<tomorrow>tomorrow))`,
    (g) => ({ type: 'offset', unit: 'day', count: g.dir === 'before' ? -2 : 2, from: 'article' }),
  ),
  rule(`(?:(?<clock2>${CLOCK}),? )?(?<word>${DAYWORD})${clockTail}`, (g) => {
    const word = g.word!.toLowerCase()
    const count = word === 'yesterday' ? -1 : word === 'tomorrow' ? 1 : 0
    return {
      type: 'offset',
      unit: 'day',
      count,
      from: 'article',
      ...(word === 'tonight' ? { part: 'NI' as const } : part(g.part)),
      ...clockOf(g.clock ?? g.clock2),
    }
  }),
  rule(`[Tt]his (?:very )?(?<part>${DAY_PART})`, (g) => ({
    type: 'offset',
    unit: 'day',
    count: 0,
    from: 'article',
    ...part(g.part),
  })),
  rule(`[Ll]ast night|[Oo]vernight`, () => ({
    type: 'offset',
    unit: 'day',
    count: -1,
    from: 'article',
    part: 'NI',
  })),
  rule(`${THE}(?<point>following|next|previous|preceding) (?<part>${DAY_PART}|day)`, (g) => ({
    type: 'offset',
    unit: 'day',
    count: /following|next/.test(g.point!) ? 1 : -1,
    from: 'reference',
    ...(g.part === 'day' ? {} : part(g.part)),
  })),
  rule(
    `(?:[Tt]hat|[Tt]he same|[Tt]hat same|[Tt]he very same) (?:very )?(?<part>day|morning|afternoon|evening|night)`,
    (g) => ({
      type: 'offset',
      unit: 'day',
      count: 0,
      from: 'reference',
      ...(g.part === 'day' ? {} : part(g.part)),
    }),
  ),
]
