/** Starts the worker thread and brings it back should it ever die. */

import { Worker } from 'node:worker_threads'
import type { Config } from '../config.ts'

/** Pause before a thread that died is started anew. Milliseconds. */
const PAUSE = 1_000

export type WorkerThread = { readonly stop: () => Promise<void> }

/** `died` is told why, in case it happens: the jobs it had are released by the next one. */
export function startThread(config: Config, died: (error: Error) => void): WorkerThread {
  let stopping = false
  let thread: Worker
  let exited: Promise<void>
  const start = () => {
    thread = new Worker(new URL('./thread.ts', import.meta.url), { workerData: config })
    exited = new Promise((resolve) => thread.once('exit', () => resolve()))
    thread.once('error', (error) => {
      died(error as Error)
      setTimeout(() => {
        if (!stopping) start()
      }, PAUSE)
    })
  }
  start()
  return {
    stop: async () => {
      stopping = true
      thread.postMessage('stop')
      await exited
    },
  }
}
