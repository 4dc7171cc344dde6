/** Reads date expressions out of a sentence as data; what day they mean is decided in date-resolve.ts. */

import type { Season } from './date-value.ts'
import {
  CLOCK,
  DAY_OF_MONTH,
  DAY_PART,
  type DayPart,
  dayPartOf,
  MONTH,
  monthNumber,
  NUMBER,
  numberOf,
  ORDINAL,
  ordinalNumber,
  SEASON,
  SURE_MONTH,
  seasonOf,
  UNIT,
  type Unit,
  unitOf,
  WEEKDAY,
  weekdayNumber,
  YEAR,
} from './date-words.ts'

/** Which way an expression points by itself; the tense of its clause decides where it says nothing. */
export type Pointing = 'last' | 'next' | 'this' | 'that' | undefined

export type DateExpression =
  | { readonly type: 'value'; readonly value: string; readonly part?: DayPart }
  | {
      readonly type: 'day'
      readonly month: number
      readonly day: number
      readonly year?: number
      readonly pointing?: Pointing
      readonly clock?: string
      readonly part?: DayPart
    }
  | { readonly type: 'days'; readonly from: DateExpression; readonly to: DateExpression }
  | { readonly type: 'month'; readonly month: number; readonly year?: number; readonly pointing?: Pointing }
  | { readonly type: 'season'; readonly season: Season; readonly year?: number; readonly pointing?: Pointing }
  | {
      readonly type: 'quarter'
      readonly quarter: number
      readonly year?: number
      readonly pointing?: Pointing
      readonly half?: boolean
    }
  | {
      readonly type: 'weekday'
      readonly weekday: number
      readonly pointing?: Pointing
      readonly part?: DayPart
      readonly clock?: string
    }
  | {
      readonly type: 'offset'
      readonly unit: Unit
      readonly count: number
      readonly from: 'article' | 'reference'
      /** "last decade": the one before, not ten years back. */
      readonly named?: boolean
      /** "a year ago", "a year earlier": in talk of quarters, the same quarter then. */
      readonly compares?: boolean
      readonly part?: DayPart
      readonly clock?: string
      readonly weekday?: number
    }
  | { readonly type: 'latest-quarter' }
  | { readonly type: 'weekend'; readonly pointing: Pointing }
  | { readonly type: 'clock'; readonly clock: string; readonly part?: DayPart }
  | { readonly type: 'part'; readonly part: DayPart }
  | { readonly type: 'vague'; readonly when: 'past' | 'present' | 'future' }
  | { readonly type: 'holiday'; readonly name: string; readonly pointing?: Pointing; readonly year?: number }
  | { readonly type: 'decade'; readonly decade: number }
  | { readonly type: 'duration'; readonly unit: Unit; readonly count?: number }
  | { readonly type: 'set'; readonly value: string }

type Groups = Record<string, string | undefined>
type Rule = {
  readonly pattern: RegExp
  readonly read: (groups: Groups, whole: string) => DateExpression | undefined
}

// Text copied from a page or a wire may break its lines anywhere between two words.
const rule = (source: string, read: Rule['read']): Rule => ({
  pattern: new RegExp(
    `(?<![\\p{L}\\p{N}]|\\p{N}[.,])(?:${source.replaceAll('[- ]', '(?:-| )').replaceAll(' ', '(?:\\s+)')})(?![\\p{L}\\p{N}]|[.,]\\p{N})`,
    'gu',
  ),
  read,
})

const THE = '(?:[Tt]he )?'
const EARLY =
  '(?:(?:[Tt]he )?(?:[Ee]arly|[Ll]ate|[Mm]id|[Mm]iddle of|(?:very )?[Bb]eginning of|[Ss]tart of|[Ee]nd of|[Dd]awn of)(?:[- ](?:in |the )?)?)?'
const BACK = '(?<back>ago|before|earlier|previously|prior|back)'
const AHEAD = '(?<ahead>later|after(?:wards?)?|hence|from now|from today|on)'
const DAYWORD = '[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight|TODAY|YESTERDAY|TOMORROW'

