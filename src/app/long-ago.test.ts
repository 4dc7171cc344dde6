import { expect, test } from 'vitest'
import { groupedStore } from '../../test/grouped-store.ts'
import { type Features, features } from '../stories/features.ts'
import { meaningsOf } from '../stories/meanings.ts'
import { keptReferences } from '../stories/references.ts'
import { soundsOf } from '../stories/sounds.ts'
import { pointedLongAgo } from './long-ago.ts'

const DAY = 86_400_000
const BEGIN = Date.UTC(2031, 4, 1, 9)

function told(id: number, day: number, title: string, text: string): Features {
  const published = BEGIN + day * DAY
  return {
    ...features({ id, title, text, language: 'en', published, seen: published, names: [] }),
    sounds: soundsOf(title, text, 'en'),
    meanings: meaningsOf(title, text, 'en'),
    references: keptReferences(text, 'en', published),
  }
}

const says = 'It comes two years after Odile Marchetti met the harbour masters in Zawra for talks on quotas.'
const text = `Forty trawlers did not leave on Saturday. Their nets lie on the pier. ${says} A letter asks for herring.`
const at = (name: string) => ({ start: text.indexOf(name), end: text.indexOf(name) + name.length })

async function archive() {
  const of = await groupedStore([['a'], ['b'], ['c']])
  const { db } = of.store
  const rows = [
    told(
      of.id('a'),
      -725,
      'Talks on ferry quotas open in Zawra',
      'Odile Marchetti of the Brisac Line met the harbour masters in Zawra on Saturday for talks on quotas.',
    ),
    told(of.id('b'), -724, 'A choir sings in Vendel', 'Odile Marchetti heard the choir of Vendel in a hymn.'),
    told(
      of.id('c'),
      -200,
      'Talks end in Zawra',
      'Odile Marchetti left the talks in Zawra. The harbour masters had refused her quotas.',
    ),
  ]
  await db
    .insertInto('actor')
    .values([
      {
        id: 1,
        kind: 'person',
        name: 'Odile Marchetti',
        country: null,
        latitude: null,
        longitude: null,
        merged_into: null,
      },
      {
        id: 2,
        kind: 'place',
        name: 'Zawra',
        country: null,
        latitude: null,
        longitude: null,
        merged_into: null,
      },
    ])
    .execute()
  for (const row of rows) {
    await db.updateTable('article').set({ published: row.time, dated: 1 }).where('id', '=', row.id).execute()
    await db
      .insertInto('trace')
      .values({ article: row.id, fingerprint: new Uint8Array(8), features: JSON.stringify(row) })
      .execute()
    for (const actor of row.id === of.id('b') ? [1] : [1, 2])
      await db
        .insertInto('mention')
        .values({ article: row.id, version: 1, actor, form: '', part: 'story', start: 0, end: 5 })
        .execute()
  }
  return of
}

const referring = {
  article: 20_000,
  features: told(20_000, 5, 'Boats stay at their moorings', text),
  text,
  mentions: [
    { actor: 0, ...at('Odile Marchetti') },
    { actor: 1, ...at('Zawra') },
  ],
  actors: [1, 2],
  sample: false,
}

test('What a sentence says happened years ago, and memory has let go of, is proposed with the sentence', async () => {
  const of = await archive()
  const found = await pointedLongAgo(of.store.db, referring)
  expect(found.map(({ story }) => story)).toEqual([of.stories[0]])
  expect(found[0]!.reasons[0]!.values).toEqual({ sentence: says })
  await of.store.close()
})

test('What memory still holds is left to it, as is what no sentence names', async () => {
  const of = await archive()
  const { db } = of.store
  expect(await pointedLongAgo(db, { ...referring, article: 3000 })).toEqual([])
  expect(await pointedLongAgo(db, { ...referring, mentions: [] })).toEqual([])
  expect(await pointedLongAgo(db, { ...referring, sample: true })).toEqual([])
  await of.store.close()
})
