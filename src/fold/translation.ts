/** Recognises a likely translation: names, numbers and meanings in the same order as in an article of another language. */

import type { CopyEdge, Reason } from '../model/story.ts'
import { credits } from '../words/credits.ts'
import { skeleton } from '../words/names.ts'
import type { Copyable } from './copies.ts'
import { inOrder, marksOf, meansAlike, tellingMarks } from './marks.ts'

/** A likely translation, with the article that is one; its origin may be the later to come in. */
export type Translation = { readonly copy: number; readonly edge: CopyEdge }

/** So many marks in order, and so large a part of the copy's, no two accounts of one happening share by chance. */
const MEANT = { inOrder: 12, share: 0.55 }
/** The same where the copy says that it is translated, or whom from. */
const SAID = { inOrder: 8, share: 0.45 }
/** Where the languages have no meanings to compare, names and numbers must do: more of them, and nearly all in order. */
const NAMED = { inOrder: 7, share: 0.85 }
const NAMED_AND_SAID = { inOrder: 5, share: 0.7 }
/** A translation may leave out much of its origin; what is longer than it by more than this is an account of its own. */
const LONGER = 1.9
const EDGE = 400
/** An outlet that printed so many more translations than another is likelier to have printed one more. */
const HABIT = 2
const HALF_A_DAY = 43_200_000
/** Parts covered that differ by less say nothing on which of the two is the whole. */
const FULLER = 0.08

const saysTranslated =
  /translat(?:ed|ion)\b|\btradui(?:t|te|ts|tes)\b|\btraduction\b|traducid[oa]|traducción|übersetz|перев(?:од|ед)|ترجم|תרגו|תורגמ/iu

/** Whether `copy` says in its first or last lines that it was translated, or credits `origin`, in whatever script. */
function attributed(copy: Copyable, origin: Copyable): boolean {
  if (saysTranslated.test(copy.text.slice(0, EDGE)) || saysTranslated.test(copy.text.slice(-EDGE)))
    return true
  if (origin.outlet === undefined) return false
  const outlet = skeleton(origin.outlet)
  const named = [
    copy.byline ?? '',
    ...credits(copy.text, `${copy.byline ?? ''}\n${copy.credit ?? ''}`).map(({ name }) => name),
  ]
  return outlet.length > 2 && named.some((name) => skeleton(name) === outlet)
}

const timeOf = ({ published, seen }: Copyable): number => published ?? seen

/** The likeliest of `candidates`, all in other languages and of the same days, to be a translation of `article` or its origin. */
export function translationOf(article: Copyable, candidates: readonly Copyable[]): Translation | undefined {
  let best: Translation | undefined
  const own = marksOf(article)
  for (const other of candidates) {
    if (other.id === article.id) continue
    const meant = meansAlike(article, other)
    const theirs = marksOf(other)
    const here = tellingMarks(own, theirs, meant)
    const there = tellingMarks(theirs, own, meant)
    const run = inOrder(here, there)
    const shares = { here: run / Math.max(1, here.length), there: run / Math.max(1, there.length) }
    const isCopy = copies(article, other, shares.here - shares.there)
    const [copy, origin] = isCopy ? [article, other] : [other, article]
    if (copy.text.length > origin.text.length * LONGER) continue
    if (!meant && origin.text.length > copy.text.length * LONGER) continue
    const said = attributed(copy, origin)
    const needed = meant ? (said ? SAID : MEANT) : said ? NAMED_AND_SAID : NAMED
    const share = isCopy ? shares.here : shares.there
    if (run < needed.inOrder || share < needed.share) continue
    if (best !== undefined && best.edge.containment >= share) continue
    const why: Reason[] = [
      meant
        ? {
            what: '{n} names, numbers and meanings follow each other as in the other',
            values: { n: run },
            weight: share,
          }
        : {
            what: '{n} names and numbers follow each other as in the other',
            values: { n: run },
            weight: share,
          },
    ]
    if (said) why.push({ what: 'it says that it is translated, or from whom', values: {}, weight: 1 })
    best = {
      copy: copy.id,
      edge: {
        origin: origin.id,
        kind: 'translation',
        containment: share,
        confidence: Math.min(0.95, share),
        why,
        passages: [],
      },
    }
  }
  return best
}

/**
 * Whether `a` is the copy of the two: it says so, its outlet prints translations, more of it stands in the other than
 * the other way round, or it came out later. `fuller`: how much larger a part of `a` stands in `b` than of `b` in `a`.
 */
function copies(a: Copyable, b: Copyable, fuller: number): boolean {
  const gap = timeOf(a) - timeOf(b)
  let lead = (attributed(a, b) ? 2 : 0) - (attributed(b, a) ? 2 : 0)
  const habits = (a.translations ?? 0) - (b.translations ?? 0)
  if (Math.abs(habits) >= HABIT) lead += 2 * Math.sign(habits)
  if (Math.abs(fuller) > FULLER) lead += Math.sign(fuller)
  // Many outlets print the day alone.
  lead += Math.sign(gap) * (Math.abs(gap) > HALF_A_DAY ? 1 : 0.5)
  return lead >= 0
}
