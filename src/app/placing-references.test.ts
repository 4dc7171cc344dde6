import { expect, test } from 'vitest'
import { groupedStore } from '../../test/grouped-store.ts'
import { type Features, features } from '../stories/features.ts'
import { meaningsOf } from '../stories/meanings.ts'
import { keptReferences } from '../stories/references.ts'
import { soundsOf } from '../stories/sounds.ts'
import { openPlacing } from './placing.ts'

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

const says = 'It comes a month after Odile Marchetti met the harbour masters in Zawra for talks on quotas.'
const later = told(
  999,
  40,
  'Boats stay at their moorings',
  `Forty trawlers did not leave on Saturday. Their nets lie on the pier. ${says} A letter asks for herring.`,
)

test('After a restart a reference leads where it led before, though an article has moved since', async () => {
  const of = await groupedStore([['a', 'b'], ['c'], ['d']])
  const { db } = of.store
  const rows = [
    told(
      of.id('a'),
      10,
      'Talks on ferry quotas open in Zawra',
      'Odile Marchetti of the Brisac Line met the harbour masters in Zawra on Saturday for talks on quotas.',
    ),
    told(of.id('b'), 11, 'A choir sings in Vendel', 'Ana Pell led the choir of Vendel in a hymn.'),
    told(of.id('c'), 9, 'Snow closes the Sollen pass', 'Snow has closed the Sollen pass, said Ditte Aabel.'),
    told(
      of.id('d'),
      -50,
      'Zawra talks end without a word',
      'Odile Marchetti left the talks in Zawra on Tuesday. The harbour masters had refused her quotas.',
    ),
  ]
  for (const row of rows) {
    await db.updateTable('article').set({ published: row.time }).where('id', '=', row.id).execute()
    await db
      .insertInto('trace')
      .values({ article: row.id, fingerprint: new Uint8Array(8), features: JSON.stringify(row) })
      .execute()
  }
  const memory = await openPlacing(db)
  const before = memory.place(later, false)
  expect(before.story).toBe(of.stories[0])
  expect(before.storyReasons[0]).toEqual({
    what: 'it says “{sentence}”',
    values: { sentence: says },
    weight: 1,
  })

  memory.move(of.id('a'), of.episodes[1]![0]!, of.stories[1]!, false)
  await db.updateTable('article').set({ episode: of.episodes[1]![0]! }).where('id', '=', of.id('a')).execute()
  const after = memory.place(later, false)
  expect(after.story).toBe(of.stories[1])
  expect((await openPlacing(db)).place(later, false)).toEqual(after)
  await of.store.close()
})
