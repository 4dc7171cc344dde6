/** How English points to another happening: "a week after", "last month’s", "the third such attack since March". */

import { countOf, type Groups, listed, type Phrases } from './reference-grammar.ts'
import {
  apart,
  before,
  type Days,
  monthBack,
  ofDay,
  ofMonth,
  ofWeekday,
  ofYear,
  since,
  weekBack,
  yearBack,
} from './reference-times.ts'

const months = 'january february march april may june july august september october november december'.split(
  ' ',
)
const MONTH =
  '(?<month>January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.|Feb\\.|Aug\\.|Sept\\.|Oct\\.|Nov\\.|Dec\\.)'
const monthOf = (name = ''): number =>
  months.findIndex((month) => month.startsWith(name.toLowerCase().slice(0, 3)))
const weekdays = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ')
const WEEKDAY = '(?<weekday>Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday)'
const weekdayOf = (name = ''): number => weekdays.indexOf(name.toLowerCase())
const yearOf = (year: string | undefined): number | undefined =>
  year === undefined ? undefined : Number(year)

const NUMBER =
  'an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|a couple of|a few|several|\\d{1,3}'
const ORDINAL =
  'first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twentieth|\\d{1,3}(?:st|nd|rd|th)'
const enNumbers = listed(
  'first=1 second=2 third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9 tenth=10 twentieth=20 a=1 an=1 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fifty=50 couple=2 few=0 several=0 the=1',
)
const enUnits = listed(
  'hour=0.0417 hours=0.0417 day=1 days=1 week=7 weeks=7 fortnight=14 month=30.4 months=30.4 year=365 years=365 anniversary=365',
)
const periodBack = (unit: string | undefined, at: number): Days =>
  /^w/i.test(unit ?? '') ? weekBack(1, at) : /^m/i.test(unit ?? '') ? monthBack(1, at) : yearBack(1, at)
const periodNow = (unit: string | undefined, at: number): Days =>
  /^w/i.test(unit ?? '') ? weekBack(0, at) : /^m/i.test(unit ?? '') ? monthBack(0, at) : yearBack(0, at)
const ago = ({ count, unit }: Groups): Days => {
  const number = countOf(count, enNumbers) || 3
  return before(apart(number, enUnits[(unit ?? '').toLowerCase()] ?? 7))
}

