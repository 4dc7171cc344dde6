import { beforeEach, describe, expect, test } from 'vitest'
import { drain } from '../jobs/work.ts'
import { tiesOf } from '../store/copies.ts'
import type { Store } from '../store/engines/engine.ts'
import { passagesOf } from '../store/history.ts'
import { openStore } from '../store/open.ts'
import { isFolded } from '../store/placed.ts'
import { enqueue, readJob } from '../store/queue.ts'
import type { Context } from './context.ts'
import { openPlacing } from './placing.ts'
import { subscribe } from './subscribe.ts'

const HOUR = 3_600_000
const start = Date.parse('2026-05-04T10:00:00Z')
let store: Store
let now = start
const pages = new Map<string, string>()
beforeEach(async () => {
  store = (await openStore(':memory:')) as Store
  now = start
  pages.clear()
})

const context = (): Context => ({
  db: store.db,
  now: () => now,
  fetch: async ({ url }) => ({
    status: 200,
    url,
    redirects: [],
    headers: { 'content-type': url.endsWith('/feed') ? 'application/rss+xml' : 'text/html' },
    body: new TextEncoder().encode(pages.get(url)!),
    notModified: false,
  }),
})

function lay(site: string, body: string): void {
  const title = body.slice(0, body.indexOf('.'))
  const stated = new Date(start + pages.size * HOUR).toISOString()
  const meta = pages.get(`https://${site}/news`)?.match(/<meta[^>]*>/)?.[0]
  pages.set(
    `https://${site}/news`,
    `<html lang="en"><head><title>${title}</title>${meta ?? `<meta property="article:published_time" content="${stated}">`}</head>
<body><article><h1>${title}</h1>${body
      .split('\n')
      .map((one) => `<p>${one}</p>`)
      .join('')}</article></body></html>`,
  )
  pages.set(
    `https://${site}/feed`,
    `<rss version="2.0"><channel><title>${site}</title><link>https://${site}/</link><item><title>${title}</title><link>https://${site}/news</link><guid>1</guid></item></channel></rss>`,
  )
}

async function read(site: string, body: string): Promise<number> {
  lay(site, body)
  now += HOUR / 4
  const added = await subscribe(context(), `https://${site}/feed`, {})
  if ('failed' in added) throw new Error(added.failed)
  await drain(context())
  const { id } = await store.db
    .selectFrom('article')
    .select('id')
    .where('url', '=', `https://${site}/news`)
    .executeTakeFirstOrThrow()
  return id
}

/** The page is read again after its outlet has changed it. */
async function edit(site: string, body: string): Promise<void> {
  lay(site, body)
  now += HOUR
  const item = await store.db
    .selectFrom('item')
    .select('id')
    .where('url', '=', `https://${site}/news`)
    .executeTakeFirstOrThrow()
  await enqueue(store.db, [readJob(item.id, now, now)])
  await drain(context())
}

const harbour = `The harbour council of Verrin voted on Thursday to close the eastern quay for repairs that will last until the autumn.
Fishing boats are to move to the smaller basin behind the customs house, where the council promises new moorings by the end of the month.
Captain Ilse Dramm, who speaks for the fleet, called the plan hasty and said that forty crews had not been asked.
The council's engineer answered that the piles under the quay had been eaten away by worms and that a storm could bring it down.`
const orchard = `Apple growers in the Lenn valley expect their smallest crop in a decade after frost struck the blossom in April.
The growers' union reckons that two trees in three carry no fruit at all, and has asked the provincial government for cheap loans until the harvest after next.
Cider makers say they will buy from abroad this year, though the price of a barrel may rise by a third.
The union's chairman, Per Aldous, wants a fund to be set up before the winter, and says that the banks were told in May.`
const railway = `Engineers of the Osker railway have found cracks in eleven of the viaduct's forty piers after a winter of floods.
Trains between Osker and Tarn will run on a single track at walking pace until steel collars have been fitted to every cracked pier.
The line's director, Maud Ferrin, told commuters to expect a journey of two hours and offered them half of their fares back.
A passengers' club answered that the cracks had been reported by a signalman in the spring and that nobody had come to look.`
const sheep = `Shepherds on the Halden moor count their flocks by a new ear tag that answers to a telephone held over it for a moment.
An old dog named Bracken was retired with a bowl of liver, and the whole of the village school came to see it done.`

const ties = async (article: number) =>
  (await tiesOf(store.db, article)).map(({ origin, kind }) => ({ origin, kind }))
const episodeOf = async (article: number) =>
  (await store.db.selectFrom('article').select('episode').where('id', '=', article).executeTakeFirstOrThrow())
    .episode!
const remembered = async (episode: number) => (await openPlacing(store.db)).membersOf(episode, false)

