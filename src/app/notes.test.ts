import { expect, test } from 'vitest'
import { fixtureNow, fixtureStore } from '../../test/fixture-store.ts'
import { articlePage } from '../store/article-page.ts'
import { notesOf, notesOn } from '../store/notes.ts'
import { dropNote, placeNotes, takeNote } from './notes.ts'
import { removeSample } from './sample.ts'
import { type Act, takeActs } from './sync.ts'

const key = 'note-0001'
const when = { reader: 1, now: fixtureNow }

async function setUp() {
  const { store, articles } = await fixtureStore()
  const id = articles.get('visit')!
  const newest = (await articlePage(store.db, id))!
  return { store, db: store.db, id, newest }
}

test('A passage is found by its words, whatever the spaces between them', async () => {
  const { store, db, id, newest } = await setUp()
  const words = newest.text.slice(newest.sentences[1]!.start, newest.sentences[1]!.end)
  expect(
    await takeNote(db, { key, article: id, quote: ` ${words.replace(' ', '\n ')}`, body: 'Who paid?' }, when),
  ).toBeUndefined()
  expect(await notesOn(db, 1, id)).toMatchObject([{ quote: words.trim(), body: 'Who paid?' }])
  await store.close()
})

test('A passage from the middle of one sentence to the middle of the next', async () => {
  const { store, db, id, newest } = await setUp()
  const [a, b] = newest.sentences
  await takeNote(
    db,
    { key, article: id, from: { sentence: 0, offset: 3 }, to: { sentence: 1, offset: 4 }, body: '' },
    when,
  )
  expect(await notesOn(db, 1, id)).toMatchObject([
    { start: a!.start + 3, end: b!.start + 4, quote: newest.text.slice(a!.start + 3, b!.start + 4) },
  ])
  await store.close()
})

test('Words that are not in the text, nothing at all and an article that is gone are refused', async () => {
  const { store, db, id } = await setUp()
  const tryNote = (draft: object) => takeNote(db, { key, article: id, body: '', ...draft }, when)
  expect(await tryNote({ quote: 'no such words here' })).toEqual({ failed: 'not-found' })
  expect(await tryNote({})).toEqual({ failed: 'empty' })
  expect(await tryNote({ article: 99_999, body: 'x' })).toEqual({ failed: 'gone' })
  expect(await tryNote({ key: 'a b', body: 'x' })).toEqual({ failed: 'key' })
  await store.close()
})

test('A note on an old version stands at its sentence in the new one, or nowhere if that is gone', async () => {
  const { store, db, id, newest } = await setUp()
  const old = (await articlePage(db, id, 1))!
  expect(newest.version).toBeGreaterThan(1)
  const kept = old.sentences.findIndex((s) => newest.text.includes(old.text.slice(s.start, s.end)))
  const gone = old.sentences.findIndex((s) => !newest.text.includes(old.text.slice(s.start, s.end)))
  for (const [n, sentence] of [kept, gone].entries())
    await takeNote(
      db,
      {
        key: `note-000${n}`,
        article: id,
        version: 1,
        from: { sentence, offset: 0 },
        to: { sentence, offset: 9999 },
        body: '',
      },
      when,
    )
  const placed = await placeNotes(db, newest, await notesOn(db, 1, id))
  const found = placed.find((note) => note.key === 'note-0000')!
  expect(newest.text.slice(found.span!.start, found.span!.end)).toBe(found.quote)
  expect(placed.find((note) => note.key === 'note-0001')!.span).toBeUndefined()
  await store.close()
})

test('Sent twice a note is one; the later of two removals and changes stands', async () => {
  const { store, db, id } = await setUp()
  const write = (body: string, at: number): Act => ({
    id: `${body}${at}`,
    at: fixtureNow + at,
    kind: 'note',
    note: { key, article: id, body },
  })
  const sent = { reader: 1, sent: fixtureNow + 100, now: fixtureNow + 100 }
  await takeActs(db, [write('one', 1), write('one', 1)], sent)
  await takeActs(db, [write('three', 3)], sent)
  await takeActs(db, [write('two', 2)], sent)
  expect(await notesOf(db, 1, { limit: 10 })).toMatchObject([{ body: 'three' }])
  expect(await dropNote(db, 1, key, fixtureNow + 2)).toBe(false)
  expect(await dropNote(db, 1, key, fixtureNow + 4)).toBe(true)
  expect(await notesOf(db, 1, { limit: 10 })).toEqual([])
  await store.close()
})

test('A clock an hour ahead is set right by the time it says at sending', async () => {
  const { store, db, id } = await setUp()
  const hour = 3_600_000
  const mark = (mark: 'star' | 'unstar', at: number): Act => ({
    id: mark,
    at,
    kind: 'mark',
    article: id,
    mark,
  })
  await takeActs(db, [mark('star', fixtureNow + hour)], {
    reader: 1,
    sent: fixtureNow + hour + 500,
    now: fixtureNow + 500,
  })
  await takeActs(db, [mark('unstar', fixtureNow + 100)], {
    reader: 1,
    sent: fixtureNow + 600,
    now: fixtureNow + 600,
  })
  const row = await db
    .selectFrom('reading')
    .select(['starred', 'starred_act'])
    .where('article', '=', id)
    .executeTakeFirst()
  expect(row).toEqual({ starred: null, starred_act: fixtureNow + 100 })
  await store.close()
})

test('An act on an article that is gone is refused by name, the others are done', async () => {
  const { store, db, id } = await setUp()
  const acts: Act[] = [
    { id: 'a', at: fixtureNow, kind: 'mark', article: 99_999, mark: 'star' },
    { id: 'b', at: fixtureNow, kind: 'mark', article: id, mark: 'later' },
  ]
  expect(await takeActs(db, acts, { reader: 1, sent: fixtureNow, now: fixtureNow })).toEqual({
    refused: ['a'],
  })
  await store.close()
})

test('Notes on the fictional sample go with it', async () => {
  const { store, articles } = await fixtureStore({ sample: true })
  await takeNote(store.db, { key, article: articles.get('visit')!, body: 'Nice.' }, when)
  await removeSample(store.db, fixtureNow)
  expect(await store.db.selectFrom('note').select('id').execute()).toEqual([])
  await store.close()
})
