/** Months, seasons, quarters and halves of a year, ends of years, and centuries. */

import { EARLY, POINT, pointingOf, type Rule, rule, THE, withYear } from './date-rule.ts'
import {
  MONTH,
  monthNumber,
  ordinalNumber,
  SEASON,
  SURE_MONTH,
  seasonOf,
  unitOf,
  YEAR,
} from './date-words.ts'

export const SEASONS_AND_QUARTERS: readonly Rule[] = [
  rule(`(?:[Tt]he )?(?:[Ee]arly |[Ll]ate |[Mm]id-)?(?<nth>1[0-9]|2[01])(?:th|st) [Cc]entury`, (g) => ({
    type: 'value',
    value: `${Number(g.nth) - 1}XX`,
  })),
  rule(
    `(?:by |at |before )?(?:[Tt]he )?(?:year[- ]end|(?:end|close) of (?:the|this) (?<unit>year|month|week|quarter|decade|century)|year['’]s end)`,
    (g) => ({
      type: 'offset',
      unit: unitOf(g.unit ?? 'year'),
      count: 0,
      from: 'article',
      named: true,
    }),
  ),
  rule(
    `(?:[Tt]he )?(?:(?:(?:latest|just-ended|most recent) )?(?<unit>(?<=[Tt]he (?:latest |just-ended |most recent )?)(?:quarter|(?<=latest )period))(?! of (?:a|the|all|its))|year-(?<back>earlier|ago)(?: (?<what>quarter|period|figure|month|level|total|result|results|loss|profit|net))?)`,
    (g) =>
      g.unit
        ? { type: 'latest-quarter' }
        : g.what === 'quarter' || g.what === 'period'
          ? { type: 'offset', unit: 'year', count: -1, from: 'article', compares: true }
          : { type: 'offset', unit: 'year', count: -1, from: 'article', compares: true },
  ),
  // "the 1988 period": the quarter spoken of, in that year.
  rule(`[Tt]he (?<year>${YEAR}) (?:quarter|period)`, (g) => ({
    type: 'quarter',
    quarter: 0,
    year: Number(g.year),
  })),
  rule(
    `(?:[Tt]he )?(?:same|corresponding|comparable|similar|like|equivalent) (?<what>quarter|period|time)(?: (?:of |in )?(?:last year|a year (?:ago|earlier|before)|(?:the )?(?:previous|prior|preceding) year))|${THE}(?:prior|previous|preceding)-year(?:['’]s)? (?:quarter|period)|[Ll]ast year['’]s (?:quarter|period)`,
    () => ({ type: 'offset', unit: 'year', count: -1, from: 'article', compares: true }),
  ),
  rule(`(?:[Mm]id-?year|[Mm]idyear)`, () => ({
    type: 'offset',
    unit: 'year',
    count: 0,
    from: 'article',
    named: true,
  })),
  rule(`${EARLY}(?<month>${MONTH}),? (?:of )?(?<year>${YEAR}|['’]\\d\\d)`, (g) => ({
    type: 'month',
    month: monthNumber(g.month!),
    ...withYear(g.year),
  })),
  rule(`${EARLY}(?:of )?${POINT} (?<month>${MONTH})`, (g) => ({
    type: 'month',
    month: monthNumber(g.month!),
    ...pointingOf(g.point),
  })),
  rule(`${EARLY}(?<month>${MONTH}) (?:of )?(?<point>last|this|next|that) year`, (g) => ({
    type: 'month',
    month: monthNumber(g.month!),
    pointing: g.point === 'this' ? 'this' : g.point === 'next' ? 'next' : 'last',
  })),
  rule(
    `(?:(?<=(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Tt]ill|[Dd]uring|[Bb]efore|[Aa]fter|[Ff]or|[Ff]rom|[Tt]hrough|[Tt]o|[Oo]f|and|[Ll]ate|[Ee]arly|[Mm]id) )|[Ee]arly[- ]|[Ll]ate[- ]|[Mm]id-|[Mm]id )${EARLY}(?<month>${MONTH})(?! [A-Z]\\p{Ll})`,
    (g) => ({ type: 'month', month: monthNumber(g.month!) }),
  ),
  rule(`${EARLY}(?<month>${SURE_MONTH})`, (g) => ({ type: 'month', month: monthNumber(g.month!) })),
  rule(
    `${EARLY}${THE}(?:(?<point>[Ll]ast|[Tt]his|[Nn]ext|[Tt]hat|[Pp]ast|[Cc]oming|previous) )(?:early |late )?(?<season>${SEASON})(?! of discontent)`,
    (g) => ({ type: 'season', season: seasonOf(g.season!), ...pointingOf(g.point) }),
  ),
  rule(`${EARLY}${THE}(?<season>${SEASON})(?: of|,)? (?<year>${YEAR})`, (g) => ({
    type: 'season',
    season: seasonOf(g.season!),
    ...withYear(g.year),
  })),
  rule(
    `(?:(?<=(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Dd]uring|[Bb]efore|[Aa]fter) )|[Ee]arly |[Ll]ate )(?:the |early |late )?(?<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter)`,
    (g) => ({ type: 'season', season: seasonOf(g.season!) }),
  ),
  rule(
    `${THE}(?:(?<point>[Ll]ast|[Tt]his|[Nn]ext|[Pp]revious) year['’]s |(?<year0>${YEAR})(?:['’]s)? )?(?:(?:fiscal |calendar )?(?<nth>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|final|1st|2nd|3rd|4th)[- ](?:fiscal )?(?<what>quarter|half|period))(?: of)?(?: (?:fiscal |calendar )?(?<year>${YEAR}))?(?: (?<after>last|this|next) year)?`,
    (g) => ({
      type: 'quarter',
      quarter: g.nth === 'final' ? (g.what === 'half' ? 2 : 4) : ordinalNumber(g.nth!),
      half: g.what === 'half',
      ...withYear(g.year ?? g.year0),
      ...pointingOf(g.point ?? g.after),
    }),
  ),
]
