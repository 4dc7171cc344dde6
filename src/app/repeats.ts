/** What an incoming article has to do with those known: it repeats one, is the origin of some, translates or cites. */

import { allCopies, type Copyable, findCopies, folds, goesOn, originOf, repeats } from '../fold/copies.ts'
import { apart } from '../fold/excerpts.ts'
import { translationOf } from '../fold/translation.ts'
import type { CopyEdge, Reason } from '../model/story.ts'
import { dayOf, instantOf } from '../pipeline.ts'
import {
  articlesAt,
  loadCopyables,
  repeating,
  repointTranslations,
  rootOf,
  saveCopy,
  tiesOf,
} from '../store/copies.ts'
import type { Db } from '../store/engines/engine.ts'
import { domainOf } from '../words/urls.ts'
import type { Placing } from './placing.ts'
import type { Understood } from './understand.ts'

/** Until it is saved, an article that is new has no id. */
const INCOMING = 0

export type Repeats = {
  /** What the article repeats, translates or cites; of a chain of copies the origin. */
  readonly edge?: CopyEdge
  /** Further excerpts it holds and articles it cites. */
  readonly beside: readonly CopyEdge[]
  /** Articles known already whose origin it is, come in after them. Their edges name the article as it is named here. */
  readonly copies: readonly { readonly article: number; readonly edge: CopyEdge }[]
}

/** So many copies of one text are looked at again when their origin comes in late; wire stories have a few dozen. */
const MOST_COPIES = 200

/** Of an article known already what its text as it is now repeats, whatever is on record. */
export async function repeatsOf(
  db: Db,
  placing: Placing,
  understood: Understood,
  { sample, now }: { readonly sample: boolean; readonly now: number },
): Promise<Repeats> {
  const { considered } = understood
  const article = await asOfNow(db, copyableOf(understood), now)
  const alike = placing.copyCandidates(considered.fingerprint, sample)
  const pointed = await articlesAt(
    db,
    [...(article.canonical === undefined ? [] : [article.canonical]), ...(article.links ?? [])],
    sample,
  )
  // However long ago it came in, what it was tied to is compared with it again.
  const tied = understood.known ? (await tiesOf(db, article.id)).map(({ origin }) => origin) : []
  const ids = [...new Set([...alike, ...pointed.values(), ...tied])].filter((id) => id !== article.id)
  const candidates = await loadCopyables(db, ids)
  const found = allCopies(article, candidates)
  const [edge] = found
  if (edge && folds(edge)) {
    const group = await inGroup(db, article, edge, candidates)
    const { own } = await takenFrom(db, article, found, candidates)
    return { ...group, beside: apart(own, edge).filter(({ origin }) => origin !== group.edge?.origin) }
  }
  const { own, copies } = await takenFrom(db, article, found, candidates)
  const taken = apart(own)
  const foreign = candidates.filter(({ id, language }) => tied.includes(id) && language !== article.language)
  const elsewhere = placing
    .elsewhere(considered.features, sample)
    .filter((id) => id !== article.id && !tied.includes(id))
  if (elsewhere.length + foreign.length > 0) {
    const known = (one: Copyable): Copyable => ({ ...one, translations: placing.translationsOf(one.url) })
    const others = [...foreign, ...(await loadCopyables(db, elsewhere))]
    const translated = translationOf(known(article), others.map(known))
    if (translated?.copy === article.id) {
      const origin = await rootOf(db, translated.edge.origin, article.id)
      return {
        edge: { ...translated.edge, origin },
        beside: taken.filter((one) => one.origin !== origin),
        copies,
      }
    }
    if (translated) {
      const copy = await rootOf(db, translated.copy, article.id)
      return { ...firstOf(taken), copies: [{ article: copy, edge: translated.edge }, ...copies] }
    }
  }
  return { ...firstOf(taken), copies }
}

const firstOf = ([edge, ...beside]: readonly CopyEdge[]): Pick<Repeats, 'edge' | 'beside'> =>
  edge === undefined ? { beside } : { edge, beside }

/** The passages and links an article has from others, what is no copy of another one first; and those that have them from it. */
async function takenFrom(
  db: Db,
  article: Copyable,
  edges: readonly CopyEdge[],
  candidates: readonly Copyable[],
): Promise<{ readonly own: readonly CopyEdge[]; readonly copies: Repeats['copies'] }> {
  const firsts: CopyEdge[] = []
  const copied: CopyEdge[] = []
  const copies: { article: number; edge: CopyEdge }[] = []
  for (const edge of edges) {
    if (folds(edge)) continue
    const other = candidates.find(({ id }) => id === edge.origin)!
    // What quotes a passage may have come in before what it quotes.
    if (edge.kind === 'excerpt' && originOf(article, other).origin === article.id) {
      const taken = findCopies(other, [article])
      if (taken) copies.push({ article: other.id, edge: taken })
    } else if ((await rootOf(db, edge.origin, article.id)) === edge.origin) firsts.push(edge)
    else copied.push(edge)
  }
  return { own: [...firsts, ...copied], copies }
}

