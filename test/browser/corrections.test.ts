/** Correcting records and names as a reader does it: without scripts, and from the keyboard. */

import type { Page } from 'playwright-core'
import { afterEach, describe, expect, test } from 'vitest'
import { hasChromium } from './chromium.ts'
import { browser, shareSite, site } from './visit.ts'

shareSite()
let page: Page
afterEach(() => page?.context().close())

describe.skipIf(!hasChromium)('a correction', () => {
  test('is made and taken back without scripts', async () => {
    page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
    const story = `${site.base}/story/${site.story}`
    await page.goto(story)
    await page.locator('.encounter:has(.status-expected) .to-correct').first().click()
    await page.getByLabel('Status').selectOption('cancelled')
    await page.getByRole('button', { name: 'Save' }).click()
    expect(page.url()).toMatch(new RegExp(`^${story}#encounter-`))
    expect(await page.locator('.status-cancelled').count()).toBe(1)
    await page.goto(`${site.base}/corrections`)
    await page.getByRole('button', { name: 'Take it back' }).first().click()
    await page.goto(story)
    expect(await page.locator('.status-cancelled').count()).toBe(0)
  })

  test('of a name is made from the keyboard alone', async () => {
    page = await (await browser.newContext()).newPage()
    await page.goto(`${site.base}/actor/${site.actors.get('azhar')}`)
    await page.locator('#correct summary').focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('Salim A. Azhar')
    await page.keyboard.press('Enter')
    await page.locator('h1', { hasText: 'Salim A. Azhar' }).waitFor()
    expect(page.url()).toMatch(/actor\/\d+$/)
  })
})
