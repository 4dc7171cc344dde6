/** Whom a speaker phrase means: the actor it names, or the one its pronoun or short form goes back to. */

import type { Party } from '../model/dossier.ts'
import { firstAfter, type Word } from './clause.ts'
import { isPersonNoun } from './encounter-words.ts'
import type { Found } from './found.ts'
import { type Phrase, phraseEndingAt } from './phrases.ts'

const DOCUMENT =
  /^(?:statement|report|letter|communique|communiqué|spokesman|spokeswoman|spokesperson|study|poll|survey|tweet|memo|document|website|filing|lawsuit|leadership|government|ministry|campaign|movement)$/

/** More speakers than one goes back over for whom a pronoun or a noun means. */
const MOST_SAID = 60

export type Memory = {
  /** Speakers so far, the latest last. */
  readonly said: { party: Party; at: number; plural: boolean }[]
}

/** The party a phrase stands for. `memory` holds the speakers before it. */
export function partyOf(found: Found, words: readonly Word[], phrase: Phrase, memory: Memory): Party {
  const span = { start: words[phrase.from]!.start, end: words[phrase.to - 1]!.end }
  const text = found.text.slice(span.start, span.end)
  const first = words[phrase.from]!
  if (phrase.to - phrase.from === 1 && (first.tag === 'R' || first.tag === 'D')) {
    const back = antecedent(found, first, memory)
    return back
      ? { span, text: back.text, ...(back.actor === undefined ? {} : { actor: back.actor }) }
      : { span, text }
  }
  if (phrase.to - phrase.from === 1 && (first.tag === 'W' || first.tag === 'S')) {
    // "the envoy, who said": the words are the pronoun's, the one meant stands before it.
    const before = words[phrase.from - 1]?.lower === ',' ? phrase.from - 2 : phrase.from - 1
    const owner = before >= 0 ? phraseEndingAt(words, before) : undefined
    if (owner) return { ...partyOf(found, words, owner, memory), span }
  }
  const actor =
    appositive(found, words, phrase) ?? headActor(found, words, phrase) ?? mentionedAs(found, span)
  if (actor !== undefined) return { span, text, actor }
  const known = sameHead(words, phrase, memory, found.text)
  return known?.actor === undefined ? { span, text } : { span, text, actor: known.actor }
}

/** A mention that resolution elsewhere already tied to an actor: "the minister". */
function mentionedAs(found: Found, span: { start: number; end: number }): number | undefined {
  for (let i = firstAfter(found.mentions, span.start); found.mentions[i]?.start === span.start; i++) {
    const { form, end, actor } = found.mentions[i]!
    if (form === 'role' && end <= span.end) return actor
  }
  return undefined
}

/** "the federation's president, Moses Okello,": the name after the comma. */
function appositive(found: Found, words: readonly Word[], phrase: Phrase): number | undefined {
  const { from } = phrase
  let { to } = phrase
  // "the party's leader abroad, Khalil Darwish,"
  if (words[phrase.to]?.tag === 'A' && words[phrase.to + 1]?.lower === ',') to++
  // "the spokesman, Colonel Adama Kone,": over the title to the name.
  let at = to + 1
  while (at < to + 4 && words[at]?.tag === 'n' && /\p{Lu}/u.test(found.text[words[at]!.start]!)) at++
  const name = words[at]
  if (words[to]?.lower !== ',' || name?.tag !== 'N' || isPerson(found, words[to - 1]!)) return undefined
  const after = words[at + 1]
  if (after && !/^[,.;]$/.test(after.lower) && !/[VXPW]/.test(after.tag)) return undefined
  if (words.slice(from, to).some((w) => w.tag === 'C')) return undefined
  // "at the office in Lima, Ana Ruiz said": the place is no one's role.
  if (words[to - 1]!.tag === 'N' && !words.slice(from, to).some((w) => w.tag === 'n')) return undefined
  const actor = found.mentions[name.of!]?.actor
  return actor !== undefined && found.actors[actor]?.kind === 'person' ? actor : undefined
}

const isPerson = (found: Found, word: Word): boolean =>
  word.tag === 'N' && found.actors[found.mentions[word.of!]!.actor]?.kind === 'person'

