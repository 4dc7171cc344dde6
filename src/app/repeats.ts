/** What an incoming article has to do with those known: it repeats one, is the origin of some, translates or cites. */

import { type Copyable, findCopies, folds, originOf, repeats } from '../fold/copies.ts'
import { translationOf } from '../fold/translation.ts'
import type { CopyEdge } from '../model/story.ts'
import { dayOf, instantOf } from '../pipeline.ts'
import { articlesAt, loadCopyables, repeating, rootOf } from '../store/copies.ts'
import type { Db } from '../store/engines/engine.ts'
import { domainOf } from '../words/urls.ts'
import type { Placing } from './placing.ts'
import type { Understood } from './understand.ts'

/** Until it is saved, the incoming article has no id; its edges name it so. */
export const INCOMING = 0

export type Repeats = {
  /** What the article repeats, translates or cites; of a chain of copies the origin. */
  readonly edge?: CopyEdge
  /** Articles known already whose origin it is, come in after them. Their edges name `INCOMING`. */
  readonly copies: readonly { readonly article: number; readonly edge: CopyEdge }[]
}

/** So many copies of one text are looked at again when their origin comes in late; wire stories have a few dozen. */
const MOST_COPIES = 200

export async function repeatsOf(
  db: Db,
  placing: Placing,
  understood: Understood,
  sample: boolean,
): Promise<Repeats> {
  const { considered } = understood
  const article = copyableOf(understood)
  const alike = placing.copyCandidates(considered.fingerprint, sample)
  const pointed = await articlesAt(
    db,
    [...(article.canonical === undefined ? [] : [article.canonical]), ...(article.links ?? [])],
    sample,
  )
  const candidates = await loadCopyables(db, [...new Set([...alike, ...pointed.values()])])
  const edge = findCopies(article, candidates)
  if (edge && folds(edge)) return inGroup(db, article, edge, candidates)
  const elsewhere = placing.elsewhere(considered.features, sample)
  if (elsewhere.length > 0) {
    const known = (one: Copyable): Copyable => ({ ...one, translations: placing.translationsOf(one.url) })
    const found = translationOf(known(article), (await loadCopyables(db, elsewhere)).map(known))
    if (found?.copy === INCOMING)
      return { edge: { ...found.edge, origin: await rootOf(db, found.edge.origin) }, copies: [] }
    if (found) return { copies: [{ article: await rootOf(db, found.copy), edge: found.edge }] }
  }
  const other = edge && candidates.find(({ id }) => id === edge.origin)
  if (!edge || !other) return { copies: [] }
  // What quotes a passage may have come in before what it quotes.
  if (edge.kind === 'excerpt' && originOf(article, other).origin === INCOMING) {
    const taken = findCopies(other, [article])
    return { copies: taken ? [{ article: other.id, edge: taken }] : [] }
  }
  return { edge, copies: [] }
}

function copyableOf({ considered, url, item, source }: Understood): Copyable {
  const { extracted, features, published } = considered
  const takenOver = item.entry.origin?.title
  const domain = domainOf(url)
  const own = domain === undefined || domain === domainOf(source.url)
  const stated = dayOf(published) === undefined ? undefined : published
  return {
    id: INCOMING,
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

/** The article among the copies of one text: one more of them, or the origin of them all. */
async function inGroup(
  db: Db,
  article: Copyable,
  edge: CopyEdge,
  candidates: readonly Copyable[],
): Promise<Repeats> {
  const root = await rootOf(db, edge.origin)
  const origin = candidates.find(({ id }) => id === root) ?? (await loadCopyables(db, [root]))[0]
  if (!origin) return { edge, copies: [] }
  if (originOf(article, origin).origin !== INCOMING)
    return { edge: root === edge.origin ? edge : throughCopy(article, edge, origin), copies: [] }
  const members = await loadCopyables(db, [root, ...(await repeating(db, root))].slice(0, MOST_COPIES))
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
