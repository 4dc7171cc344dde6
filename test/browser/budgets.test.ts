/** What a page may cost,: bytes and requests of a first visit, moved pixels, long work, waiting. */

import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { hasChromium } from './chromium.ts'
import { browser, shareSite, site } from './visit.ts'

/** Bytes over the wire of a first visit, type included, pictures of articles not. */
const BYTES = 100_000
/** Where the page itself is in another script, its face comes on top. */
const BYTES_WITH_COMPANION = 120_000
const REQUESTS = 25
/** A task longer than this (ms) holds up whoever presses a key. */
const LONG = 50
/** A sixtieth of a second shows as nothing; longer than this (ms) a press would feel late. */
const PRESS = 50

shareSite()

const pages: readonly (readonly [name: string, path: () => string])[] = [
  ['front page', () => '/'],
  ['story', () => `/story/${site.story}`],
  ['coverage', () => `/story/${site.story}/coverage`],
  ['article', () => `/article/${site.articles.get('visit')}`],
  ['Arabic article', () => `/article/${site.articles.get('arabic')}`],
  ['actor', () => `/actor/${site.actors.get('orun')}`],
]

type Cost = {
  bytes: number
  requests: number
  shifted: number
  /** Tasks over 50 ms by the clock on the wall, for whoever reads the test’s output. */
  long: readonly number[]
  /** All work of scripts together, ms of the processor. */
  script: number
}

/** A visit by a browser that has nothing of the reader yet. */
async function firstVisit(path: string): Promise<Cost> {
  const context = await browser.newContext({ baseURL: site.base, serviceWorkers: 'block' })
  const page = await context.newPage()
  const client = await context.newCDPSession(page)
  let bytes = 0
  let requests = 0
  client.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
    requests += 1
  })
  await client.send('Network.enable')
  // The processor's time: what others do on this machine is not in it.
  await client.send('Performance.setTimeDomain', { timeDomain: 'threadTicks' })
  await client.send('Performance.enable')
  await page.addInitScript(`
    globalThis.shifted = 0
    globalThis.long = []
    new PerformanceObserver((list) => { for (const { value } of list.getEntries()) globalThis.shifted += value })
      .observe({ type: 'layout-shift', buffered: true })
    new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) globalThis.long.push(duration) })
      .observe({ type: 'longtask', buffered: true })`)
  await page.goto(path, { waitUntil: 'networkidle' })
  const { shifted, long } = (await page.evaluate('({ shifted, long })')) as Pick<Cost, 'shifted' | 'long'>
  const { metrics } = await client.send('Performance.getMetrics')
  const script = 1000 * (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN)
  await context.close()
  return { bytes, requests, shifted, long, script }
}

describe.skipIf(!hasChromium)('a first visit', () => {
  test.each(pages)('%s: light, whole at once, and nothing moves', async (name, path) => {
    const cost = await firstVisit(path())
    console.log(
      `${name}: ${(cost.bytes / 1000).toFixed(1)} KB in ${cost.requests} requests, moved ${cost.shifted}, scripts ${cost.script.toFixed(1)} ms, long work ${cost.long.join(', ') || 'none'}`,
    )
    expect(cost.bytes).toBeLessThan(name.startsWith('Arabic') ? BYTES_WITH_COMPANION : BYTES)
    expect(cost.requests).toBeLessThanOrEqual(REQUESTS)
    expect(cost.shifted).toBeLessThan(0.02)
    // All of it together is shorter than one long task may be.
    expect(cost.script).toBeLessThan(LONG)
  })

  test('is painted while the script has not come yet', async () => {
    const context = await browser.newContext({ baseURL: site.base, serviceWorkers: 'block' })
    const page = await context.newPage()
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    await page.route('**/main.ts', async (route) => {
      await held
      await route.continue()
    })
    await page.goto('/', { waitUntil: 'commit' })
    await page.waitForFunction(
      () => performance.getEntriesByName('first-contentful-paint').length > 0,
      undefined,
      { polling: 50 },
    )
    expect(await page.getByRole('heading', { level: 3 }).first().isVisible()).toBe(true)
    release()
    await context.close()
  })
})

/** How long (ms) from a key to the next painted picture, the best of a few: the machine's noise is not ours. */
async function answerTime(page: Page, key: string): Promise<number> {
  await page.evaluate(`
    globalThis.times = []
    addEventListener('keydown', (event) => {
      const at = performance.now()
      requestAnimationFrame(() => setTimeout(() => globalThis.times.push(performance.now() - at)))
    }, { capture: true })`)
  for (let n = 0; n < 5; n += 1) {
    await page.keyboard.press(key)
    await page.waitForFunction(
      (count) => (globalThis as unknown as { times: number[] }).times.length >= count,
      n + 1,
    )
  }
  return Math.min(...((await page.evaluate('times')) as number[]))
}

describe.skipIf(!hasChromium)('a press', () => {
  test.each([
    ['j', 'goes to the next row', () => `/story/${site.story}/articles`],
    ['?', 'opens and closes the map of keys', () => '/'],
  ])('%s %s at once', async (key, _, path) => {
    const context = await browser.newContext({ baseURL: site.base, serviceWorkers: 'block' })
    const page = await context.newPage()
    await page.goto(path(), { waitUntil: 'networkidle' })
    expect(await answerTime(page, key)).toBeLessThan(PRESS)
    await context.close()
  })
})
