/** Accessibility of every page, light and dark, wide and narrow, mirrored, by axe-core: WCAG 2.2 AA finds nothing. */

import axe from 'axe-core'
import { describe, expect, test } from 'vitest'
import { correctRecord } from '../../src/app/correct.ts'
import { takeNote } from '../../src/app/notes.ts'
import { fixtureNow } from '../fixture-store.ts'
import { hasChromium } from './chromium.ts'
import { browser, shareSite, site } from './visit.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

shareSite({ sample: true }, async () => {
  await correctRecord(
    site.store.db,
    { what: 'encounter', row: 1, act: 'edit', fields: { status: 'denied' } },
    { reader: 1, name: 'reader', now: fixtureNow },
  )
  await takeNote(
    site.store.db,
    {
      key: 'note-0001',
      article: 6,
      body: 'Who paid?',
      from: { sentence: 1, offset: 0 },
      to: { sentence: 1, offset: 20 },
    },
    { reader: 1, now: fixtureNow },
  )
})

type Found = { id: string; nodes: { html: string; failureSummary: string }[] }

describe.skipIf(!hasChromium).each([
  { colorScheme: 'light' as const, width: 1280, locale: 'en' },
  { colorScheme: 'dark' as const, width: 390, locale: 'en' },
  { colorScheme: 'light' as const, width: 390, locale: 'ar' },
])('axe finds nothing, $colorScheme at $width in $locale', ({ colorScheme, width, locale }) => {
  test.each([
    '/',
    '/story/1',
    '/story/1/coverage',
    '/story/1/coverage?episode=1',
    '/story/1/cast',
    '/story/1/statements',
    '/story/1/articles',
    '/article/6?e=54-100',
    '/article/6/changes',
    '/article/7',
    '/article/8',
    '/article/8#saved-copy',
    '/actor/1',
    '/actor/1#correct',
    '/corrections',
    '/record/encounter/1',
    '/record/statement/1',
    '/record/figure/1',
    '/search',
    '/search?q=quay',
    '/following',
    '/sources',
    '/settings',
    '/notes',
    '/share?url=https://pages.example/boats',
    '/offline',
    '/design',
    '/nowhere',
  ])('%s', async (path) => {
    const context = await browser.newContext({
      baseURL: site.base,
      colorScheme,
      locale,
      serviceWorkers: 'block',
      viewport: { width, height: 900 },
    })
    const page = await context.newPage()
    await page.goto(path)
    if (path.endsWith('#saved-copy')) await page.evaluate('document.documentElement.dataset.copy = ""')
    for (const details of await page.locator('details').all())
      await details.evaluate((one) => one.setAttribute('open', ''))
    // Evaluated through the debugger: the page's own policy allows no script from outside.
    await page.evaluate(axe.source)
    const found = (await page.evaluate(
      `axe.run(document, { runOnly: { type: 'tag', values: ${JSON.stringify(rules)} } }).then(({ violations }) => violations)`,
    )) as Found[]
    expect(
      found.map(
        ({ id, nodes }) =>
          `${id}: ${nodes.map(({ html, failureSummary }) => `${html}\n${failureSummary}`).join('\n')}`,
      ),
    ).toEqual([])
    await context.close()
  })
})
