import { beforeEach, describe, expect, test } from 'vitest'
import { drain } from '../jobs/work.ts'
import { placementOf } from '../store/article-page.ts'
import type { Store } from '../store/engines/engine.ts'
import { openStore } from '../store/open.ts'
import { copyOf } from '../store/tied-articles.ts'
import type { Context } from './context.ts'
import { openPlacing } from './placing.ts'
import { subscribe } from './subscribe.ts'

const HOUR = 3_600_000
const start = Date.parse('2026-05-04T10:00:00Z')
let store: Store
let now = start
beforeEach(async () => {
  store = (await openStore(':memory:')) as Store
  now = start
})

type Page = {
  readonly site: string
  readonly outlet: string
  readonly body: string
  /** Hours after the start; absent where the page states no time. */
  readonly published?: number
  readonly head?: string
  readonly language?: string
}

/** One article of an outlet, read as its feed lists it. */
async function read({ site, outlet, body, published, head = '', language = 'en' }: Page): Promise<number> {
  const stated = published === undefined ? undefined : new Date(start + published * HOUR).toISOString()
  const title = body.slice(0, body.indexOf('.'))
  const html = `<html lang="${language}"><head><title>${title}</title>${head}
<meta property="og:site_name" content="${outlet}">${stated ? `<meta property="article:published_time" content="${stated}">` : ''}</head>
<body><article><h1>${title}</h1>${body
    .split('\n')
    .map((one) => `<p>${one}</p>`)
    .join('')}</article></body></html>`
  const feed = `<rss version="2.0"><channel><title>${outlet}</title><link>https://${site}/</link><item><title>${title}</title><link>https://${site}/news</link><guid>1</guid></item></channel></rss>`
  const context: Context = {
    db: store.db,
    now: () => now,
    fetch: async ({ url }) => ({
      status: 200,
      url,
      redirects: [],
      headers: { 'content-type': url.endsWith('/feed') ? 'application/rss+xml' : 'text/html' },
      body: new TextEncoder().encode(url.endsWith('/feed') ? feed : html),
      notModified: false,
    }),
  }
  now += HOUR / 4
  const added = await subscribe(context, `https://${site}/feed`, {})
  if ('failed' in added) throw new Error(added.failed)
  await drain(context)
  const { id } = await store.db
    .selectFrom('article')
    .select('id')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return id
}

const harbour = `The harbour council of Verrin voted on Thursday to close the eastern quay for repairs that will last until the autumn.
Fishing boats are to move to the smaller basin behind the customs house, where the council promises new moorings by the end of the month.
Captain Ilse Dramm, who speaks for the fleet, called the plan hasty and said that forty crews had not been asked.
The council's engineer answered that the piles under the quay had been eaten away by worms and that a storm could bring it down.
A ferry to the outer islands will leave from the northern pier twice a day instead of three times, and tickets already bought stay valid.`
const orchard = `Apple growers in the Lenn valley expect their smallest crop in a decade after frost struck the blossom in April.
The growers' union reckons that two trees in three carry no fruit at all, and has asked the provincial government for cheap loans.
Cider makers say they will buy from abroad this year, though the price of a barrel may rise by a third.
The union's chairman, Per Aldous, wants a fund to be set up before the winter, and says that the banks were told in May.`
const half = harbour.split('\n').slice(0, 3).join('\n')

const wire = { site: 'wire.example', outlet: 'Northline Wire', body: harbour }
const mirror = { site: 'mirror.example', outlet: 'Morning Mirror', body: harbour }
const ledger = { site: 'ledger.example', outlet: 'The Ledger', body: harbour }

const edge = async (article: number) => {
  const found = await copyOf(store.db, article)
  return found && { origin: found.origin, kind: found.kind, why: found.why.map(({ what }) => what) }
}
const episodes = async () =>
  new Set((await store.db.selectFrom('article').select('episode').execute()).map(({ episode }) => episode))
    .size

