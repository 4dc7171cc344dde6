/** An article in several pages, joined to one: the first page's title and metadata, every page's blocks once. */

import type { Block, Extracted, Mark } from '../model/article.ts'
import type { Span } from '../model/span.ts'

/** Pages in order. Blocks a later page repeats (title, captions, notes to the reader) are not repeated. */
export function stitch(first: Extracted, further: readonly Extracted[]): Extracted {
  let text = first.text
  const blocks: Block[] = [...first.blocks]
  const marks: Mark[] = [...first.marks]
  const seen = new Set(first.blocks.map((block) => keyOf(first, block)))
  for (const page of further) {
    for (const block of page.blocks) {
      const key = keyOf(page, block)
      if (block.kind === 'title' || seen.has(key)) continue
      seen.add(key)
      const words = page.text.slice(block.start, block.end)
      if (words && text) text += '\n\n'
      const shift = text.length - block.start
      const move = <T extends Span>(span: T): T => ({
        ...span,
        start: span.start + shift,
        end: span.end + shift,
      })
      text += words
      blocks.push({ ...move(block), ...(block.rows ? { rows: block.rows.map((row) => row.map(move)) } : {}) })
      for (const mark of page.marks)
        if (mark.start >= block.start && mark.end <= block.end) marks.push(move(mark))
    }
  }
  const { nextPage: _, ...rest } = first
  const last = further.at(-1) ?? first
  return {
    ...rest,
    text,
    blocks,
    marks,
    confidence: Math.min(first.confidence, ...further.map((page) => page.confidence)),
    ...(last.nextPage ? { nextPage: last.nextPage } : {}),
  }
}

const keyOf = (page: Extracted, block: Block): string =>
  block.image
    ? `image ${block.image.src}`
    : block.href
      ? `embed ${block.href}`
      : page.text.slice(block.start, block.end).toLowerCase()
