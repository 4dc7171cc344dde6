/** Correcting a story in a real browser: with the keyboard alone, without scripts, on a phone. */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasChromium, openChromium } from './chromium.ts'
import { type Running, runSite } from './site.ts'

const axe = hasChromium
  ? readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  : ''

let browser: Browser
let site: Running

beforeAll(async () => {
  if (!hasChromium) return
  site = await runSite()
  browser = await openChromium()
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    baseURL: site.base,
    viewport: { width: 1280, height: 900 },
    ...options,
  })
  const page = await context.newPage()
  await page.goto(path)
  return page
}

describe.skipIf(!hasChromium)('a correction', () => {
  test('is made and taken back with the keyboard alone, without scripts', async () => {
    const page = await open(`/story/${site.story}/edit`, { javaScriptEnabled: false })
    await page.locator(`#a${site.articles.get('visit')}`).focus()
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: 'Chosen articles: a story of their own' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('status').waitFor()
    expect(await page.getByRole('status').textContent()).toContain('moved 1 article')
    await page.getByRole('button', { name: 'Take it back' }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(new RegExp(`/story/${site.story}\\?done=`))
    expect(await page.getByRole('status').textContent()).toContain('took a correction back')
    await page.context().close()
  })
  test('to another story goes by a search, the choice carried along', async () => {
    const page = await open(`/story/${site.story}/edit`)
    await page.locator(`#a${site.articles.get('first')}`).check()
    await page.getByRole('button', { name: 'Chosen articles: to another story …' }).click()
    await page.getByLabel('Words of the story, or its address').fill(String(site.otherStory))
    await page.getByRole('button', { name: 'Find' }).click()
    await page.getByRole('button', { name: 'Move here' }).click()
    await page.waitForURL(new RegExp(`/story/${site.otherStory}\\?done=`))
    await page.getByRole('button', { name: 'Take it back' }).click()
    await page.context().close()
  })
})

test.skipIf(!hasChromium)('The pages of corrections and of search please axe and fit a phone', async () => {
  const story = `/story/${site.story}`
  const problems: string[] = []
  for (const path of [
    `${story}/edit`,
    `${story}/history?at=2026-03-19T00:00`,
    `${story}/merge?find=quay`,
    `${story}/more`,
    `/article/${site.articles.get('visit')}/why`,
    '/search?q=quay&who=Orun',
    '/search?q=quay&in=sentences',
    '/stories/new?q=quay',
  ]) {
    const page = await open(path, { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true })
    await page.evaluate(axe)
    const found = (await page.evaluate(
      'axe.run(document).then(({ violations }) => violations.map(({ id, nodes }) => id + " " + nodes[0].target))',
    )) as string[]
    const over = (await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    )) as number
    problems.push(
      ...found.map((one) => `${path}: ${one}`),
      ...(over > 0 ? [`${path}: ${over} px too wide`] : []),
    )
    await page.context().close()
  }
  expect(problems).toEqual([])
})
