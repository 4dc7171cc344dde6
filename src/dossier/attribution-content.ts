/** Where the content of an attribution begins and ends, after its cue or before it. */

import { isNominal, lowerAt, tagAt, type Word } from './clause.ts'
import { type Cue, cueAt } from './cues.ts'
import { type Phrase, phraseFrom } from './phrases.ts'

const WH = /^(?:what|why|how|where|whether|who|when|if)$/

/** "the deputy, who said it was safe, left": the main clause's verb is not part of what was said. */
export function withinRelative(words: readonly Word[], content: Phrase): Phrase {
  for (let i = content.from + 1; i < content.to - 1; i++) {
    if (lowerAt(words, i) === ',' && /[VXM]/.test(tagAt(words, i + 1))) return { from: content.from, to: i }
  }
  return content
}

/** "warned against", "complained about" */
const ABOUT_CUE = /^(?:warn|caution|complain|boast|brag|joke|inquire|ask|worry|protest|testify|remind)$/

const CORE = /^(?:say|tell|add|claim|believe|think|argue|insist|warn|explain|confirm|report|deny)$/

/** Where the clause that ends at `end` begins: after the last full stop inside a unit, else at its start. */
export function clauseStart(words: readonly Word[], end: number, floor = 0): number {
  let i = end - 1
  // A quotation that is a sentence of its own stands alone.
  if (tagAt(words, i) === 'Q') {
    const before = words[i - 1]
    if (!before || /^[.:;!?]$/.test(before.lower)) return i
  }
  while (i > floor && !/^[.;!?]$/.test(lowerAt(words, i - 1))) i--
  while (i < end - 1 && /^(?:but|and|,)$/.test(lowerAt(words, i))) i++
  return Math.max(i, floor)
}

type Following = { content: Phrase; addressee: Phrase | undefined }

