import { describe, expect, it } from 'vitest'
import type { Extracted } from '../model/article.ts'
import { stitch } from './stitch.ts'

const page = (paragraphs: readonly string[], nextPage?: string): Extracted => {
  const text = ['Title', ...paragraphs].join('\n\n')
  let start = 7
  return {
    title: 'Title',
    text,
    authors: [],
    keywords: [],
    language: 'en',
    direction: 'ltr',
    access: 'free',
    confidence: 0.9,
    blocks: [
      { kind: 'title', start: 0, end: 5 },
      ...paragraphs.map((p) => {
        const block = { kind: 'paragraph' as const, start, end: start + p.length }
        start = block.end + 2
        return block
      }),
    ],
    marks: [{ kind: 'strong', start: 7, end: 10 }],
    ...(nextPage ? { nextPage } : {}),
  }
}

describe('an article in parts', () => {
  it('is one text, with titles and repeated notes once and spans in place', () => {
    const whole = stitch(page(['One.', 'A note.'], 'https://x.example/2'), [page(['Two.', 'A note.'])])
    expect(whole.text).toBe('Title\n\nOne.\n\nA note.\n\nTwo.')
    expect(whole.nextPage).toBeUndefined()
    expect(whole.blocks.map((b) => whole.text.slice(b.start, b.end))).toEqual([
      'Title',
      'One.',
      'A note.',
      'Two.',
    ])
    expect(whole.marks.map((m) => whole.text.slice(m.start, m.end))).toEqual(['One', 'Two'])
  })
})
