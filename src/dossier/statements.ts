/** Who said what: direct, reported and mixed, each with the words it stands on. */

import type { Party, Statement } from '../model/dossier.ts'
import type { Span } from '../model/span.ts'
import { type Attribution, asSpan } from './attribution.ts'
import { announcer, findAttributions } from './attributions.ts'
import type { Word } from './clause.ts'
import { afterDateline } from './dateline.ts'
import type { Found } from './found.ts'
import type { Quote } from './quotes.ts'
import { isPlural, type Memory, partyOf } from './speakers.ts'

type Draft = { -readonly [K in keyof Statement]: Statement[K] }

/** A quotation that is no mere word or two set apart. */
const MIN_WORDS = 4

/** Statements in reading order. A quotation that runs on after its speaker, over sentences or paragraphs, is one. */
export function findStatements(found: Found): Statement[] {
  const { text, sentences } = found
  const quotes = found.quotes.filter((quote) => isSpoken(text, quote))
  const drafts: Draft[] = []
  const memory: Memory = { said: [] }
  let last: { draft: Draft; block: number; unit: number; runsOn: boolean } | undefined
  let awaited: { speaker: Party; unit: number } | undefined
  for (const [number, unit] of unitsOf(text, sentences, quotes).entries()) {
    const words = found.clauses(unit, quotes)
    if (words.length === 0) continue
    const claimed = new Set<number>()
    const here: Draft[] = []
    const attributions = findAttributions(words)
    for (const attribution of attributions) {
      if (attribution.direct && attributions.some((outer) => holds(outer, attribution))) continue
      const draft = draftOf(found, unit, words, attribution, quotes, memory)
      for (const part of attribution.content) {
        for (let i = part.from; i < part.to; i++) if (words[i]!.tag === 'Q') claimed.add(words[i]!.of!)
      }
      here.push(draft)
      last = { draft, block: unit.block, unit: number, runsOn: draft.kind !== 'reported' }
    }
    drafts.push(...here)
    const led = awaited
    const announced = words.at(-1)!.lower === ':' ? announcer(words) : undefined
    awaited = announced && { speaker: partyOf(found, words, announced, memory), unit: number }
    for (const word of words) {
      if (word.tag !== 'Q' || claimed.has(word.of!)) continue
      const quote = quotes[word.of!]!
      if (
        quote.inner.end - quote.inner.start < 30 &&
        !/[.,!?…]$/.test(text.slice(quote.inner.start, quote.inner.end))
      )
        continue
      const leads = word === words[0]
      const near = last && number - last.unit <= 2
      if (led && led.unit === number - 1 && leads) {
        // "The envoy continued:" and the quotation in a paragraph of its own.
        const draft: Draft = {
          kind: 'direct',
          polarity: 'said',
          speaker: led.speaker,
          content: [quote.inner],
          evidence: [unit],
        }
        drafts.push(draft)
        last = { draft, block: unit.block, unit: number, runsOn: true }
        continue
      }
      if (near && last!.runsOn && leads && (last!.block === unit.block || unit.block - last!.block <= 2)) {
        last!.draft.content = [...last!.draft.content, quote.inner]
        last!.draft.evidence = [...last!.draft.evidence, unit]
        last = { ...last!, block: unit.block, unit: number }
      } else {
        const draft: Draft = {
          kind: leads && words.length <= 2 ? 'direct' : 'mixed',
          polarity: 'said',
          content: [quote.inner],
          evidence: [unit],
          ...(near && last!.draft.speaker ? { speaker: last!.draft.speaker } : {}),
        }
        drafts.push(draft)
        last = { draft, block: unit.block, unit: number, runsOn: true }
      }
    }
  }
  return drafts
}

function draftOf(
  found: Found,
  unit: Span,
  words: readonly Word[],
  attribution: Attribution,
  quotes: readonly Quote[],
  memory: Memory,
): Draft {
  const content: Span[] = []
  let quoted = false
  for (const part of attribution.content) {
    const alone = part.to - part.from === 1 && words[part.from]!.tag === 'Q'
    content.push(alone ? quotes[words[part.from]!.of!]!.inner : asSpan(words, part))
    for (let i = part.from; i < part.to; i++) if (words[i]!.tag === 'Q') quoted = true
  }
  const speaker = attribution.speaker && partyOf(found, words, attribution.speaker, memory)
  if (speaker)
    memory.said.push({
      party: speaker,
      at: speaker.span.start,
      plural: isPlural(words, attribution.speaker!),
    })
  return {
    kind: attribution.direct ? 'direct' : quoted ? 'mixed' : 'reported',
    polarity: attribution.polarity,
    cue: asSpan(words, attribution.cue),
    content,
    evidence: [{ start: unit.start, end: unit.end }],
    ...(speaker ? { speaker } : {}),
    ...(attribution.addressee ? { addressee: partyOf(found, words, attribution.addressee, memory) } : {}),
  }
}

/** "According to the union, members heard “...”": the quotation is the union's. */
const holds = (outer: Attribution, inner: Attribution): boolean =>
  outer !== inner &&
  outer.content.some(
    (part) =>
      part.from <= inner.cue.from && inner.content.every((own) => part.from <= own.from && own.to <= part.to),
  )

function isSpoken(text: string, quote: Quote): boolean {
  const inner = text.slice(quote.inner.start, quote.inner.end)
  if (/[.,!?…]$/.test(inner)) return inner.split(/\s+/).length >= 2
  return inner.split(/\s+/).length >= MIN_WORDS
}

type Unit = Span & { readonly block: number }

/** Sentences, joined where a quotation runs over their border. */
function unitsOf(text: string, sentences: Found['sentences'], quotes: readonly Quote[]): Unit[] {
  const units: { start: number; end: number; block: number }[] = []
  let at = 0
  for (const sentence of sentences) {
    const last = units.at(-1)
    if (last && last.block === sentence.block) {
      while (at < quotes.length && quotes[at]!.end <= last.end) at++
      const crossing = quotes[at]
      if (crossing && crossing.start < last.end && crossing.end > sentence.start) {
        last.end = Math.max(last.end, sentence.end)
        continue
      }
    }
    const start = units.at(-1)?.block === sentence.block ? sentence.start : afterDateline(text, sentence)
    units.push({ start, end: sentence.end, block: sentence.block })
  }
  return units
}
