/** The river in a real browser: from the keyboard alone, on a phone, without scripts, and a hundred thousand rows long. */

import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { hasChromium } from './chromium.ts'
import { open, phone, problems, shareSite, site } from './visit.ts'

shareSite({ clock: 'running' })

const titles = (page: Page) => page.locator('.river-row h3').allTextContents()
const reader = 1
const reading = (article: number) =>
  site.store.db
    .selectFrom('reading')
    .select(['read', 'starred', 'later', 'archived'])
    .where('reader', '=', reader)
    .where('article', '=', article)
    .executeTakeFirst()
const idOf = (key: string) => site.articles.get(key)!
const forget = () => site.store.db.deleteFrom('reading').execute()

describe.skipIf(!hasChromium)('with the keyboard alone', () => {
  test('j goes on and shows the article beside, which reads it; s stars it; m makes it unread again', async () => {
    await forget()
    const page = await open('/river?sort=oldest')
    await page.locator('.live').waitFor()
    const [first, second] = await titles(page)
    await page.keyboard.press('j')
    await page.locator('.pane h2', { hasText: first! }).waitFor()
    await page.keyboard.press('j')
    await page.locator('.pane h2', { hasText: second! }).waitFor()
    const id = Number(await page.locator('.river-row.open').getAttribute('data-id'))
    await page.keyboard.press('s')
    await page.locator(`#r${id}[data-starred]`).waitFor()
    expect(await reading(id)).toMatchObject({ read: expect.anything(), starred: expect.anything() })
    await page.keyboard.press('m')
    await page.locator(`#r${id}:not(.read)`).waitFor()
    await expect.poll(async () => (await reading(id))?.read).toBeNull()
    await page.context().close()
  })
  test('all below are marked read, and z takes it back', async () => {
    await forget()
    const page = await open('/river?sort=oldest')
    await page.locator('.live').waitFor()
    const all = (await titles(page)).length
    await page.keyboard.press('j')
    await page.locator('.pane').waitFor()
    await page.keyboard.press('Shift+B')
    await page.locator('.live .outcome').waitFor()
    await expect.poll(() => page.locator('.river-row.read').count()).toBe(all)
    await page.keyboard.press('z')
    await page.getByText('They are unread again.').waitFor()
    await expect.poll(() => page.locator('.river-row.read').count()).toBe(1)
    await page.context().close()
  })
  test('? names every key of the river', async () => {
    const page = await open('/river')
    await page.locator('.live').waitFor()
    await page.keyboard.press('?')
    const map = page.locator('dialog.keys[open]')
    await map.waitFor()
    expect(await map.textContent()).toContain('mark all above read')
    await page.context().close()
  })
  test('t goes to the tags; a tag becomes a place', async () => {
    const page = await open(`/river?open=${idOf('first')}`)
    await page.locator('.live').waitFor()
    await page.keyboard.press('t')
    await page.keyboard.type('harbour, strike')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Take off the tag strike' }).waitFor()
    await page.locator('.places').getByRole('link', { name: 'harbour', exact: true }).click()
    expect(await page.locator('.river-row').count()).toBe(1)
    await page.context().close()
  })
})

describe.skipIf(!hasChromium)('on a phone', () => {
  test('one pane at a time: places, list, article, and back to the same row', async () => {
    const page = await open('/river', phone)
    const seen = async (selector: string) => page.locator(selector).isVisible()
    expect([await seen('.places'), await seen('.list'), await seen('.reading')]).toEqual([false, true, false])
    const title = (await titles(page))[1]!
    await page.getByRole('link', { name: title }).tap()
    await page.locator('.pane').waitFor()
    expect([await seen('.list'), await seen('.reading')]).toEqual([false, true])
    await page.getByRole('link', { name: 'Back to the list' }).tap()
    await page.locator('.list').waitFor()
    expect(await page.evaluate('document.activeElement.textContent')).toBe(title)
    await page.getByRole('link', { name: 'Places' }).tap()
    await page.getByRole('link', { name: 'Starred' }).tap()
    await page.getByRole('heading', { name: 'Starred', exact: true }).waitFor()
    await page.context().close()
  })
  test('nothing is wider than the screen', async () => {
    for (const path of [
      '/river',
      `/river?open=${idOf('first')}`,
      '/river?pane=places',
      '/rules',
      '/taste',
      '/picks',
    ]) {
      const page = await open(path, phone)
      expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBe(390)
      await page.context().close()
    }
  })
})

