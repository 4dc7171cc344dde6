/** Numbers that a text gives for something countable: casualties, people in a delegation, sums of money. */

import type { Figure } from '../model/dossier.ts'
import type { Sentence, Span } from '../model/span.ts'

const DIGITS = '\\d{1,3}(?:[,.\\u00a0 ]\\d{3})+(?![\\d])|\\d+(?:\\.\\d+)?'
const SMALL =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen'
const TENS = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety'
const SPELT = `(?:${TENS})(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|${SMALL}`
const SCALE = 'hundred thousand|hundred|thousand|million|billion|trillion|mn|bn|m|k'
const NUMBER = `(?:${DIGITS}|${SPELT}|an?(?= (?:hundred|thousand|million|billion|dozen))|dozens|hundreds|thousands|half a dozen|a dozen)`
const ABOUT =
  'about|around|approximately|roughly|some|nearly|almost|an estimated|estimated|close to|circa|up to around'
const LEAST = 'at least|more than|over|as many as at least|no fewer than|no less than|upwards of|minimum of'
const MOST = 'at most|fewer than|less than|up to|as many as|no more than|under|a maximum of'
const CURRENCY: Record<string, string> = {
  $: 'USD',
  US$: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '₹': 'INR',
  '₪': 'ILS',
}
const MONEY_WORD: Record<string, string> = {
  dollar: 'USD',
  euro: 'EUR',
  pound: 'GBP',
  yen: 'JPY',
  rupee: 'INR',
  shekel: 'ILS',
  franc: 'CHF',
  rouble: 'RUB',
  ruble: 'RUB',
  yuan: 'CNY',
  dinar: 'dinar',
  peso: 'peso',
  krone: 'krone',
  krona: 'krona',
  lira: 'lira',
  riyal: 'riyal',
  dirham: 'dirham',
}

const PATTERN = new RegExp(
  `(?<![\\p{L}\\p{N}.,])(?:(?<bound>${LEAST}|${MOST}|${ABOUT}|between|from) )?(?<currency>US\\$|[$€£¥₹₪])?(?<n>${NUMBER})(?![a-z]{3})(?: ?(?<scale>${SCALE})\\b)?(?:(?:-| to |–|(?<=\\bbetween [$€£]?[\\w.,]+(?: \\w+)?) and )(?<currency2>[$€£])?(?<n2>${DIGITS}|${SPELT})(?: (?<scale2>${SCALE})\\b)?)?(?<strong>-(?:strong|member|person|man|seat))?(?<percent> ?%| per ?cent\\b)?`,
  'giu',
)

const WORTH: Record<string, number> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  a: 1,
  an: 1,
}
const SCALES: Record<string, number> = {
  hundred: 100,
  thousand: 1000,
  'hundred thousand': 100_000,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  mn: 1e6,
  bn: 1e9,
  m: 1e6,
  k: 1000,
}
const DOZEN: Record<string, number> = {
  dozens: 24,
  hundreds: 200,
  thousands: 2000,
  'half a dozen': 6,
  'a dozen': 12,
}

/** What happened to those counted, whatever they are: the same heading for "12 dead" and "killed 12 people". */
const FATES: readonly (readonly [string, RegExp])[] = [
  ['killed', /\b(?:killed|dead|deaths?|died|fatalities|killing|slain|perished|lost their lives|bodies)\b/i],
  ['injured', /\b(?:injur(?:ed|ies|ing)|wounded|wounding|hurt)\b/i],
  ['missing', /\b(?:missing|unaccounted)\b/i],
  ['arrested', /\b(?:arrest(?:ed|s|ing)?|detain(?:ed|ees|ing)|jailed|imprisoned)\b/i],
  ['displaced', /\b(?:displaced|evacuat(?:ed|ing)|fled|homeless)\b/i],
  ['abducted', /\b(?:abducted|kidnapped|hostages?|captives?)\b/i],
  ['released', /\b(?:released|freed)\b/i],
]
const PEOPLE =
  /^(?:people|person|men|man|women|woman|children|child|civilians?|soldiers?|officers?|troops|fighters?|passengers?|protesters?|demonstrators?|workers?|miners?|students?|residents?|police|policemen|others|rebels?|villagers?|migrants?|prisoners?|families|victims?|dead|wounded|injured|more|fans|players|pilgrims|farmers)$/i
const GROUPS = /\b(?:delegation|team|mission|convoy|group)\b/i
const SKIP =
  /^(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|decades?|a\.?m|p\.?m|o|gmt|st|nd|rd|th|s|january|february|march|april|may|june|july|august|september|october|november|december|year-old|years-old|of|in|on|at|and|or|to|the|is|was|has|had|that|which|with|by|for|from|as|but|he|she|it|they|who|sides?|times|things|ways?|percentage|points?)$/i

/** Figures in reading order. `of` is a lemma that the same thing has in other texts: "killed", "delegate", "USD". */
export function findFigures(text: string, sentences: readonly Sentence[]): Figure[] {
  const figures: Figure[] = []
  for (const sentence of sentences) {
    const words = text.slice(sentence.start, sentence.end)
    if (
      !/\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|dozens?|hundreds?|thousands?|million)\b/i.test(
        words,
      )
    )
      continue
    for (const match of words.matchAll(PATTERN)) {
      const figure = read(words, match, sentence)
      if (figure) figures.push(figure)
    }
  }
  return figures
}

