/** Attributions told by more than one verb: "raised doubts about", "is confident that", "was accused by", "in her view". */

import type { Polarity } from '../model/dossier.ts'
import type { Attribution } from './attribution.ts'
import { contentEnd, hasFinite, trimEnd } from './attribution-content.ts'
import { lowerAt, tagAt, type Word } from './clause.ts'
import { cueAt } from './cues.ts'
import { type Phrase, phraseEndingAt, phraseFrom, subjectOf } from './phrases.ts'
import { formsOf } from './verb-forms.ts'

const forms = (lemmas: string): ReadonlySet<string> =>
  new Set(lemmas.split(' ').flatMap((lemma) => [...formsOf(lemma).keys()]))

/** Verbs that only carry the noun after them. */
const LIGHT = forms(
  'make issue raise offer give deliver file release publish send have share cast level lodge launch show pose repeat draw hold take post put reiterate renew voice express',
)

const SPOKEN: ReadonlyMap<string, Polarity> = new Map([
  ...'claim statement comment remark argument case point suggestion explanation assurance hint indication view opinion belief concern worry doubt question hope confidence fear praise thanks sympathy regret apology'
    .split(' ')
    .map((noun) => [noun, 'said'] as const),
  ...'promise pledge vow guarantee threat commitment'.split(' ').map((noun) => [noun, 'promised'] as const),
  ...'request demand ultimatum order'.split(' ').map((noun) => [noun, 'demanded'] as const),
  ...'call appeal proposal recommendation plea'.split(' ').map((noun) => [noun, 'called-for'] as const),
  ...'accusation allegation charge complaint criticism objection blame'
    .split(' ')
    .map((noun) => [noun, 'accused'] as const),
  ['denial', 'denied'],
  ['warning', 'said'],
])

const FEELING =
  /^(?:confident|sure|certain|convinced|adamant|concerned|worried|afraid|fearful|hopeful|optimistic|pessimistic|skeptical|sceptical|doubtful|aware|glad|happy|proud|sorry|surprised|shocked|disappointed|angry|pleased|unsure|uncertain|grateful|thankful|frustrated|upset|outraged|dismissive|critical|supportive|wary|opposed|committed|clear)$/