describe('An article whose text changes', () => {
  test('into that of another becomes its copy and goes where that stands, with the reason in the log', async () => {
    const first = await read('wire.example', harbour)
    const other = await read('mirror.example', orchard)
    expect(await ties(other)).toEqual([])
    await edit('mirror.example', harbour)
    expect(await ties(other)).toEqual([{ origin: first, kind: 'same-text' }])
    expect(await episodeOf(other)).toBe(await episodeOf(first))
    const [, moved] = await passagesOf(store.db, other)
    expect(moved!.reasons[0]!.what).toBe('since its text changed it is a copy of an article here')
    // As the memory that saw it happen: it came in on its own.
    expect(await isFolded(store.db, other)).toBe(false)
    expect(await remembered(await episodeOf(first))).toEqual([first, other])
  })

  test('into an account of its own is no copy any more, and what it was stays on record', async () => {
    const first = await read('wire.example', harbour)
    const other = await read('mirror.example', harbour)
    expect(await ties(other)).toEqual([{ origin: first, kind: 'same-text' }])
    await edit('mirror.example', railway)
    expect(await ties(other)).toEqual([])
    expect(await episodeOf(other)).not.toBe(await episodeOf(first))
    expect(await remembered(await episodeOf(other))).toEqual([other])
    const kept = await store.db.selectFrom('tie').select(['origin', 'kind', 'ended']).execute()
    expect(kept).toEqual([{ origin: first, kind: 'same-text', ended: now }])
    const [, moved] = await passagesOf(store.db, other)
    expect(moved!.reasons[0]!.what).toBe('since its text changed it is no copy any more')
  })

  test('into that of a later one is its copy, whatever day it was published, and stays so', async () => {
    const first = await read('wire.example', harbour)
    const later = await read('mirror.example', railway)
    await edit('wire.example', railway)
    expect(await ties(first)).toEqual([{ origin: later, kind: 'same-text' }])
    expect(await ties(later)).toEqual([])
    await edit('mirror.example', `${railway}\nThe collars are to come from Tarn.`)
    expect(await ties(first)).toMatchObject([{ origin: later }])
    expect(await ties(later)).toEqual([])
  })

  test('by a few words is the origin of its copies still', async () => {
    const first = await read('wire.example', harbour)
    const other = await read('mirror.example', harbour)
    await edit('wire.example', `${harbour.replace('forty', 'fifty')}\nThe council meets again on Monday.`)
    expect(await ties(first)).toEqual([])
    expect(await ties(other)).toMatchObject([{ origin: first }])
  })

  test('is found by its new text from then on, and by its old one no more', async () => {
    const first = await read('wire.example', harbour)
    await edit('wire.example', railway)
    expect(await ties(await read('ledger.example', railway))).toEqual([{ origin: first, kind: 'same-text' }])
    expect(await ties(await read('mirror.example', harbour))).toEqual([])
  })

  test('and back again is one copy, and read once more without a change no other', async () => {
    const first = await read('wire.example', harbour)
    const other = await read('mirror.example', harbour)
    await edit('mirror.example', orchard)
    await edit('mirror.example', harbour)
    await edit('mirror.example', harbour)
    expect(await ties(other)).toEqual([{ origin: first, kind: 'same-text' }])
    expect(await episodeOf(other)).toBe(await episodeOf(first))
    expect(await passagesOf(store.db, other)).toHaveLength(3)
  })

  test('by a word stays the copy that it was, where it was', async () => {
    await read('wire.example', harbour)
    const other = await read('mirror.example', harbour)
    await edit('mirror.example', harbour.replace('hasty', 'rash'))
    expect(await ties(other)).toMatchObject([{ kind: 'same-text' }])
    expect(await passagesOf(store.db, other)).toHaveLength(1)
    expect(await store.db.selectFrom('tie').selectAll().execute()).toEqual([])
  })

  test('is not made a copy of its own copies', async () => {
    const first = await read('wire.example', harbour)
    const other = await read('mirror.example', harbour)
    await edit('wire.example', `${harbour}\n${sheep}`)
    expect(await ties(first)).toEqual([])
    expect(await ties(other)).toMatchObject([{ origin: first }])
  })
})

describe('A round-up', () => {
  const second = (body: string) => body.split('\n')[1]!
  const scrambled = sheep.split(' ').toReversed().join(' ')
  const roundUp = `${sheep}\n${second(harbour)}\n${scrambled}\n${second(orchard)}\n${sheep.toUpperCase()}\n${second(railway)}`

  test('is tied to every article that it holds a passage of, and counts with none', async () => {
    const parts = [
      await read('wire.example', harbour),
      await read('mirror.example', orchard),
      await read('ledger.example', railway),
    ]
    const found = await tiesOf(store.db, await read('week.example', roundUp))
    expect(found.map(({ origin }) => origin).sort()).toEqual(parts)
    expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(['excerpt']))
  })

  test('that came in before what it is made of is tied to it all the same', async () => {
    const week = await read('week.example', roundUp)
    const stated = (hours: number) => new Date(start - hours * HOUR).toISOString()
    for (const [site, body] of [
      ['wire.example', harbour],
      ['mirror.example', orchard],
    ] as const) {
      pages.set(`https://${site}/news`, `<meta property="article:published_time" content="${stated(5)}">`)
      await read(site, body)
    }
    expect(await ties(week)).toMatchObject([{ kind: 'excerpt' }, { kind: 'excerpt' }])
  })

  test('holds a passage once, however many copies of its article there are', async () => {
    const first = await read('wire.example', harbour)
    await read('mirror.example', harbour)
    expect(await ties(await read('week.example', roundUp))).toEqual([{ origin: first, kind: 'excerpt' }])
  })
})