/** The content after a cue, if what stands there is content the cue can have. */
export function following(
  words: readonly Word[],
  after: number,
  cue: Cue,
  form: 'past' | 'third',
): Following | undefined {
  let k = after
  let addressee: Phrase | undefined
  let marked = false
  for (let hops = 0; hops < 6 && k < words.length; hops++) {
    const { tag, lower } = words[k]!
    if (tag === 'A' || tag === 'T') k++
    else if (tag === 'P' && tagAt(words, k + 1) === 'T') k += 2
    else if (
      lower === 'to' &&
      cue.saying &&
      !addressee &&
      /[nNDR]/.test(tagAt(words, k + 1)) &&
      !cue.infinitive
    ) {
      addressee = phraseFrom(words, k + 1, words.length, false)
      k = addressee ? addressee.to : k + 1
    } else if (cue.told && !addressee && /[nNDR#]/.test(tag)) {
      const hearer = phraseFrom(words, k, words.length, false)
      if (!hearer) break
      const next = words[hearer.to]
      // "asked questions" has no hearer; "told reporters that", "urged Oslo to" have one.
      if (cue.object && !(next && (/[SPQWT]/.test(next.tag) || next.lower === 'to' || next.lower === ',')))
        break
      addressee = hearer
      k = hearer.to
    } else if (tag === 'P' && lower !== 'to' && cue.clause) {
      const phrase = phraseFrom(words, k + 1, words.length, true)
      const next = phrase && words[phrase.to]
      if (
        phrase &&
        next &&
        (next.lower === 'that' ||
          next.tag === 'Q' ||
          next.tag === 'T' ||
          next.lower === ':' ||
          (next.lower === ',' &&
            (tagAt(words, phrase.to + 1) === 'Q' || lowerAt(words, phrase.to + 1) === 'that')))
      )
        k = phrase.to
      else break
    } else if (lower === ',' && (tagAt(words, k + 1) === 'Q' || lowerAt(words, k + 1) === 'that')) k++
    else if (lower === ',' && cue.clause) {
      // "said, citing his doctor, that": over what the commas hold.
      let close = k + 1
      while (close < words.length && lowerAt(words, close) !== ',' && close < k + 14) close++
      if (
        lowerAt(words, close) === ',' &&
        (lowerAt(words, close + 1) === 'that' || tagAt(words, close + 1) === 'Q')
      )
        k = close + 1
      else break
    } else if (lower === ':') {
      k++
      marked = true
      break
    } else break
  }
  if (k >= words.length) return undefined
  // "says too much is made of it", "say there are": the adverb opens the content.
  while (k > after && /[XVM]/.test(tagAt(words, k)) && tagAt(words, k - 1) === 'A') k--
  const { tag, lower } = words[k]!
  if (lower === 'that' && (cue.clause || cue.told)) {
    k++
    marked = true
  } else if (lower === 'as' && lowerAt(words, k + 1) === 'saying') return undefined
  const end = contentEnd(words, k, form)
  const content = trimEnd(words, k, end)
  if (!content || /^(?:named|identified|quoted)$/.test(lowerAt(words, content.to - 1))) return undefined
  const fits = marked || tag === 'Q' || (cue.strict ? false : fitsFrame())
  return fits ? { content, addressee } : undefined

  function fitsFrame(): boolean {
    return (
      (cue.infinitive && (lower === 'to' || (lower === 'not' && lowerAt(words, k + 1) === 'to'))) ||
      (cue.clause && WH.test(lower)) ||
      (cue.clause && startsNominal(words, k) && hasFinite(words, k, Math.min(end, k + 30))) ||
      (cue.object && startsNominal(words, k)) ||
      (cue.told && addressee !== undefined && (tag === 'P' || WH.test(lower) || lower === 'to')) ||
      (cue.clause && cue.saying && tag === 'P' && hasFinite(words, k, Math.min(end, k + 40))) ||
      (cue.clause && lower === 'if') ||
      (ABOUT_CUE.test(cue.lemma) &&
        /^(?:about|against|of)$/.test(lower) &&
        /[nNDGR#Q]/.test(tagAt(words, k + 1))) ||
      (CORE.test(cue.lemma) && startsNominal(words, k) && end - k >= 4) ||
      (CORE.test(cue.lemma) &&
        !/[VXM.]/.test(tag) &&
        lower !== 'to' &&
        hasFinite(words, k + 1, Math.min(end, k + 30)))
    )
  }
}

const startsNominal = (words: readonly Word[], k: number): boolean => {
  const tag = tagAt(words, k)
  return (
    /[nNDR#]/.test(tag) ||
    tag === 'G' ||
    (tag === 'A' && /[nNDR#]/.test(tagAt(words, k + 1))) ||
    tag === 'T' ||
    (tag === 'V' && isNominal(words[k + 1]))
  )
}

export const hasFinite = (words: readonly Word[], from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (/[VXM]/.test(tagAt(words, i)) || tagAt(words, i) === 'Q') return true
  return false
}

/** Where content that begins at `from` ends: before the next attribution of the same sentence, else at its end. */
export function contentEnd(words: readonly Word[], from: number, form: 'past' | 'third'): number {
  if (tagAt(words, from) === 'Q' && standsAlone(words, from)) return from + 1
  for (let i = from + 1; i < words.length; i++) {
    const { lower, tag } = words[i]!
    if (lower === 'according' && lowerAt(words, i + 1) === 'to')
      return lowerAt(words, i - 1) === ',' ? i - 1 : i
    if (lower === ',' && closesWithSpeaker(words, i + 1)) return i
    // "stressed that “no one will,” noting that ...": the comma stands inside the marks.
    if (tag === 'Q' && /,$/.test(lower) && tagAt(words, i + 1) === 'G' && cueAt(words, i + 1)) return i + 1
    if (lower === ',' || lower === ';' || tag === 'C') {
      let k = i + 1
      while (/[AC]/.test(tagAt(words, k)) || /^(?:while|where)$/.test(lowerAt(words, k))) k++
      const hit = (tagAt(words, k) === 'G' || tagAt(words, k) === 'V') && cueAt(words, k)
      if (!hit) continue
      const { cue } = hit
      if (tagAt(words, k) === 'G') {
        if (
          lower !== 'but' &&
          (cue.saying || cue.polarity !== 'said' || cue.lemma === 'express') &&
          i > from + 1
        )
          return i
      } else if (
        tag === 'C' &&
        lower !== 'or' &&
        cue.saying &&
        cue.forms.includes(form) &&
        !cue.forms.includes('base')
      )
        return lowerAt(words, i - 1) === ',' ? i - 1 : i
      else if (
        tagAt(words, i + 1) === 'C' &&
        cue.saying &&
        cue.forms.includes(form) &&
        !cue.forms.includes('base')
      )
        return i
    }
  }
  return words.length
}

/** “What now?” and walked off; “No deal,” before he left: the quotation is all that is said. */
function standsAlone(words: readonly Word[], quote: number): boolean {
  const next = words[quote + 1]
  if (!next || next.tag === 'Q') return false
  if (/[,.!?…]$/.test(lowerAt(words, quote))) return /[CSPWRV]/.test(next.tag) || next.lower === ','
  return next.tag === 'C' && /[VX]/.test(tagAt(words, quote + 2))
}

/** ", mediators said": another attribution takes the whole sentence as its content. */
function closesWithSpeaker(words: readonly Word[], from: number): boolean {
  const speaker = phraseFrom(words, from, words.length, true)
  if (!speaker || speaker.to - speaker.from > 8 || tagAt(words, speaker.to) !== 'V') return false
  const hit = cueAt(words, speaker.to)
  if (!hit?.cue.saying) return false
  const next = words[speaker.to + hit.length]
  return (
    !next ||
    next.tag === '.' ||
    next.tag === 'T' ||
    (next.tag === 'P' && tagAt(words, speaker.to + hit.length + 1) === 'T')
  )
}

/** Drops closing punctuation and joining words at both ends. */
export function trimEnd(words: readonly Word[], from: number, to: number): Phrase | undefined {
  let end = to
  while (end > from && (tagAt(words, end - 1) === '.' || tagAt(words, end - 1) === 'C')) {
    if (/^[)\]%]$/.test(lowerAt(words, end - 1))) break
    end--
  }
  let start = from
  while (start < end && tagAt(words, start) === '.' && !/^[([$£€#]$/.test(lowerAt(words, start))) start++
  return end > start ? { from: start, to: end } : undefined
}
