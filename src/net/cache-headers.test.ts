import { expect, test } from 'vitest'
import { freshSeconds, parseHttpDate, retryAfterSeconds } from './cache-headers.ts'

const now = Date.UTC(1994, 10, 6, 8, 49, 37)

test.each([
  'Sun, 06 Nov 1994 08:49:37 GMT',
  'Sunday, 06-Nov-94 08:49:37 GMT',
  'Sun Nov  6 08:49:37 1994',
  'Sun, 6 Nov 1994 08:49:37 UTC',
])('%s is that very second', (text) => {
  expect(parseHttpDate(text)).toBe(now)
})

test.each([
  '',
  '0',
  '-1',
  'tomorrow',
  'Sun, 06 Foo 1994 08:49:37 GMT',
  'Sun, 36 Nov 1994 08:49:37 GMT',
  '1994-11-06T08:49:37Z',
])('%j is no date', (text) => {
  expect(parseHttpDate(text)).toBeUndefined()
})

test.each([
  ['120', 120],
  [' 0 ', 0],
  ['1.2', 2],
  ['Sun, 06 Nov 1994 09:49:37 GMT', 3600],
  ['Sun, 06 Nov 1994 07:49:37 GMT', 0],
  ['-5', undefined],
  ['soon', undefined],
  ['', undefined],
  [undefined, undefined],
])('Retry-After %j is %s seconds', (value, seconds) => {
  expect(retryAfterSeconds(value, now)).toBe(seconds)
})

test.each([
  [{ 'cache-control': 'public, max-age=600' }, 600],
  [{ 'cache-control': 'MAX-AGE="600"' }, 600],
  [{ 'cache-control': 'max-age=600', age: '500' }, 100],
  [{ 'cache-control': 'max-age=600', age: '700' }, 0],
  [{ 'cache-control': 'no-cache, max-age=600' }, 0],
  [{ 'cache-control': 'no-store' }, 0],
  [{ 'cache-control': 'max-age=soon' }, undefined],
  [{ 'cache-control': 'max-age=600', expires: '0' }, 600],
  [{ expires: 'Sun, 06 Nov 1994 09:49:37 GMT' }, 3600],
  [{ expires: 'Sun, 06 Nov 1994 09:49:37 GMT', date: 'Sun, 06 Nov 1994 09:39:37 GMT' }, 600],
  [{ expires: '-1' }, 0],
  [{ 'cache-control': 'must-revalidate' }, undefined],
  [{}, undefined],
])('%j is fresh for %s seconds', (headers, seconds) => {
  expect(freshSeconds(headers as Record<string, string>, now)).toBe(seconds)
})