const BE =
  /^(?:is|are|was|were|am|'s|'re|'m|been|remains?|remained|feels?|felt|sounds?|sounded|seems?|seemed)$/
const ABOUT = /^(?:about|of|for|over|on|against|with|in|to|from|regarding|toward|towards)$/

/** What `words` attribute by such phrases, where no attribution found before has the same cue. */
export function phrasalAttributions(words: readonly Word[]): Attribution[] {
  const found: Attribution[] = []
  for (let i = 0; i < words.length; i++) {
    const { lower, tag } = words[i]!
    const made =
      ((tag === 'V' || tag === 'G' || /^(?:has|have|had)$/.test(lower)) &&
        LIGHT.has(lower) &&
        lightVerb(words, i)) ||
      (BE.test(lower) && (feeling(words, i) || passiveBy(words, i))) ||
      (lower === 'in' && inView(words, i)) ||
      undefined
    if (made) found.push(made)
  }
  return found
}

/** "raised doubts about the plan", "made the case that it is late" */
function lightVerb(words: readonly Word[], at: number): Attribution | undefined {
  if (isModal(words, at)) return undefined
  for (let i = at + 1; i < Math.min(words.length, at + 6); i++) {
    const { lower, tag } = words[i]!
    if (!/[nDA#VG]/.test(tag) && lower !== "'s") return undefined
    const polarity = SPOKEN.get(lower) ?? (lower.endsWith('s') ? SPOKEN.get(lower.slice(0, -1)) : undefined)
    if (!polarity || /[nN]/.test(tagAt(words, i + 1))) continue
    const next = lowerAt(words, i + 1)
    // "made a decision about" tells what was done: of mere saying only "that" tells what was said.
    const leads =
      next === 'that' ||
      (ABOUT.test(next) &&
        (polarity !== 'said' || /^(?:concern|worr|doubt|question|fear|hope|regret|praise|thank)/.test(lower)))
    if (!leads || (next === 'to' && polarity === 'said')) return undefined
    const speaker = subjectOf(words, at)
    const content = speaker && contentFrom(words, next === 'to' ? i + 1 : i + 2)
    return content && attribution(words, { from: at, to: i + 1 }, speaker, content, polarity, lower)
  }
  return undefined
}

/** "is confident that", "was critical of" */
function feeling(words: readonly Word[], at: number): Attribution | undefined {
  let i = at + 1
  while (tagAt(words, i) === 'A' && i < at + 4) i++
  if (!FEELING.test(lowerAt(words, i)) || words.slice(at, i).some((w) => w.lower === 'not')) return undefined
  const next = lowerAt(words, i + 1)
  if (next !== 'that' && !/^(?:about|of|with|to|in)$/.test(next)) return undefined
  const speaker = subjectOf(words, at)
  if (!speaker || /^(?:it|this|that|there|which)$/.test(lowerAt(words, speaker.from))) return undefined
  const content = contentFrom(words, i + 2)
  return content && attribution(words, { from: at, to: i + 1 }, speaker, content, 'said', lowerAt(words, i))
}

/** "was accused by the league of", "has been criticised by Ana Ruiz for" */
function passiveBy(words: readonly Word[], at: number): Attribution | undefined {
  let i = at + 1
  while (tagAt(words, i) === 'A') i++
  const hit = tagAt(words, i) === 'V' ? cueAt(words, i) : undefined
  if (!hit || !(hit.cue.object || hit.cue.told || hit.cue.saying)) return undefined
  if (!hit.cue.forms.includes('participle')) return undefined
  for (let k = i + hit.length; k < Math.min(words.length, i + 12); k++) {
    if (/[VXMW.]/.test(tagAt(words, k))) return undefined
    if (lowerAt(words, k) !== 'by' || !/[nNDR#]/.test(tagAt(words, k + 1))) continue
    const speaker = phraseFrom(words, k + 1, words.length, false)
    if (!speaker) return undefined
    const after = contentFrom(words, speaker.to)
    const before = subjectOf(words, at)
    const content =
      after && /^(?:of|for|as|to|that|over)$/.test(lowerAt(words, speaker.to)) ? after : (before ?? after)
    return (
      content &&
      attribution(words, { from: at, to: k + 1 }, speaker, content, hit.cue.polarity, hit.cue.lemma)
    )
  }
  return undefined
}

/** "in the view of the union, the plan is dead", "in her words" */
function inView(words: readonly Word[], at: number): Attribution | undefined {
  const NOUN = /^(?:words?|view|opinion|telling|estimation|eyes|judgment|judgement)$/
  let speaker: Phrase | undefined
  let end = at
  if (
    lowerAt(words, at + 1) === 'the' &&
    NOUN.test(lowerAt(words, at + 2)) &&
    lowerAt(words, at + 3) === 'of'
  ) {
    speaker = phraseFrom(words, at + 4, words.length, false)
    end = speaker?.to ?? at
  } else
    for (let i = at + 1; i < at + 8; i++) {
      if (!NOUN.test(lowerAt(words, i))) continue
      const owner = words[i - 1]
      if (owner?.tag !== 'D' || /^(?:the|a|an|other|some|many|few|these|those)$/.test(owner.lower)) break
      speaker = owner.lower === "'s" ? phraseEndingAt(words, i - 2, at + 1) : { from: i - 1, to: i }
      end = i + 1
      break
    }
  if (!speaker) return undefined
  const content =
    at === 0 || tagAt(words, at - 1) === 'C'
      ? contentFrom(words, lowerAt(words, end) === ',' ? end + 1 : end)
      : trimEnd(words, 0, lowerAt(words, at - 1) === ',' ? at - 1 : at)
  return content && hasFinite(words, content.from, content.to)
    ? attribution(words, { from: at, to: end }, speaker, content, 'said', 'in view')
    : undefined
}

const isModal = (words: readonly Word[], at: number): boolean => {
  let i = at - 1
  while (/[AX]/.test(tagAt(words, i))) i--
  return tagAt(words, i) === 'M' || lowerAt(words, i) === 'to'
}

const contentFrom = (words: readonly Word[], from: number): Phrase | undefined =>
  from < words.length ? trimEnd(words, from, contentEnd(words, from, 'past')) : undefined

const attribution = (
  words: readonly Word[],
  cue: Phrase,
  speaker: Phrase,
  content: Phrase,
  polarity: Polarity,
  lemma: string,
): Attribution => ({
  cue,
  speaker,
  content: [content],
  addressee: undefined,
  polarity,
  lemma,
  direct: content.to - content.from === 1 && tagAt(words, content.from) === 'Q',
})
