/** What people decided about a record, laid over what was read; and the record found again in another version. */

import type { AnyRecord, Encounter, Figure, Party, RecordKind, Statement } from '../model/dossier.ts'
import type { Span } from '../model/span.ts'

/** A party as a person names it: words, and the lasting actor where they name one. */
export type Who = { readonly text: string; readonly actor?: number }

/** The fields of a record that a person set; null takes a field away, what is absent stays as read. */
export type Patch = Readonly<Record<string, string | number | null | Who | readonly Who[]>>

/** The sentence that the record stands on first. */
export const firstEvidence = (record: AnyRecord): Span =>
  Array.isArray(record.evidence) ? (record.evidence[0] as Span) : (record.evidence as Span)

/** A sentence without what an extractor or an editor changes without changing a word. */
export const sentenceKey = (text: string, { start, end }: Span): string =>
  text
    .slice(start, end)
    .normalize('NFKC')
    .replaceAll(/[‘’‚‛`´]/gu, "'")
    .replaceAll(/[“”„‟«»]/gu, '"')
    .replaceAll(/[\u200e\u200f\u00ad]/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .toLowerCase()

/** Tells the records of one sentence apart. */
export function identityOf(what: RecordKind, record: AnyRecord, text: string): string {
  const words = ({ start, end }: Span) => text.slice(start, end).replaceAll(/\s+/gu, ' ').toLowerCase()
  if (what === 'encounter') return words((record as Encounter).trigger)
  if (what === 'statement') return (record as Statement).content.map(words).join(' … ')
  return words((record as Figure).span)
}

/** The record with a person's fields in place of its own. */
export function patched<T extends AnyRecord>(record: T, patch: Patch, text: string): T {
  const within = firstEvidence(record)
  const made: Record<string, unknown> = { ...record }
  for (const [field, value] of Object.entries(patch)) {
    if (value === null) delete made[field]
    else if (field === 'content') {
      const span = spanOf(String(value), text, within)
      if (span) made[field] = [span]
    } else if (Array.isArray(value)) made[field] = value.map((who) => partyOf(who as Who, text, within))
    else if (typeof value === 'object') made[field] = partyOf(value as Who, text, within)
    else made[field] = value
  }
  // The words a date was read from say nothing of the one a person set.
  if ('date' in patch) delete made.dateEvidence
  return made as T
}

/** Words that the article does not have stand on the record's own sentence. */
const partyOf = (who: Who, text: string, within: Span): Party => ({
  span: spanOf(who.text, text, within) ?? within,
  ...who,
})

function spanOf(words: string, text: string, within: Span): Span | undefined {
  const near = text.slice(within.start, within.end).indexOf(words)
  const start = near < 0 ? text.indexOf(words) : within.start + near
  return start < 0 ? undefined : { start, end: start + words.length }
}

export type Found = { readonly sentence: string; readonly identity: string }

/**
 * Which record read now is which one decided on before: the index into `now` for each of `before`. The sentence must
 * be the same; where the words of the record changed, it must be the only one of its sentence on both sides.
 */
export function findAgain(before: readonly Found[], now: readonly Found[]): readonly (number | undefined)[] {
  const taken = new Set<number>()
  const matches: (number | undefined)[] = before.map((one) => {
    const index = now.findIndex(
      (other, at) => !taken.has(at) && other.sentence === one.sentence && other.identity === one.identity,
    )
    if (index < 0) return undefined
    taken.add(index)
    return index
  })
  return matches.map((match, at) => {
    if (match !== undefined) return match
    const { sentence } = before[at]!
    const left = before.filter((one, other) => one.sentence === sentence && matches[other] === undefined)
    const free = now.flatMap((one, index) => (one.sentence === sentence && !taken.has(index) ? [index] : []))
    return left.length === 1 && free.length === 1 ? free[0] : undefined
  })
}

/** The record moved to where its sentence stands in another text. */
export function carried<T extends AnyRecord>(
  record: T,
  from: { readonly text: string },
  to: { readonly text: string; readonly sentence: Span },
): T {
  const old = firstEvidence(record)
  return mapSpans(record, ({ start, end }) => {
    const words = from.text.slice(start, end)
    const shifted = start - old.start + to.sentence.start
    if (to.text.slice(shifted, shifted + words.length) === words)
      return { start: shifted, end: shifted + words.length }
    return spanOf(words, to.text, to.sentence) ?? to.sentence
  }) as T
}

function mapSpans(value: unknown, move: (span: Span) => Span): unknown {
  if (Array.isArray(value)) return value.map((one) => mapSpans(one, move))
  if (typeof value !== 'object' || value === null) return value
  const { start, end } = value as Partial<Span>
  if (typeof start === 'number' && typeof end === 'number') return move({ start, end })
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mapSpans(one, move)]))
}
