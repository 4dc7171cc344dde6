/** What is counted from a day: "last week", "two years ago", "the month after". */

import { AHEAD, BACK, counted, MORE, type Rule, rule, THE } from './date-rule.ts'
import { DAY_OF_MONTH, MONTH, monthNumber, NUMBER, UNIT, unitOf, WEEKDAY } from './date-words.ts'

export const OFFSETS: readonly Rule[] = [
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
    `(?<=(?:[Ii]n|[Ff]or|[Dd]uring|[Ll]ater in|[Ee]arlier in|[Ll]ate in|[Ee]arly in|[Ee]nd of|[Bb]eginning of|[Ss]tart of) )the (?<unit>week|month|year)(?! (?:of|before|after|ended|ending|that|to|end|ahead|earlier|ago|in|when|he|she|they|it|since|until|from|through|\\d)|-)`,
    (g) => ({
      type: 'offset',
      unit: unitOf(g.unit!),
      count: 0,
      from: g.unit === 'month' ? 'reference' : 'article',
    }),
  ),
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
]
