/** The language of a text: by script where that decides, then by its small words, else by tinyld's n-grams. */

import { detectAll } from 'tinyld'
import type { Language } from '../model/article.ts'
import { smallWordShares } from './function-words.ts'
import { scriptsOf } from './scripts.ts'

const BY_SCRIPT: Readonly<Record<string, Language>> = {
  Hiragana: 'ja',
  Katakana: 'ja',
  Hangul: 'ko',
  Hebrew: 'he',
  Greek: 'el',
  Bengali: 'bn',
  Thai: 'th',
  Georgian: 'ka',
  Armenian: 'hy',
  Tamil: 'ta',
  Telugu: 'te',
  Gujarati: 'gu',
  Gurmukhi: 'pa',
  Kannada: 'kn',
  Malayalam: 'ml',
  Sinhala: 'si',
  Khmer: 'km',
  Lao: 'lo',
  Myanmar: 'my',
  Tibetan: 'bo',
  Thaana: 'dv',
}

/** Text beyond these changes no verdict, of small words and of n-grams. */
const SPOKEN = 900
const SAMPLE = 320

/**
 * ISO 639-1 code, or 'und'. `stated` is what the page says of itself: it wins where the text is too short to
 * contradict it, and between languages of one script that the words leave open.
 */
export function languageOf(text: string, stated?: string): Language {
  const claim = languageCode(stated)
  const scripts = scriptsOf(text)
  const first = scripts[0]
  if (!first || first.letters < 3) return claim ?? 'und'
  const letters = scripts.reduce((sum, { letters }) => sum + letters, 0)
  const part = (script: string): number => (scripts.find((s) => s.script === script)?.letters ?? 0) / letters
  if (part('Hiragana') + part('Katakana') > 0.05 && part('Han') + part('Hiragana') + part('Katakana') > 0.4)
    return 'ja'
  if (part('Hangul') > 0.2) return 'ko'
  if (first.script === 'Han') return 'zh'
  const certain = BY_SCRIPT[first.script]
  if (certain && first.letters > letters * 0.5) return certain
  if (first.script === 'Latin' || first.script === 'Cyrillic' || first.script === 'Arabic') {
    const spoken = spokenIn(text.slice(0, SPOKEN), claim)
    if (spoken) return spoken
  }
  const sample = text.slice(0, SAMPLE)
  const verdicts = detectAll(sample)
  const best = verdicts[0]
  if (!best) return claim ?? 'und'
  if (claim) {
    const own = verdicts.find(({ lang }) => lang === claim)
    const short = sample.length < 120
    if (own && own.accuracy >= best.accuracy * (short ? 0.4 : 0.85)) return claim
    if (short && best.accuracy < 0.5) return claim
  }
  return best.lang
}

/**
 * By small words, which settle running text far quicker than n-grams: the language the page claims where its words
 * are nearly the commonest, another only where it is well ahead of the next.
 */
function spokenIn(sample: string, claim: Language | undefined): Language | undefined {
  const words = sample.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []
  if (words.length < 15) return undefined
  const ranked = smallWordShares(words)
  const [first, second] = ranked
  if (claim) {
    const own = ranked.find(({ language }) => language === (claim === 'nb' || claim === 'nn' ? 'no' : claim))
    if (own && own.part >= 0.1 && own.part >= first!.part * 0.85) return claim
  }
  return first!.part >= 0.2 && first!.part - second!.part >= 0.06 && words.length >= 25
    ? first!.language
    : undefined
}

/** The ISO 639-1 part of a language tag: "en-GB", "pt_BR", "zh-Hans", "eng". */
export function languageCode(tag: string | undefined): Language | undefined {
  const part = tag
    ?.trim()
    .toLowerCase()
    .split(/[-_,;\s]/)[0]
  if (!part) return undefined
  if (/^[a-z]{2}$/.test(part)) return part === 'iw' ? 'he' : part === 'in' ? 'id' : part
  return THREE[part]
}

const THREE: Readonly<Record<string, Language>> = {
  eng: 'en',
  deu: 'de',
  ger: 'de',
  fra: 'fr',
  fre: 'fr',
  spa: 'es',
  por: 'pt',
  ita: 'it',
  nld: 'nl',
  dut: 'nl',
  rus: 'ru',
  ukr: 'uk',
  pol: 'pl',
  tur: 'tr',
  ara: 'ar',
  fas: 'fa',
  per: 'fa',
  heb: 'he',
  jpn: 'ja',
  zho: 'zh',
  chi: 'zh',
  kor: 'ko',
  hin: 'hi',
  urd: 'ur',
  swe: 'sv',
  nor: 'no',
  dan: 'da',
  fin: 'fi',
  ell: 'el',
  gre: 'el',
  ces: 'cs',
  cze: 'cs',
  hun: 'hu',
  ron: 'ro',
  rum: 'ro',
  vie: 'vi',
  tha: 'th',
  ind: 'id',
}
