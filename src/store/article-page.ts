/** What an article's page reads: its newest or a named version, where it stands and whom it names. */

import type { Block, DateClaim, Image, Mark, OutletClaim, Reread } from '../model/article.ts'
import type { ActorKind } from '../model/dossier.ts'
import type { Enclosure, Item } from '../model/feed.ts'
import type { Sentence } from '../model/span.ts'
import type { Reason } from '../model/story.ts'
import type { Db } from './engines/engine.ts'
import { reasonsIn } from './reasons.ts'

export type About = {
  readonly outlet?: OutletClaim
  readonly description?: string
  readonly section?: string
  readonly keywords?: readonly string[]
  readonly licence?: string
  readonly modified?: string
  readonly image?: Image
  readonly extractor?: number
  readonly reread?: Reread
}

export type ArticlePage = {
  readonly id: number
  readonly url: string
  readonly outlet: string
  readonly outletId: number
  readonly title: string
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly access: 'free' | 'sign-up' | 'paid'
  readonly confidence: number
  readonly published: number
  readonly dateClaim: DateClaim | undefined
  readonly words: number
  readonly sample: boolean
  readonly episode: number | null
  readonly newest: number
  /** The version shown. */
  readonly version: number
  readonly made: number
  readonly text: string
  readonly blocks: readonly Block[]
  readonly marks: readonly Mark[]
  readonly sentences: readonly Sentence[]
  readonly authors: readonly string[]
  readonly about: About
}

/** The article with its newest version, or the version asked for; undefined where there is none. */
export async function articlePage(db: Db, id: number, version?: number): Promise<ArticlePage | undefined> {
  const row = await db
    .selectFrom('article')
    .innerJoin('outlet', 'outlet.id', 'article.outlet')
    .innerJoin('version', 'version.article', 'article.id')
    .select([
      'article.id',
      'article.url',
      'outlet.name as outlet',
      'outlet.id as outletId',
      'version.title',
      'article.language',
      'article.direction',
      'article.access',
      'article.confidence',
      'article.published',
      'article.date_claim',
      'article.words',
      'article.sample',
      'article.episode',
      'article.version as newest',
      'version.number as version',
      'version.made',
      'version.text',
      'version.blocks',
      'version.marks',
      'version.sentences',
      'version.authors',
      'version.about',
    ])
    .where('article.id', '=', id)
    .where((at) =>
      version === undefined
        ? at('version.number', '=', at.ref('article.version'))
        : at('version.number', '=', version),
    )
    .executeTakeFirst()
  if (!row) return undefined
  const { date_claim, ...rest } = row
  return {
    ...rest,
    dateClaim: date_claim ? (JSON.parse(date_claim) as DateClaim) : undefined,
    sample: row.sample === 1,
    blocks: JSON.parse(row.blocks) as Block[],
    marks: JSON.parse(row.marks) as Mark[],
    sentences: JSON.parse(row.sentences) as Sentence[],
    authors: JSON.parse(row.authors) as string[],
    about: JSON.parse(row.about) as About,
  }
}

