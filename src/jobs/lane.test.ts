import { expect, test } from 'vitest'
import type { Job } from '../store/queue.ts'
import { runLane } from './lane.ts'

const job = (id: number): Job => ({ id, kind: 'read', key: `item:${id}`, payload: {}, attempts: 1 })

/** Runs the jobs once; `delay` says how long each takes to prepare. */
async function run(ids: readonly number[], delay: (id: number) => number, width: number) {
  const waiting = ids.map(job)
  const settled: number[] = []
  const failed: string[] = []
  let preparing = 0
  let most = 0
  let done = false
  await runLane<number>(
    {
      width,
      take: async (count) => waiting.splice(0, count),
      prepare: async ({ id }) => {
        preparing += 1
        most = Math.max(most, preparing)
        await new Promise((resolve) => setTimeout(resolve, delay(id)))
        preparing -= 1
        if (id === 13) throw new Error('thirteen')
        return id
      },
      settle: async (_, id) => void settled.push(id),
      failed: async ({ id }, cause) => void failed.push(`${id}: ${(cause as Error).message}`),
      wait: async () => {
        done = true
      },
    },
    () => done,
  )
  return { settled, failed, most }
}

test('Results are settled in the order the jobs were taken, however long each takes', async () => {
  const { settled, most } = await run([1, 2, 3, 4, 5, 6], (id) => (id % 2 ? 20 : 1), 4)
  expect(settled).toEqual([1, 2, 3, 4, 5, 6])
  expect(most).toBeGreaterThan(1)
  expect(most).toBeLessThanOrEqual(4)
})

test('A job that fails is handed back and the ones behind it go on', async () => {
  const { settled, failed } = await run([12, 13, 14], () => 1, 3)
  expect(settled).toEqual([12, 14])
  expect(failed).toEqual(['13: thirteen'])
})
