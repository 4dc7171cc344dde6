/** Names in languages other than English: what the gazetteers and name lists vouch for, in any script. */

import type { Language } from '../model/article.ts'
import type { ActorKind } from '../model/dossier.ts'
import type { Span } from '../model/span.ts'
import { placeOf } from '../words/places.ts'
import { transliterate } from '../words/transliterate.ts'
import { entryOf, folded, LEX, lexOf } from './names-lexicon.ts'
import { NATIVE } from './names-native.ts'
import type { Token } from './names-tokens.ts'
import people from './people.data.json' with { type: 'json' }

type Found = Span & { readonly kind: ActorKind }

/** Arabic alefs and final forms written alike, so that spellings meet. */
const even = (word: string): string =>
  word.replace(/[\u064b-\u0652\u0670\u0640\u05b0-\u05c7]/gu, '').replace(/[أإآٱ]/gu, 'ا')

/** Common given names the lists lack. */
const MORE_GIVEN =
  'اسماعيل يحيى موسى عيسى مصطفى ابراهيم خالد محمود عباس ياسر صالح خليل زياد حازم فوزي اسامة جبريل حسين سامح بشار حسن سعد ميشال نبيه سمير'
const nativeGiven = new Set(`${people.nativeGiven} ${MORE_GIVEN}`.split(' ').map(even))
const nativeFamily = new Set(people.nativeFamily.split(' ').map(even))
const native = new Map(NATIVE.map(([name, , kind]) => [even(name), kind]))
const longestNative = Math.max(...NATIVE.map(([name]) => name.split(' ').length))

const CASELESS = /^\p{Lo}/u
const CAPITAL = /^\p{Lu}/u
/** Articles that open a sentence in capitals. */
const ARTICLE =
  /^(La|Le|Les|El|Los|Las|Il|Lo|Gli|I|Un|Une|Una|Uno|Der|Die|Das|Den|Dem|Des|Ein|Eine|O|A|Os|As|De|Het|Een|En|Et)$/u
