/** What an article says it follows on, from its page to the reader's: read, led to its story, and shown as the reason. */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bringFiles } from '../src/app/bring.ts'
import { type Opened, openContext } from '../src/app/context.ts'
import { type Config, parseConfig } from '../src/config.ts'
import { drain } from '../src/jobs/work.ts'
import { createWeb } from '../src/web/app.ts'

const page = (slug: string, day: string, title: string, paragraphs: readonly string[]) => ({
  name: `${slug}.html`,
  bytes: new TextEncoder().encode(
    `<!doctype html><html lang="en"><head><title>${title}</title>
<link rel="canonical" href="https://quayside.example/${slug}">
<meta property="article:published_time" content="${day}T09:00:00Z"></head>
<body><article><h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('\n')}</article></body></html>`,
  ),
})

const walkout =
  'The walkout comes five weeks after Odile Marchetti met the harbour masters in Zawra for talks on quotas.'
const farewell = 'His farewell came weeks after the talks in Zawra, where his brother drives a taxi.'

const first = [
  page('talks', '2025-03-03', 'Talks on herring quotas open in Zawra', [
    'Odile Marchetti, who speaks for the Brisac Line, met the harbour masters of the coast in Zawra on Sunday for talks on herring quotas, the first since the winter.',
    'The harbour masters came in four cars and brought a map. Marchetti came by train and brought a letter from the company, which owns forty trawlers.',
    'Each side wants a larger share of the herring, and each says that the other has cheated for years. The talks went on until the hotel closed its kitchen.',
  ]),
]
const later = [
  page('moorings', '2025-04-07', 'Trawlers stay at their moorings', [
    'Forty trawlers did not leave Saltgate on Monday, and their nets lie in heaps on the pier where gulls pick at them.',
    walkout,
    'Skippers of the Brisac Line say that they cannot pay their crews from what the herring fetch, and that nobody has asked them what they think of it.',
  ]),
  page('keeper', '2025-04-09', 'A lighthouse keeper remembers', [
    'Benno Stahl kept the light at Cape Orlo for thirty years, and on Wednesday he switched it off for the last time.',
    'He will write a book, he says, about fog, and about the ships that came too near.',
    farewell,
    'The light is to be run from a desk in the capital, with two switches and a telephone.',
  ]),
]

let opened: Opened
let folder: string
let app: ReturnType<typeof createWeb>

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'references-'))
  const config = parseConfig({ THROUGHLINE_DATA: folder }) as Config
  const context = await openContext(config)
  if ('failed' in context) throw new Error(context.failed)
  opened = context
  // Each time with a memory of its own, as after a restart.
  for (const files of [first, later]) {
    await bringFiles(opened.context, files)
    await drain(opened.context)
  }
  app = createWeb({
    store: opened.store,
    config,
    now: Date.now,
    commands: {
      lookAt: async () => ({ failed: 'not here' }),
      addSource: async () => ({ failed: 'not here' }),
      removeSample: async () => {},
    },
  })
})
afterAll(async () => {
  await opened.close()
  rmSync(folder, { recursive: true, force: true })
})

const at = async (title: string) =>
  opened.context.db
    .selectFrom('article')
    .innerJoin('episode', 'episode.id', 'article.episode')
    .select(['article.id', 'episode.story'])
    .where('title', '=', title)
    .executeTakeFirstOrThrow()

/** The words of a page, without the marks that keep a name's direction apart. */
const wordsOf = async (path: string, language = 'en') => {
  const headers = { host: 'localhost:8420', 'accept-language': language }
  const answer = await app.request(`http://localhost:8420${path}`, { headers })
  return (await answer.text()).replace(/[\u2068\u2069]/g, '')
}

test('An article stands in the story it says it follows on, and its own sentence is the reason shown', async () => {
  const moorings = await at('Trawlers stay at their moorings')
  expect(moorings.story).toBe((await at('Talks on herring quotas open in Zawra')).story)
  expect(await wordsOf(`/article/${moorings.id}/why`)).toContain(`it says “${walkout}”`)
  expect(await wordsOf(`/article/${moorings.id}/why`, 'ar')).toContain(`«${walkout}»`)
})

test('Where little else speaks for it the two are proposed, with the sentence, from either side', async () => {
  const keeper = await at('A lighthouse keeper remembers')
  const talks = await at('Talks on herring quotas open in Zawra')
  expect(keeper.story).not.toBe(talks.story)
  for (const { story } of [keeper, talks])
    expect(await wordsOf(`/story/${story}`)).toContain(`one of the two says “${farewell}”`)
})
