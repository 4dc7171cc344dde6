/** Without a connection: what is saved can be read and says that it is saved; what is done is not lost. */

import type { BrowserContext, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { hasChromium } from './chromium.ts'
import { browser, shareSite, site } from './visit.ts'

shareSite({ clock: 'running' })

const article = (key: string) => `/article/${site.articles.get(key)}`

/** A browser of its own that has the service worker at work and everything to be kept saved. */
async function device(): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ baseURL: site.base })
  const page = await context.newPage()
  await page.goto('/')
  await page.evaluate('navigator.serviceWorker.ready')
  await saved(page, [...site.articles.keys()].map(article))
  return { context, page }
}

const pathsHeld = (page: Page) =>
  page.evaluate(async () => {
    const kept = await (await caches.open('pages')).keys()
    return kept.map(({ url }) => new URL(url).pathname)
  })

const saved = (page: Page, paths: readonly string[]) =>
  expect.poll(() => pathsHeld(page), { timeout: 15_000 }).toEqual(expect.arrayContaining([...paths]))

const state = async (key: string) => {
  const row = await site.store.db
    .selectFrom('reading')
    .select(['read', 'starred', 'later', 'archived'])
    .where('article', '=', site.articles.get(key)!)
    .executeTakeFirst()
  return row && Object.entries(row).flatMap(([mark, value]) => (value === null ? [] : [mark]))
}

describe.skipIf(!hasChromium)('without a connection', () => {
  test('an article never opened before is read from its saved copy, which says so', async () => {
    const { context, page } = await device()
    expect(await state('hebrew')).toBeUndefined()
    await context.setOffline(true)
    await page.goto(article('hebrew'))
    const note = page.locator('.copy-note')
    expect(await note.isVisible()).toBe(true)
    expect(await note.textContent()).toMatch(/Saved copy of \d{1,2} \w+ \d{4}.*: you are offline\./)
    expect(await page.locator('.article').isVisible()).toBe(true)
    // Styled, too: the shell is on the device.
    expect(await page.evaluate('getComputedStyle(document.body).margin')).toBe('0px')
    await context.setOffline(false)
    await page.goto(article('hebrew'))
    expect(await page.locator('.copy-note').isVisible()).toBe(false)
    expect(await state('hebrew')).toEqual(['read'])
    await context.close()
  })

  test('a page that is not saved leads to the list of those that are', async () => {
    const { context, page } = await device()
    await context.setOffline(true)
    await page.goto('/search?q=ferry')
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('You are offline')
    const links = page.locator('[data-held] a')
    await expect.poll(() => links.count()).toBeGreaterThanOrEqual(site.articles.size)
    await page.locator(`[data-held] a[href="${article('first')}"]`).click()
    expect(await page.locator('.article').isVisible()).toBe(true)
    await context.close()
  })

  test('a page saved under an older program is styled by today’s', async () => {
    const { context, page } = await device()
    await context.setOffline(true)
    await page.goto(article('first'))
    const type = await page.evaluate(async () =>
      (await fetch('/assets/000000000000/style.css')).headers.get('content-type'),
    )
    expect(type).toContain('text/css')
    await context.close()
  })

  test('an older program’s files are let go of when a newer one starts, saved pages are not', async () => {
    const context = await browser.newContext({ baseURL: site.base })
    const page = await context.newPage()
    // Before the service worker is there.
    await page.goto('/assets/fonts/none.woff2')
    await page.evaluate(async () => {
      await (await caches.open('shell-old')).put('/assets/old/style.css', new Response('old'))
      await (await caches.open('pages')).put('/article/999', new Response('saved'))
    })
    await page.goto('/')
    await page.evaluate('navigator.serviceWorker.ready')
    await expect
      .poll(() => page.evaluate(async () => (await caches.keys()).includes('shell-old')))
      .toBe(false)
    expect(await pathsHeld(page)).toContain('/article/999')
    await context.close()
  })

  test('with a connection a server that answers is always asked: a changed article shows changed', async () => {
    const { context, page } = await device()
    const title = 'A title given just now'
    const id = site.articles.get('plan')!
    const before = await site.store.db
      .selectFrom('version')
      .select(['number', 'title'])
      .where('article', '=', id)
      .execute()
    await site.store.db.updateTable('version').set({ title }).where('article', '=', id).execute()
    await page.goto(article('plan'))
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(title)
    expect(await page.locator('.copy-note').isVisible()).toBe(false)
    for (const { number, title } of before)
      await site.store.db
        .updateTable('version')
        .set({ title })
        .where('article', '=', id)
        .where('number', '=', number)
        .execute()
    await context.close()
  })

  test('what another reader of this device did is not sent as one’s own', async () => {
    const { context, page } = await device()
    await context.setOffline(true)
    await page.goto(article('plan'))
    await page.getByRole('button', { name: 'Star', exact: true }).click()
    await page.getByRole('button', { name: 'Starred' }).waitFor()
    await page.evaluate(() => navigator.serviceWorker.controller?.postMessage({ kind: 'here', reader: 99 }))
    await expect.poll(() => pathsHeld(page)).toEqual([])
    await context.setOffline(false)
    await page.evaluate(() => navigator.serviceWorker.controller?.postMessage({ kind: 'back' }))
    await page.waitForTimeout(300)
    expect(await state('plan')).not.toContain('starred')
    await context.close()
  })

  test('nobody is signed out while something waits that cannot be sent', async () => {
    const { context, page } = await device()
    await context.setOffline(true)
    await page.goto(article('wire'))
    await page.getByRole('button', { name: 'Star', exact: true }).click()
    await page.getByRole('button', { name: 'Starred' }).waitFor()
    await page.evaluate(() => {
      const form = Object.assign(document.createElement('form'), { method: 'post', action: '/sign-out' })
      document.body.append(form)
      form.submit()
    })
    await page.waitForURL(/offline/)
    expect(await page.locator('main [data-waiting]').isVisible()).toBe(true)
    await context.setOffline(false)
    await page.goto('/')
    await expect.poll(() => state('wire')).toContain('starred')
    await context.close()
  })

  test('signing out leaves nothing saved on the device', async () => {
    const { context, page } = await device()
    await page.evaluate(() => {
      const form = Object.assign(document.createElement('form'), { method: 'post', action: '/sign-out' })
      document.body.append(form)
      form.submit()
    })
    await page.waitForURL(/sign-in/)
    const names = await page.evaluate(async () => (await caches.keys()).filter((name) => name === 'pages'))
    expect(names).toEqual([])
    await context.close()
  })
})

