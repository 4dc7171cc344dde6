/** What two texts of different languages can be held against each other by: names, numbers and meanings, in order. */

import type { Span } from '../model/span.ts'
import { hasMeanings, meaningOf } from '../words/gloss.ts'
import { skeleton } from '../words/names.ts'
import { eachToken } from '../words/tokens.ts'

/** A name, number or meaning where it stands, with every form it may take. Those of a meaning open with `#`. */
export type Mark = Span & { readonly forms: readonly string[] }

export type Told = { readonly text: string; readonly language?: string | undefined }

/** Marks read, so that two long texts cost no more than two ordinary ones. */
const MOST_MARKS = 400

const withoutCapitals = /^[\p{Script=Arabic}\p{Script=Hebrew}]/u
/** What Arabic and Hebrew write as one with the word after it. */
const joined = /^(?:[وف]?(?:ال|بال|لل|كال|[بلك])|[ובלמהשכ]{1,2})/u

const isMeant = ({ forms: [form] }: Mark): boolean => /^[#\d]/.test(form!)

export function marksOf({ text, language }: Told): readonly Mark[] {
  const marks: Mark[] = []
  eachToken(text, ({ word, digits, capital, start, end }) => {
    if (marks.length >= MOST_MARKS) return
    if (digits) {
      const number = word.replace(/\D/g, '')
      if (number !== '') marks.push({ start, end, forms: [number] })
      return
    }
    const meaning = language === undefined ? undefined : meaningOf(word, language)
    const forms = meaning === undefined ? [] : [`#${meaning}`]
    const bare = withoutCapitals.test(word)
    if (bare || capital)
      for (const form of bare ? [word, word.replace(joined, ''), word.slice(1)] : [word]) {
        const sound = skeleton(form)
        if (sound.length > 2) forms.push(sound)
      }
    if (forms.length > 0) marks.push({ start, end, forms })
  })
  return marks
}

/** Whether words of both languages are known by what they mean. */
export const meansAlike = (a: Told, b: Told): boolean => hasMeanings(a.language) && hasMeanings(b.language)

/** The marks that can tell: meanings and numbers, and names that the other has too. */
export function tellingMarks(
  marks: readonly Mark[],
  others: readonly Mark[],
  meant: boolean,
): readonly Mark[] {
  const known = new Set(others.flatMap(({ forms }) => forms))
  return marks.filter((mark) => (meant && isMeant(mark)) || mark.forms.some((form) => known.has(form)))
}

/** For each of `a` where it stands in `b`, as 1 in a row of `b`. */
function* matchRows(a: readonly Mark[], b: readonly Mark[]): Generator<Uint8Array> {
  const places = new Map<string, number[]>()
  b.forEach(({ forms }, at) => {
    for (const form of forms) places.set(form, [...(places.get(form) ?? []), at])
  })
  for (const { forms } of a) {
    const here = new Uint8Array(b.length)
    for (const form of forms) for (const at of places.get(form) ?? []) here[at] = 1
    yield here
  }
}

function nextRow(here: Uint8Array, before: Uint16Array): Uint16Array {
  const row = new Uint16Array(before.length)
  for (let k = 0; k < here.length; k++)
    row[k + 1] = here[k] === 1 ? before[k]! + 1 : Math.max(row[k]!, before[k + 1]!)
  return row
}

/** Length of the longest run the two have in common, gaps allowed. */
export function inOrder(a: readonly Mark[], b: readonly Mark[]): number {
  let row: Uint16Array = new Uint16Array(b.length + 1)
  for (const here of matchRows(a, b)) row = nextRow(here, row)
  return row[b.length]!
}

/** That run itself: each mark of `a` with its fellow in `b`. */
export function runOf(a: readonly Mark[], b: readonly Mark[]): readonly (readonly [Mark, Mark])[] {
  const matches = [...matchRows(a, b)]
  const rows: Uint16Array[] = [new Uint16Array(b.length + 1)]
  for (const here of matches) rows.push(nextRow(here, rows.at(-1)!))
  const pairs: [Mark, Mark][] = []
  let [i, k] = [a.length, b.length]
  while (i > 0 && k > 0) {
    const length = rows[i]![k]!
    if (rows[i]![k - 1] === length) k--
    else if (matches[i - 1]![k - 1] === 1) pairs.push([a[--i]!, b[--k]!])
    else i--
  }
  return pairs.reverse()
}