describe.skipIf(!hasChromium)('without scripts', () => {
  test('read, star, tag, mark many and undo', async () => {
    await forget()
    const page = await open('/river', { javaScriptEnabled: false })
    const title = (await titles(page)).at(-1)!
    await page.getByRole('link', { name: title }).click()
    await page.locator('.pane h2', { hasText: title }).waitFor()
    await page.getByRole('button', { name: 'Star', exact: true }).click()
    await page.getByRole('button', { name: 'Starred' }).waitFor()
    await page.locator('.mass summary').click()
    await page.getByRole('button', { name: 'All here' }).click()
    await page.getByText('marked read.').waitFor()
    await page.getByRole('link', { name: 'Unread only' }).click()
    await page.getByText('Nothing unread here.').waitFor()
    await page.goBack()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('They are unread again.').waitFor()
    await page.context().close()
  })
})

describe.skipIf(!hasChromium)('rules', () => {
  test('what a rule would have caught is shown while it is written; kept, it can be applied to the past', async () => {
    await forget()
    const page = await open('/rules')
    await page.getByLabel('Words of condition 1').fill('dockers')
    await page.getByLabel('Try it on the last').selectOption('90')
    await page.getByText('It would have caught 0').waitFor()
    await page.getByLabel('Words of condition 1').fill('devany')
    await page.getByRole('heading', { name: 'It would have caught' }).waitFor()
    await page.locator('.caught').getByText('Devany and Orun sign the quay agreement').waitFor()
    await page.getByLabel('star it').check()
    await page.getByRole('button', { name: 'Keep the rule' }).click()
    await page.getByText('Where the title has “\u2068devany\u2069”').waitFor()
    await page.getByRole('button', { name: 'Apply to the last 30 days' }).click()
    await page.getByText('the rule was applied').waitFor()
    await page.goto('/river?in=starred')
    expect((await titles(page)).join()).toContain('Devany')
    await page.context().close()
  })
  test('without scripts a button shows it, and what is wrong is said', async () => {
    const page = await open('/rules', { javaScriptEnabled: false })
    await page.getByRole('button', { name: 'Keep the rule' }).click()
    await page.getByRole('alert').waitFor()
    await page.getByLabel('Words of condition 1').fill('devany')
    await page.getByRole('button', { name: 'Show what it would have caught' }).click()
    await page.getByRole('heading', { name: 'It would have caught' }).waitFor()
    expect(await page.getByLabel('Words of condition 1').inputValue()).toBe('devany')
    await page.context().close()
  })
})

describe.skipIf(!hasChromium)('a long river', () => {
  test('lays out few rows however many there are, and goes on to the end', async () => {
    const { db } = site.store
    const outlet = (await db.selectFrom('outlet').select('id').executeTakeFirstOrThrow()).id
    const many = 1500
    await db
      .insertInto('article')
      .values(
        Array.from({ length: many }, (_, n) => ({
          url: `https://long.example/${n}`,
          outlet,
          version: 1,
          title: `Row ${n}`,
          language: 'en',
          direction: 'ltr' as const,
          access: 'free' as const,
          confidence: 1,
          published: 1000 + n,
          dated: 1 as const,
          date_claim: null,
          first_seen: 1000 + n,
          episode: null,
          image: null,
          lead: 'A line.',
          words: 2,
          sample: 0 as const,
        })),
      )
      .execute()
    const page = await open('/river')
    const lastRow = page.locator('.river-row h3', { hasText: /^Row 0$/ })
    await expect
      .poll(
        async () => {
          await page.locator('.river-rows').evaluate((view) => view.scrollTo(0, view.scrollHeight))
          return lastRow.count()
        },
        { timeout: 20_000 },
      )
      .toBe(1)
    expect(await page.locator('.river-row').count()).toBeLessThan(60)
    expect(await page.getByText('That is all.').isVisible()).toBe(true)
    await page.context().close()
  })
})

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

describe.skipIf(!hasChromium).each([
  { name: 'light and wide', options: { colorScheme: 'light' as const } },
  { name: 'dark on a phone', options: { ...phone, colorScheme: 'dark' as const } },
  { name: 'mirrored', options: { locale: 'ar' } },
])('axe finds nothing, $name', ({ options }) => {
  test.each([
    '/river',
    '/river?open=1',
    '/river?pane=places',
    '/rules?words=devany&days=90',
    '/taste',
    '/picks?story=1',
    '/sources/1',
    '/story/1',
    '/article/1',
  ])('%s', async (path) => {
    const page = await open(path, options)
    for (const details of await page.locator('details').all())
      await details.evaluate((one) => one.setAttribute('open', ''))
    await page.evaluate(axe.source)
    const found = (await page.evaluate(
      `axe.run(document, { runOnly: { type: 'tag', values: ${JSON.stringify(rules)} } }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`,
    )) as string[]
    expect(found).toEqual([])
    await page.context().close()
  })
})

test.skipIf(!hasChromium)('nothing went wrong on any page', () => {
  expect(problems.filter((one) => !one.includes('status of 400'))).toEqual([])
})
