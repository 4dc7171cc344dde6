/** Which words name a happening: visits, attacks, votes; by the meanings that languages share, and more English ones. */

import { meaningOf } from '../words/gloss.ts'
import { stem } from '../words/stems.ts'
import { foldWord } from '../words/tokens.ts'

/** Lines of meanings that one may be called by another's name: what one outlet calls talks the next calls a summit. */
const kinds = `
visit travel arrive landing
talks meeting conference mediation
agreement sign truce peace
election vote referendum
attack strike bomb kill murder rocket terror fighting war explosion
arrest charge
trial sentence ruling appeal
exchange release pardon
protest strikes
earthquake
flood storm disaster
fire
accident collapse
resign
appoint
coup
launch
extradition
rescue
escape
inquiry
speech statement
landing
match final win
sanction
invitation
cancel postpone
fraud theft corruption
closing
crisis
dispute
wedding
`

/** English words of happenings that the shared table lacks, each with the meaning it stands for. */
const more = `
visit: visited visiting trip tour touring toured stopover pilgrimage flew travelled traveled
talks: summit dialogue discussions met met
agreement: ceasefire agreed
election: polls runoff elected inauguration inaugurated
attack: attacked assault shooting shot stabbing stabbed massacre ambush ambushed invasion invaded offensive siege stormed
  storming raided raid airstrike shelling shelled clashes clash hijacking hijacked assassination assassinated
  incursion shootout bombed bombardment
arrest: arrested detention detained kidnapping kidnapped abduction abducted seized seizure capture captured indicted indictment
trial: hearing acquitted acquittal convicted conviction jailed sentencing lawsuit
release: freed
protest: protests rally riot riots march marched uprising unrest
earthquake: quake tremor aftershock
flood: flooding floods hurricane cyclone typhoon landslide mudslide avalanche tornado eruption erupted
fire: blaze wildfire burned burnt
accident: struck crash crashed derailment derailed collision collided sank sinking capsized grounding grounded aground stranding stranded
collapse: collapsed failed breach breached burst
resign: resigned quit ousted ouster sacked dismissed dismissal impeached impeachment
appoint: appointed nomination nominated
coup: mutiny overthrow overthrown
launch: launched liftoff
rescue: rescued evacuation evacuated
escape: escaped fled defected
leak: leaked leak
closing: closed closure shut shutdown shuttered bankrupt bankruptcy
death: died funeral burial buried drowned
wedding: married
match: defeat beat
blackout: outage blackout
walkout: walkout lockout
spill: spill spilled leakage
statement: announced announcement pledged vowed
find: discovered discovery unearthed
theft: stolen heist robbery robbed burglary
sale: sold bought acquired acquisition merger merged
`

/** What is free is not set free by that, signs of spring are not signed, and Games are years of many. */
const others = new Set(['free', 'libre', 'frei', 'حر', 'charge', 'cargo', 'signs', 'games'])

/** The same for verbs of other languages in the forms that news tells them in, folded. */
const elsewhere: Readonly<Record<string, string>> = {
  fr: 'visit: rendu rendue arrest: arrete arretee arretes inculpe attack: attaque attaquee tue tuee resign: demissionne accident: coule percute ecrase fire: brule ravage collapse: effondre effondree',
  es: 'visit: viajo visito arrest: detenido detenida arrestado arrestada resign: dimitio renuncio accident: hundio estrello choco kill: mataron murieron murio fire: incendio collapse: derrumbo',
  de: 'visit: besuchte besucht reiste arrest: verhaftet festgenommen talks: trafen attack: angegriffen erschossen resign: zurucktrat zuruckgetreten rucktritt accident: sank gesunken absturz absturzte explosion: explodierte explodiert collapse: einsturzte eingesturzt fire: brannte',
  ru: 'arrest: арестовали арестован задержан задержали resign: отставки отставка visit: посетил поездки поездка attack: нападения обстрела attack: обстрел accident: крушения катастрофы',
  ar: 'resign: استقالة استقالته visit: جولة accident: تحطم غرق collapse: انهيار',
  he: 'arrest: מעצרו מעצרה מעצרם visit: ביקורו ביקורה kill: הירצחו מותו מותה resign: התפטרות התפטרותו accident: התרסקות טביעת collapse: קריסת התמוטטות',
}

const kindOf = new Map<string, string>()
for (const line of kinds.trim().split('\n')) {
  const [first, ...others] = line.split(' ')
  for (const meaning of [first!, ...others]) if (!kindOf.has(meaning)) kindOf.set(meaning, first!)
}
const english = new Map<string, string>()
/** For forms that are not listed; the shared table goes before them, or every storm would be one that soldiers made. */
const stems = new Map<string, string>()
for (const line of more.trim().split(/\n(?! )/)) {
  const [meaning, words] = line.split(':')
  for (const word of words!.trim().split(/\s+/)) {
    const kind = kindOf.get(meaning!) ?? meaning!
    english.set(word, kind)
    if (!stems.has(stem(word, 'en'))) stems.set(stem(word, 'en'), kind)
  }
}

const told = new Map<string, Map<string, string>>()
for (const [language, line] of Object.entries(elsewhere)) {
  const words = new Map<string, string>()
  let kind = ''
  for (const word of line.split(' '))
    if (word.endsWith(':')) kind = kindOf.get(word.slice(0, -1)) ?? word.slice(0, -1)
    else words.set(foldWord(word), kind)
  told.set(language, words)
}

/** What was asked before, by language: words come again and again. */
const asked = new Map<string, Map<string, string | undefined>>()
const MOST_ASKED = 20_000

/**
 * The kind of happening a word names, by one English word for each kind; undefined where it names none. `word` is
 * folded as tokens are.
 */
export function happeningOf(word: string, language: string): string | undefined {
  const before = asked.get(language) ?? new Map<string, string | undefined>()
  asked.set(language, before)
  const known = before.get(word)
  if (known !== undefined || before.has(word)) return known
  if (before.size >= MOST_ASKED) before.clear()
  const found = kindNamed(word, language)
  before.set(word, found)
  return found
}

function kindNamed(word: string, language: string): string | undefined {
  const own = language === 'en' ? english.get(word) : told.get(language)?.get(word)
  if (own !== undefined || others.has(word.replace(/^ال/, ''))) return own
  const meaning = meaningOf(word, language)
  const shared = meaning === undefined ? undefined : kindOf.get(meaning)
  return shared ?? (language === 'en' ? (stems.get(word) ?? stems.get(stem(word, language))) : undefined)
}

/** The kind of happening that a meaning of an article stands for, if any. */
export const kindOfMeaning = (meaning: string): string | undefined => kindOf.get(meaning)
