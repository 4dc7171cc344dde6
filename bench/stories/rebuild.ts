/** How long the writer's memory takes to be rebuilt, and whether it then places articles as it would have otherwise. */

import { sql } from 'kysely'
import { generatedStream, type Made } from '../../scripts/generated-stream.ts'
import { bytesOf, openPlacing, type Placing } from '../../src/app/placing.ts'
import { fingerprint } from '../../src/fold/fingerprint.ts'
import type { Db } from '../../src/store/engines/engine.ts'
import { openStore } from '../../src/store/open.ts'
import { type Features, features } from '../../src/stories/features.ts'
import { meaningsOf } from '../../src/stories/meanings.ts'
import { soundsOf } from '../../src/stories/sounds.ts'
import type { Bar } from '../bar.ts'

/** Two thousand articles a day, for longer than the month that memory holds. */
const A_DAY = 2000
const DAYS = 35
const MONTH = 30
/** Placed by the old memory and by the new one, to be compared. */
const ASKED = 1000
const BATCH = 500

export async function rebuild(): Promise<Bar[]> {
  const store = await openStore(':memory:')
  if ('failed' in store) throw new Error(store.failed)
  const { db } = store
  await sql`pragma foreign_keys = off`.execute(db)
  const stream = generatedStream(78, {
    articles: A_DAY * DAYS + ASKED,
    days: DAYS,
    titleOnly: 0.2,
    undated: 0.02,
    crowd: 0,
  })
  const placing = await openPlacing(db)
  let last = 0
  const placed: Row[] = []
  const told = stream.slice(0, -ASKED)
  for (const made of told) {
    const of = whole(made)
    const { episode = ++last, story = ++last } = placing.place(of, false)
    const row = { features: of, fingerprint: fingerprint(made.text), episode, story }
    placing.add({ ...row, sample: false, folded: false, translation: false })
    placed.push(row)
    if (placed.length === BATCH) await save(db, placed.splice(0))
  }
  await save(db, placed)
  const began = performance.now()
  const anew = await openPlacing(db)
  const seconds = (performance.now() - began) / 1000
  let same = 0
  for (const made of stream.slice(-ASKED)) if (answer(placing, made) === answer(anew, made)) same++
  await store.close()
  console.log(
    `rebuilt from ${told.length} articles of ${DAYS} days in ${seconds.toFixed(1)} s; ` +
      `${same} of ${ASKED} new ones placed as without it`,
  )
  return [
    { name: 'stories.rebuild-seconds', measured: (seconds * MONTH) / DAYS, op: '<=', bar: 120 },
    { name: 'stories.rebuilt-same', measured: same / ASKED, op: '>=', bar: 1 },
  ]
}

type Row = {
  readonly features: Features
  readonly fingerprint: Uint32Array
  readonly episode: number
  readonly story: number
}

/** Ids begin with 1. */
const whole = ({ id, title, text, published, seen }: Made): Features => ({
  ...features({
    id: id + 1,
    title,
    text,
    language: 'en',
    ...(published === undefined ? {} : { published }),
    seen,
    names: [],
  }),
  sounds: soundsOf(title, text, 'en'),
  meanings: meaningsOf(title, text, 'en'),
})

function answer(placing: Placing, made: Made): string {
  const { episode, story } = placing.place(whole(made), false)
  return `${episode} ${story}`
}

async function save(db: Db, rows: readonly Row[]): Promise<void> {
  for (const { features: of, fingerprint: hashes, episode, story } of rows) {
    const { id, time, dated, headline: title, language } = of
    const flag = dated ? 1 : 0
    await sql`insert or ignore into story (id, title, opened, changed, sample) values (${story}, ${title}, ${time}, ${time}, 0)`.execute(
      db,
    )
    await sql`insert or ignore into episode (id, story, opened, sample) values (${episode}, ${story}, ${time}, 0)`.execute(
      db,
    )
    await db
      .insertInto('article')
      .values({
        id,
        url: `https://a.example/${id}`,
        outlet: 1,
        version: 1,
        title,
        language,
        direction: 'ltr',
        access: 'free',
        confidence: 1,
        published: time,
        dated: flag,
        date_claim: null,
        first_seen: time,
        episode,
        image: null,
        lead: null,
        words: 1,
        sample: 0,
      })
      .execute()
    await db
      .insertInto('trace')
      .values({ article: id, fingerprint: bytesOf(hashes), features: JSON.stringify(of) })
      .execute()
  }
}
