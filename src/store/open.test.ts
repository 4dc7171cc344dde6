import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Store } from './engines/engine.ts'
import { matchExpression } from './engines/sqlite.ts'
import { openStore } from './open.ts'
import { readSetting, writeSetting } from './settings.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'store-'))

test('A store is made where there is none and found again with what was in it', async () => {
  const file = join(folder(), 'deep/throughline.sqlite')
  const first = (await openStore(file)) as Store
  await writeSetting(first.db, 'colour', 'ochre')
  await first.close()
  const second = (await openStore(file)) as Store
  expect(await readSetting(second.db, 'colour')).toBe('ochre')
  await second.close()
})

test('A database of a newer program is refused and left as it was', async () => {
  const file = join(folder(), 'a.sqlite')
  const store = (await openStore(file)) as Store
  await sql`update schema_version set version = 99`.execute(store.db)
  await store.close()
  const refused = await openStore(file)
  expect(refused).toHaveProperty('failed', expect.stringContaining('newer Throughline'))
})

test('A file that is no database is refused in plain words', async () => {
  const file = join(folder(), 'notes.sqlite')
  writeFileSync(file, 'Not a database at all, only words.'.repeat(100))
  expect(await openStore(file)).toHaveProperty('failed', expect.stringContaining('Cannot open the database'))
})

test('The articles of an episode are found in the order they were told, with nothing to sort', async () => {
  const store = (await openStore(':memory:')) as Store
  const asked = sql<{
    detail: string
  }>`explain query plan select id from article where episode = 1 order by published`
  const { rows } = await asked.execute(store.db)
  expect(rows.map(({ detail }) => detail).join()).toMatch(/article_told/)
  expect(rows.map(({ detail }) => detail).join()).not.toMatch(/temp b-tree/i)
})

test('A failed transaction leaves nothing behind', async () => {
  const store = (await openStore(':memory:')) as Store
  const failing = store.db.transaction().execute(async (trx) => {
    await writeSetting(trx, 'half', 'written')
    throw new Error('stop')
  })
  await expect(failing).rejects.toThrow('stop')
  expect(await readSetting(store.db, 'half')).toBeUndefined()
})

test('A backup taken while others write is a whole store', async () => {
  const from = folder()
  const store = (await openStore(join(from, 'a.sqlite'))) as Store
  const writing = (async () => {
    for (let n = 0; n < 200; n += 1) await writeSetting(store.db, `n${n}`, 'x'.repeat(2_000))
  })()
  await store.engine.backup(join(from, 'copy.sqlite'))
  await writing
  const copy = (await openStore(join(from, 'copy.sqlite'))) as Store
  const check = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(copy.db)
  expect(check.rows[0]?.integrity_check).toBe('ok')
})

test.each([
  ['river delta', '"river" AND "delta"'],
  ['"river delta" talks', '"river delta" AND "talks"'],
  ['talks -football', '("talks") NOT ("football")'],
  ['diplom*', '"diplom"*'],
  ['الهدنة', '"الهدنة"'],
  ['a" OR 1=1 --', '("a" OR "1 1")'],
  ['title:dam OR weir -title:"old bank"', '((title : "dam" OR "weir")) NOT (title : "old bank")'],
  ['outlet:Post language:en dam', '"dam"'],
  ['AND ((( NEAR/2 *', '"AND" AND "NEAR 2"'],
  ['"', '""'],
  ['', '""'],
])('What a person typed becomes an expression that cannot fail: %s', async (typed, expression) => {
  expect(matchExpression(typed)).toBe(expression)
  const store = (await openStore(':memory:')) as Store
  const { rows } = await store.engine.search(typed, 10, 0).execute(store.db)
  expect(rows).toEqual([])
})