/** Sound, films and files its sources listed with an article, each once; only what can be opened on the web. */
export async function enclosuresOf(
  db: Db,
  article: number,
): Promise<readonly (Enclosure & { readonly image?: string })[]> {
  const rows = await db.selectFrom('item').select('entry').where('article', '=', article).limit(20).execute()
  const listed = rows.flatMap(({ entry }) => {
    const { enclosures, image } = JSON.parse(entry) as Item
    return enclosures.map((enclosure) => ({ ...enclosure, ...(image === undefined ? {} : { image }) }))
  })
  const byUrl = new Map(listed.map((enclosure) => [enclosure.url, enclosure]))
  return [...byUrl.values()].filter(({ url }) => /^https?:\/\//i.test(url))
}

/** Every version in order; `reread` where it differs from the one before by our reading and not by its outlet's edit. */
export async function versionsOf(
  db: Db,
  article: number,
): Promise<
  readonly {
    readonly number: number
    readonly made: number
    readonly title: string
    readonly reread?: Reread
  }[]
> {
  const rows = await db
    .selectFrom('version')
    .select(['number', 'made', 'title', 'about'])
    .where('article', '=', article)
    .orderBy('number')
    .execute()
  return rows.map(({ about, ...version }) => {
    const { reread } = JSON.parse(about) as About
    return reread === undefined ? version : { ...version, reread }
  })
}

export type Neighbour = { readonly id: number; readonly title: string; readonly outlet: string }

export type Standing = {
  readonly story: number
  readonly storyTitle: string
  /** Which of the story's episodes, counted from the first, and of how many. */
  readonly episode: number
  readonly episodes: number
  readonly earlier: Neighbour | undefined
  readonly later: Neighbour | undefined
}

/** Where an article stands in its story, and its neighbours there by publication. */
export async function standingOf(
  db: Db,
  article: { readonly id: number; readonly episode: number | null; readonly published: number },
): Promise<Standing | undefined> {
  if (article.episode === null) return undefined
  const story = await db
    .selectFrom('episode')
    .innerJoin('story', 'story.id', 'episode.story')
    .select(['story.id', 'story.title', 'episode.opened'])
    .where('episode.id', '=', article.episode)
    .executeTakeFirst()
  if (!story) return undefined
  const episodes = await db
    .selectFrom('episode')
    .select((at) => [
      at.fn.countAll<number>().as('all'),
      at.fn.sum<number>(at.case().when('opened', '<=', story.opened).then(1).else(0).end()).as('upTo'),
    ])
    .where('story', '=', story.id)
    .executeTakeFirstOrThrow()
  const neighbour = (side: '<' | '>', order: 'asc' | 'desc') =>
    db
      .selectFrom('episode')
      .innerJoin('article', 'article.episode', 'episode.id')
      .innerJoin('outlet', 'outlet.id', 'article.outlet')
      .select(['article.id', 'article.title', 'outlet.name as outlet'])
      .where('episode.story', '=', story.id)
      .where((at) =>
        at.or([
          at('article.published', side, article.published),
          at.and([at('article.published', '=', article.published), at('article.id', side, article.id)]),
        ]),
      )
      .orderBy('article.published', order)
      .orderBy('article.id', order)
      .limit(1)
      .executeTakeFirst()
  const [earlier, later] = await Promise.all([neighbour('<', 'desc'), neighbour('>', 'asc')])
  return {
    story: story.id,
    storyTitle: story.title,
    episode: Number(episodes.upTo),
    episodes: episodes.all,
    earlier,
    later,
  }
}

/** Why the article was put where it is: the newest entry of the log. */
export async function placementOf(
  db: Db,
  article: number,
): Promise<{ readonly reasons: readonly Reason[]; readonly model: string; readonly at: number } | undefined> {
  const row = await db
    .selectFrom('membership')
    .select(['reasons', 'model', 'at'])
    .where('article', '=', article)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { ...row, reasons: reasonsIn(row.reasons) }
}

export type Named = {
  readonly id: number
  readonly kind: ActorKind
  readonly name: string
  readonly mentions: number
}

/** Whom and what this version names, most often first. */
export const namedIn = (db: Db, article: number, version: number, limit: number): Promise<readonly Named[]> =>
  db
    .selectFrom('mention')
    .innerJoin('actor', 'actor.id', 'mention.actor')
    .select((at) => ['actor.id', 'actor.kind', 'actor.name', at.fn.countAll<number>().as('mentions')])
    .where('mention.article', '=', article)
    .where('mention.version', '=', version)
    .where('mention.part', '=', 'story')
    .groupBy(['actor.id', 'actor.kind', 'actor.name'])
    .orderBy('mentions', 'desc')
    .limit(limit)
    .execute()

export const readingOf = (db: Db, reader: number, article: number) =>
  db
    .selectFrom('reading')
    .select(['read', 'starred', 'later', 'archived'])
    .where('reader', '=', reader)
    .where('article', '=', article)
    .executeTakeFirst()
