/** What a reader does on the pages, in a real browser: with the keyboard alone, on a phone, without scripts. */

import { describe, expect, test } from 'vitest'
import { hasChromium } from './chromium.ts'
import { browser, open, phone, problems, shareSite, site } from './visit.ts'

shareSite()

const story = () => `/story/${site.story}`
const article = (key: string) => `/article/${site.articles.get(key)}`
const everyPage = () => [
  '/',
  story(),
  `${story()}/coverage`,
  `${story()}/cast`,
  `${story()}/statements`,
  `${story()}/articles`,
  article('visit'),
  article('arabic'),
  article('hebrew'),
  `${article('visit')}/changes`,
  `/actor/${site.actors.get('orun')}`,
  '/search?q=quay',
  '/following',
  '/sources',
  '/settings',
  '/nowhere',
]

describe.skipIf(!hasChromium)('reading', () => {
  test('from the front page to the sentence an encounter stands on', async () => {
    const page = await open('/')
    await page.getByRole('link', { name: 'The fight for the old quay of Port Callan' }).first().click()
    await page.locator('.encounter.settled .to-sentence').first().click()
    expect(await page.locator('mark#e').textContent()).toMatch(/^Tomas Devany arrived/)
    expect(await page.locator('mark#e').isVisible()).toBe(true)
    await page.context().close()
  })
  test('an Arabic article runs from the right, its frame from the left', async () => {
    const page = await open(article('arabic'))
    const direction = (selector: string) =>
      page.evaluate(`getComputedStyle(document.querySelector(${JSON.stringify(selector)})).direction`)
    expect([await direction('.article p'), await direction('.masthead')]).toEqual(['rtl', 'ltr'])
    await page.context().close()
  })
  test('listening marks the sentence being read and goes on to the next', async () => {
    const context = await browser.newContext({ baseURL: site.base })
    const page = await context.newPage()
    await page.addInitScript(() => {
      const spoken: { text: string; onend: () => void }[] = []
      Object.assign(globalThis, {
        spoken,
        SpeechSynthesisUtterance: class {
          text: string
          constructor(text: string) {
            this.text = text
          }
        },
      })
      Object.defineProperty(globalThis, 'speechSynthesis', {
        value: {
          getVoices: () => [],
          cancel() {},
          addEventListener() {},
          speak: (one: { text: string; onend: () => void }) => spoken.push(one),
        },
      })
    })
    await page.goto(article('visit'))
    await page.getByRole('button', { name: 'Listen' }).click()
    expect(await page.locator('.spoken').allTextContents()).toEqual([
      expect.stringMatching(/^Tomas Devany arrived/),
    ])
    await page.evaluate(() =>
      (globalThis as unknown as { spoken: { onend: () => void }[] }).spoken[0]!.onend(),
    )
    expect(await page.locator('.spoken').allTextContents()).toEqual([expect.stringMatching(/^They signed/)])
    await page.getByRole('button', { name: 'Pause' }).click()
    expect(await page.locator('.spoken').count()).toBe(0)
    await context.close()
  })
  test('the colours chosen in settings are there on the next page', async () => {
    const page = await open('/settings')
    await page.getByLabel('dark').check()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.goto('/')
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(24, 22, 18)')
    await page.context().close()
  })
})

