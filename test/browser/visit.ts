/** The site and the browser that the tests of one file share, and a reader's visit to a page. */

import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { hasChromium, openChromium } from './chromium.ts'
import { type Running, runSite } from './site.ts'

export let browser: Browser
export let site: Running
/** What visited pages complained of, by address. */
export const problems: string[] = []

/** Opens both before the first test of the file and closes them after its last; `prepare` is for what all tests need. */
export function shareSite(options: Parameters<typeof runSite>[0] = {}, prepare = async () => {}): void {
  beforeAll(async () => {
    if (!hasChromium) return
    site = await runSite(options)
    await prepare()
    browser = await openChromium()
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })
}

export const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
}

/** A page at a path of the site, in a browser that has never been there. */
export async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    baseURL: site.base,
    viewport: { width: 1280, height: 900 },
    ...options,
  })
  const page = await context.newPage()
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`${page.url()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => problems.push(`${page.url()}: ${error.message}`))
  await page.goto(path)
  return page
}