describe.skipIf(!hasChromium)('two browsers that were offline', () => {
  test('read and star different and the same articles, come back, and end in the same, right state', {
    timeout: 60_000,
  }, async () => {
    const [a, b] = [await device(), await device()]
    await a.context.setOffline(true)
    await b.context.setOffline(true)

    const press = async ({ page }: typeof a, key: string, name: string) => {
      await page.goto(article(key))
      await page.locator('.tools').getByRole('button', { name, exact: true }).click()
      await page.waitForURL((url) => url.pathname === article(key) || url.pathname === '/')
    }
    // Different articles.
    await press(a, 'first', 'Star')
    await press(b, 'arabic', 'Read later')
    // The same one: starred here, then there, then taken back here; the last act is to stand.
    await press(a, 'visit', 'Star')
    await press(b, 'visit', 'Star')
    await press(a, 'visit', 'Starred')
    // The same one by different marks: both are to stand.
    await press(b, 'first', 'Archive')
    // A saved copy shows what was done since.
    await a.page.goto(article('first'))
    await a.page.getByRole('button', { name: 'Starred' }).waitFor()
    // A note, too.
    await b.page.goto(article('arabic'))
    await b.page.locator('.own-notes > .add-note summary').click()
    await b.page.getByRole('textbox', { name: 'Your note' }).fill('Ask the harbour office.')
    await b.page.getByRole('button', { name: 'Keep the note' }).click()
    await b.page.locator('[data-own-notes]', { hasText: 'Ask the harbour office.' }).waitFor()

    // The one whose acts are older comes back last.
    await b.context.setOffline(false)
    await b.page.goto('/')
    await a.context.setOffline(false)
    await a.page.goto('/')
    await expect.poll(() => state('visit'), { timeout: 10_000 }).toEqual(['read'])
    expect(await state('first')).toEqual(['read', 'starred', 'archived'])
    expect(await state('arabic')).toEqual(['read', 'later'])

    for (const { page } of [a, b]) {
      const shown: Record<string, string[]> = {}
      for (const key of ['first', 'visit', 'arabic']) {
        await page.goto(article(key))
        expect(await page.locator('.copy-note').isVisible()).toBe(false)
        shown[key] = await page.locator('.tools button.on').allTextContents()
      }
      expect(shown).toEqual({ first: ['Starred', 'Archived'], visit: [], arabic: ['Kept for later'] })
      await page.goto('/notes')
      expect(await page.locator('.notes .own').allTextContents()).toEqual(['Ask the harbour office.'])
    }
    await a.context.close()
    await b.context.close()
  })
})
