/** What has to be known of a language to read how it points to other happenings. */

import type { Days } from './reference-times.ts'

export type Groups = Readonly<Record<string, string | undefined>>

/** A phrase of time with what it means, seen from an instant (epoch milliseconds). */
export type Timed = { readonly pattern: RegExp; readonly days: (groups: Groups, at: number) => Days }

export type Phrases = {
  /** Cheap: a paragraph without it points nowhere. */
  readonly hint: RegExp
  /** "Two weeks after": groups `count`, `unit` and `way`; what follows names the other happening. */
  readonly apart: RegExp
  readonly numbers: Readonly<Record<string, number>>
  /** In days. */
  readonly units: Readonly<Record<string, number>>
  /** Units that without a count mean several. */
  readonly many: RegExp
  /** The other happening lies in the future of the one told. */
  readonly ahead: RegExp
  /** Words after which a happening with a time of its own is another one; in group `sure` those that need no time. */
  readonly links: RegExp
  /** Times before a noun ("last month's") and after what they date ("last month"). */
  readonly owned: readonly Timed[]
  readonly spoken: readonly Timed[]
  /** "The third such attack since March", with the group `kind` and times of its own. */
  readonly series?: { readonly pattern: RegExp; readonly times: readonly Timed[] }
  /** Rules, plans and guesses: in what names the other happening, and in the rest of the sentence. */
  readonly doubt: RegExp
  readonly doubtAround: RegExp
  /** Of these the first are no doubt where the other happening is told in a verb's past: "will pay, two years after it fell". */
  readonly intent?: RegExp
  readonly past?: RegExp
  /** Another time than the article's own stands in the sentence. */
  readonly elsewhen: RegExp
  /** Where what names a happening may begin; where it may end, and where it ends in any case. */
  readonly starts: RegExp
  readonly stops: RegExp
  readonly ends: RegExp
}

/** "one=1 two=2" as a table. */
export const listed = (names: string): Readonly<Record<string, number>> =>
  Object.fromEntries(
    names
      .trim()
      .split(/\s+/)
      .map((pair) => pair.split('='))
      .map(([word, value]) => [word, Number(value)]),
  )

/** Words to a number: 0 where it is several. */
export const countOf = (words: string | undefined, numbers: Phrases['numbers']): number | undefined => {
  if (words === undefined) return undefined
  const digits = Number(words.replace(/(?:st|nd|rd|th)$/, ''))
  if (words !== '' && !Number.isNaN(digits)) return digits
  for (const word of words.toLowerCase().split(/\s+/).toReversed())
    if (word !== 'of' && numbers[word] !== undefined) return numbers[word]
  return undefined
}
