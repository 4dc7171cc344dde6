/** Dates a page prints for its readers: marked ones near the article, and ones at the top of its text. */

import type { DateClaim } from '../model/article.ts'
import { visibleDates } from '../words/visible-dates.ts'
import { COMMENTS, DATE } from './cues.ts'
import { claim, type Moment, momentAt, momentOf } from './moments.ts'
import { type Label, labelText, type Tree } from './tree.ts'

export type Around = {
  /** First unit of the headline or, without one, of the text; first of the text; the one after its last. */
  readonly head: number
  readonly start: number
  readonly end: number
  readonly language: string
}

/** Words before a date that make it one of a later change. */
const UPDATED =
  /updat|modif|aktual|actuali|mis(?:e)? \u00e0 jour|aggiorn|\u00e4nderung|ge\u00e4ndert|bijgewerkt|uppdater|oppdater|opdater|p\u00e4ivitet|\u043e\u0431\u043d\u043e\u0432\u043b|\u043e\u043d\u043e\u0432\u043b|zaktualiz|g\u00fcncelle|diperbarui|\u062a\u062d\u062f\u064a\u062b|\u05e2\u05d5\u05d3\u05db\u05df|\u66f4\u65b0|\ucd5c\uc885/i

type Printed = { readonly moment: Moment; readonly updated: boolean }

/** The first date of a text that is not one of a change, else the first. */
function printedIn(text: string, language: string): Printed | undefined {
  const dates = visibleDates(text, language)
  if (dates.length < 2) {
    const moment = momentOf(text, language)
    return moment && { moment, updated: UPDATED.test(text) }
  }
  let from = 0
  for (const date of dates) {
    if (!UPDATED.test(text.slice(from, date.start))) return { moment: momentAt(date), updated: false }
    from = date.end
  }
  return { moment: momentAt(dates[0]!), updated: true }
}

function dateOf(tree: Tree, label: Label, language: string): Printed | undefined {
  const words = labelText(tree, label)
  if (label.value && !/^\d{4}-\d\d-\d\d\d/.test(label.value)) {
    const moment = momentOf(label.value, language)
    if (moment) return { moment, updated: UPDATED.test(words) && visibleDates(words, language).length < 2 }
  }
  return words !== '' && words.length <= 160 ? printedIn(words, language) : undefined
}

/** How far from the article's head, in units; what stands after its end is of others. */
function distance(label: Label, { head, start, end }: Around): number {
  if (label.first < head) return head - label.first
  if (label.first <= start) return 0
  return label.first >= end ? Math.min(label.first - end + 20, 60) : Math.min(label.first - start, 30)
}

/** Days that the page marks as dates near the head of the article. */
export function daysMarked(tree: Tree, around: Around): readonly string[] {
  return marked(tree, around, 15)
    .filter(({ updated }) => !updated)
    .slice(0, 8)
    .map(({ moment }) => moment.value.slice(0, 10))
}

type Marked = Printed & { readonly far: number; readonly machine: boolean }

function marked(tree: Tree, around: Around, most: number): readonly Marked[] {
  const found: Marked[] = []
  for (const label of tree.labels) {
    if ((label.cues & DATE) === 0 || (label.cues & COMMENTS) !== 0) continue
    const far = distance(label, around)
    if (far > most) continue
    const printed = dateOf(tree, label, around.language)
    if (printed) found.push({ ...printed, far, machine: label.value !== '' })
  }
  return found
}

/** The marked date nearest to the head, one a machine can read before its equals; a change only if nothing else is there. */
export function markedDate(tree: Tree, around: Around, most = 1000): DateClaim | undefined {
  const rank = ({ far, updated, machine }: Marked): number => far + (updated ? 40 : 0) - (machine ? 2 : 0)
  // A machine-readable date may stand two units further off.
  const best = marked(tree, around, most + 2)
    .filter((one) => rank(one) <= most)
    .sort((a, b) => rank(a) - rank(b))[0]
  return (
    best &&
    claim(
      best.moment,
      'visible',
      best.machine ? { why: 'a time is marked on the page' } : { why: 'a date is printed on the page' },
    )
  )
}

/** A date in a short line near the top of the article or just above it, or in front of its first words. */
export const dateAtTop = (tree: Tree, around: Around): DateClaim | undefined =>
  dateInLines(tree, around, [[around.head - 12, around.start + 6]])

/** The same anywhere on the page, above the text first. */
export const dateAnywhere = (tree: Tree, around: Around): DateClaim | undefined =>
  dateInLines(tree, around, [
    [0, around.start],
    [around.start + 6, tree.units.length],
  ])

function dateInLines(
  { units }: Tree,
  { start, language }: Around,
  stretches: readonly (readonly [number, number])[],
): DateClaim | undefined {
  for (const [from, to] of stretches) {
    for (let i = Math.max(0, from); i < Math.min(units.length, to); i++) {
      const { text } = units[i]!
      if (text.length < 6 || !/\d/.test(text)) continue
      const moment =
        text.length <= 140 && !(i >= start && SENTENCE.test(text))
          ? printedIn(text, language)?.moment
          : i <= start + 3
            ? leading(text, language)
            : undefined
      if (moment) return claim(moment, 'visible', { why: 'a date is printed on the page' })
    }
  }
  return undefined
}

const SENTENCE = /^.{60,}[.!?\u3002]$/su

/** "29.11.2022 \u2013 The pilots ...", "(21 November 2022) The pilots ...": set off from the sentence it stands before. */
function leading(text: string, language: string): Moment | undefined {
  const first = visibleDates(text.slice(0, 80), language)[0]
  if (!first || first.start > 24) return undefined
  return /^\W*(?:\p{L}+ (?:vom|am|du|del|of|van) )?$/u.test(text.slice(0, first.start)) &&
    /^\s*[.:|)\]\u2013\u2014-]/.test(text.slice(first.end))
    ? momentAt(first)
    : undefined
}
