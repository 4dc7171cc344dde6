import { describe, expect, it } from 'vitest'
import type { Block } from '../model/article.ts'
import { carry, diffVersions } from './versions.ts'

const version = (...paragraphs: string[]) => {
  const text = paragraphs.join('\n\n')
  let start = 0
  const blocks = paragraphs.map((p): Block => {
    const block: Block = { kind: 'paragraph', start, end: start + p.length }
    start = block.end + 2
    return block
  })
  return { text, blocks }
}

const OLD = version(
  'The pier will cost twelve million. It opens in May.',
  'Ana Ruiz chairs the board. She lives in Wen.',
)
const NEW = version(
  'The pier will cost fourteen million. It opens in May.',
  'The mayor objected on Friday.',
  'Ana Ruiz chairs the board.',
)

describe('two versions of an article', () => {
  const changes = diffVersions(OLD, NEW)

  it('show what was kept, edited, added and removed', () => {
    expect(changes.map((c) => c.kind)).toEqual(['edited', 'same', 'added', 'same', 'removed'])
  })

  it('account for every sentence of both', () => {
    const old = changes.flatMap((c) => ('old' in c ? [OLD.text.slice(c.old.start, c.old.end)] : []))
    expect(old.join(' ')).toBe(OLD.text.replace('\n\n', ' '))
  })

  it('carry evidence where its words survive, also in an edited sentence', () => {
    const find = (words: string) => ({
      start: OLD.text.indexOf(words),
      end: OLD.text.indexOf(words) + words.length,
    })
    const there = (words: string) => {
      const place = carry(find(words), OLD, NEW, changes)
      return place && NEW.text.slice(place.start, place.end)
    }
    expect(there('It opens in May.')).toBe('It opens in May.')
    expect(there('The pier')).toBe('The pier')
    expect(there('twelve million')).toBeUndefined()
    expect(there('She lives in Wen.')).toBeUndefined()
  })
})
