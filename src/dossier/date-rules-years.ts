/** Weekends, decades, years, times of day and holidays. */

import { clockValue, part, pointingOf, type Rule, rule, THE, withYear } from './date-rule.ts'
import { CLOCK, DAY_PART, dayPartOf, YEAR } from './date-words.ts'

const DECADES = 'twenties thirties forties fifties sixties seventies eighties nineties'.split(' ')

export const YEARS_AND_CLOCKS: readonly Rule[] = [
  rule(
    `[Tt]he (?:(?:early|late|mid)[- ])?(?<decade>[Tt]wenties|[Tt]hirties|[Ff]orties|[Ff]ifties|[Ss]ixties|[Ss]eventies|[Ee]ighties|[Nn]ineties)`,
    (g) => ({ type: 'decade', decade: 192 + DECADES.indexOf(g.decade!.toLowerCase()) }),
  ),
  rule(
    `(?<=(?:[Ii]n|[Ss]ince|[Bb]y|of|[Ff]rom|[Uu]ntil|[Ff]iscal|[Ee]arly|[Ll]ate) )['’](?<year>\\d\\d)`,
    (g) => ({
      type: 'value',
      value: String(Number(g.year) + (Number(g.year) < 50 ? 2000 : 1900)),
    }),
  ),
  rule(
    `(?<point>[Ll]ast|[Pp]ast|[Tt]his|[Tt]his past|[Nn]ext|[Cc]oming|[Tt]he|[Oo]ver the|[Tt]hat|[Tt]his coming) [Ww]eekend`,
    (g) => ({
      type: 'weekend',
      ...(/[Tt]he$/.test(g.point!) ? { pointing: undefined } : { pointing: pointingOf(g.point).pointing }),
    }),
  ),
  rule(
    `(?:(?:[Ee]arly|[Ll]ate|[Mm]id|[Tt]he (?:early|late|mid))[- ](?:to[- ](?:late|mid)[- ])?)?(?:the )?(?<decade>(?:1[5-9]|20)\\d0)['’]?s`,
    (g) => ({ type: 'decade', decade: Math.floor(Number(g.decade) / 10) }),
  ),
  rule(`(?:(?:[Ee]arly|[Ll]ate|[Mm]id)[- ])?['’]?(?<decade>[2-9]0)['’]?s`, (g, whole) =>
    /^\d/.test(whole) && !/['’]/.test(whole)
      ? undefined
      : { type: 'decade', decade: 190 + Math.floor(Number(g.decade) / 10) },
  ),
  rule(`(?:[Ff]iscal |FY ?)(?:year )?(?<year>${YEAR})`, (g) => ({ type: 'value', value: g.year! })),
  rule(
    `(?:from |between )?(?<year>${YEAR}) ?(?:-|–|to|and|until|through) ?(?<year2>${YEAR}|\\d\\d)(?! (?:people|troops|men|percent))`,
    (g) =>
      g.year2!.length === 2
        ? { type: 'value', value: `${g.year}/${g.year!.slice(0, 2)}${g.year2}` }
        : undefined,
  ),
  rule(
    `(?:(?:${THE}(?:[Ee]arly|[Ll]ate|[Mm]id|[Bb]eginning of|[Ss]tart of|[Ee]nd of|[Mm]iddle of)[- ](?:in )?)|[Pp]ost-|[Pp]re-|(?:the year |calendar ))?(?<![$€£#]|[Nn]o\\. |[Rr]oom |[Ff]light )(?<year>${YEAR})(?!,\\d| ?(?:people|men|women|troops|soldiers|dollars|pounds|euros|miles|feet|metres|meters|kilometers|kilometres|km|kg|points|votes|shares|copies|tons|tonnes|percent|per cent|times|jobs|homes|houses|workers|members|employees|pages|calories|words|GMT|UTC|hours|local time|delegates|families|years|square|[ap]\\.m)|%)`,
    (g) => ({ type: 'value', value: g.year! }),
  ),
  rule(`(?<clock>${CLOCK})(?: (?:in the |this )(?<part>${DAY_PART}))?`, (g) => {
    const clock = clockValue(g.clock!)
    return clock ? { type: 'clock', clock, ...part(g.part) } : undefined
  }),
  rule(`[Ii]n the (?<part>morning|afternoon|evening)|[Aa]t (?<part2>night|dawn|dusk)`, (g) =>
    g.part ? { type: 'part', part: dayPartOf(g.part) } : undefined,
  ),
  rule(
    `(?<point>[Ll]ast |[Tt]his |[Nn]ext )?(?<name>Christmas Eve|Christmas(?: Day)?|New Year['’]s Eve|New Year['’]s(?: Day)?|Thanksgiving(?: Day)?|Easter(?: Sunday)?|Good Friday|Halloween|Valentine['’]s Day|Independence Day|Labor Day|Memorial Day|Veterans Day|May Day|Boxing Day|Bastille Day|Election Day)(?:,? (?:of )?(?<year>${YEAR}))?`,
    (g) => ({ type: 'holiday', name: g.name!, ...pointingOf(g.point), ...withYear(g.year) }),
  ),
]