function read(words: string, match: RegExpExecArray, sentence: Span): Figure | undefined {
  const g = match.groups!
  const value = numberOf(g.n!, g.scale ?? (g.n2 ? g.scale2 : undefined))
  if (value === undefined) return undefined
  const after = words.slice(match.index + match[0].length)
  const before = words.slice(0, match.index)
  const of = counted(words, before, after, g)
  if (!of) return undefined
  const upTo = g.n2 ? numberOf(g.n2, g.scale2) : undefined
  const start = sentence.start + match.index
  return {
    span: { start, end: start + match[0].trimEnd().length },
    value,
    ...(upTo !== undefined && upTo > value ? { upTo } : {}),
    bound: boundOf(g.bound, g.n!),
    of,
    evidence: { start: sentence.start, end: sentence.end },
  }
}

function counted(
  words: string,
  before: string,
  after: string,
  g: Record<string, string | undefined>,
): string | undefined {
  const currency = g.currency ?? g.currency2
  if (currency) return CURRENCY[currency.toUpperCase()] ?? CURRENCY[currency]
  if (g.percent) return undefined
  if (g.strong) return GROUPS.test(after.slice(0, 40)) ? 'delegate' : undefined
  const next = /^ ?([\p{L}-]+)(?: ([\p{L}-]+))?(?: ([\p{L}-]+))?/u.exec(after)
  const noun = next?.[1]
  if (isYear(g) && !PEOPLE.test(noun ?? '')) return undefined
  if (!noun || !after.startsWith(' ')) {
    // "the death toll rose to 14."
    return /\btoll\b[^.;]{0,40}$/i.test(before) ? 'killed' : fateBefore(before)
  }
  const money = MONEY_WORD[noun.toLowerCase().replace(/s$/, '')]
  if (money) return money
  if (/\b(?:death )?toll\b[^.;]{0,40}$/i.test(before) && SKIP.test(noun)) return 'killed'
  if (SKIP.test(noun) && !/^(?:of)$/i.test(noun)) return fateAround(before, after, true)
  const person = [next[1], next[2], next[3]].find((word) => word !== undefined && PEOPLE.test(word))
  const fate = fateAround(before, after, person !== undefined)
  if (fate) return fate
  if (/^(?:delegates?|members?)$/i.test(noun) && GROUPS.test(words)) return 'delegate'
  if (person) return /^(?:people|person|others|more)$/i.test(person) ? 'person' : lemma(person)
  if (!/s$/.test(noun) && value1(g.n!) !== 1) return /s$/.test(next[2] ?? '') ? lemma(next[2]!) : undefined
  return noun.length > 2 && !/^(?:ly)$/.test(noun) ? lemma(noun) : undefined
}

/** "Missing since 2022": a year is no count. */
const isYear = (g: Record<string, string | undefined>): boolean =>
  /^(?:1[5-9]|20)\d\d$/.test(g.n!) && !g.scale && /^(?:from|between)?$/i.test(g.bound ?? '')

const value1 = (n: string): number | undefined => numberOf(n, undefined)

/** What befell the counted, said by the verb right before them or right after. */
function fateAround(before: string, after: string, people: boolean): string | undefined {
  const told = fateBefore(before)
  if (told) return told
  const clause = after
    .split(/[.;:]|, (?!and|including)|\b(?:and|while|after|before) (?:\d|at least|another|some|dozens)/i)[0]!
    .slice(0, 70)
  const found = FATES.map(([name, pattern]) => ({ name, at: clause.search(pattern) })).filter(
    ({ at }) => at >= 0 && (people || at < 25),
  )
  return found.sort((a, b) => a.at - b.at)[0]?.name
}

function fateBefore(before: string): string | undefined {
  return FATES.find(([, pattern]) =>
    new RegExp(
      `${pattern.source}(?: (?:at least|more than|about|around|up to|the|of|another))*\\s*$`,
      'i',
    ).test(before.slice(-28)),
  )?.[0]
}

function numberOf(raw: string, scale: string | undefined): number | undefined {
  const word = raw.toLowerCase()
  const factor = scale ? SCALES[scale.toLowerCase()]! : 1
  if (word in DOZEN) return DOZEN[word]
  if (/^\d/.test(word)) {
    const plain = /^\d{1,3}(?:[,.\u00a0 ]\d{3})+$/.test(word)
      ? word.replace(/[^\d]/g, '')
      : word.replaceAll(',', '')
    return Number(plain) * factor
  }
  const [ten, one] = word.split('-')
  const value = (WORTH[ten!] ?? Number.NaN) + (one ? WORTH[one]! : 0)
  return Number.isNaN(value) ? undefined : value * factor
}

function boundOf(words: string | undefined, n: string): Figure['bound'] {
  const lower = words?.toLowerCase() ?? ''
  if (/^(?:dozens|hundreds|thousands)$/i.test(n)) return 'at-least'
  if (!lower || lower === 'between' || lower === 'from') return 'exact'
  if (/least|more than|^over|fewer than$|no less|upwards|minimum/.test(lower) && !/^fewer|^less/.test(lower))
    return 'at-least'
  return /most|fewer|less|up to|many|no more|under|maximum/.test(lower) ? 'at-most' : 'about'
}

/** Singular, lower case: enough to hold one text's noun against another's. */
function lemma(noun: string): string {
  const word = noun.toLowerCase()
  if (word === 'people') return 'person'
  if (word === 'men') return 'man'
  if (word === 'women') return 'woman'
  if (word === 'children') return 'child'
  if (/ies$/.test(word)) return `${word.slice(0, -3)}y`
  if (/(?:ches|shes|sses|xes)$/.test(word)) return word.slice(0, -2)
  return /[^su]s$/.test(word) ? word.slice(0, -1) : word
}
