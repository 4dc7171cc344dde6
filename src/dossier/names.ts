/** Finds the people, organisations and places that a text names. */

import type { Language } from '../model/article.ts'
import type { ActorKind } from '../model/dossier.ts'
import type { Sentence, Span } from '../model/span.ts'
import { type Token, tokensOf } from './names-tokens.ts'
import { placeOf } from './places.ts'

export type NameSpan = Span & { readonly kind: ActorKind }

const CAPITAL = /^\p{Lu}/u
const INSIDE = /^(of|the|for|and|al|el|bin|ibn|bint|abu|de|del|della|da|dos|du|von|van|der|den|la|le|di)$/u
const NOT_NAMES =
  /^(The|A|An|This|That|He|She|It|They|We|I|You|In|On|At|By|For|From|With|After|Before|But|And|As|If|When|While|Meanwhile|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Gen\.?|Lt\.?|President|Minister|Prime|Foreign|King|Queen|Prince|Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|January|February|March|April|May|June|July|August|September|October|November|December|Sept\.?|Jan\.?|Feb\.?|Aug\.?|Oct\.?|Nov\.?|Dec\.?|Last|Also|There|His|Her|Their|Its|Our|No|More|Most|Many|Some|All|Major|General|Speaking|According)$/u
const ORGANISATION =
  /^(Party|Ministry|University|Council|Committee|Agency|Bank|Union|Organization|Organisation|Association|Company|Corporation|Inc\.?|Corp\.?|Ltd\.?|Group|Court|Police|Army|Department|Office|Commission|Institute|College|Church|Club|Force|Forces|Authority|Federation|League|Nations|Senate|Congress|Parliament|House|Times|News|Post|Journal|Agence|Reuters|Hospital|Movement|Front|Brigades|Foundation|Centre|Center|Board|Service|Bureau)$/u
const KNOWN_ORGANISATIONS =
  /^(Hamas|Hezbollah|Fatah|NATO|UN|U\.N\.|EU|E\.U\.|AFP|Reuters|AP|IAEA|UNRWA|UNICEF|FBI|CIA|BBC|CNN|Taliban|Knesset|Quartet|Al-Jazeera|ISIS|OPEC|WHO|IMF)$/u
const NATIONALITY =
  /^(?:.*(?:ian|ese|ish|ans|ians)|Iraqi|Israeli|Saudi|Qatari|Emirati|Kuwaiti|Yemeni|Pakistani|French|Dutch|German|Greek|Swiss|Arab|Israelis|Thai|Jewish|Czech|Afghan|Kurdish|Uzbek)s?$/u

/**
 * Names in `text`, in reading order, never overlapping, none crossing a sentence; UTF-16 spans with the kind of
 * what they name. `language` is an ISO 639-1 code.
 */
export function findNames(text: string, sentences: readonly Sentence[], language: Language): NameSpan[] {
  const found: NameSpan[] = []
  for (const sentence of sentences) {
    const tokens = tokensOf(text, sentence)
    for (let i = 0; i < tokens.length; ) {
      const run = runFrom(tokens, i)
      if (run === 0) {
        i++
        continue
      }
      push(found, text, tokens.slice(i, i + run), language)
      i += run
    }
  }
  return consistent(text, found)
}

/** How many tokens from `i` on form one capitalised run. */
function runFrom(tokens: readonly Token[], i: number): number {
  if (!isNameWord(tokens[i]!.text)) return 0
  let n = 1
  for (;;) {
    const next = tokens[i + n]
    if (!next) return n
    if (isNameWord(next.text)) n++
    else if (INSIDE.test(next.text) && tokens[i + n + 1] && isNameWord(tokens[i + n + 1]!.text)) {
      if ((next.text === 'and' || next.text === 'the') && n < 3) return n
      n += 2
    } else return n
  }
}

const isNameWord = (word: string): boolean =>
  CAPITAL.test(word) && !NOT_NAMES.test(word) && !NATIONALITY.test(word)

function push(found: NameSpan[], text: string, run: readonly Token[], language: Language): void {
  const start = run[0]!.start
  const end = run.at(-1)!.end
  const name = text.slice(start, end)
  if (KNOWN_ORGANISATIONS.test(name) || run.some((t) => ORGANISATION.test(t.text))) {
    found.push({ start, end, kind: 'organisation' })
  } else if (placeOf(name, language)) found.push({ start, end, kind: 'place' })
  else if (run.length > 1 && KNOWN_ORGANISATIONS.test(run[0]!.text)) {
    push(found, text, run.slice(0, 1), language)
    push(found, text, run.slice(1), language)
  } else if (run.length > 1 && run.length < 5) found.push({ start, end, kind: 'person' })
}

/** A family name that stood in a full name earlier is found again where it stands alone. */
function consistent(text: string, found: readonly NameSpan[]): NameSpan[] {
  const all = [...found]
  for (const person of found) {
    if (person.kind !== 'person') continue
    const last = text.slice(person.start, person.end).split(/\s+/u).at(-1)!
    if (last.length < 3) continue
    for (let at = text.indexOf(last, person.end); at >= 0; at = text.indexOf(last, at + last.length)) {
      const end = at + last.length
      if (/[\p{L}\p{N}]/u.test((text[at - 1] ?? ' ') + (text[end] ?? ' '))) continue
      if (!all.some((other) => at < other.end && other.start < end))
        all.push({ start: at, end, kind: 'person' })
    }
  }
  return all.sort((a, b) => a.start - b.start)
}
