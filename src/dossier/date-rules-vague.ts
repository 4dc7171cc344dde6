/** Words of time that name no calendar day, repetitions, and durations. */

import { durationValue } from './date-expression.ts'
import { MORE, type Rule, rule } from './date-rule.ts'
import { NUMBER, numberOf, ORDINAL, UNIT, unitOf, WEEKDAY, weekdayNumber } from './date-words.ts'

export const VAGUE_AND_LASTING: readonly Rule[] = [
  rule(
    `[Nn]ow|[Cc]urrently|[Aa]t present|[Aa]t the moment|[Rr]ight now|[Nn]owadays|[Aa]t this (?:time|moment)|[Pp]resently|(?<=[Tt]he |[Hh]is |[Hh]er |[Tt]heir |[Ii]ts )current(?! (?:account|affairs|events|week|month|year|quarter|decade|century))|[Tt]hese days|[Aa]t this (?:point|stage|juncture)|[Ff]or the moment|(?<=[Tt]he )present(?= (?:time|day|moment))`,
    () => ({ type: 'vague', when: 'present' }),
  ),
  rule(
    `[Rr]ecently|[Ll]ately|[Rr]ecent (?:days|weeks|months|years|times)|[Tt]he past|[Ll]ong ago|[Ss]ome time ago|(?:[Mm]any |[Ss]ome )?(?:[Dd]ays|[Ww]eeks|[Mm]onths|[Yy]ears|[Dd]ecades|[Cc]enturies) ago|[Ff]ormerly`,
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
