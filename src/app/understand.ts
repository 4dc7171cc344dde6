/** Read, the thinking: from what was obtained to an article considered, with what is remembered of its site. */

import { createHash } from 'node:crypto'
import { EXTRACTOR, rereadOf } from '../extract/reread.ts'
import { correct, emptyMemory, type SiteMemory } from '../extract/site-memory.ts'
import { type Considered, clean, consider } from '../pipeline.ts'
import { articlePage } from '../store/article-page.ts'
import { articleByUrl, type KnownArticle } from '../store/articles.ts'
import type { Db } from '../store/engines/engine.ts'
import type { SavedItem } from '../store/items.ts'
import { loadSiteMemory } from '../store/site-memory.ts'
import type { Source } from '../store/sources.ts'
import { htmlToText } from '../words/html-text.ts'
import { domainOf, withoutTracking } from '../words/urls.ts'
import type { Obtained } from './obtain.ts'

/** An article ready to be placed and saved. */
export type Understood = {
  readonly item: SavedItem
  readonly source: Source
  readonly considered: Considered
  /** The address the article is known by. */
  readonly url: string
  readonly hash: string
  /** The version kept so far, where the article is an edited one. */
  readonly known: KnownArticle | undefined
  /** What the page adds to the memory of its site, to be saved with it. */
  readonly memory: Learned | undefined
}

export type Learned = {
  readonly domain: string
  readonly learned: string
  /** With this page enough of the site is known to read its doubtful pages better. */
  readonly grown: boolean
}

/** So many pages of a site tell its furniture from its articles. */
const ENOUGH = 5

/** Below this confidence a text may not be whole. */
const DOUBTFUL = 0.5

/** The article as it is kept already, word for word. */
export type Unchanged = { readonly unchanged: number; readonly memory?: Learned }

/** Depends on what was read before (the site's memory, the kept version): to be called in order. */
export async function understand(
  db: Db,
  { item, source, raw, fix }: Obtained,
): Promise<Understood | Unchanged | { readonly failed: string }> {
  const domain = raw.kind === 'page' ? domainOf(item.url ?? undefined) : undefined
  const kept = domain === undefined ? undefined : await loadSiteMemory(db, domain)
  const saved = kept === undefined ? emptyMemory : (JSON.parse(kept) as SiteMemory)
  const before = fix && raw.kind === 'page' ? correct(saved, raw.html, fix) : saved
  const { extracted, learn } = clean(raw, before === emptyMemory ? undefined : before)
  if (extracted.text.trim() === '') return { failed: 'No text could be found in it.' }

  const url = addressOf(item, extracted.url)
  const hash = createHash('sha256').update(`${extracted.title}\n${extracted.text}`).digest('hex')
  const known = await articleByUrl(db, url)
  const remembered = (after: SiteMemory): { memory?: Learned } =>
    domain === undefined
      ? {}
      : {
          memory: {
            domain,
            learned: JSON.stringify(after),
            grown: before.pages < ENOUGH && after.pages >= ENOUGH,
          },
        }
  if (known?.hash === hash) return { unchanged: known.id, ...(before === saved ? {} : remembered(before)) }

  const older = known && raw.kind === 'page' ? await articlePage(db, known.id) : undefined
  const reread =
    older &&
    raw.kind === 'page' &&
    rereadOf(older, extracted, {
      page: htmlToText([raw, ...(raw.further ?? [])].map((part) => part.html).join('\n')),
      fixed: fix !== undefined,
      // A doubtful one is read again when more is known of its site: what is found then is our finding.
      sameReading: older.about.extractor === EXTRACTOR && older.confidence >= DOUBTFUL,
    })
  const told = { ...extracted, extractor: EXTRACTOR, ...(reread ? { reread } : {}) }
  const considered = consider(told, {
    seen: item.firstSeen,
    ...(item.url === null ? {} : { url: item.url }),
    ...('name' in raw && raw.name !== undefined ? { fileName: raw.name } : {}),
  })
  const memory = learn === undefined ? undefined : remembered(learn(before)).memory
  return { item, source, considered, url, hash, known, memory }
}

/**
 * The address an article is known by: what its page says is canonical, if that is the same site's. A page that
 * names another site as canonical is a re-post of it, not the same article.
 */
function addressOf(item: SavedItem, canonical: string | undefined): string {
  if (item.url === null) return canonical ?? `file:${item.entry.guid}`
  const own = withoutTracking(item.url)
  return canonical && domainOf(canonical) === domainOf(own) ? canonical : own
}
