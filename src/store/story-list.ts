/** Stories and their dossiers as the command line prints them. */

import type { Encounter, Statement } from '../model/dossier.ts'
import type { Db } from './engines/engine.ts'

export type ListedStory = {
  readonly id: number
  readonly title: string
  readonly opened: number
  readonly changed: number
  readonly sample: boolean
  readonly articles: number
  readonly outlets: number
  readonly episodes: number
}

/** The stories changed last, newest first; the sample's only while there are no others. */
export async function listStories(db: Db, limit: number): Promise<readonly ListedStory[]> {
  const rows = await db
    .selectFrom('story')
    .innerJoin('episode', 'episode.story', 'story.id')
    .innerJoin('article', 'article.episode', 'episode.id')
    .select((at) => [
      'story.id',
      'story.title',
      'story.opened',
      'story.changed',
      'story.sample',
      at.fn.count<number>('article.id').as('articles'),
      at.fn.count<number>('article.outlet').distinct().as('outlets'),
      at.fn.count<number>('episode.id').distinct().as('episodes'),
    ])
    .where('story.id', 'in', (inner) =>
      inner
        .selectFrom('story')
        .select('id')
        .where('merged_into', 'is', null)
        .orderBy('sample')
        .orderBy('changed', 'desc')
        .limit(limit),
    )
    .groupBy('story.id')
    .orderBy('story.sample')
    .orderBy('story.changed', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, sample: row.sample === 1 }))
}

/** Everything of one story as plain data, each record with the words of its first sentence. */
export async function loadStoryDossier(db: Db, id: number) {
  const story = await db.selectFrom('story').selectAll().where('id', '=', id).executeTakeFirst()
  if (!story) return undefined
  if (story.merged_into !== null) return loadStoryDossier(db, story.merged_into)
  const articles = await db
    .selectFrom('article')
    .innerJoin('episode', 'episode.id', 'article.episode')
    .innerJoin('outlet', 'outlet.id', 'article.outlet')
    .innerJoin('version', (join) =>
      join.onRef('version.article', '=', 'article.id').onRef('version.number', '=', 'article.version'),
    )
    .leftJoin('copy', 'copy.article', 'article.id')
    .select([
      'article.id',
      'article.title',
      'article.url',
      'article.published',
      'article.language',
      'article.version',
      'episode.id as episode',
      'outlet.name as outlet',
      'copy.origin',
      'copy.kind as copy',
      'version.text',
    ])
    .where('episode.story', '=', id)
    .orderBy('article.published')
    .orderBy('article.id')
    .execute()
  const texts = new Map(articles.map((article) => [article.id, article.text]))
  const sentence = (article: number, spans: readonly { start: number; end: number }[]) => {
    const [span] = spans
    return span ? (texts.get(article) ?? '').slice(span.start, span.end) : ''
  }
  const inStory = articles.map((article) => article.id)
  const cast = await castOf(db, id)
  const encounters = await db
    .selectFrom('encounter')
    .innerJoin('article', (join) =>
      join.onRef('article.id', '=', 'encounter.article').onRef('article.version', '=', 'encounter.version'),
    )
    .select(['encounter.article', 'encounter.kind', 'encounter.status', 'encounter.day', 'encounter.record'])
    .where('encounter.article', 'in', inStory)
    .orderBy('encounter.day')
    .execute()
  const statements = await db
    .selectFrom('statement')
    .innerJoin('article', (join) =>
      join.onRef('article.id', '=', 'statement.article').onRef('article.version', '=', 'statement.version'),
    )
    .select(['statement.article', 'statement.kind', 'statement.polarity', 'statement.record'])
    .where('statement.article', 'in', inStory)
    .orderBy('article.published')
    .execute()
  return {
    id: story.id,
    title: story.title,
    sample: story.sample === 1,
    articles: articles.map(({ text: _, published, ...article }) => ({
      ...article,
      day: new Date(published).toISOString().slice(0, 10),
    })),
    cast,
    encounters: encounters.map(({ record, ...row }) => {
      const encounter = JSON.parse(record) as Encounter
      return { ...row, record: encounter, sentence: sentence(row.article, encounter.evidence) }
    }),
    statements: statements.map(({ record, ...row }) => {
      const statement = JSON.parse(record) as Statement
      return {
        ...row,
        speaker: statement.speaker?.text,
        record: statement,
        sentence: sentence(row.article, statement.evidence),
      }
    }),
  }
}

/** A story's actors, those named in most articles first, with every other name they go by. */
async function castOf(db: Db, story: number) {
  const rows = await db
    .selectFrom('mention')
    .innerJoin('article', (join) =>
      join.onRef('article.id', '=', 'mention.article').onRef('article.version', '=', 'mention.version'),
    )
    .innerJoin('episode', 'episode.id', 'article.episode')
    .innerJoin('actor', 'actor.id', 'mention.actor')
    .select((at) => [
      'actor.id',
      'actor.name',
      'actor.kind',
      at.fn.count<number>('mention.article').distinct().as('articles'),
      at.fn.countAll<number>().as('mentions'),
    ])
    .where('episode.story', '=', story)
    .where('mention.part', '=', 'story')
    .groupBy('actor.id')
    .orderBy('articles', 'desc')
    .orderBy('mentions', 'desc')
    .limit(200)
    .execute()
  if (rows.length === 0) return []
  const names = await db
    .selectFrom('actor_name')
    .select(['actor', 'name'])
    .where(
      'actor',
      'in',
      rows.map((row) => row.id),
    )
    .execute()
  const byActor = Map.groupBy(names, (row) => row.actor)
  return rows.map((row) => ({
    ...row,
    variants: (byActor.get(row.id) ?? []).map(({ name }) => name).filter((name) => name !== row.name),
  }))
}
