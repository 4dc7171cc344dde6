/** Starts the worker thread, watches that it lives, and brings it back should it die or hang. */

import { Worker } from 'node:worker_threads'

/** Pause before a thread that died is started anew. Milliseconds. */
const PAUSE = 1_000
/**
 * A thread that has not said a word for so long hangs in something no cap has caught, and is ended. The longest it may
 * rightly be busy with is one article of many hundred pages.
 */
const SILENCE = 60_000

export type WorkerThread = { readonly stop: () => Promise<void> }

export type Watched = {
  /** The module the thread runs; it says 'alive' at least every `BEAT` milliseconds while its loop turns. */
  readonly module: URL
  readonly data: unknown
  /** Told why a thread ended that should not have: the jobs it had are released by the next one. */
  readonly died: (why: string) => void
  readonly silence?: number
}

/** How often a living thread says so. Milliseconds. */
export const BEAT = 1_000

export function startThread({ module, data, died, silence = SILENCE }: Watched): WorkerThread {
  let stopping = false
  let thread: Worker
  let exited: Promise<void>
  let heard = performance.now()
  const start = () => {
    heard = performance.now()
    const started = new Worker(module, { workerData: data })
    thread = started
    exited = new Promise((resolve) => started.once('exit', () => resolve()))
    started.on('message', () => {
      heard = performance.now()
    })
    started.once('error', (error) => again(error instanceof Error ? error.message : String(error)))
  }
  const again = (why: string) => {
    if (stopping) return
    heard = Number.POSITIVE_INFINITY
    died(why)
    setTimeout(() => {
      if (!stopping) start()
    }, PAUSE)
  }
  const watch = setInterval(() => {
    if (performance.now() - heard < silence) return
    heard = Number.POSITIVE_INFINITY
    void thread.terminate().then(() => again(`it hung for ${Math.round(silence / 1000)} seconds`))
  }, silence / 4)
  start()
  return {
    stop: async () => {
      stopping = true
      clearInterval(watch)
      thread.postMessage('stop')
      await exited
    },
  }
}
