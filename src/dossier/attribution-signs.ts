/** Attributions without a verb of saying: a label and a colon, a dash and a name, "according to", "his claim that". */

import { type Attribution, isDirect } from './attribution.ts'
import { clauseStart, contentEnd, hasFinite, trimEnd } from './attribution-content.ts'
import { lowerAt, tagAt, type Word } from './clause.ts'
import { NOUN_CUES } from './cues.ts'
import { type Phrase, phraseEndingAt, phraseFrom } from './phrases.ts'

/** "Minister: we will sign" and `Maria Lund: "We will sign."` */
export function labelled(words: readonly Word[]): Attribution | undefined {
  for (let i = 1; i < 8 && i < words.length - 1; i++) {
    const { lower, tag } = words[i]!
    if (lower === ':') {
      const speaker = phraseFrom(words, 0, i, true)
      if (!speaker || speaker.to !== i) return undefined
      const named = words.slice(0, i).some((word) => word.tag === 'N')
      if (!named && tagAt(words, i + 1) !== 'Q') return undefined
      const content = trimEnd(words, i + 1, words.length)
      if (!content || (content.to - content.from < 3 && tagAt(words, i + 1) !== 'Q')) return undefined
      return {
        cue: { from: i, to: i + 1 },
        speaker,
        content: [content],
        addressee: undefined,
        polarity: 'said',
        lemma: ':',
        direct: tagAt(words, i + 1) === 'Q',
      }
    }
    if (/[VXMGQ]/.test(tag) || tag === '.') return undefined
  }
  return undefined
}

/** “...” — Maria Lund */
export function signature(words: readonly Word[], quote: number): Attribution | undefined {
  if (!/^(?:—|–|―|--?|~)$/.test(lowerAt(words, quote + 1))) return undefined
  let at = quote + 2
  while (/^(?:—|–|―|-)$/.test(lowerAt(words, at))) at++
  const speaker = phraseFrom(words, at, words.length, false)
  if (!speaker || speaker.to - speaker.from > 5) return undefined
  if (
    speaker.to < words.length &&
    !/[.,(]/.test(lowerAt(words, speaker.to)) &&
    tagAt(words, speaker.to) !== 'Q'
  )
    return undefined
  return {
    cue: { from: quote + 1, to: at },
    speaker,
    content: [{ from: quote, to: quote + 1 }],
    addressee: undefined,
    polarity: 'said',
    lemma: '—',
    direct: true,
  }
}

export function accordingTo(words: readonly Word[], at: number): Attribution | undefined {
  const speaker = phraseFrom(words, at + 2, words.length, true)
  if (!speaker) return undefined
  const cue = { from: at, to: at + 2 }
  const base = { cue, speaker, addressee: undefined, polarity: 'said' as const, lemma: 'according to' }
  const opens =
    at === 0 || /^[;—–(]$/.test(lowerAt(words, at - 1)) || (at <= 2 && /[CA]/.test(tagAt(words, at - 1)))
  if (opens) {
    let comma = speaker.to
    while (comma < words.length && lowerAt(words, comma) !== ',') comma++
    const content = trimEnd(words, comma + 1, contentEnd(words, comma + 1, 'past'))
    return content && { ...base, content: [content], direct: isDirect(words, content) }
  }
  let end = at
  while (end > 0 && /^[,(—–]$/.test(lowerAt(words, end - 1))) end--
  const content = trimEnd(words, clauseStart(words, end), end)
  // Mid-sentence: what follows the comma goes on with the same content.
  const after =
    lowerAt(words, speaker.to) === ','
      ? trimEnd(words, speaker.to + 1, contentEnd(words, speaker.to + 1, 'past'))
      : undefined
  const goesOn = after && /[VXM]/.test(tagAt(words, after.from)) ? [after] : []
  return content && { ...base, content: [content, ...goesOn], direct: isDirect(words, content) }
}

/** "his claim that ...", "a warning that ..." */
export function nounCue(words: readonly Word[], i: number): Attribution | undefined {
  const lower = lowerAt(words, i)
  const polarity =
    NOUN_CUES.get(lower) ?? (lower.endsWith('s') ? NOUN_CUES.get(lower.slice(0, -1)) : undefined)
  if (!polarity || lowerAt(words, i + 1) !== 'that') return undefined
  if (tagAt(words, i) === 'V' && tagAt(words, i - 1) !== 'D') return undefined
  // "the statement that he issued" is relative: a verb must come after a subject of its own.
  const end = contentEnd(words, i + 2, 'past')
  const content = trimEnd(words, i + 2, end)
  if (!content || !hasFinite(words, content.from, Math.min(content.to, content.from + 20))) return undefined
  let owner: Phrase | undefined
  const before = words[i - 1]
  if (before?.lower === "'s") owner = phraseEndingAt(words, i - 2)
  else if (before?.tag === 'D' && /^(?:his|her|its|their|our|my|your)$/.test(before.lower))
    owner = { from: i - 1, to: i }
  else if (before?.tag === 'P' || before?.tag === 'D' || before?.tag === 'n') return undefined
  if (!owner) return undefined
  return {
    cue: { from: i, to: i + 1 },
    speaker: owner,
    content: [content],
    addressee: undefined,
    polarity,
    lemma: lower,
    direct: isDirect(words, content),
  }
}