const ELISION = /^[LDlNSdnsQq][u]?['’](?=\p{Lu})/u

/** One-letter words that Arabic and Hebrew write in one with the next: and, in, to, as. */
const CLITIC = /^(?:[وبلكف]|ول|وب|[ובלכמשה]|וב|ול|שב|של)(?=\p{Lo}{3})/u
const KUNYA = /^(?:ابو|ام|بن|ابن|عبد|בן|בר|אבו)$/u

/** What stands at `tokens[i]`, and over how many tokens, in a sentence of `language`. */
export function otherNames(tokens: readonly Token[], language: Language): Found[] {
  const found: Found[] = []
  for (let i = 0; i < tokens.length; ) {
    const word = tokens[i]!.text
    if (ARTICLE.test(word)) {
      i++
      continue
    }
    const hit = CASELESS.test(word)
      ? caseless(tokens, i, language)
      : CAPITAL.test(word)
        ? cased(tokens, i, language)
        : undefined
    if (!hit) {
      i++
      continue
    }
    const cut = hit.cut ?? 0
    found.push({ start: tokens[i]!.start + cut, end: tokens[i + hit.length - 1]!.end, kind: hit.kind })
    i += hit.length
  }
  return found
}

type Hit = { readonly kind: ActorKind; readonly length: number; readonly cut?: number }

function caseless(tokens: readonly Token[], i: number, language: Language): Hit | undefined {
  const clitic = CLITIC.exec(tokens[i]!.text)?.[0].length ?? 0
  for (const cut of clitic ? [0, clitic] : [0]) {
    const first = tokens[i]!.text.slice(cut)
    for (let n = Math.min(longestNative, tokens.length - i); n >= 1; n--) {
      const rest = tokens.slice(i + 1, i + n).map((t) => t.text)
      // ל + ה-: "لل" for "ل" + "ال".
      const phrase = [first, ...rest].join(' ')
      const kind = native.get(even(phrase))
      if (kind) return { kind, length: n, cut }
      if (placeOf(phrase, language)) return { kind: 'place', length: n, cut }
    }
    // "عبد الفتاح": the two words are one given name.
    const servant = /^عبد$/u.test(first) && /^ال/u.test(tokens[i + 1]?.text ?? '')
    if (!servant && (NO_NAME.test(even(first)) || !nativeGiven.has(even(first)))) continue
    let n = servant ? 2 : 1
    while (i + n < tokens.length && n < 4 && isNameLike(tokens, i + n)) n++
    // A compound opener needs what it opens: "عبد" is nothing alone.
    if (n > 1 && KUNYA.test(even(tokens[i + n - 1]!.text))) n--
    if (n > 1) return { kind: 'person', length: n, cut }
  }
  return undefined
}

/** Titles and small words that are spelt like names. */
const NO_NAME =
  /^(?:ال)?(?:رئيس|وزير|زعيم|قائد|نائب|مدير|امين|ناطق|سفير|ملك|امير|شيخ|لواء|سيد|وفد|راس|على|الى|من|في|عن|مع|هو|هي|كان|قال|ان|التي|الذي|بعد|قبل|خلال|امس|اليوم|غد|حول|عام|بين|كل|اي|ما|لا|لم|لن|قد|هذا|هذه|ذلك)$|^(?:של|את|על|עם|לא|כי|הוא|היא|זה|גם|אם|או|כל|שר|יום|בין|אחרי|לפני|ראש|אמר)$/u

function isNameLike(tokens: readonly Token[], i: number): boolean {
  const word = even(tokens[i]!.text)
  if (!CASELESS.test(word) || NO_NAME.test(word)) return false
  // A nisba after a given name: الخالدي.
  if (/^ال\p{Lo}{2,}ي$/u.test(word)) return true
  if (nativeGiven.has(word) || nativeFamily.has(word) || KUNYA.test(word)) return true
  if (KUNYA.test(even(tokens[i - 1]!.text))) return true
  // A family name by its spelling elsewhere: قدومي is Qaddoumi.
  return word.length > 2 && FAMILY_KEYS.has(bareKey(word))
}

/** Consonants of a word in Latin letters: coarse, and only asked after a given name. */
const bareKey = (word: string): string =>
  transliterate(word.replace(/^ال/u, ''))
    .replace(/^al-/u, '')
    .replace(/[aeiouvwyh'-]/gu, '')
    .replace(/[qc]/gu, 'k')
    .replace(/z/gu, 's')
    .replace(/(.)\1+/gu, '$1')

const FAMILY_KEYS = new Set(
  people.family
    .split(' ')
    .map((name) => bareKey(name))
    .filter((key) => key.length > 1 || key === 'n'),
)

/** Russian, Ukrainian, Greek and Latin scripts: capitalised runs that a list vouches for. */
function cased(tokens: readonly Token[], i: number, language: Language): Hit | undefined {
  const elided = ELISION.exec(tokens[i]!.text)?.[0].length ?? 0
  let run = 1
  while (i + run < tokens.length && run < 5 && CAPITAL.test(tokens[i + run]!.text)) run++
  for (let n = run; n >= 1; n--) {
    const phrase = tokens
      .slice(i, i + n)
      .map((t) => t.text)
      .join(' ')
      .slice(elided)
    const listed = native.get(phrase) ?? native.get(stemmed(phrase))
    if (listed) return { kind: listed, length: n, cut: elided }
    if (n === 1 && lexOf(phrase) & LEX.frequent && placeOf(phrase) === undefined) break
    if (placeOf(phrase, language) ?? inflectedCountry(phrase, language))
      return { kind: 'place', length: n, cut: elided }
    const { organisation } = entryOf(folded(phrase))
    if (
      organisation &&
      (n > 1 || /^\p{Lu}{2,}$/u.test(phrase) || !(lexOf(phrase) & (LEX.frequent | LEX.usual)))
    ) {
      return { kind: 'organisation', length: n, cut: elided }
    }
  }
  if (run < 2) return undefined
  const first = transliterate(tokens[i]!.text.slice(elided))
  const given =
    (lexOf(first) | lexOf(first.replace(/(?:a|u|om|em|e|i|ya|yu)$/u, '')) | lexOf(`${first.slice(0, -1)}y`)) &
    LEX.given
  if (!given) return undefined
  const particle = /^(de|del|della|di|da|dos|du|van|von|der|den|le|la|al|el|bin|ben)$/u
  let n = run
  const after = tokens[i + n]
  if (after && particle.test(after.text) && CAPITAL.test(tokens[i + n + 1]?.text ?? '')) n += 2
  return { kind: 'person', length: Math.min(n, 4), cut: elided }
}

const stems = new Map<string, string>()
for (const [name] of NATIVE) if (/^\p{Script=Cyrillic}/u.test(name)) stems.set(cut(name), name)

/** Russian cases change the last letters: Москве, Москвы, Москву. */
function cut(word: string): string {
  return word.length > 4
    ? word.replace(/(?:ами|ями|ого|ому|ой|ей|ом|ем|ам|ям|ах|ях|ов|ев|[аяуюеоыиьй])$/u, '')
    : word
}
const stemmed = (phrase: string): string => stems.get(cut(phrase)) ?? ''

const countryStems = new Map<string, ReadonlySet<string>>()

function inflectedCountry(phrase: string, language: Language): boolean {
  if (!/^\p{Script=Cyrillic}{4,}$/u.test(phrase)) return false
  let known = countryStems.get(language)
  if (!known) {
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
    const made = new Set<string>()
    for (const a of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') {
      for (const b of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') {
        const name = names.of(a + b)
        if (name && /^\p{Script=Cyrillic}{4,}$/u.test(name)) made.add(cut(name))
      }
    }
    known = made
    countryStems.set(language, known)
  }
  return known.has(cut(phrase))
}
