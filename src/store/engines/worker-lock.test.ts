import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { holdWorker } from './worker-lock.ts'

test('A store has one worker at a time, and the next one starts when it lets go', () => {
  const database = join(mkdtempSync(join(tmpdir(), 'lock-')), 'a.sqlite')
  const first = holdWorker(database)
  expect(first).toBeDefined()
  expect(holdWorker(database)).toBeUndefined()
  first?.()
  const next = holdWorker(database)
  expect(next).toBeDefined()
  next?.()
})