/** Keeps what was found, under the id the article has by now. */
export async function saveRepeats(db: Db, article: number, { edge, beside, copies }: Repeats): Promise<void> {
  for (const one of [...(edge ? [edge] : []), ...beside]) await saveCopy(db, { article, ...one })
  for (const copy of copies) {
    await saveCopy(db, { article: copy.article, ...copy.edge, origin: article })
    if (repeats(copy.edge)) await repointTranslations(db, copy.article, article)
  }
}

/** The article whose coverage another counts as one with, and why. */
export type Counts = { readonly with: number; readonly why: readonly Reason[] }

export function countsWith({ edge, copies }: Repeats): Counts | undefined {
  if (edge && folds(edge))
    return {
      with: edge.origin,
      why: [
        edge.kind === 'translation'
          ? { what: 'it is likely a translation of an article here', values: {}, weight: 1 }
          : { what: 'it is a copy of an article here', values: {}, weight: 1 },
        ...edge.why,
      ],
    }
  const copy = copies.find((one) => folds(one.edge))
  if (!copy) return undefined
  const what =
    copy.edge.kind === 'translation'
      ? { what: 'an article here is likely its translation', values: {} }
      : { what: 'an article here repeats it', values: {} }
  return { with: copy.article, why: [{ ...what, weight: 1 }] }
}

function copyableOf({ considered, url, item, source, known }: Understood): Copyable {
  const { extracted, features, published } = considered
  const takenOver = item.entry.origin?.title
  const domain = domainOf(url)
  const own = domain === undefined || domain === domainOf(source.url)
  const stated = dayOf(published) === undefined ? undefined : published
  return {
    id: known?.id ?? INCOMING,
    title: extracted.title,
    text: extracted.text,
    language: extracted.language,
    url,
    seen: item.firstSeen,
    byline: extracted.authors.join(', '),
    credit: [extracted.credit ?? '', takenOver === undefined ? '' : `Source: ${takenOver}`].join('\n'),
    ...(extracted.original === undefined ? {} : { canonical: extracted.original }),
    ...(extracted.outlet === undefined ? {} : { outlet: extracted.outlet.name }),
    outletAliases: [...(domain === undefined ? [] : [domain]), ...(own ? [source.title] : [])],
    ...(stated === undefined
      ? {}
      : {
          published: instantOf(stated),
          ...((stated.best ?? stated.latest).length > 10 ? {} : { dayOnly: true }),
        }),
    links: features.links ?? [],
  }
}

/** What became another text came in with it: the day the article was published tells nothing of that. */
async function asOfNow(db: Db, article: Copyable, now: number): Promise<Copyable> {
  if (article.id === INCOMING) return article
  const [before] = await loadCopyables(db, [article.id])
  if (before === undefined || goesOn(before.text, article.text)) return article
  const { published: _, ...undated } = article
  return { ...undated, seen: now }
}

/** The article among the copies of one text: one more of them, or the origin of them all. */
async function inGroup(
  db: Db,
  article: Copyable,
  edge: CopyEdge,
  candidates: readonly Copyable[],
): Promise<Pick<Repeats, 'edge' | 'copies'>> {
  const root = await rootOf(db, edge.origin, article.id)
  const origin = candidates.find(({ id }) => id === root) ?? (await loadCopyables(db, [root]))[0]
  if (!origin) return { edge, copies: [] }
  const first = originOf(article, origin)
  // A copy on record stays one unless it is named as the origin: that it is older may hold for a text it had before.
  const recorded = article.id !== INCOMING && (await rootOf(db, edge.origin)) === article.id
  const stays = recorded && first.why.every(({ weight }) => weight <= 1)
  if (first.origin !== article.id && !stays)
    return { edge: root === edge.origin ? edge : throughCopy(article, edge, origin), copies: [] }
  const group = [root, ...(await repeating(db, root))].filter((id) => id !== article.id)
  const members = await loadCopyables(db, group.slice(0, MOST_COPIES))
  return {
    copies: members.map((one) => ({ article: one.id, edge: throughCopy(one, edge, article) })),
  }
}

/** How an article repeats an origin that it may know only by one of its copies. */
function throughCopy(copy: Copyable, known: CopyEdge, origin: Copyable): CopyEdge {
  const direct = findCopies(copy, [origin])
  if (direct && repeats(direct)) return direct
  return {
    origin: origin.id,
    kind: 'rewrite',
    containment: direct?.containment ?? 0,
    confidence: known.confidence * 0.8,
    why: [{ what: 'what it repeats is itself a copy of the other', values: {}, weight: 0.5 }],
    passages: direct?.passages ?? [],
  }
}