const clockTail = `(?:,? at (?:about |around |approximately )?(?<clock>${CLOCK})|,? (?:in the |during the |at |early |late )?(?<part>${DAY_PART}|night))?`
const year4 = (text: string | undefined): number | undefined => {
  if (!text) return undefined
  const digits = text.replace(/[^\d]/g, '')
  if (digits.length === 4) return Number(digits)
  return Number(digits) + (Number(digits) < 50 ? 2000 : 1900)
}
const part = (text: string | undefined): { part?: DayPart } => (text ? { part: dayPartOf(text) } : {})
const clockOf = (text: string | undefined): { clock?: string } => {
  const clock = text && clockValue(text)
  return clock ? { clock } : {}
}
const withYear = (text: string | undefined): { year?: number } => {
  const year = year4(text)
  return year === undefined ? {} : { year }
}
const pointingOf = (word: string | undefined): { pointing?: Pointing } => {
  if (!word) return {}
  const lower = word.toLowerCase()
  if (/last|past|previous|preceding|prior/.test(lower)) return { pointing: 'last' }
  if (/next|coming|upcoming|following/.test(lower)) return { pointing: 'next' }
  if (/this|current|same/.test(lower) && !/the same/.test(lower)) return { pointing: 'this' }
  return { pointing: 'that' }
}
const POINT =
  '(?<point>[Ll]ast|[Pp]ast|[Pp]revious|[Tt]his past|[Tt]his coming|[Tt]his|[Nn]ext|[Cc]oming|[Uu]pcoming|[Tt]hat(?: same)?|[Tt]he same)'

const dayRange = (g: Groups): DateExpression => {
  const year = withYear(g.year)
  const month = (g.month ?? g.monthb)!
  const from = {
    type: 'day' as const,
    month: monthNumber(month),
    day: Number.parseInt((g.day ?? g.dayb)!, 10),
    ...year,
  }
  const to = {
    type: 'day' as const,
    month: monthNumber(g.month2 ?? month),
    day: Number.parseInt(g.day2!, 10),
    ...year,
  }
  return { type: 'days', from, to }
}
const oneDay = (g: Groups): DateExpression => ({
  type: 'day',
  month: monthNumber(g.month!),
  day: Number.parseInt(g.day!, 10),
  ...withYear(g.year),
  ...pointingOf(g.point),
  ...part(g.part),
  ...clockOf(g.clock ?? g.clock2),
})
const counted = (g: Groups, from: 'article' | 'reference', sign: 1 | -1): DateExpression | undefined => {
  const count = numberOf(g.number ?? 'a')
  const unit = unitOf(g.unit!)
  if (unit === 'second' || unit === 'minute') return { type: 'vague', when: sign < 0 ? 'past' : 'future' }
  if (count === undefined) return { type: 'vague', when: sign < 0 ? 'past' : 'future' }
  return { type: 'offset', unit, count: sign * count, from, compares: sign < 0 && count === 1 }
}
const MORE =
  '(?:(?:[Mm]ore than|[Ll]ess than|[Aa]bout|[Aa]round|[Nn]early|[Aa]lmost|[Oo]ver|[Aa]t least|[Jj]ust(?: over| under)?|[Ss]ome|[Rr]oughly|[Aa]pproximately|[Bb]arely|[Oo]nly|[Ee]xactly) )?'

