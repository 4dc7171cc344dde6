/** The article page in a real browser: with the keyboard alone, on a phone, without scripts, mirrored for Arabic. */

import type { BrowserContextOptions, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { hasChromium } from './chromium.ts'
import { browser, shareSite, site, open as visit } from './visit.ts'

shareSite({ clock: 'running' })

/** Without the service worker, whose requests are not the page's. */
const open = (path: string, options: BrowserContextOptions = {}) =>
  visit(path, { serviceWorkers: 'block', ...options })

const article = (key: string) => `/article/${site.articles.get(key)}`

/** Selects from a few characters into the first sentence to a few into the second, as a reader's finger would. */
const selectPassage = (page: Page) =>
  page.evaluate(() => {
    const at = (number: number) => document.querySelector(`[data-s="${number}"]`)?.firstChild as Text
    const range = document.createRange()
    range.setStart(at(1), 5)
    range.setEnd(at(2), 9)
    getSelection()?.removeAllRanges()
    getSelection()?.addRange(range)
    return range.toString()
  })

describe.skipIf(!hasChromium)('marking', () => {
  test('a selected passage is marked with a press, stands in the list of notes and is taken back', async () => {
    const page = await open(article('visit'))
    const words = await selectPassage(page)
    await page.locator('.mark-passage').getByRole('button', { name: 'Mark', exact: true }).click()
    await page.waitForURL(/#note-/)
    expect((await page.locator('mark.own').allTextContents()).join('')).toBe(words)
    await page.goto('/notes')
    const shown = (await page.locator('.passage').textContent()) ?? ''
    expect(shown.replace(/\s+/g, '')).toBe(words.replace(/\s+/g, ''))
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'All notes as Markdown' }).click(),
    ])
    expect(file.suggestedFilename()).toBe('notes.md')
    await page.getByRole('button', { name: 'Remove' }).click()
    await page.getByText('Nothing yet.').waitFor()
    await page.goto(article('visit'))
    expect(await page.locator('mark.own').count()).toBe(0)
    await page.context().close()
  })

  test('a passage is marked in a text that runs from the right', async () => {
    const page = await open(article('arabic'))
    const words = await selectPassage(page)
    await page.locator('.mark-passage').getByRole('button', { name: 'Mark with a note' }).click()
    await page.getByRole('textbox', { name: 'Your note' }).fill('من قال هذا؟')
    await page.getByRole('button', { name: 'Keep the note' }).click()
    await page.waitForURL(/#note-/)
    const marked = (await page.locator('mark.own').allTextContents()).join('')
    expect(marked.replace(/\s+/g, '')).toBe(words.replace(/\s+/g, ''))
    await page.context().close()
  })
})

describe.skipIf(!hasChromium)('with the keyboard alone', () => {
  test('star, put by for later, archive, write a note, go to the next article', async () => {
    const page = await open(article('denial'))
    for (const [key, name] of [
      ['s', 'Starred'],
      ['b', 'Kept for later'],
      ['a', 'Archived'],
    ] as const) {
      await page.keyboard.press(key)
      await page.getByRole('button', { name, exact: true }).waitFor()
    }
    await page.keyboard.press('m')
    expect(await page.locator('.own-notes > .add-note[open]').count()).toBe(1)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Who denied it?')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.locator('.own-notes .own', { hasText: 'Who denied it?' }).waitFor()
    await page.keyboard.press('n')
    await page.waitForURL((url) => url.pathname !== article('denial'))
    await page.context().close()
  })

  test('the text is set anew the moment it is chosen, and so on the next page', async () => {
    const page = await open(article('visit'))
    await page.locator('.look summary').focus()
    await page.keyboard.press('Enter')
    const saved = page.waitForResponse((answer) => answer.url().endsWith('/settings'))
    await page.getByLabel('Colours').selectOption('sepia')
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(243, 232, 210)')
    await saved
    await page.goto(article('first'))
    expect(await page.evaluate('document.documentElement.dataset.theme')).toBe('sepia')
    await page.context().close()
  })
})

