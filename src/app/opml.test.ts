import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { openSecrets } from '../net/secrets.ts'
import { openStore } from '../store/open.ts'
import { loadSource } from '../store/sources.ts'
import { credentialsFor } from './credentials.ts'
import { exportOpml, importOpml } from './opml.ts'

const list = (address: string, title = 'Harbour notes') =>
  `<opml version="2.0"><body><outline text="Ports"><outline type="rss" text="${title}" xmlUrl="${address}"/></outline></body></opml>`

async function store() {
  const opened = await openStore(':memory:')
  if ('failed' in opened) throw new Error(opened.failed)
  return opened
}
const secrets = openSecrets(randomBytes(32))
const now = () => Date.UTC(2031, 0, 1)

it('seals a name and password out of an address, and sends them to that host', async () => {
  const { db, close } = await store()
  const context = { db, now, secrets: () => secrets }
  const outcome = await importOpml(context, list('https://ida:p%40ss@notes.example/feed'))
  expect(outcome).toEqual({ added: 1, known: 0, warnings: [] })
  const source = (await loadSource(db, 1))!
  expect(source.url).toBe('https://notes.example/feed')
  expect(await credentialsFor(context, source, 'https://notes.example/feed')).toEqual({
    authorization: `Basic ${Buffer.from('ida:p@ss').toString('base64')}`,
  })
  expect(await credentialsFor(context, source, 'https://elsewhere.example/feed')).toBeUndefined()
  await close()
})
it('keeps no password anywhere in plain sight, not even in a title', async () => {
  const { db, close } = await store()
  const address = 'https://ida:secret-word@notes.example/feed'
  await importOpml({ db, now, secrets: () => secrets }, list(address, address))
  const rows = [
    await db.selectFrom('source').selectAll().execute(),
    await db.selectFrom('outlet').selectAll().execute(),
    await db.selectFrom('credential').selectAll().execute(),
    await db.selectFrom('job').selectAll().execute(),
    await exportOpml(db, 0),
  ]
  expect(JSON.stringify(rows)).not.toContain('secret-word')
  await close()
})
it('adds the source and says so where there is nothing to seal with', async () => {
  const { db, close } = await store()
  const outcome = await importOpml({ db, now }, list('https://ida:secret-word@notes.example/feed'))
  expect(outcome).toMatchObject({ added: 1, warnings: [expect.stringContaining('no key')] })
  expect((await loadSource(db, 1))!.url).toBe('https://notes.example/feed')
  await close()
})
it('knows a source again whose address came with a password', async () => {
  const { db, close } = await store()
  const context = { db, now, secrets: () => secrets }
  await importOpml(context, list('https://notes.example/feed'))
  expect(await importOpml(context, list('https://ida:x@notes.example/feed'))).toMatchObject({
    added: 0,
    known: 1,
  })
  await close()
})
