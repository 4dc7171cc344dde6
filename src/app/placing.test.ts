import { expect, test } from 'vitest'
import { groupedStore } from '../../test/grouped-store.ts'
import { type Featured, features } from '../stories/features.ts'
import { meaningsOf } from '../stories/meanings.ts'
import { soundsOf } from '../stories/sounds.ts'
import { openPlacing, type Placed } from './placing.ts'

const DAY = 86_400_000
const long = Date.UTC(2019, 4, 6, 9)

const ferry: Pick<Featured, 'title' | 'text'> = {
  title: 'Ferry runs aground off Sollen, forty taken to shore',
  text: `The ferry Brennholm ran aground on a sandbank off Sollen early on Monday. Forty passengers were taken to shore in
fishing boats, said harbour master Ditte Aabel. Nobody was hurt. The Brennholm had lost its steering in thick fog.`,
}
const again: Pick<Featured, 'title' | 'text'> = {
  title: 'Forty passengers rescued as ferry Brennholm strands in fog',
  text: `Fishing boats brought forty passengers of the ferry Brennholm to shore after it stranded on a sandbank near
Sollen. Harbour master Ditte Aabel said the steering had failed in thick fog.`,
}
const other: Pick<Featured, 'title' | 'text'> = {
  title: 'Choir of Vendel wins the autumn contest',
  text: `The mixed choir of Vendel won the autumn contest in Karsby on Saturday with a song about the harvest. The jury
praised the altos. Second place went to the miners of Orrum.`,
}
const told = (id: number, what: typeof ferry, published: number) =>
  features({ id, ...what, language: 'en', published, seen: published, names: [] })

/** A store that holds the ferry of 2019 and a choir years later, of which memory has room for the choir alone. */
async function lateArchive() {
  const of = await groupedStore([['a'], ['b']])
  const { db } = of.store
  for (const row of [told(of.id('a'), ferry, long), told(of.id('b'), other, long + 2000 * DAY)]) {
    await db.updateTable('article').set({ published: row.time }).where('id', '=', row.id).execute()
    await db
      .insertInto('trace')
      .values({ article: row.id, fingerprint: new Uint8Array(8), features: JSON.stringify(row) })
      .execute()
  }
  return { of, db, placing: await openPlacing(db, 1) }
}

const placedAt = (row: Placed['features'], episode: number, story: number): Placed => ({
  features: row,
  fingerprint: new Uint32Array(2),
  episode,
  story,
  sample: false,
  folded: false,
  translation: false,
})

test('An article from an archive finds its episode long after memory let go of it', async () => {
  const { of, db, placing } = await lateArchive()
  const late = told(9, again, long + DAY / 4)
  expect(placing.place(late, false).episode).toBeUndefined()
  await placing.recall(db, late, false)
  expect(placing.place(late, false)).toMatchObject({ episode: of.episodes[0]![0], story: of.stories[0] })
})

test('Two articles of an archive find each other', async () => {
  const { db, placing } = await lateArchive()
  const first = told(9, again, long - 400 * DAY)
  await placing.recall(db, first, false)
  expect(placing.place(first, false).episode).toBeUndefined()
  placing.add(placedAt(first, 70, 70))
  const second = told(10, ferry, long - 400 * DAY + DAY / 2)
  await placing.recall(db, second, false)
  expect(placing.place(second, false).episode).toBe(70)
})

test('The same words years apart are not one happening', async () => {
  const { db, placing } = await lateArchive()
  const later = told(9, again, long + 60 * DAY)
  await placing.recall(db, later, false)
  expect(placing.place(later, false).episode).toBeUndefined()
})

test('A story of years ago goes on after a restart, though memory holds none of its articles', async () => {
  const of = await groupedStore([['a', 'b'], ['c']])
  const { db } = of.store
  const told = (id: number, title: string, text: string, day: number) => {
    const published = long + day * DAY
    return {
      ...features({ id, title, text, language: 'en', published, seen: published, names: [] }),
      sounds: soundsOf(title, text, 'en'),
      meanings: meaningsOf(title, text, 'en'),
    }
  }
  const inquiry = `The inquiry into the stranding of the ferry Brennholm off Sollen has blamed Skarv Lines. Harbour master Ditte
Aabel told it that the company had ignored two letters about the steering. The report of ninety pages says that the
ship had sailed for eleven weeks with a worn rudder pump, that the mates had written of it in the log, and that the
office in Karsby had answered none of them. Passengers who were taken off in fishing boats will be asked in the autumn.
Skarv Lines said it would study the findings. The Brennholm has been in the yard at Vendel since the stranding.`
  for (const row of [
    told(of.id('a'), ferry.title, ferry.text, 0),
    told(of.id('b'), 'Inquiry blames Skarv Lines for the Brennholm', inquiry, 300),
    told(of.id('c'), other.title, other.text, 2000),
  ]) {
    await db.updateTable('article').set({ published: row.time }).where('id', '=', row.id).execute()
    await db
      .insertInto('trace')
      .values({ article: row.id, fingerprint: new Uint8Array(8), features: JSON.stringify(row) })
      .execute()
  }
  const placing = await openPlacing(db, 1)
  const trial = told(
    99,
    'Skarv Lines in court over the Brennholm',
    `The trial of Skarv Lines, owner of the ferry Brennholm, has begun in Sollen. Ditte Aabel, then harbour master, told
the court of the letters about the steering. The company denied the charge. Its lawyer said that the pump had been
looked at in Vendel a month before the stranding, and that the log of the mates was written afterwards. The prosecutor
read from the report of the inquiry. Eight passengers who were taken off in fishing boats sat in the gallery. The
sentence is expected in the winter, and the Brennholm, which lies in the yard, is to be sold whatever it says.`,
    2400,
  )
  expect(placing.place(trial, false).story).toBe(of.stories[0])
  await of.store.close()
})

test('A language in which little is told keeps its own last weeks, whatever the others tell', async () => {
  const of = await groupedStore([['a'], ['b'], ['c']])
  const { db } = of.store
  const rows = [
    told(of.id('a'), ferry, long),
    told(of.id('b'), other, long + DAY),
    told(of.id('c'), other, long + 400 * DAY),
  ]
  for (const [at, row] of rows.entries()) {
    const language = at === 0 ? 'da' : 'en'
    await db.updateTable('article').set({ published: row.time, language }).where('id', '=', row.id).execute()
    await db
      .insertInto('trace')
      .values({
        article: row.id,
        fingerprint: new Uint8Array(8),
        features: JSON.stringify({ ...row, language }),
      })
      .execute()
  }
  const placing = await openPlacing(db, 1)
  expect(placing.membersOf(of.episodes[0]![0]!, false)).toEqual([of.id('a')])
  expect(placing.membersOf(of.episodes[1]![0]!, false)).toEqual([])
  expect(placing.membersOf(of.episodes[2]![0]!, false)).toEqual([of.id('c')])
  await of.store.close()
})
