import { expect, test } from 'vitest'
import { type Asked, failuresBeforeRetiring, nextCheck } from './schedule.ts'

const now = '2024-03-05T12:00:00.000Z'
const ago = (minutes: number): string => new Date(Date.parse(now) - minutes * 60_000).toISOString()
const every = (minutes: number, first = minutes): string[] =>
  Array.from({ length: 20 }, (_, at) => ago(first + at * minutes))
const headers = (more: Record<string, string> = {}): Asked['answer'] => ({ kind: 'ok', headers: more })
const failed = (failures: number, more: Record<string, string> = {}): Asked['answer'] => ({
  kind: 'failed',
  failures,
  headers: more,
})

const usual: Asked = { published: every(120), answer: headers(), now, jitter: 0 }

/** Minutes from now. */
function wait(more: Partial<Asked>): number | undefined {
  const { at } = nextCheck({ ...usual, ...more })
  return at === undefined ? undefined : (Date.parse(at) - Date.parse(now)) / 60_000
}

const day = 24 * 60

test.each<[string, Partial<Asked>, number]>([
  ['half the usual gap of a source', {}, 60],
  ['ten minutes at least for a busy one', { published: every(2) }, 10],
  ['a day at most for a rare one', { published: every(30 * day) }, day],
  ['longer as a source falls silent', { published: every(60, 20 * 60) }, 120],
  ['an hour for one nothing is known of', { published: [] }, 60],
  ['an hour for one that published once', { published: [ago(5)] }, 60],
  [
    'no shorter for a batch stamped together',
    { published: [...Array.from({ length: 19 }, () => ago(60)), ago(60 + 19 * 480)] },
    60,
  ],
  ['as long as max-age says', { answer: headers({ 'cache-control': 'public, max-age=7200' }) }, 120],
  [
    'what max-age leaves after Age',
    { answer: headers({ 'cache-control': 'max-age=7200', age: '1200' }) },
    100,
  ],
  ['not for max-age=0', { answer: headers({ 'cache-control': 'max-age=0' }) }, 60],
  ['not for no-cache', { answer: headers({ 'cache-control': 'no-cache, max-age=7200' }) }, 60],
  [
    'until Expires',
    { answer: headers({ expires: 'Tue, 05 Mar 2024 15:00:00 GMT', date: 'Tue, 05 Mar 2024 12:00:00 GMT' }) },
    180,
  ],
  ['not for Expires: 0', { answer: headers({ expires: '0' }) }, 60],
  ['a day at most, whatever max-age says', { answer: headers({ 'cache-control': 'max-age=31536000' }) }, day],
  ['as long as ttl says', { ttl: 240 }, 240],
  ['no less than its rhythm for a short ttl', { ttl: 5 }, 60],
  ['Retry-After in seconds', { answer: failed(1, { 'retry-after': '10800' }) }, 180],
  ['Retry-After as a date', { answer: failed(1, { 'retry-after': 'Tue, 05 Mar 2024 18:00:00 GMT' }) }, 360],
  ['Retry-After beyond a day', { answer: failed(1, { 'retry-after': String(3 * 86_400) }) }, 3 * day],
  [
    'Retry-After no longer than a month',
    { answer: failed(1, { 'retry-after': String(400 * 86_400) }) },
    30 * day,
  ],
  ['Retry-After of an answer that came', { answer: headers({ 'retry-after': '10800' }) }, 180],
  ['an hour after one failure', { answer: failed(1) }, 60],
  ['twice as long after each further one', { answer: failed(3) }, 240],
  ['a day at most after many', { answer: failed(40) }, day],
  ['a day where a hub tells of news', { pushed: true }, day],
  ['the end of skipped hours', { skipHours: [13, 14] }, 180],
  ['past midnight for a skipped evening', { published: every(24 * 60), skipHours: [0, 1] }, 14 * 60],
  ['past a skipped day', { skipDays: ['Tuesday', 'WEDNESDAY'] }, 36 * 60],
  ['nothing where every hour is skipped', { skipHours: Array.from({ length: 24 }, (_, at) => at) }, 60],
  [
    'nothing where every day is skipped',
    { skipDays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] },
    60,
  ],
  ['a tenth more at full jitter', { jitter: 1 }, 66],
  ['half an hour more at most', { jitter: 1, published: every(30 * day) }, day + 30],
  ['its own bounds', { published: every(2), bounds: { shortest: 60_000, longest: 3_600_000 } }, 1],
])('waits %s', (_, asked, minutes) => {
  expect(wait(asked)).toBe(minutes)
})

test('never asks again where the server says it is gone', () => {
  expect(nextCheck({ ...usual, answer: { kind: 'gone' } })).toEqual({
    why: 'The server says it is gone for good',
  })
})

test('retires a source that failed for long, and says why', () => {
  expect(nextCheck({ ...usual, answer: failed(failuresBeforeRetiring) })).toEqual({
    why: `It failed ${failuresBeforeRetiring} times in a row`,
  })
  expect(wait({ answer: failed(failuresBeforeRetiring - 1) })).toBe(day)
})

test('gives the reason that counted', () => {
  expect(nextCheck({ ...usual, ttl: 600 }).why).toBe('It asks for that long (ttl)')
  expect(nextCheck(usual).why).toBe('As often as it publishes')
  expect(nextCheck({ ...usual, skipHours: [13] }).why).toBe('It asks not to be read at that time')
})
