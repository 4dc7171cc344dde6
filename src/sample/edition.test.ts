/** What is out when: late articles, relative days, second versions. */

import { expect, it } from 'vitest'
import { datedArticle, editionAt, isoIn } from './edition.ts'
import { parseWorldFile } from './parse.ts'
import type { SampleArticle, World } from './world.ts'

const start = Date.parse('2026-11-18T10:00:00Z')
const [draft] = parseWorldFile('@@@ ledger now+4m x\ntitle: x\n').drafts

const article = (over: Partial<SampleArticle>): SampleArticle => ({
  id: 'ledger/x',
  outlet: 'ledger',
  slug: 'x',
  path: '/x',
  title: 'x',
  authors: [],
  section: '',
  tags: [],
  access: 'free',
  undated: false,
  published: -60,
  body: [{ kind: 'p', text: 'It came on {{weekday:-2}}, {{date:-2}}.' }],
  draft: draft as NonNullable<typeof draft>,
  ...over,
})
const world = (over: Partial<SampleArticle>): World => ({ stories: [], articles: [article(over)] })

it('writes relative days out from the day of publication, in the outlet’s language', () => {
  expect(datedArticle(article({}), start, false).body[0]?.text).toBe('It came on Monday, 16 November.')
  expect(datedArticle(article({ outlet: 'vestnik' }), start, false).body[0]?.text).toContain('понедельник')
})

it('holds an article back until its minute has come, or until release', () => {
  const late = world({ published: 4 })
  expect(editionAt(late, start, start + 3 * 60_000)).toHaveLength(0)
  expect(editionAt(late, start, start + 4 * 60_000)).toHaveLength(1)
  const [released] = editionAt(late, start, start + 60_000, start + 60_000)
  expect(released?.published).toBe(start + 60_000)
})

it('replaces the first version by the second after its minutes, and dates the change', () => {
  const second = {
    title: 'y',
    note: 'Corrected.',
    body: [{ kind: 'p', text: 'No.' } as const],
    afterMinutes: 8,
  }
  const [before] = editionAt(world({ second }), start, start + 7 * 60_000)
  expect([before?.title, before?.modified]).toEqual(['x', undefined])
  const [after] = editionAt(world({ second }), start, start + 8 * 60_000)
  expect([after?.title, after?.note, after?.modified]).toEqual(['y', 'Corrected.', start + 8 * 60_000])
})

it('gives instants in the outlet’s own offset', () => {
  expect(isoIn(start, 'tna')).toBe('2026-11-18T13:00:00+03:00')
})
