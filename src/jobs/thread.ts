/** The worker thread: all fetching and thinking happens here, so that pages answer while an import runs. */

import { parentPort, workerData } from 'node:worker_threads'
import { openContext } from '../app/context.ts'
import type { Config } from '../config.ts'
import { holdWorker } from '../store/engines/worker-lock.ts'
import { takeLetters } from './letters.ts'
import { BEAT } from './start-thread.ts'
import { keepWorking } from './work.ts'

/** How long to wait before asking again for the lock another process holds. Milliseconds. */
const ASK_AGAIN = 1_000

const config = workerData as Config
const stop = new AbortController()
parentPort?.once('message', () => stop.abort())
const beat = setInterval(() => parentPort?.postMessage('alive'), BEAT)

let release = holdWorker(config.database)
while (!release && !stop.signal.aborted) {
  await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN))
  release = holdWorker(config.database)
}
if (release) {
  const opened = await openContext(config)
  if ('failed' in opened) throw new Error(opened.failed)
  const letters = await takeLetters(opened.context, config)
  await keepWorking(opened.context, stop.signal)
  await letters?.close()
  await opened.close()
  release()
}
clearInterval(beat)
parentPort?.close()