export const english: Phrases = {
  hint: /\b(?:[Hh]ours?|[Dd]ays?|[Ww]eeks?|fortnight|[Mm]onths?|[Yy]ears?)(?: to the day)? (?:after|before|since|following|ago|earlier|on from)\b|\banniversary of\b|\b[Ll]ast (?:week|month|year|[MTWFSJND][a-z]+)\b|\b[Ee]arlier this\b|day['’]s |\bthis (?:week|month|year)['’]s|\b[Ff]ollow(?:s|ed|ing) |\b[Ii]n the (?:wake|aftermath) of\b|\b[Ii]n (?:response to|retaliation for)\b|\b(?:comes?|came|coming) [a-z ]{0,12}after\b|\b(?:second|third|fourth|fifth|sixth|seventh|eighth|latest|\dth) (?:such|[a-z]+ (?:(?:to|on|in|by|of|at|against|with) |since|this|[a-z]+ ))|\b[Tt]he (?:(?:19|20)\d\d |\d{1,2} [A-Z]|[JFMASOND][a-z]+\.? (?:\d|[a-z]))|\b(?:when|who|[Aa]fter|[Ss]ince|where|[Aa]t|[Dd]uring|from|[Ff]ollowing) [^.]{3,60} (?:in|on) (?:\d{1,2} )?(?:[JFMASOND][a-z]+|(?:19|20)\d\d)\b/,
  apart: new RegExp(
    `\\b(?:(?<rough>about|around|nearly|almost|just|barely|only|exactly|roughly|more than|less than|over|fewer than|some) )?(?:(?<count>${NUMBER}|the|${ORDINAL}) )?(?<unit>hours?|days?|weeks?|fortnight|months?|years?|anniversary)(?: to the day)? (?<way>(?<!anniversary )(?:after|before|since|following|on from)|(?<=anniversary )of)\\b(?! (?:all|that|this|then)\\b)`,
    'gi',
  ),
  numbers: enNumbers,
  units: enUnits,
  many: /s$/i,
  ahead: /^before$/i,
  links:
    /\b(?:(?<sure>in the (?:wake|aftermath) of|in (?:response to|retaliation for)|(?:comes?|came|coming) (?:(?:just|shortly|soon|hours|only) )?after|(?:visits?|trips?|tour|journey|move|decision|announcement|statement|warning|order|ban|recall|departure|closure|suspension|appointment|launch|meetings?|summit|talks|deal|agreement|sanctions|attacks?|strikes?|raids?|explosions?|blasts?|shootings?|killings?|crash|operation|offensive|arrests?|protests?|rally|rallies|march|searches|resignation|vote|election|ruling|verdict|inquiry|investigation|death|it|this|which|that)(?: [a-z]+ly)? follow(?:s|ed)|, following|^following)|after|following|since|during|at|from|when|who|where|which|whose) /gi,
  owned: [
    { pattern: /\blast (?<unit>week|month|year)['’]s\b/gi, days: ({ unit }, at) => periodBack(unit, at) },
    {
      pattern: /\b(?<this>earlier this|this) (?<unit>week|month|year)['’]s\b/gi,
      days: ({ unit }, at) => periodNow(unit, at),
    },
    { pattern: /\byesterday['’]s\b/gi, days: () => [-2, 0] },
    {
      pattern: new RegExp(`\\b(?<last>[Ll]ast )?${WEEKDAY}['’]s\\b`, 'g'),
      days: ({ weekday, last }, at) => ofWeekday(weekdayOf(weekday), at, last !== undefined),
    },
    {
      pattern: new RegExp(
        `\\b(?:[Tt]he|last) ${MONTH} (?<day>\\d{1,2})(?:st|nd|rd|th)?(?:, (?<year>(?:19|20)\\d\\d),?)? (?=[a-z])`,
        'g',
      ),
      days: ({ month, day, year }, at) => ofDay(monthOf(month), Number(day), at, yearOf(year)),
    },
    {
      pattern: new RegExp(`\\b[Tt]he (?<day>\\d{1,2}) ${MONTH}(?: (?<year>(?:19|20)\\d\\d))? (?=[a-z])`, 'g'),
      days: ({ month, day, year }, at) => ofDay(monthOf(month), Number(day), at, yearOf(year)),
    },
    {
      pattern: new RegExp(
        `\\b(?:[Tt]he|last) ${MONTH}(?: (?<year>(?:19|20)\\d\\d))?(?:['’]s)? (?=[a-z])(?!on |of |in )`,
        'g',
      ),
      days: ({ month, year }, at) => ofMonth(monthOf(month), at, yearOf(year)),
    },
    {
      pattern: /\b[Tt]he (?<year>(?:19|20)\d\d) (?=[\p{L}])/gu,
      days: ({ year }, at) => ofYear(Number(year), at),
    },
  ],
  spoken: [
    { pattern: /\blast (?<unit>week|month|year)\b(?!['’])/gi, days: ({ unit }, at) => periodBack(unit, at) },
    {
      pattern: /\bearlier this (?<unit>week|month|year)\b(?!['’])/gi,
      days: ({ unit }, at) => periodNow(unit, at),
    },
    {
      pattern: new RegExp(
        `(?<!than |from |compared (?:with|to) |[\\d%] )\\b(?<count>${NUMBER}) (?<unit>days?|weeks?|months?|years?) (?:ago|earlier)\\b`,
        'gi',
      ),
      days: ago,
    },
    {
      pattern: new RegExp(`\\b[Ll]ast ${WEEKDAY}\\b(?!['’])`, 'g'),
      days: ({ weekday }, at) => ofWeekday(weekdayOf(weekday), at, true),
    },
    {
      pattern: new RegExp(`\\b(?:on|since) ${MONTH} (?<day>\\d{1,2})\\b(?:, (?<year>(?:19|20)\\d\\d))?`, 'g'),
      days: ({ month, day, year }, at) => ofDay(monthOf(month), Number(day), at, yearOf(year)),
    },
    {
      pattern: new RegExp(`\\b(?:on|since) (?<day>\\d{1,2}) ${MONTH}(?: (?<year>(?:19|20)\\d\\d))?`, 'g'),
      days: ({ month, day, year }, at) => ofDay(monthOf(month), Number(day), at, yearOf(year)),
    },
    {
      pattern: new RegExp(`\\b(?:in|last) ${MONTH}(?: (?:of )?(?<year>(?:19|20)\\d\\d))?\\b(?!['’])`, 'g'),
      days: ({ month, year }, at) => ofMonth(monthOf(month), at, yearOf(year)),
    },
    { pattern: /\bin (?<year>(?:19|20)\d\d)\b/g, days: ({ year }, at) => ofYear(Number(year), at) },
  ],
  series: {
    pattern:
      /\b(?:latest in a (?:series|string|wave|spate) of (?<many>\p{Ll}+(?: \p{Ll}+)?)|(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|latest|\d{1,2}(?:st|nd|rd|th)) (?:such )?(?:(?!in |since |this )[\p{Ll}-]+ ){0,2}?(?!in |since |this )(?<kind>\p{Ll}+)(?: (?:to|on|in|by|of|at|against|with|between) (?:the )?\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)?(?: \p{Ll}+(?= (?:since|in|this|within) ))?)?)(?: (?<time>(?:since|in(?: as many| less than| under| just)?|this|within) (?:the )?[\p{L}\d]+(?: (?:days|weeks|months|years|week|month|year|\d{1,2}))?))?/gu,
    times: [
      {
        pattern: new RegExp(`^since ${MONTH}(?: (?<day>\\d{1,2})$)?`, ''),
        days: ({ month, day }, at) =>
          since(day === undefined ? ofMonth(monthOf(month), at) : ofDay(monthOf(month), Number(day), at)),
      },
      {
        pattern: new RegExp(
          `^(?:in|within)(?: as many| less than| under| just)? (?:(?<count>${NUMBER}) )?(?<unit>days|weeks?|months?|years?)$`,
        ),
        days: ({ count, unit }) => [
          -Math.round((countOf(count, enNumbers) || 3) * enUnits[unit!]! * 1.2) - 2,
          0,
        ],
      },
      { pattern: /^this (?<unit>week|month|year)$/, days: ({ unit }, at) => periodNow(unit, at) },
    ],
  },
  doubt:
    /\b(?:if|would|could|might|may|should|whether|unless|will|shall|possible|potential|planned|proposed|scheduled|expected|any|every|each|next|upcoming|future|alleged|hypothetical|percent|per cent|never|not|no|denied|cancelled|canceled|postponed|didn['’]t|wasn['’]t|weren['’]t|fictional|birth)\b|n['’]t\b|\d ?%/,
  doubtAround:
    /\b(?:if|unless|would|could|might|may|should|must|shall|can|usually|typically|normally|often|every|each|always|whether|within|up to|no later than|imagine|suppose|novel|film|drama|wasn['’]t|don['’]t|doesn['’]t)\b|\b[Ii]f\b|^Had\b/,
  intent: /\b(?:will|to be|set for|due)\b/,
  past: /\b(?:was|were|met|ran|sank|shot|fell|fled|died|broke|\p{L}{3,}ed)\b/u,
  elsewhen: new RegExp(
    `\\bhad\\b|\\b(?:in|on|of|since|until) (?:\\d{1,2} )?${MONTH}|\\b(?:19|20)\\d\\d\\b|\\bago\\b|\\blast (?:week|month|year)\\b`,
  ),
  starts:
    /[;()]|[,:](?!\d| (?:19|20)\d\d)|\s[-–—]\s|—|…| (?:since|while|which|who|where|when|amid|but|because|although|though) /g,
  stops:
    /[;()]|[,:](?!\d| (?:19|20)\d\d)|\s[-–—]\s|—|\.\.\.|…| (?:as|while|which|who|where|when|amid|but|and|because|although|though|before|after|that) /g,
  ends: /^(?:[;:()]|\s?[-–—]\s?|\.\.\.|…| (?:but|while|because|although|though|before|after) )$/,
}