describe.skipIf(!hasChromium)('without scripts', () => {
  test('marks, a note by a pasted passage, and how the text is set', async () => {
    const page = await open(article('wire-copy'), { javaScriptEnabled: false })
    await page.getByRole('button', { name: 'Read later' }).click()
    expect(await page.getByRole('button', { name: 'Kept for later' }).count()).toBe(1)
    const first = (await page.locator('[data-s]').first().textContent()) ?? ''
    await page.locator('.own-notes > .add-note summary').click()
    await page.getByLabel(/^The passage it is about/).fill(first.slice(4, 24))
    await page.getByRole('button', { name: 'Keep the note' }).click()
    expect(await page.locator('mark.own').textContent()).toBe(first.slice(4, 24).trim())
    await page.locator('.look summary').click()
    await page.getByLabel('Text size').selectOption('xl')
    await page.getByRole('button', { name: 'Set', exact: true }).click()
    expect(await page.locator('html').getAttribute('data-size')).toBe('xl')
    expect(new URL(page.url()).pathname).toBe(article('wire-copy'))
    await page.context().close()
  })

  test('a shared address is saved to be read', async () => {
    const page = await open('/share?title=On%20boats&text=See%20https%3A%2F%2Fpages.example%2Fboats', {
      javaScriptEnabled: false,
    })
    expect(await page.getByLabel('Address of the page').inputValue()).toBe('https://pages.example/boats')
    await page.getByRole('button', { name: 'Save to read later' }).click()
    expect(await page.getByRole('status').last().textContent()).toContain('saved')
    await page.context().close()
  })
})

describe.skipIf(!hasChromium)('in Arabic', () => {
  const arabic: BrowserContextOptions = {
    locale: 'ar',
    viewport: { width: 390, height: 844 },
    isMobile: true,
  }

  test('the whole layout is mirrored and no page is wider than a phone', async () => {
    const page = await open('/', arabic)
    const wide: string[] = []
    for (const path of [
      '/',
      `/story/${site.story}`,
      `/story/${site.story}/coverage`,
      article('visit'),
      article('arabic'),
      article('hebrew'),
      `/actor/${site.actors.get('orun')}`,
      '/notes',
      '/share',
      '/offline',
      '/following',
      '/search?q=quay',
      '/sources',
      '/settings',
    ]) {
      await page.goto(path)
      const { direction, over } = (await page.evaluate(
        '({ direction: getComputedStyle(document.querySelector("main")).direction, over: document.documentElement.scrollWidth - innerWidth })',
      )) as { direction: string; over: number }
      if (direction !== 'rtl' || over > 0) wide.push(`${path}: ${direction}, ${over} over`)
    }
    expect(wide).toEqual([])
    await page.context().close()
  })

  test('an English article keeps its own direction, its margin stands on the other side', async () => {
    const page = await open(article('visit'), { locale: 'ar' })
    const left = (selector: string) =>
      page.evaluate(
        (one) => document.querySelector(one)?.getBoundingClientRect().left ?? Number.NaN,
        selector,
      )
    expect(await page.evaluate('getComputedStyle(document.querySelector(".article p")).direction')).toBe(
      'ltr',
    )
    expect(await left('.margin')).toBeLessThan(await left('.story-text'))
    await page.context().close()
  })
})

describe.skipIf(!hasChromium)('installing', () => {
  test('the browser finds nothing that keeps it from installing', async () => {
    const context = await browser.newContext({ baseURL: site.base })
    const page = await context.newPage()
    await page.goto('/')
    await page.evaluate('navigator.serviceWorker.ready')
    const client = await context.newCDPSession(page)
    const { errors } = await client.send('Page.getAppManifest')
    const { installabilityErrors } = await client.send('Page.getInstallabilityErrors')
    // Windows without a history are never installed from; the tests' are such.
    const real = installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')
    expect([errors, real]).toEqual([[], []])
    const manifest = (await (await page.request.get('/manifest.webmanifest')).json()) as {
      icons: { src: string }[]
    }
    for (const { src } of manifest.icons) expect((await page.request.get(src)).status()).toBe(200)
    await context.close()
  })
})