describe('The origin', () => {
  test('is what came first, and a copy of a copy points to it', async () => {
    const first = await read({ ...wire, published: 0 })
    const second = await read({ ...mirror, published: 1 })
    const third = await read({ ...ledger, published: 2, body: half })
    expect([(await edge(second))?.origin, (await edge(third))?.origin]).toEqual([first, first])
    expect(await episodes()).toBe(1)
  })

  test('that comes in after its copies takes their edges', async () => {
    const second = await read({ ...mirror, published: 1 })
    const third = await read({ ...ledger, published: 2 })
    expect((await edge(third))?.origin).toBe(second)
    const first = await read({ ...wire, published: 0 })
    expect(await edge(first)).toBeUndefined()
    expect(await edge(second)).toMatchObject({
      origin: first,
      why: expect.arrayContaining(['the other came first']),
    })
    expect((await edge(third))?.origin).toBe(first)
    expect(await episodes()).toBe(1)
    const members = (await openPlacing(store.db)).membersOf(1, false)
    expect(members).toEqual([second])
  })

  test('is named by the page that copied it, whatever the clock says', async () => {
    const copied = await read({
      ...mirror,
      published: 0,
      head: '<link rel="canonical" href="https://wire.example/news">',
    })
    const first = await read({ ...wire, published: 3 })
    expect(await edge(copied)).toMatchObject({
      origin: first,
      why: expect.arrayContaining(['its page names the other as the original']),
    })
  })

  test('is named by og:url where there is no canonical address', async () => {
    const first = await read({ ...wire, published: 3 })
    const copied = await read({
      ...mirror,
      published: 0,
      head: '<meta property="og:url" content="https://wire.example/news">',
    })
    expect((await edge(copied))?.origin).toBe(first)
  })

  test.each([
    ['the name of its feed', 'Source: Northline Wire'],
    ['its domain', 'Source: wire.example'],
    ['its name in another script', 'Источник: Нортлайн Вайр'],
  ])('is credited by %s', async (_, line) => {
    const copied = await read({ ...mirror, published: 0, body: `${harbour}\n${line}` })
    const first = await read({ ...wire, published: 3 })
    expect(await edge(copied)).toMatchObject({
      origin: first,
      why: expect.arrayContaining(['it credits {outlet}']),
    })
  })

  test('is not told by the hour where one of two gives the day alone', async () => {
    const first = await read({ ...wire, published: 1 })
    const copied = await read({
      ...mirror,
      head: '<meta property="article:published_time" content="2026-05-04">',
    })
    expect((await edge(copied))?.origin).toBe(first)
  })
})

describe('What is no copy', () => {
  test('an article that cites another is tied to it, and keeps a place of its own', async () => {
    const first = await read({ ...wire, published: 0 })
    const cites = await read({
      ...mirror,
      published: 5,
      body: `${orchard}\nOf the quay <a href="https://wire.example/news?utm_source=x">more here</a> in the Northline Wire.`,
    })
    expect(await edge(cites)).toEqual({ origin: first, kind: 'cites', why: ['it links to the other'] })
    expect(await episodes()).toBe(2)
  })

  test('a round-up that quotes a passage is an excerpt of it, whichever came in first', async () => {
    const scrambled = orchard
      .split('\n')
      .map((line) => line.split(' ').toReversed().join(' '))
      .join('\n')
    const roundUp = `${orchard}\n${harbour.split('\n')[1]}\n${scrambled}`
    const quotes = await read({ ...ledger, published: 5, body: roundUp })
    const first = await read({ ...wire, published: 0 })
    expect(await edge(quotes)).toMatchObject({ origin: first, kind: 'excerpt' })
    expect(await edge(first)).toBeUndefined()
  })
})

test('What is likely a translation counts with its origin, and is called one in the reasons', async () => {
  const bridge = `Le maire de Quérande a fermé mardi matin les deux ponts de la rivière.
La police avait trouvé sous le premier une bombe de 250 kilos, et un soldat de la marine a blessé sa main.
Trois cents habitants ont quitté leurs maisons pour la nuit, et une école du port les a reçus.
Le maire, Odile Brac, promet un rapport au conseil dans deux semaines.`
  const translated = `The mayor of Querande closed Tuesday morning the two bridges of the river.
The police had found under the first a bomb of 250 kilos, and a soldier of the navy has wounded his hand.
Three hundred inhabitants have left their houses for the night, and a school of the port received them.
The mayor, Odile Brac, promises a report to the council in two weeks.`
  const first = await read({ ...wire, body: bridge, published: 0, language: 'fr' })
  const second = await read({ ...mirror, body: translated, published: 3 })
  expect(await edge(second)).toMatchObject({ origin: first, kind: 'translation' })
  expect(await episodes()).toBe(1)
  expect((await placementOf(store.db, second))?.reasons[0]?.what).toBe(
    'it is likely a translation of an article here',
  )
})
