/** A store with nothing in it but how articles are grouped: stories of episodes of articles, by one-letter names. */

import { sql } from 'kysely'
import type { Store } from '../src/store/engines/engine.ts'
import { openStore } from '../src/store/open.ts'
import { joinEpisode, openEpisode, openStory } from '../src/store/stories.ts'
import { features } from '../src/stories/features.ts'

const DAY = 86_400_000

export type Grouped = {
  readonly store: Store
  readonly stories: readonly number[]
  /** Episodes by story, in order. */
  readonly episodes: readonly (readonly number[])[]
  readonly id: (name: string) => number
  /** "ab c / d": the articles of each story by episode, stories and episodes by their oldest article. */
  readonly shape: () => Promise<string>
  /** Lets an article be found by its words. */
  readonly index: (article: number, title: string, text: string) => Promise<void>
  /** Gives an article a title of its own, in words to be found and compared by. */
  readonly tell: (name: string, title: string) => Promise<void>
}

/** Each story is a list of episodes, each episode the one-letter names of its articles. */
export async function groupedStore(
  stories: readonly (readonly string[])[],
  { sample = false } = {},
): Promise<Grouped> {
  const store = await openStore(':memory:')
  if ('failed' in store) throw new Error(store.failed)
  const { db } = store
  await db
    .insertInto('outlet')
    .values({ id: 1, domain: 'a.example', name: 'A', home: null, sample: 0 })
    .execute()
  const ids = new Map<string, number>()
  const made: number[] = []
  const episodes: number[][] = []
  for (const story of stories) {
    const id = await openStory(db, {
      title: `About ${story[0]?.[0] ?? 'nothing'}`,
      at: ids.size * DAY,
      sample,
    })
    made.push(id)
    const own: number[] = []
    for (const names of story) {
      const episode = await openEpisode(db, id, ids.size * DAY, sample)
      own.push(episode)
      for (const name of names) {
        const article = ids.size + 1
        ids.set(name, article)
        await db
          .insertInto('article')
          .values({
            id: article,
            url: `https://a.example/${name}`,
            outlet: 1,
            version: 1,
            title: `News of ${name} in the valley of the river`,
            language: 'en',
            direction: 'ltr',
            access: 'free',
            confidence: 1,
            published: article * DAY,
            dated: 1,
            date_claim: null,
            first_seen: article * DAY,
            episode: null,
            image: null,
            lead: null,
            words: 2,
            sample: sample ? 1 : 0,
          })
          .execute()
        const reasons = [{ what: 'like the others', weight: 1 }]
        await joinEpisode(db, { article, from: null, episode, reasons, model: 'm', now: article * DAY })
      }
    }
    episodes.push(own)
    const first = ids.get(story[0]?.[0] ?? '')
    const last = ids.get(story.at(-1)?.at(-1) ?? '')
    if (first !== undefined && last !== undefined)
      await db
        .updateTable('story')
        .set({ opened: first * DAY, changed: last * DAY })
        .where('id', '=', id)
        .execute()
  }
  const names = new Map([...ids].map(([name, id]) => [id, name]))
  return {
    store,
    stories: made,
    episodes,
    id: (name) => ids.get(name)!,
    index: async (article, title, text) => {
      await sql`insert into search (rowid, title, text) values (${article}, ${title}, ${text})`.execute(db)
    },
    tell: async (name, title) => {
      const article = ids.get(name)!
      const text = `${title}. ${title}, the ministry said on Monday.`
      const at = article * DAY
      await db.updateTable('article').set({ title }).where('id', '=', article).execute()
      const kept = features({ id: article, title, text, language: 'en', published: at, seen: at, names: [] })
      await db
        .insertInto('trace')
        .values({ article, fingerprint: new Uint8Array(8), features: JSON.stringify(kept) })
        .execute()
      await sql`insert into search (rowid, title, text) values (${article}, ${title}, ${text})`.execute(db)
    },
    shape: async () => {
      const rows = await db
        .selectFrom('article')
        .innerJoin('episode', 'episode.id', 'article.episode')
        .select(['article.id', 'article.episode', 'episode.story'])
        .orderBy('article.id')
        .execute()
      return [...Map.groupBy(rows, ({ story }) => story).values()]
        .map((of) =>
          [...Map.groupBy(of, ({ episode }) => episode).values()]
            .map((group) => group.map(({ id }) => names.get(id)).join(''))
            .join(' '),
        )
        .join(' / ')
    },
  }
}
