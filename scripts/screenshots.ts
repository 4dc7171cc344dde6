/**
 * Pictures of the five screens on the fictional sample: light, dark, on a phone, in Arabic.
 * `npm run screenshots -- FOLDER`; with names after it (`front-light story-light`) only those.
 */

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContextOptions } from 'playwright-core'
import { isFailure } from '../src/net/failure.ts'
import type { Db } from '../src/store/engines/engine.ts'
import { createWeb } from '../src/web/app.ts'
import { openPictures } from '../src/web/pictures.ts'
import { serveWeb } from '../src/web/serve.ts'
import { openChromium } from '../test/browser/chromium.ts'
import { runSample, sampleConfig } from '../test/sample-run.ts'

const looks: Readonly<Record<string, BrowserContextOptions>> = {
  light: {},
  dark: { colorScheme: 'dark' },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 },
  arabic: { locale: 'ar' },
}

const [folder, ...only] = process.argv.slice(2)
if (!folder) throw new Error('Say which folder the pictures go to: npm run screenshots -- FOLDER')
mkdirSync(folder, { recursive: true })

const sample = await runSample()
const { store, context } = sample.opened
const app = createWeb({
  store,
  pictures: openPictures('a key for these pictures alone', async (url) => {
    const answer = await context.fetch({ url, kind: 'image' })
    return isFailure(answer) ? undefined : { type: answer.headers['content-type'] ?? '', bytes: answer.body }
  }),
  config: sampleConfig(sample.server.port),
  now: context.now,
  commands: {
    lookAt: async () => ({ failed: 'Nothing is looked at for a picture.' }),
    addSource: async () => ({ failed: 'Nothing is added for a picture.' }),
    removeSample: async () => {},
  },
})
const web = await serveWeb(app, { host: '127.0.0.1', port: 0 })
const screens = await screensOf(store.db)
const browser = await openChromium()
for (const [look, options] of Object.entries(looks)) {
  const visitor = await browser.newContext({
    baseURL: `http://127.0.0.1:${web.port}`,
    viewport: { width: 1280, height: 900 },
    serviceWorkers: 'block',
    reducedMotion: 'reduce',
    ...options,
  })
  const page = await visitor.newPage()
  for (const [screen, path] of Object.entries(screens)) {
    const name = `${screen}-${look}`
    if (only.length > 0 && !only.includes(name)) continue
    const answer = await page.goto(path, { waitUntil: 'networkidle' })
    // Type is there on the second look at the latest.
    await page.reload({ waitUntil: 'networkidle' })
    await page.screenshot({ path: join(folder, `${name}.png`) })
    console.log(`${name}: ${answer?.status()} ${path}`)
  }
  await visitor.close()
}
await browser.close()
await web.close()
await sample.close()

/** The story with most encounters, its longest article in English with a picture, and the person named most. */
async function screensOf(db: Db): Promise<Readonly<Record<string, string>>> {
  const { story } = await db
    .selectFrom('encounter')
    .innerJoin('article', 'article.id', 'encounter.article')
    .innerJoin('episode', 'episode.id', 'article.episode')
    .select((at) => ['episode.story', at.fn.countAll<number>().as('encounters')])
    .groupBy('episode.story')
    .orderBy('encounters', 'desc')
    .executeTakeFirstOrThrow()
  const { article } = await db
    .selectFrom('article')
    .innerJoin('episode', 'episode.id', 'article.episode')
    .select('article.id as article')
    .where('episode.story', '=', story)
    .where('article.language', '=', 'en')
    .orderBy((at) => at.case().when('article.image', 'is', null).then(1).else(0).end())
    .orderBy('article.words', 'desc')
    .executeTakeFirstOrThrow()
  const { actor } = await db
    .selectFrom('mention')
    .innerJoin('actor', 'actor.id', 'mention.actor')
    .select((at) => ['mention.actor', at.fn.countAll<number>().as('mentions')])
    .where('actor.kind', '=', 'person')
    .where('mention.part', '=', 'story')
    .groupBy('mention.actor')
    .orderBy('mentions', 'desc')
    .executeTakeFirstOrThrow()
  return {
    front: '/',
    story: `/story/${story}`,
    article: `/article/${article}`,
    actor: `/actor/${actor}`,
    river: '/river',
  }
}
