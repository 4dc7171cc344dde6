/** The dates a text mentions, each with the calendar value it has in an article of a given day. */

import type { DateMention } from '../model/dossier.ts'
import type { Sentence, Span } from '../model/span.ts'
import type { DateExpression } from './date-expression.ts'
import { resolve } from './date-resolve.ts'
import { findExpressions } from './date-rules.ts'
import { tenseAround } from './date-tense.ts'
import { boundsOf, type Day, parseDay } from './date-value.ts'

/**
 * Dates, times, durations and sets in reading order. Values are ISO 8601 (day, month, year, `YYYY-Www`, instant,
 * interval `a/b`, duration) with the usual additions where ISO has no word: `YYYY-Qn`, `YYYY-Hn`, `YYYY-SP|SU|FA|WI`,
 * decade `YYYX`, part of a day `TMO|TAF|TEV|TNI`, and `PAST_REF`, `PRESENT_REF`, `FUTURE_REF`.
 * What hangs on the article's day is left out when `published` (an ISO day or instant) is not known.
 */
export function findDates(text: string, sentences: readonly Sentence[], published?: string): DateMention[] {
  return datesOf(findTimings(text, sentences, published))
}

/** Words of time, with the value they have where that can be told. */
export type Timing = Span & { readonly kind: DateMention['kind']; readonly value: string | undefined }

export const datesOf = (timings: readonly Timing[]): DateMention[] =>
  timings.flatMap(({ value, ...timing }) => (value === undefined ? [] : [{ ...timing, value }]))

/** As `findDates`, but words of time whose day cannot be told are kept, without a value. */
export function findTimings(text: string, sentences: readonly Sentence[], published?: string): Timing[] {
  const article = parseDay(published)
  const found: Timing[] = []
  let reference: string | undefined
  let quarter: string | undefined
  let quarterBlock = 0
  let block = -1
  for (const sentence of sentences) {
    // A thread of time runs over a few sentences, not over a whole page of blocks.
    if (sentence.block > block + 3) reference = undefined
    if (sentence.block > quarterBlock + 8) quarter = undefined
    block = sentence.block
    for (const { start, end, expression } of findExpressions(text, sentence.start, sentence.end)) {
      const tense = tenseAround(text, sentence, { start, end })
      const resolved = resolve(expression, { article, reference, tense, quarter })
      if (!resolved) {
        found.push({ start, end, kind: 'date', value: undefined })
        continue
      }
      found.push({ start, end, ...resolved })
      if (
        /-Q\d$/.test(resolved.value) &&
        expression.type === 'quarter' &&
        !isAhead(resolved.value, article)
      ) {
        quarter = resolved.value
        quarterBlock = sentence.block
      }
      if (anchors(expression) && boundsOf(resolved.value)) reference = resolved.value
    }
  }
  return found
}

const isAhead = (value: string, article: Day | undefined): boolean =>
  article !== undefined && (boundsOf(value)?.latest ?? '') > article.toString()

const anchors = (expression: DateExpression): boolean =>
  expression.type !== 'clock' &&
  expression.type !== 'part' &&
  expression.type !== 'duration' &&
  expression.type !== 'set'
