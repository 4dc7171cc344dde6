/** Writing systems: which script a text is in, and which way it runs. */

import type { Direction } from '../model/article.ts'

const SCRIPTS = [
  'Latin',
  'Cyrillic',
  'Arabic',
  'Han',
  'Hiragana',
  'Katakana',
  'Hangul',
  'Hebrew',
  'Greek',
  'Devanagari',
  'Bengali',
  'Thai',
  'Georgian',
  'Armenian',
  'Tamil',
  'Telugu',
  'Gujarati',
  'Gurmukhi',
  'Kannada',
  'Malayalam',
  'Sinhala',
  'Khmer',
  'Lao',
  'Myanmar',
  'Ethiopic',
  'Tibetan',
  'Thaana',
  'Syriac',
] as const

export type Script = (typeof SCRIPTS)[number]

const PATTERNS = SCRIPTS.map((script) => [script, new RegExp(`\\p{Script=${script}}`, 'gu')] as const)

/** Enough of a text to judge it by; more only costs. */
const SAMPLE = 2000

/** Letters per script, most first; scripts without a letter left out. */
export function scriptsOf(text: string): readonly { readonly script: Script; readonly letters: number }[] {
  const sample = text.slice(0, SAMPLE)
  if (/^[\x00-\x7f\u00a0-\u024f\u2000-\u206f]*$/.test(sample)) {
    let letters = 0
    for (let i = 0; i < sample.length; i++) {
      const code = sample.charCodeAt(i)
      const lower = code | 32
      if ((lower >= 97 && lower <= 122 && code < 0x80) || (code >= 0xc0 && code <= 0x24f)) letters++
    }
    return letters > 0 ? [{ script: 'Latin', letters }] : []
  }
  return PATTERNS.map(([script, pattern]) => ({ script, letters: sample.match(pattern)?.length ?? 0 }))
    .filter(({ letters }) => letters > 0)
    .sort((a, b) => b.letters - a.letters)
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/g
const LEFT_TO_RIGHT = /[A-Za-z\u00c0-\u058f\u0900-\u1fff\u2c00-\ud7ff\uf900-\ufaff]/g

/** By the majority of strong letters, so that a Latin name at the start of an Arabic text does not turn it. */
export function directionOf(text: string): Direction {
  const sample = text.slice(0, SAMPLE)
  const right = sample.match(RIGHT_TO_LEFT)?.length ?? 0
  if (right === 0) return 'ltr'
  return right >= (sample.match(LEFT_TO_RIGHT)?.length ?? 0) ? 'rtl' : 'ltr'
}

/** Scripts that put no spaces between words: texts in them are counted and compared by characters. */
export const isUnspaced = (text: string): boolean => {
  const dense =
    text.slice(0, SAMPLE).match(/[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]/g)
      ?.length ?? 0
  return dense * 2 > Math.min(text.length, SAMPLE) * 0.6
}
