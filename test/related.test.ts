/** Related stories on the pages, and a story made out of a search, as a browser without scripts gets them. */

import { beforeEach, describe, expect, test } from 'vitest'
import { type Config, parseConfig } from '../src/config.ts'
import { saveProposals } from '../src/store/proposals.ts'
import { createWeb } from '../src/web/app.ts'
import { type Grouped, groupedStore } from './grouped-store.ts'

const about: Record<string, string> = {
  d: 'Engineers raise the wall of the Sarrow dam above Oberdal',
  e: 'The Sarrow dam will flood the fields of Oberdal, engineers warn',
  f: 'Oberdal votes on the price of power from the Sarrow dam',
  v: 'Violins of the town orchestra found in a barn under barley',
}

let of: Grouped
let app: ReturnType<typeof createWeb>
const origin = 'http://localhost:8420'
const get = async (path: string): Promise<string> =>
  (await app.request(`${origin}${path}`, { headers: { host: 'localhost:8420' } })).text()
const post = async (path: string, form: readonly (readonly [string, string])[]) => {
  const answer = await app.request(`${origin}${path}`, {
    method: 'POST',
    headers: { host: 'localhost:8420', origin, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form.map(([key, value]) => [key, value])).toString(),
  })
  return answer.headers.get('location') ?? ''
}

beforeEach(async () => {
  of = await groupedStore([['d'], ['e'], ['f'], ['v']])
  for (const [name, title] of Object.entries(about)) await of.tell(name, title)
  app = createWeb({
    store: of.store,
    config: parseConfig({}) as Config,
    now: () => 1e10,
    commands: {
      lookAt: async () => ({ failed: '' }),
      addSource: async () => ({ failed: '' }),
      removeSample: async () => {},
    },
  })
})

/** What a page lists under a heading, by address. */
const under = (heading: string, page: string): readonly string[] =>
  [
    ...(new RegExp(`>${heading}</h2>(.*?)</section>`, 's').exec(page)?.[1] ?? '').matchAll(
      /href="(\/story\/\d+)"/g,
    ),
  ].map(([, path]) => path!)

describe('Related stories', () => {
  test('stand beside a story with the reason, and not beside one that nothing is like', async () => {
    const page = await get('/story/1')
    expect(under('Related stories', page).toSorted()).toEqual(['/story/2', '/story/3'])
    expect(page).toMatch(/both speak of .*(Sarrow|Oberdal)/)
    expect(under('Related stories', await get('/story/4'))).toEqual([])
  })

  test('are not those that a person is asked to decide on', async () => {
    const reasons = [{ what: 'both name {names}', values: { names: 'Oberdal' }, weight: 1 }]
    await saveProposals(of.store.db, 1, [{ story: 3, score: 0.5, reasons }])
    const page = await get('/story/1')
    expect(under('May belong here too', page)).toEqual(['/story/3'])
    expect(under('Related stories', page)).toEqual(['/story/2'])
  })
})

describe('The coverage of one episode', () => {
  const coverage = (story: number, episode: number | string) =>
    app.request(`${origin}/story/${story}/coverage?episode=${episode}`, {
      headers: { host: 'localhost:8420' },
    })

  test('names its articles and the stories related to it, with the reason', async () => {
    const answer = await coverage(1, of.episodes[0]![0]!)
    const page = await answer.text()
    expect(answer.status).toBe(200)
    expect(page).toContain(`/article/${of.id('d')}"`)
    expect(under('Related stories', page).toSorted()).toEqual(['/story/2', '/story/3'])
    expect(page).toMatch(/both speak of .*(Sarrow|Oberdal)/)
  })

  test('is not found where the story has no such episode', async () => {
    const elsewhere = of.episodes[1]![0]!
    for (const episode of [elsewhere, 999, 0, -1, 'x', '', '1e1', '9'.repeat(40), "1' or '1"])
      expect((await coverage(1, encodeURIComponent(episode))).status, String(episode)).toBe(404)
  })
})

describe('A story made out of a search', () => {
  const chosen = (page: string) => [...page.matchAll(/name="article" value="(\d+)"/g)].map(([, id]) => id!)
  const listed = (page: string) => [...page.matchAll(/name="listed" value="(\d+)"/g)].map(([, id]) => id!)

  test('takes what was chosen, and the rest is ranked', async () => {
    const page = await get('/stories/new?q=engineers')
    expect(chosen(page).toSorted()).toEqual([String(of.id('d')), String(of.id('e'))])
    const to = await post('/stories/new', [
      ...listed(page).map((id) => ['listed', id] as const),
      ['article', String(of.id('d'))],
      ['article', String(of.id('e'))],
      ['of', 'chosen'],
    ])
    expect(to).toMatch(/^\/story\/\d+\/more\?done=\d+$/)
    expect(await of.shape()).toBe('d e / f / v')
    expect(chosen(await get(to))).toEqual([String(of.id('f'))])
  })

  test('is the one there is where all that was chosen is a story already', async () => {
    const to = await post('/stories/new', [['article', String(of.id('d'))]])
    expect(to).toBe('/story/1/more')
    expect(chosen(await get(to))).toContain(String(of.id('e')))
  })

  test('takes all that were listed at one press', async () => {
    const page = await get('/stories/new?q=sarrow')
    const to = await post('/stories/new', [
      ...listed(page).map((id) => ['listed', id] as const),
      ['of', 'listed'],
    ])
    expect(to).toMatch(/\/more\?done=/)
    expect(await of.shape()).toBe('d e f / v')
  })

  test('is not made of the sample and of what is real together', async () => {
    await of.store.db.updateTable('article').set({ sample: 1 }).where('id', '=', of.id('e')).execute()
    expect(chosen(await get('/stories/new?q=engineers'))).toEqual([String(of.id('d'))])
  })
})
