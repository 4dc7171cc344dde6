import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startThread } from './start-thread.ts'

const thread = (code: string) => new URL(`data:text/javascript,${encodeURIComponent(code)}`)
const living = `import { parentPort } from 'node:worker_threads'
const beat = setInterval(() => parentPort.postMessage('alive'), 20)
parentPort.once('message', () => { clearInterval(beat); parentPort.close() })`

async function watch(code: string, deaths: number): Promise<string[]> {
  const died: string[] = []
  const running = startThread({
    module: thread(code),
    data: join(mkdtempSync(join(tmpdir(), 'thread-')), 'mark'),
    died: (why) => died.push(why),
    silence: 400,
  })
  for (let tries = 0; tries < 100 && died.length < deaths; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  await new Promise((resolve) => setTimeout(resolve, 1_100))
  await running.stop()
  return died
}

test('A thread that lives is left alone and stops when asked', async () => {
  expect(await watch(living, 0)).toEqual([])
})

test('A thread that hangs is ended and started anew', async () => {
  const hanging = `import { workerData } from 'node:worker_threads'
    import { existsSync, writeFileSync } from 'node:fs'
    if (!existsSync(workerData)) { writeFileSync(workerData, ''); for (;;); }
    ${living}`
  expect(await watch(hanging, 1)).toEqual(['it hung for 0 seconds'])
})

test('A thread that dies is started anew, with its reason told', async () => {
  const dying = `throw new Error('no room')`
  const died = await watch(dying, 2)
  expect(died.length).toBeGreaterThanOrEqual(2)
  expect(new Set(died)).toEqual(new Set(['no room']))
})
