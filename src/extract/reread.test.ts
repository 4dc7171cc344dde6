import { describe, expect, it } from 'vitest'
import { rereadOf } from './reread.ts'

const version = (title: string, ...paragraphs: string[]) => {
  let text = title
  const blocks = [{ kind: 'title' as const, start: 0, end: title.length }]
  const all: { kind: 'title' | 'paragraph'; start: number; end: number }[] = [...blocks]
  for (const words of paragraphs) {
    text += '\n\n'
    all.push({ kind: 'paragraph', start: text.length, end: text.length + words.length })
    text += words
  }
  return { title, text, blocks: all }
}

const LATE = 'The ferry left the quay an hour late.'
const TOLL = 'The toll stays as it was, the pilots said.'
const TIP = 'Follow us for more from the harbour.'
const page = (...words: string[]) => ['Ferry leaves late', ...words].join('\n')
const same = { fixed: false, sameReading: true }
const newer = { fixed: false, sameReading: false }

describe('an article that reads differently', () => {
  it('was edited where its old words are gone from the page', () => {
    const before = version('Ferry leaves late', LATE, TOLL)
    const after = version('Ferry leaves late', LATE, 'The toll is doubled, the pilots said.')
    for (const how of [same, newer])
      expect(
        rereadOf(before, after, { ...how, page: page(LATE, 'The toll is doubled, the pilots said.') }),
      ).toBe(undefined)
    expect(rereadOf(before, version('Ferry leaves late', LATE), { ...newer, page: page(LATE) })).toBe(
      undefined,
    )
  })

  it('was edited where words came and the page is read as before', () => {
    const how = { ...same, page: page(LATE, TOLL) }
    expect(rereadOf(version('Ferry leaves late', LATE), version('Ferry leaves late', LATE, TOLL), how)).toBe(
      undefined,
    )
  })

  it('was edited where its headline is another', () => {
    const how = { ...newer, page: `Ferry leaves on time\n${LATE}` }
    expect(rereadOf(version('Ferry leaves late', LATE), version('Ferry leaves on time', LATE), how)).toBe(
      undefined,
    )
  })

  it('was only read anew where what it lost still stands on the page', () => {
    const before = version('Ferry leaves late', LATE, TIP)
    const after = version('Ferry leaves late', LATE)
    expect(rereadOf(before, after, { ...same, page: page(LATE, TIP) })).toBe('program')
  })

  it('was only read anew where a newer program found more of it, or a reader said so', () => {
    const before = version('Ferry leaves late', LATE)
    const after = version('Ferry leaves late', LATE, TOLL)
    expect(rereadOf(before, after, { ...newer, page: page(LATE, TOLL) })).toBe('program')
    expect(rereadOf(before, after, { ...same, fixed: true, page: page(LATE, TOLL) })).toBe('fix')
  })
})