/** Earlier rules win where two read the same words; longer readings win over shorter ones. */
const RULES: readonly Rule[] = [
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
    `(?:[Tt]he )?(?:(?:(?:latest|just-ended|most recent) )?(?<unit>(?<=[Tt]he (?:latest |just-ended |most recent )?)(?:quarter|(?<=latest )period))(?! of (?:a|the|all|its))|year-(?<back>earlier|ago) (?<what>quarter|period|figure|month|level|total|result|results|loss|profit|net))`,
    (g) =>
      g.unit
        ? { type: 'latest-quarter' }
        : g.what === 'quarter' || g.what === 'period'
          ? { type: 'offset', unit: 'year', count: -1, from: 'article', compares: true }
          : { type: 'offset', unit: 'year', count: -1, from: 'article', compares: true },
  ),
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
    `${THE}(?:(?<point>[Ll]ast|[Tt]his|[Nn]ext|[Pp]revious) year['’]s )?(?:(?:fiscal |calendar )?(?<nth>first|second|third|fourth|1st|2nd|3rd|4th)[- ](?<what>quarter|half|period))(?: of)?(?: (?:fiscal |calendar )?(?<year>${YEAR}))?(?: (?<after>last|this|next) year)?`,
    (g) => ({
      type: 'quarter',
      quarter: ordinalNumber(g.nth!),
      half: g.what === 'half',
      ...withYear(g.year),
      ...pointingOf(g.point ?? g.after),
    }),
  ),
  rule(`(?:${THE}${POINT} )(?<weekday>${WEEKDAY})${clockTail}`, (g) => ({
    type: 'weekday',
    weekday: weekdayNumber(g.weekday!),
    ...pointingOf(g.point),
    ...part(g.part),
    ...clockOf(g.clock),
  })),
  rule(
    `(?:(?<clock2>${CLOCK}),? (?:on )?)?(?:early |late )?(?<weekday>${WEEKDAY})(?<plain>,? last week|,? next week|,? this week)?${clockTail}`,
    (g) => ({
      type: 'weekday',
      weekday: weekdayNumber(g.weekday!),
      ...(g.plain?.includes('week') ? {} : {}),
      ...part(g.part),
      ...clockOf(g.clock ?? g.clock2),
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
  rule(`(?:[Tt]hat|[Tt]he same|[Tt]hat same) (?<unit>week|month|year|decade)`, (g) => ({
    type: 'offset',
    unit: unitOf(g.unit!),
    count: 0,
    from: 'reference',
  })),
  rule(
    `(?:[Ee]arlier|[Ll]ater|[Ss]ometime|[Ll]ate|[Ee]arly|[Bb]y the end of|[Ee]nd of|[Tt]he end of|[Ll]ater on)? ?[Tt]his (?:current )?(?<unit>week|month|year|quarter|decade|century)`,
    (g) => ({ type: 'offset', unit: unitOf(g.unit!), count: 0, from: 'article' }),
  ),
  rule(`${THE}(?:[Cc]urrent|[Pp]resent) (?<unit>week|month|year|quarter|decade|century)`, (g) => ({
    type: 'offset',
    unit: unitOf(g.unit!),
    count: 0,
    from: 'article',
  })),
  rule(
    `(?:[Ee]arlier |[Ll]ate |[Ee]arly |[Tt]he end of |[Mm]id )?(?:[Ll]ast) (?<unit>week|month|year|quarter|decade|century)`,
    (g) => ({ type: 'offset', unit: unitOf(g.unit!), count: -1, from: 'article' }),
  ),
  rule(`(?:[Ee]arly |[Ll]ate )?[Nn]ext (?<unit>week|month|year|quarter|decade|century)`, (g) => ({
    type: 'offset',
    unit: unitOf(g.unit!),
    count: 1,
    from: 'article',
  })),
  rule(
    `[Tt]he (?<point>next|following|coming|previous|preceding|prior) (?<unit>week|month|year|quarter)`,
    (g) => ({
      type: 'offset',
      unit: unitOf(g.unit!),
      count: /next|following|coming/.test(g.point!) ? 1 : -1,
      from: 'reference',
    }),
  ),
  rule(`[Tt]he (?<unit>week|month) of (?<month>${MONTH}) (?<day>${DAY_OF_MONTH})`, (g) => ({
    type: 'days',
    from: { type: 'day', month: monthNumber(g.month!), day: Number.parseInt(g.day!, 10) },
    to: { type: 'offset', unit: 'week', count: 0, from: 'reference' },
  })),
  rule(
    `(?<number>${NUMBER}) (?<unit>${UNIT}) (?:before|after|from) (?:last )?(?<weekday>${WEEKDAY})`,
    () => undefined,
  ),
  rule(`${MORE}(?<number>${NUMBER})[- ](?<unit>${UNIT}) ${BACK}(?<today> (?:today|yesterday))?`, (g) => {
    if (g.back === 'back' || g.back === 'ago') return counted(g, 'article', -1)
    return counted(g, 'reference', -1)
  }),
  rule(`${MORE}(?<number>${NUMBER}) (?<unit>${UNIT}) ${AHEAD}`, (g) => {
    if (g.ahead === 'on') return undefined
    return counted(g, /from now|from today|hence/.test(g.ahead!) ? 'article' : 'reference', 1)
  }),
  rule(
    `${THE}(?<unit>day|week|month|year) (?<back>before|earlier|ago)(?! (?:he|she|they|it|the|a|his|her|their|taking|being|last|its))`,
    (g) => (g.back === 'ago' ? counted(g, 'article', -1) : counted(g, 'reference', -1)),
  ),
  rule(
    `[Tt]he (?<unit>day|week|month|year) after(?! (?:he|she|they|it|the|a|his|her|their|taking|being|last|its))`,
    (g) => counted(g, 'reference', 1),
  ),
  rule(
    `(?:[Ii]n|[Ww]ithin) (?:the next )?${MORE}(?<number>${NUMBER}) (?<unit>days?|weeks?|months?|years?)(?:['’] time)`,
    (g) => counted(g, 'article', 1),
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
    `(?<point>[Ll]ast |[Tt]his |[Nn]ext )?(?<name>Christmas Eve|Christmas(?: Day)?|New Year['’]s Eve|New Year['’]s(?: Day)?|Thanksgiving(?: Day)?|Easter(?: Sunday)?|Good Friday|Halloween|Valentine['’]s Day|Independence Day|Labor Day|Memorial Day|Veterans Day|May Day|Boxing Day|Bastille Day)(?:,? (?:of )?(?<year>${YEAR}))?`,
    (g) => ({ type: 'holiday', name: g.name!, ...pointingOf(g.point), ...withYear(g.year) }),
  ),
  rule(
    `[Nn]ow|[Cc]urrently|[Aa]t present|[Aa]t the moment|[Rr]ight now|[Nn]owadays|[Aa]t this (?:time|moment)|[Pp]resently|(?<=[Tt]he )present(?= (?:time|day|moment))`,
    () => ({ type: 'vague', when: 'present' }),
  ),
  rule(
    `[Rr]ecently|[Ll]ately|[Rr]ecent (?:days|weeks|months|years|times)|[Tt]he past|[Ll]ong ago|[Ff]ormerly`,
    () => ({ type: 'vague', when: 'past' }),
  ),
  rule(
    `(?:[Tt]he )?(?:near |not-too-distant |foreseeable )?[Ff]uture|(?<!as )[Ss]oon(?! as| after)|[Tt]he coming (?:days|weeks|months|years)|(?:[Ii]n )?(?:the )?near future`,
    () => ({ type: 'vague', when: 'future' }),
  ),
  rule(`(?:[Ee]very|[Ee]ach) (?:other )?(?<unit>day|week|month|year|hour|minute|night|morning)`, (g) => ({
    type: 'set',
    value: durationValue(/night|morning/.test(g.unit!) ? 'day' : unitOf(g.unit!), 1),
  })),
  rule(`(?:[Ee]very|[Ee]ach) (?<weekday>${WEEKDAY})|(?<plural>${WEEKDAY})s`, (g) => ({
    type: 'set',
    value: `XXXX-WXX-${weekdayNumber((g.weekday ?? g.plural)!)}`,
  })),
  rule(`[Dd]aily`, () => ({ type: 'set', value: 'P1D' })),
  rule(`[Ww]eekly`, () => ({ type: 'set', value: 'P1W' })),
  rule(`[Mm]onthly`, () => ({ type: 'set', value: 'P1M' })),
  rule(`(?:[Yy]early|[Aa]nnually|[Aa]nnual)`, () => ({ type: 'set', value: 'P1Y' })),
  rule(
    `(?:(?:[Tt]he|[Oo]ver the|[Ff]or the|[Ii]n the|[Dd]uring the) )?(?:(?:[Ll]ast|[Pp]ast|[Nn]ext|[Cc]oming|[Pp]revious|[Ff]irst|[Ff]inal) )?${MORE}(?<number>${NUMBER})[- ](?:more |consecutive |straight |additional |long |full )?(?<unit>${UNIT})(?:-long)?`,
    (g) => {
      const count = numberOf(g.number!)
      return { type: 'duration', unit: unitOf(g.unit!), ...(count === undefined ? {} : { count }) }
    },
  ),
  rule(
    `(?:[Tt]he |[Oo]ver the )?(?:[Pp]ast|[Ll]ast|[Nn]ext) (?<unit>${UNIT})|(?<=[Ff]or |[Oo]ver )(?<unit2>weeks|months|years|days|hours|decades|centuries)`,
    (g) => ({ type: 'duration', unit: unitOf((g.unit ?? g.unit2)!), ...(g.unit ? { count: 1 } : {}) }),
  ),
  rule(
    `(?:on )?(?:the )?(?<day>${ORDINAL}) (?:day )?of (?:the|this|last|next) (?<unit>month)`,
    () => undefined,
  ),
]

export type Found = { readonly start: number; readonly end: number; readonly expression: DateExpression }

const ANY =
  /\d|[Dd]ay|DAY|[Ww]eek|[Mm]onth|[Yy]ear|[Nn]ight|[Mm]orning|[Ee]vening|noon|[Dd]ecade|[Cc]entur|[Qq]uarter|[Hh]alf|[Nn]ow|[Ss]oon|[Ff]uture|[Pp]resent|[Rr]ecent|[Pp]ast|[Ll]ately|[Aa]go|[Hh]our|[Mm]inute|[Ss]econd|moment|Spring|spring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC|Mon|Tue|Wed|Thu|Fri|Sat|Sun|Christmas|Easter|Thanksgiving|Halloween|[Dd]aily|ly\b|[Tt]onight|[Oo]vernight|[Ff]ormer/

/** Date expressions of `text` between two offsets, in order, none overlapping another. */
export function findExpressions(text: string, start: number, end: number): Found[] {
  const sentence = text.slice(start, end)
  if (!ANY.test(sentence)) return []
  const all: (Found & { readonly order: number })[] = []
  for (const [order, { pattern, read }] of RULES.entries()) {
    pattern.lastIndex = 0
    for (let match = pattern.exec(sentence); match; match = pattern.exec(sentence)) {
      const trimmed = match[0].replace(/^\s+/, '')
      if (trimmed.length === 0) {
        pattern.lastIndex++
        continue
      }
      const expression = read(match.groups ?? {}, trimmed)
      if (!expression) continue
      const from = start + match.index + match[0].length - trimmed.length
      all.push({ start: from, end: start + match.index + match[0].length, expression, order })
    }
  }
  all.sort((a, b) => b.end - b.start - (a.end - a.start) || a.order - b.order)
  const taken: Found[] = []
  for (const found of all) {
    if (taken.every((other) => found.end <= other.start || other.end <= found.start)) taken.push(found)
  }
  return taken.sort((a, b) => a.start - b.start)
}

/** `Thh:mm`, `Thh` or undefined when the clock says no time of day. */
function clockValue(text: string): string | undefined {
  const lower = text.toLowerCase()
  if (lower === 'noon') return 'T12:00'
  if (lower === 'midnight') return 'T24:00'
  const match = /^(\d{1,2})[:.]?(\d\d)?\s?(?:([ap])\.?m|o|$|gmt|utc|local|hours)/.exec(lower)
  if (!match) return undefined
  let hour = Number(match[1])
  if (match[3] === 'p' && hour < 12) hour += 12
  if (match[3] === 'a' && hour === 12) hour = 0
  const minute = Number(match[2] ?? '0')
  if (hour > 24 || minute > 59) return undefined
  return `T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

const LETTER: Record<Unit, string> = {
  second: 'S',
  minute: 'M',
  hour: 'H',
  day: 'D',
  week: 'W',
  month: 'M',
  quarter: 'M',
  year: 'Y',
  decade: 'Y',
  century: 'Y',
}
const FACTOR: Partial<Record<Unit, number>> = { quarter: 3, decade: 10, century: 100 }

/** An ISO 8601 duration; a count that is not told stands as X. */
export function durationValue(unit: Unit, count: number | undefined): string {
  const time = unit === 'second' || unit === 'minute' || unit === 'hour' ? 'T' : ''
  return `P${time}${count === undefined ? 'X' : count * (FACTOR[unit] ?? 1)}${LETTER[unit]}`
}
