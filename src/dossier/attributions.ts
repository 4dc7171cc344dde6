/** Finds, inside one stretch of text, who is said to have said what: cue, speaker phrase, content. */

import type { Polarity } from '../model/dossier.ts'
import { type Attribution, isDirect } from './attribution.ts'
import { clauseStart, following, hasFinite, trimEnd, withinRelative } from './attribution-content.ts'
import { phrasalAttributions } from './attribution-phrases.ts'
import { accordingTo, labelled, nounCue, signature } from './attribution-signs.ts'
import { isNominal, lowerAt, tagAt, type Word } from './clause.ts'
import { type Cue, cueAt } from './cues.ts'
import { mainSubject, type Phrase, phraseEndingAt, phraseFrom, subjectOf } from './phrases.ts'

const BE = /^(?:is|are|was|were|be|been|being|'s|'re|am|get|gets|got)$/
const NEGATIVE = /^(?:not|never|n't|neither|nor|without)$|n't$/
const DOCUMENT =
  /^(?:statement|letter|tweet|report|post|memo|message|interview|speech|remarks|email|article|note|video|communique|press|release|document|op-ed|briefing|conference|filing|ad|advertisement|signs?|banners?)$/

export function findAttributions(words: readonly Word[]): Attribution[] {
  const found: Attribution[] = []
  for (let i = 0; i < words.length; i++) {
    if (tagAt(words, i) === 'Q') {
      const signed = signature(words, i)
      if (signed) found.push(signed)
      continue
    }
    if (lowerAt(words, i) === 'according' && lowerAt(words, i + 1) === 'to') {
      const made = accordingTo(words, i)
      if (made) {
        found.push(made)
        i = made.cue.to - 1
      }
      continue
    }
    const tag = tagAt(words, i)
    if (tag === 'n' || tag === 'V') {
      const noun = nounCue(words, i)
      if (noun) {
        found.push(noun)
        continue
      }
    }
    if (tag !== 'V' && tag !== 'G') continue
    const hit = cueAt(words, i)
    if (!hit) continue
    const made = verbal(words, i, hit.length, hit.cue, found)
    if (made) found.push(made)
    i += hit.length - 1
  }
  for (const made of phrasalAttributions(words))
    if (!found.some((other) => other.cue.from < made.cue.to && made.cue.from < other.cue.to)) found.push(made)
  found.sort((a, b) => a.cue.from - b.cue.from)
  const opening = labelled(words)
  return opening &&
    !found.some(
      (other) =>
        other.cue.from < opening.cue.from + 12 && other.speaker && other.speaker.from < opening.cue.from,
    )
    ? [opening, ...found]
    : found
}

/** "The envoy continued:": who speaks in what comes after the colon. */
export function announcer(words: readonly Word[]): Phrase | undefined {
  for (let i = words.length - 2; i > 0; i--) {
    if (tagAt(words, i) === 'Q' || lowerAt(words, i) === ';') return undefined
    if (tagAt(words, i) !== 'V' || !cueAt(words, i)?.cue.saying) continue
    const verb = governing(words, i)
    return verb && subjectOf(words, verb.from)
  }
  return undefined
}

function verbal(
  words: readonly Word[],
  at: number,
  length: number,
  cue: Cue,
  earlier: readonly Attribution[],
): Attribution | undefined {
  const verb = governing(words, at)
  if (!verb) return undefined
  const after = at + length
  const gerund = tagAt(words, at) === 'G' && !verb.progressive
  const speaker = gerund ? participleSubject(words, at, earlier) : subjectOf(words, verb.from)
  const form = cue.forms.includes('past') ? 'past' : 'third'

  // Where the content stands before: “...,” said X; “...,” X said; ..., X said.
  const inverted =
    !gerund && cue.saying && comesAfterContent(words, at) ? invertedSubject(words, at, after) : undefined
  const back = inverted ? at : speaker && !gerund ? speaker.from : undefined
  if (cue.saying && back !== undefined && comesAfterContent(words, back)) {
    const quoted =
      tagAt(words, back - 1) === 'Q' || (lowerAt(words, back - 1) === ',' && tagAt(words, back - 2) === 'Q')
    const rest = inverted ? inverted.to : after
    const tail = continuation(words, rest)
    const told = following(words, after, cue, form)
    // "..., prosecutors told a court in Lima on Monday."
    const merelyWhere =
      told !== undefined &&
      cue.told &&
      /^(?:in|on|at|during|after|by)$/.test(lowerAt(words, told.content.from))
    if (quoted || inverted || !told || merelyWhere) {
      const before = contentBefore(words, back, earlier)
      const who = inverted ?? speaker
      if (before && who) {
        return {
          cue: { from: verb.first, to: after },
          speaker: who,
          content: tail ? [before, tail] : [before],
          addressee: undefined,
          polarity: polarityOf(cue, verb.negative),
          lemma: cue.lemma,
          direct: isDirect(words, before),
        }
      }
    }
  }
  const next = following(words, after, cue, form)
  if (!next) return undefined
  if (!speaker && !verb.passive) return undefined
  if (verb.negative && cue.saying && !isAttitude(cue)) return undefined
  return {
    cue: { from: verb.first, to: after },
    speaker,
    content: [
      speaker && tagAt(words, speaker.from) === 'W' ? withinRelative(words, next.content) : next.content,
    ],
    addressee: next.addressee,
    polarity: polarityOf(cue, verb.negative),
    lemma: cue.lemma,
    direct: isDirect(words, next.content),
  }
}

/** "..., said the envoy.": nothing of a clause may follow the subject. */
function invertedSubject(words: readonly Word[], at: number, after: number): Phrase | undefined {
  const subject = phraseFrom(words, after, words.length, true)
  if (!subject || words.slice(subject.from, subject.to).every((w) => w.tag === 'T')) return undefined
  const next = words[subject.to]
  if (next && /[VXM]/.test(next.tag)) return undefined
  if (tagAt(words, at - 1) === 'Q' || tagAt(words, at - 2) === 'Q') return subject
  // Without a quotation the comma before must close a clause, not an apposition.
  return (!next || /^[.,;(]$/.test(next.lower) || next.tag === 'T' || next.tag === 'P' || next.tag === 'W') &&
    hasFinite(words, 0, at) &&
    !opensApposition(words, at - 1)
    ? subject
    : undefined
}

/** Whether the comma at `comma` closes what an earlier comma opened: "X, the minister," or "X, who came,". */
function opensApposition(words: readonly Word[], comma: number): boolean {
  for (let i = comma - 1; i > 0; i--) {
    if (lowerAt(words, i) === ',') return !hasFinite(words, i, comma) || tagAt(words, i + 1) === 'W'
    if (/^[.;:]$/.test(lowerAt(words, i))) return false
  }
  return false
}

const isAttitude = (cue: Cue): boolean =>
  /^(?:believe|think|feel|want|expect|agree|support|plan|intend|know|hope|wish)$/.test(cue.lemma)

const polarityOf = (cue: Cue, negative: boolean): Polarity => (negative ? 'denied' : cue.polarity)

type Governing = { from: number; first: number; negative: boolean; passive: boolean; progressive: boolean }

/** Walks from a verb back over its auxiliaries; undefined where the form is no assertion that it was said. */
function governing(words: readonly Word[], at: number): Governing | undefined {
  let i = at - 1
  let negative = false
  let passive = false
  let progressive = false
  let first = at
  const base = tagAt(words, at) === 'V'
  let beforeAdverbs = i
  while (tagAt(words, beforeAdverbs) === 'A') beforeAdverbs--
  if (lowerAt(words, beforeAdverbs) === 'to') i = beforeAdverbs
  if (lowerAt(words, i) === 'to') {
    // "continued to say": the infinitive counts only under a verb that says it happened.
    if (
      !/^(?:continu|beg[ai]n|went on|start|kept|used|return)/.test(lowerAt(words, i - 1)) &&
      lowerAt(words, i - 1) !== 'on'
    )
      return undefined
    i -= lowerAt(words, i - 1) === 'on' ? 3 : 2
    first = i + 1
  }
  for (; i >= 0 && /[XAM]/.test(tagAt(words, i)); i--) {
    const lower = lowerAt(words, i)
    if (NEGATIVE.test(lower)) negative = true
    if (tagAt(words, i) === 'M' && !/^(?:would|will)$/.test(lower)) return undefined
    if (tagAt(words, i) === 'M') return undefined
    if (BE.test(lower)) {
      if (tagAt(words, at) === 'G') progressive = true
      else if (base) passive = true
    }
    if (tagAt(words, i) === 'X') first = i
  }
  if (passive) return undefined
  return { from: i + 1, first: Math.min(first, at), negative, passive, progressive }
}

function participleSubject(
  words: readonly Word[],
  at: number,
  earlier: readonly Attribution[],
): Phrase | undefined {
  let i = at - 1
  while (i >= 0 && /[AC]/.test(tagAt(words, i))) i--
  const previous = words[i]
  const main = earlier.at(-1)?.speaker ?? mainSubject(words, 0, at)
  if (!previous || previous.tag === '.' || previous.tag === 'S' || previous.tag === 'Q') return main
  if (previous.tag === 'P') {
    if (previous.lower === 'in' && !cueAt(words, at)?.cue.saying) return undefined
    if (/^(?:outside|inside|around|behind|near|there|down|up|off|out)$/.test(previous.lower)) return main
    return previous.lower === 'by' ||
      previous.lower === 'as' ||
      previous.lower === 'in' ||
      previous.lower === 'after' ||
      previous.lower === 'before'
      ? main
      : undefined
  }
  if (isNominal(previous)) {
    if (DOCUMENT.test(previous.lower)) return main
    return phraseEndingAt(words, i) ?? main
  }
  return previous.tag === 'T' ? main : undefined
}

/** Whether what stands right before word `i` is content brought to its end: a quotation, or a clause and a comma. */
function comesAfterContent(words: readonly Word[], i: number): boolean {
  let k = i - 1
  while (k > 0 && tagAt(words, k) === 'A') k--
  return (
    tagAt(words, k) === 'Q' ||
    (lowerAt(words, k) === ',' && k > 0) ||
    (/^[—–?!]$/.test(lowerAt(words, k)) && k > 1)
  )
}

function contentBefore(
  words: readonly Word[],
  back: number,
  earlier: readonly Attribution[],
): Phrase | undefined {
  let end = back
  while (
    end > 0 &&
    (lowerAt(words, end - 1) === ',' ||
      tagAt(words, end - 1) === 'A' ||
      /^[—–]$/.test(lowerAt(words, end - 1)))
  )
    end--
  const floor = earlier.reduce(
    (low, other) =>
      other.cue.to <= end && other.content.some((part) => part.from >= other.cue.to) ? low : Math.max(low, 0),
    0,
  )
  const from = clauseStart(words, end, floor)
  return hasFinite(words, from, end) ? trimEnd(words, from, end) : undefined
}

/** `, “and more”` after the speaker. */
function continuation(words: readonly Word[], rest: number): Phrase | undefined {
  let i = rest
  for (let hops = 0; i < words.length && hops < 24; hops++, i++) {
    if (tagAt(words, i) === 'Q') return { from: i, to: i + 1 }
    if (/[V]/.test(tagAt(words, i)) && hops > 0 && cueAt(words, i)) return undefined
    if (tagAt(words, i) === 'C') return undefined
  }
  return undefined
}