describe.skipIf(!hasChromium)('with the keyboard alone', () => {
  test('j and k go through rows, Enter opens, g leads back', async () => {
    const page = await open(`${story()}/articles`)
    const focused = () => page.evaluate('document.activeElement?.textContent')
    await page.keyboard.press('j')
    const first = await focused()
    await page.keyboard.press('j')
    expect(await focused()).not.toBe(first)
    await page.keyboard.press('k')
    expect(await focused()).toBe(first)
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/article\//)
    await page.keyboard.press('p')
    await page.waitForURL((url) => !url.href.endsWith(article('hebrew')))
    await page.keyboard.press('g')
    await page.waitForURL(`${site.base}/`)
    await page.context().close()
  })
  test('? shows the keys, Escape closes them, / is for searching', async () => {
    const page = await open('/')
    await page.keyboard.press('?')
    expect(await page.getByRole('dialog', { name: 'Keys' }).isVisible()).toBe(true)
    await page.keyboard.press('Escape')
    expect(await page.getByRole('dialog').isVisible()).toBe(false)
    await page.keyboard.press('/')
    await page.keyboard.type('ferry')
    await page.keyboard.press('Enter')
    await page.waitForURL(/q=ferry/)
    expect(await page.locator('[data-row]').count()).toBeGreaterThan(0)
    await page.context().close()
  })
  test('the first Tab offers to skip to the content', async () => {
    const page = await open(story())
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement?.textContent')).toBe('Skip to the content')
    await page.keyboard.press('Enter')
    expect(await page.evaluate('document.activeElement?.id')).toBe('main')
    await page.context().close()
  })
  test('f follows the story and s stars the article', async () => {
    const page = await open(story())
    await page.keyboard.press('f')
    await page.getByRole('button', { name: 'Following: stop' }).waitFor()
    await page.goto(article('first'))
    await page.keyboard.press('s')
    await page.getByRole('button', { name: 'Starred' }).waitFor()
    await page.context().close()
  })
})

describe.skipIf(!hasChromium)('without scripts', () => {
  test('reading, following and adding a source work', async () => {
    const page = await open('/', { javaScriptEnabled: false })
    await page.getByRole('link', { name: 'The fight for the old quay of Port Callan' }).first().click()
    await page.getByRole('button', { name: /^Follow/ }).click()
    const followed = await page.getByRole('button', { name: 'Following: stop' }).count()
    if (followed === 0) await page.getByRole('button', { name: 'Follow' }).click()
    await page.getByRole('link', { name: 'Coverage', exact: true }).click()
    expect(await page.getByRole('heading', { name: 'Who covers it' }).count()).toBe(1)
    await page.getByRole('link', { name: 'Sources' }).click()
    await page.getByLabel('Add a newspaper, blog or feed by its address').fill('callanpost.example')
    await page.getByRole('button', { name: 'Add' }).click()
    expect(await page.getByRole('status').textContent()).toContain('The Callan Post')
    await page.getByLabel('Add a newspaper, blog or feed by its address').fill('nothing.example')
    await page.getByRole('button', { name: 'Add' }).click()
    expect(await page.getByRole('alert').textContent()).toContain('nothing.example has no feed.')
    await page.context().close()
  })
})

describe.skipIf(!hasChromium)('on a phone', () => {
  test('no page is wider than the screen', async () => {
    const page = await open('/', phone)
    const wide: string[] = []
    for (const path of everyPage()) {
      await page.goto(path)
      const over = Number(await page.evaluate('document.documentElement.scrollWidth - innerWidth'))
      if (over > 0) wide.push(`${path} by ${over}`)
    }
    expect(wide).toEqual([])
    await page.context().close()
  })
  test('what is pressed is large enough for a finger', async () => {
    const page = await open(article('visit'), phone)
    for (const button of await page.getByRole('button').all()) {
      const box = await button.boundingBox()
      expect(box?.height).toBeGreaterThanOrEqual(24)
    }
    await page.context().close()
  })
})

describe.skipIf(!hasChromium)('every page', () => {
  test('keeps to its content policy: the browser refuses nothing and nothing breaks', async () => {
    problems.length = 0
    const page = await open('/')
    for (const path of everyPage().filter((path) => path !== '/nowhere')) await page.goto(path)
    expect(problems).toEqual([])
    await page.context().close()
  })
  test('asks nobody but this reader for anything', async () => {
    const page = await open('/')
    const elsewhere: string[] = []
    page.on('request', (request) => {
      if (!request.url().startsWith(site.base)) elsewhere.push(request.url())
    })
    for (const path of everyPage()) await page.goto(path)
    expect(elsewhere).toEqual([])
    await page.context().close()
  })
})