/** The actor of the phrase's own head: "spokesman Omar Diallo" names him, "aides to Omar Diallo" does not. */
function headActor(found: Found, words: readonly Word[], { from, to }: Phrase): number | undefined {
  const last = words[to - 1]!
  const title = words[to - 2]
  // "the coordinator for the peace process Kari Lund": the name stands for the whole role.
  if (
    isPerson(found, last) &&
    title?.tag === 'n' &&
    to - 2 > from &&
    words.slice(from, to - 2).some((w) => w.tag === 'P') &&
    !isPersonNoun(title.lower) &&
    !/^(?:late|former|then|outgoing|incoming|deputy|vice|mr|mrs|ms|dr|sheikh|sir)$/.test(title.lower)
  )
    return found.mentions[last.of!]!.actor
  let end = from
  while (end < to && /[nND#CQA]/.test(words[end]!.tag) && !(words[end]!.tag === 'C' && end > from && false))
    end++
  let head = end - 1
  while (head >= from && !/[nN]/.test(words[head]!.tag)) head--
  const word = words[head]
  if (!word) return undefined
  if (word.tag === 'N') return found.mentions[word.of!]?.actor
  // "an Interior Ministry statement" speaks for the ministry; "the Portland mayor" does not for Portland.
  const before = words[head - 1]
  if (before?.tag === 'N' && head - 1 >= from && DOCUMENT.test(word.lower)) {
    const actor = found.mentions[before.of!]?.actor
    if (actor !== undefined && found.actors[actor]?.kind !== 'person') return actor
  }
  // "the report by the Auditor", "a statement from the League"
  if (DOCUMENT.test(word.lower) && words[end]?.tag === 'P' && /^(?:by|from|of)$/.test(words[end]!.lower)) {
    for (let i = end + 1; i < to; i++) if (words[i]!.tag === 'N') return found.mentions[words[i]!.of!]?.actor
  }
  return undefined
}

function antecedent(found: Found, pronoun: Word, memory: Memory): Party | undefined {
  const word = pronoun.lower
  if (/^(?:it|its)$/.test(word)) {
    const near = leadingOrganisation(found, pronoun)
    if (near) return near
  }
  const here = found.mentions[firstAfter(found.mentions, pronoun.start)]
  const resolved =
    here?.form === 'pronoun' && here.start === pronoun.start && found.actors[here.actor]?.kind !== 'place'
      ? here
      : undefined
  if (resolved) {
    const actor = found.actors[resolved.actor]
    if (actor && (actor.kind === 'person' || !/^(?:he|she|him|her|his)$/.test(word)))
      return { span: pronoun, text: actor.name, actor: resolved.actor }
  }
  const last = memory.said
    .slice(-MOST_SAID)
    .reverse()
    .filter((s) => pronoun.start - s.at < 1200)
  if (/^(?:they|them|their)$/.test(word)) {
    return (
      last.find((s) => s.plural)?.party ?? last.find((s) => isKind(found, s.party, 'organisation'))?.party
    )
  }
  if (/^(?:it|its)$/.test(word))
    return last.find((s) => isKind(found, s.party, 'organisation') || s.party.actor === undefined)?.party
  if (!/^(?:he|she|him|her|his|i|we|my|our)$/.test(word)) return undefined
  const mention = recentPerson(found, pronoun.start)
  const spoke = last.find((s) => isKind(found, s.party, 'person'))
  if (spoke && (!mention || mention.start < spoke.at + 400)) {
    // A new person who is the subject since then takes the pronoun over.
    if (
      mention &&
      mention.start > spoke.at &&
      mention.actor !== spoke.party.actor &&
      isSubjectLike(found, mention.start)
    )
      return named(found, mention.actor, pronoun)
    return spoke.party
  }
  if (mention) return named(found, mention.actor, pronoun)
  return last.find((s) => s.party.actor === undefined && !s.plural)?.party
}

/** The organisation that opens the pronoun's own sentence, or speaks last in the one before. */
function leadingOrganisation(found: Found, pronoun: Word): Party | undefined {
  const sentence = found.sentences.find((s) => s.start <= pronoun.start && pronoun.start < s.end)
  if (!sentence) return undefined
  const inside = found.mentions.filter(
    (m) =>
      m.start >= sentence.start && m.end <= pronoun.start && found.actors[m.actor]?.kind === 'organisation',
  )
  const mention = inside.at(-1)
  return mention && named(found, mention.actor, pronoun)
}

const named = (found: Found, actor: number, span: Word): Party => ({
  span,
  text: found.actors[actor]!.name,
  actor,
})

const isKind = (found: Found, party: Party, kind: string): boolean =>
  party.actor !== undefined && found.actors[party.actor]?.kind === kind

function recentPerson(found: Found, before: number): { start: number; actor: number } | undefined {
  for (let i = firstAfter(found.mentions, before) - 1; i >= 0; i--) {
    const mention = found.mentions[i]!
    if (mention.end > before || mention.form === 'pronoun') continue
    if (before - mention.start > 900) return undefined
    if (found.actors[mention.actor]?.kind === 'person') return mention
  }
  return undefined
}

/** Near the start of its sentence. */
function isSubjectLike(found: Found, at: number): boolean {
  const sentence = found.sentences.find((s) => s.start <= at && at < s.end)
  return sentence !== undefined && at - sentence.start < 60
}

/** "The sources" after "Norwegian sources": the same ones. */
function sameHead(words: readonly Word[], phrase: Phrase, memory: Memory, text: string): Party | undefined {
  if (words[phrase.from]!.lower !== 'the') return undefined
  let head = phrase.from
  while (head + 1 < phrase.to && /[nND#]/.test(words[head + 1]!.tag)) head++
  const noun = words[head]!.lower
  const wanted = new RegExp(`\\b${noun.replace(/[^\p{L}]/gu, '.')}\\b`, 'u')
  for (const { party } of memory.said.slice(-MOST_SAID).reverse()) {
    const said = text.slice(party.span.start, party.span.end).toLowerCase()
    if (wanted.test(said)) return party
  }
  return undefined
}

export function isPlural(words: readonly Word[], { from, to }: Phrase): boolean {
  for (let i = from; i < to; i++) {
    const { tag, lower } = words[i]!
    if (tag === 'C') return true
    if (tag === 'P') return false
    if (tag === 'n' && /[^s]s$/.test(lower) && (i + 1 >= to || !/[nN]/.test(words[i + 1]!.tag))) return true
  }
  return words[from]!.lower === 'they'
}
