/** What the words of one unit weigh as prose, before anything around them is looked at. */

import type { Unit } from './tree.ts'

export type Gauge = {
  /** Letters, with Chinese, Japanese, Korean and Thai signs counted for the words they stand for. */
  readonly mass: number
  /** Sentence ends. */
  readonly ends: number
  readonly commas: number
  /** Reads as sentences, not mostly links. */
  readonly prose: boolean
  /** Positive for what articles are made of, negative for link lists. */
  readonly value: number
}

const DENSE = 2.4

export function gauge(unit: Pick<Unit, 'text' | 'linkChars' | 'tag'>): Gauge {
  const { text } = unit
  let mass = 0
  let ends = 0
  let commas = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 0x80) {
      mass += 1
      if (code === 0x2e || code === 0x21 || code === 0x3f) ends++
      else if (code === 0x2c || code === 0x3b) commas++
    } else if (code < 0xe00) {
      mass += 1
      if (code === 0x061f || code === 0x0964 || code === 0x06d4) ends++
      else if (code === 0x060c || code === 0x061b) commas++
    } else if (code < 0xe80) mass += 1.4
    else if (code < 0x2e80) {
      mass += 1
      if (code === 0x2026) ends++
    } else if (code === 0x3002 || code === 0xff01 || code === 0xff1f) {
      ends++
      mass += DENSE
    } else if (code === 0x3001 || code === 0xff0c) {
      commas++
      mass += DENSE
    } else mass += DENSE
  }
  const linked = text.length === 0 ? 0 : unit.linkChars / text.length
  const thai = mass > text.length * 1.25 && ends === 0 && mass > 150
  const prose = linked < 0.5 && mass >= 50 && (ends > 0 || thai || (commas > 0 && mass > 120))
  let value = 0
  if (prose) value = Math.min(mass, 800) * (1 - linked)
  else if (mass >= 100 && linked < 0.25) value = Math.min(mass, 400) * 0.4
  else if (linked < 0.2 && (unit.tag === 'td' || unit.tag === 'th')) value = mass * 0.4
  else if (linked < 0.2 && unit.tag === 'li') value = mass > 20 ? mass * 0.2 : 0
  else if (linked > 0.6) value = -10 - Math.min(mass, 100) * 0.5
  else if (mass > 0) value = -3
  return { mass, ends, commas, prose, value }
}

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** Equal but for case, spaces and punctuation. */
export function sameWords(a: string, b: string): boolean {
  if (a === b) return true
  if (Math.abs(a.length - b.length) > 40) return false
  const folded = letters(a)
  return folded.length > 0 && folded === letters(b)
}

/** Sums before each index: a range is the difference of two. */
export function prefix(values: readonly number[]): Float64Array {
  const sums = new Float64Array(values.length + 1)
  for (let i = 0; i < values.length; i++) sums[i + 1] = sums[i]! + values[i]!
  return sums
}
