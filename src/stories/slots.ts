/** Series marks: "Day 2", "Game 7", "round three", a year in the title. Same slot, other value: another happening. */

import { eachToken } from '../words/tokens.ts'
import { daysOf } from './days.ts'

/** A place in a series: `name` says which series, `value` which of it. */
export type Slot = { readonly name: string; readonly value: string }

const counters = new Set(
  `day week game round part stage episode chapter phase season test match race volume edition set quarter round lap
  night leg heat session lot no number act apollo flight wave version bowl
  jour semaine match partie etape episode chapitre phase saison manche tour numero
  dia semana juego parte etapa capitulo fase temporada ronda jornada vuelta
  tag woche spiel teil etappe folge kapitel phase runde staffel
  день неделя матч часть этап серия глава фаза раунд сезон тур
  اليوم الاسبوع الجوله الجزء المرحله الحلقه الفصل
  יום שבוע משחק סיבוב חלק שלב פרק עונה`.split(/\s+/),
)

const words: Readonly<Record<string, string>> = {
  first: '1',
  second: '2',
  third: '3',
  fourth: '4',
  fifth: '5',
  sixth: '6',
  seventh: '7',
  eighth: '8',
  ninth: '9',
  tenth: '10',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  ten: '10',
  ii: '2',
  iii: '3',
  iv: '4',
  vi: '6',
  vii: '7',
  viii: '8',
  ix: '9',
  premier: '1',
  premiere: '1',
  deuxieme: '2',
  troisieme: '3',
  quatrieme: '4',
  primero: '1',
  primera: '1',
  segundo: '2',
  segunda: '2',
  tercero: '3',
  tercera: '3',
  erste: '1',
  erster: '1',
  zweite: '2',
  zweiter: '2',
  dritte: '3',
  dritter: '3',
  первый: '1',
  первая: '1',
  второй: '2',
  вторая: '2',
  третий: '3',
  третья: '3',
  الاول: '1',
  الاولي: '1',
  الثاني: '2',
  الثانيه: '2',
  الثالث: '3',
  الثالثه: '3',
  ראשון: '1',
  שני: '2',
  שלישי: '3',
}

function ordinal(word: string): string | undefined {
  if (Object.hasOwn(words, word)) return words[word]
  const digits = /^(\d{1,3})(?:st|nd|rd|th|e|er|eme|º|ª|a|o)?$/.exec(word)
  return digits?.[1] === undefined ? undefined : String(Number(digits[1]))
}

/**
 * The series marks of a title and the start of its text. Years, days of the month and "#12" count in titles only: in
 * a text they are history. A slot with two values in one article says nothing and is left out.
 */
export function slotsOf(title: string, lead: string, _language: string): readonly Slot[] {
  const found = new Map<string, string | undefined>()
  const note = (name: string, value: string) => {
    found.set(name, found.has(name) && found.get(name) !== value ? undefined : value)
  }
  read(title, true, note)
  for (const day of daysOf(title)) note('date', day)
  for (const [, number] of title.matchAll(/(?<![\p{L}\p{N}])#\s?(\d{1,5})(?!\p{N})/gu)) note('#', number!)
  const fromTitle = new Set(found.keys())
  read(lead, false, (name, value) => {
    if (!fromTitle.has(name)) note(name, value)
  })
  return [...found].flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]))
}

function read(text: string, isTitle: boolean, note: (name: string, value: string) => void): void {
  let before = ''
  let beforeEnd = -1
  eachToken(text, (token) => {
    const { word } = token
    if (isTitle && token.digits && /^(?:19|20)\d\d$/.test(word)) note('year', word)
    else if (
      (counters.has(before) || counters.has(word)) &&
      beforeEnd >= 0 &&
      /^[\s.#-]{1,2}$/.test(text.slice(beforeEnd, token.start))
    ) {
      const after = ordinal(word)
      // "Day 2"; spelled cardinals after a counter, "day two", too.
      if (after !== undefined && counters.has(before)) note(before, after)
      // "second day", "2nd test"; but "two days" counts and orders nothing.
      else if (counters.has(word) && isOrdinal(before)) note(word, ordinal(before)!)
    }
    before = word
    beforeEnd = token.end
  })
}

const cardinal = /^(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)$/
const isOrdinal = (word: string): boolean => ordinal(word) !== undefined && !cardinal.test(word)

/** Whether two lists of slots name the same series at different places. */
export function contradicts(a: readonly Slot[], b: readonly Slot[]): Slot | undefined {
  for (const slot of a)
    for (const other of b) if (slot.name === other.name && slot.value !== other.value) return slot
  return undefined
}

/** A slot both lists hold with the same value. */
export function agrees(a: readonly Slot[], b: readonly Slot[]): Slot | undefined {
  for (const slot of a)
    for (const other of b) if (slot.name === other.name && slot.value === other.value) return slot
  return undefined
}
