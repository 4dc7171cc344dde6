import { describe, expect, it } from 'vitest'
import { nextPart } from './parts.ts'

const next = (address: string, href: string) => nextPart([{ rel: 'next', href }], address)

describe('the next part of an article', () => {
  it.each([
    ['https://quay.example/rail/deal', '/rail/deal/2', 'https://quay.example/rail/deal/2'],
    ['https://quay.example/rail/deal/', '/rail/deal/page/2/', 'https://quay.example/rail/deal/page/2/'],
    ['https://quay.example/rail/deal.html', 'deal-2.html', 'https://quay.example/rail/deal-2.html'],
    [
      'https://quay.example/rail/deal-page-2.html',
      'deal-page-3.html',
      'https://quay.example/rail/deal-page-3.html',
    ],
    ['https://quay.example/a?id=5', '?id=5&page=2', 'https://quay.example/a?id=5&page=2'],
    ['https://quay.example/a?id=5&page=2', '?id=5&page=3', 'https://quay.example/a?id=5&page=3'],
  ])('of %s is %s', (address, href, expected) => {
    expect(next(address, href)).toBe(expected)
  })

  it.each([
    ['https://quay.example/rail/deal', '/rail/another-deal'],
    ['https://quay.example/rail/deal', 'https://elsewhere.example/rail/deal/2'],
    ['https://quay.example/rail/deal/2', '/rail/deal/2'],
    ['https://quay.example/rail/deal', '/rail/deal/5'],
    ['https://quay.example/a?id=5', '?id=6'],
    ['https://quay.example/rail/deal', 'javascript:next()'],
  ])('of %s is not %s', (address, href) => {
    expect(next(address, href)).toBeUndefined()
  })
})
