/** Recognises a likely translation: the same names and numbers in the same order as in an article of another language. */

import type { CopyEdge } from '../model/story.ts'
import { skeleton } from '../words/names.ts'
import { eachToken } from '../words/tokens.ts'
import type { Copyable } from './copies.ts'
import { credits } from './credit.ts'

/** Names and numbers in common, in order, that no two accounts of one happening share by chance. */
const IN_ORDER = 5
const SHARE = 0.7
/** The same where neither of the two says that it is translated. */
const UNSAID_IN_ORDER = 7
const UNSAID_SHARE = 0.85
/** Neither text is longer than the other by more than this; translations with a line of their own stay below. */
const LONGER = 1.9
const EDGE = 400
/** Marks read, so that two long texts cost no more than two ordinary ones. */
const MOST_MARKS = 400

const saysTranslated =
  /translat(?:ed|ion)\b|\btradui(?:t|te|ts|tes)\b|\btraduction\b|traducid[oa]|traducción|übersetz|перев(?:од|ед)|ترجم|תרגו|תורגמ/iu
const withoutCapitals = /^[\p{Script=Arabic}\p{Script=Hebrew}]/u
/** What Arabic and Hebrew write as one with the word after it. */
const joined = /^(?:[وف]?(?:ال|بال|لل|كال|[بلك])|[ובלמהשכ]{1,2})/u

/** How the names and numbers of a text run, each with every way it may sound. */
function marksOf(text: string): readonly (readonly string[])[] {
  const marks: string[][] = []
  eachToken(text, ({ word, digits, capital }) => {
    if (marks.length >= MOST_MARKS) return
    if (digits) {
      const number = word.replace(/\D/g, '')
      if (number.length > 1) marks.push([number])
      return
    }
    const bare = withoutCapitals.test(word)
    if (!bare && !capital) return
    const forms = bare ? [word, word.replace(joined, ''), word.slice(1)] : [word]
    const sounds = forms.map(skeleton).filter((sound) => sound.length > 2)
    if (sounds.length > 0) marks.push(sounds)
  })
  return marks
}

/** The shared marks of two texts, as each has them in order. */
function shared(a: Copyable, b: Copyable): readonly [readonly string[], readonly string[]] {
  const [here, there] = [marksOf(a.text), marksOf(b.text)]
  const known = new Set(there.flat())
  const both = new Set(here.flat().filter((sound) => known.has(sound)))
  const run = (marks: readonly (readonly string[])[]) =>
    marks.flatMap((sounds) => sounds.find((sound) => both.has(sound)) ?? [])
  return [run(here), run(there)]
}

/** Length of the longest run the two have in common, gaps allowed. */
function inOrder(a: readonly string[], b: readonly string[]): number {
  let before = new Uint16Array(b.length + 1)
  for (const one of a) {
    const row = new Uint16Array(b.length + 1)
    b.forEach((other, k) => {
      row[k + 1] = one === other ? before[k]! + 1 : Math.max(row[k]!, before[k + 1]!)
    })
    before = row
  }
  return before[b.length]!
}

/** Whether `copy` says in its first or last lines that it was translated, or credits `origin`. */
function attributed(copy: Copyable, origin?: Copyable): boolean {
  if (saysTranslated.test(copy.text.slice(0, EDGE)) || saysTranslated.test(copy.text.slice(-EDGE)))
    return true
  const outlet = origin?.outlet?.toLowerCase()
  return outlet !== undefined && credits(copy.text, copy.byline).some(({ name }) => name === outlet)
}

/**
 * The article of `candidates`, all in other languages and of the same days, that `article` is likely a translation
 * of. Where it doesn't say that it is one, it must have come out later and be more alike.
 */
export function translationOf(article: Copyable, candidates: readonly Copyable[]): CopyEdge | undefined {
  let best: CopyEdge | undefined
  for (const origin of candidates) {
    if (origin.id === article.id || attributed(origin)) continue
    const said = attributed(article, origin)
    if (!said && (article.published ?? article.seen) <= (origin.published ?? origin.seen)) continue
    const lengths = [article.text.length, origin.text.length]
    if (Math.max(...lengths) > Math.min(...lengths) * LONGER) continue
    const [here, there] = shared(article, origin)
    const run = inOrder(here, there)
    const share = (2 * run) / Math.max(1, here.length + there.length)
    if (run < (said ? IN_ORDER : UNSAID_IN_ORDER) || share < (said ? SHARE : UNSAID_SHARE)) continue
    if (best !== undefined && best.confidence >= share * 0.9) continue
    best = {
      origin: origin.id,
      kind: 'translation',
      containment: share,
      confidence: share * 0.9,
      why: `likely a translation: ${said ? 'it says so, and ' : ''}${run} names and numbers follow each other as in the other`,
      passages: [],
    }
  }
  return best
}
