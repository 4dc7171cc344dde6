/** Where and on which day a telling sets its encounter, from its own sentence or from what was told before. */

import type { Party } from '../model/dossier.ts'
import type { Span } from '../model/span.ts'
import { placeOf } from '../words/places.ts'
import { boundsOf } from './date-value.ts'
import { family, type Gathered } from './encounter-merge.ts'
import { placeAt, wordSpan } from './encounter-phrases.ts'
import { type Whereabouts, whereabouts } from './encounter-sides.ts'
import type { FoundWithStatements } from './found.ts'
import type { Telling } from './telling.ts'

type Where = { readonly party: Party; readonly where: Whereabouts }

export function placeFrom(
  found: FoundWithStatements,
  telling: Telling,
  records: readonly Gathered[],
): { party: Party; where: Whereabouts } | undefined {
  const { words, parts } = telling
  const relative = words.findLastIndex((w, i) => i < telling.at && w.lower === 'where')
  if (!parts.place && relative > 0) {
    // "left for Lima, where he met": the place stands before.
    const before = placeAt(
      found,
      words,
      words[relative - 1]!.lower === ',' ? relative - 2 : relative - 1,
      false,
    )
    if (before) {
      const span = wordSpan(words, before)
      return {
        party: { span, text: found.text.slice(span.start, span.end) },
        where: whereabouts(found, words, before),
      }
    }
    return inheritedPlace(records)
  }
  if (!parts.place) {
    // "landed and toured the docks there": where the last journey went.
    if (telling.kind === 'visit' && telling.definite)
      return (
        inheritedPlace(records) ??
        (/^(?:arrived|flew)$/.test(words[telling.at]!.lower) ? placeBefore(found, telling) : undefined)
      )
    if (family(telling.kind) !== 'meeting') return undefined
    return journeysEnd(telling, records) ?? openingPlace(found, telling)
  }
  const span = wordSpan(words, parts.place)
  if (/^(?:there|here)$/.test(words[parts.place.from]!.lower)) return inheritedPlace(records)
  const where = whereabouts(found, words, parts.place)
  return {
    party: {
      span,
      text: found.text.slice(span.start, span.end),
      ...(where.actor === undefined ? {} : { actor: where.actor }),
    },
    where,
  }
}

/** "In Lima on Friday, Kari Lund met": the place opens the sentence. */
function openingPlace(found: FoundWithStatements, { words, at }: Telling): Where | undefined {
  if (words[0]?.lower !== 'in' || at < 3) return undefined
  const place = placeAt(found, words, 1, false)
  if (!place || place.to >= at) return undefined
  const span = wordSpan(words, place)
  const where = whereabouts(found, words, place)
  return {
    party: {
      span,
      text: found.text.slice(span.start, span.end),
      ...(where.actor === undefined ? {} : { actor: where.actor }),
    },
    where,
  }
}

/** "agreed in Lima on Tuesday. She had arrived on Monday": the town the text stands in. */
function placeBefore(found: FoundWithStatements, { sentence }: Telling): Where | undefined {
  const mention = found.mentions.findLast(
    (m) =>
      m.end <= sentence.start &&
      found.actors[m.actor]!.kind === 'place' &&
      /\bin $/.test(found.text.slice(0, m.start)),
  )
  if (!mention) return undefined
  const { name, country } = found.actors[mention.actor]!
  return {
    party: { span: { start: mention.start, end: mention.end }, text: name, actor: mention.actor },
    where: { text: name, actor: mention.actor, country: country ?? placeOf(name)?.country, wide: false },
  }
}

/** "will go to Lima to meet Ana Ruiz", "is due in Lima for talks": where the journey of the same sentence ends. */
function journeysEnd({ words, at, sentence }: Telling, records: readonly Gathered[]): Where | undefined {
  const before = words.slice(Math.max(0, at - 4), at)
  if (!before.some((w) => /^(?:to|for|by)$/.test(w.lower))) return undefined
  const journey = records.findLast(
    (r) => r.kind === 'visit' && r.trigger.start >= sentence.start && r.trigger.start < words[at]!.start,
  )
  return journey?.place && journey.where && { party: journey.place, where: journey.where }
}

function inheritedPlace(records: readonly Gathered[]): { party: Party; where: Whereabouts } | undefined {
  const last = [...records].reverse().find((r) => r.place && r.where)
  return last?.place && last.where ? { party: last.place, where: last.where } : undefined
}

export function dateOf(
  found: FoundWithStatements,
  { words, dates }: Telling,
): [string | undefined, Span | undefined] {
  for (const index of dates) {
    const mention = found.timings[words[index]!.of!]
    if (!mention?.value || !boundsOf(mention.value)) continue
    return [mention.value.replace(/T.*$/, ''), { start: mention.start, end: mention.end }]
  }
  return [undefined, undefined]
}
