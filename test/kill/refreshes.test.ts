/** A refresh killed at any moment loses nothing that its validator vouches for, and doubles nothing. */

import { expect, test } from 'vitest'
import { killRefreshes } from '../../bench/feeds/kills.ts'

test('Refreshes killed 25 times leave nothing missing and nothing doubled', {
  timeout: 120_000,
}, async () => {
  const { survived, losses, items } = await killRefreshes(25)
  expect(losses).toEqual([])
  expect(survived).toBe(25)
  expect(items).toBeGreaterThan(100)
})
