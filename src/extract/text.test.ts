import { describe, expect, it } from 'vitest'
import { extractText } from './text.ts'

const BODY = [
  'The harbour board agreed on Monday to rebuild the old pier, and its members set aside twelve million for the work.',
  '\u201cWe have waited ten years for this,\u201d said Ana Ruiz, who chairs the board, after the vote in Port Wen.',
  'The pier closed after the storm of 2013, when waves broke three of its pillars and the ferry stopped calling.',
  'Work begins in March.',
]

describe('copied text', () => {
  it('keeps the article and drops what stood around it on the page', () => {
    const { title, blocks, text } = extractText(
      [
        'All your papers in one place.',
        'Start reading',
        'The Harbour Post',
        'The Harbour Post',
        'World',
        '',
        'Board agrees to rebuild the old pier',
        '',
        'The old pier in Port Wen. (Reuters)',
        '',
        ...BODY.flatMap((p) => [p, '']),
        'Sign up to continue',
        'All your papers in one place, chosen for you.',
        'Related Stories',
        'Top stories on papers right now',
      ].join('\n'),
      {},
    )
    expect(title).toBe('Board agrees to rebuild the old pier')
    expect(blocks.map((b) => b.kind)).toEqual([
      'title',
      'caption',
      'paragraph',
      'paragraph',
      'paragraph',
      'paragraph',
    ])
    expect(text.split('\n\n').slice(2)).toEqual(BODY)
  })

  it('reads a repeated headline once', () => {
    const { text } = extractText(
      [
        'Board rebuilds the pier',
        '',
        'Board rebuilds the pier',
        'Board rebuilds the pier',
        '',
        ...BODY.flatMap((p) => [p, '']),
      ].join('\n'),
      {},
    )
    expect(text.split('\n\n')).toEqual(['Board rebuilds the pier', ...BODY])
  })

  it('drops the trailers of a blog: source line, neighbours, closed comments', () => {
    const { text } = extractText(
      [
        'Board rebuilds the pier',
        '',
        ...BODY.flatMap((p) => [p, '']),
        'Source: Board rebuilds the pier',
        '',
        'PREV A storm that nobody foretold',
        'NEXT Ferry returns \u2013 Wen TV website',
        '',
        '2 replies',
        '',
        'Comments are closed.',
      ].join('\n'),
      {},
    )
    expect(text.split('\n\n').slice(1)).toEqual(BODY)
  })

  it('infers the outlet with its reason, and never takes the aggregator for it', () => {
    const { outlet } = extractText(
      [
        'Paperboy',
        'Paperboy',
        'Port Wen - The Harbour Post',
        '',
        'Board rebuilds the pier',
        '',
        ...BODY.flatMap((p) => [p, '']),
        'Top stories on Paperboy right now',
      ].join('\n'),
      {},
    )
    expect(outlet).toEqual({ name: 'The Harbour Post', inferred: true, why: 'it is named in the dateline' })
  })

  it('joins lines that a program broke at a fixed width', () => {
    const wrapped = BODY.map((p) => p.replace(/(.{1,60})(?: |$)/g, '$1\n').trim()).join('\n\n')
    expect(extractText(`Board rebuilds the pier\n\n${wrapped}`, {}).text.split('\n\n').slice(1)).toEqual(BODY)
  })

  it('bears an empty text', () => {
    expect(extractText('', {}).blocks).toEqual([])
  })
})
