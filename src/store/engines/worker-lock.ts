/**
 * One worker for one embedded store: placing articles into stories is an ordered, single writer.
 *
 * The lock is an exclusive transaction on a small database beside the real one. The operating system lets go
 * of it when the process ends, however it ends, which a lock file with a process id in it cannot promise.
 */

import { DatabaseSync } from 'node:sqlite'

/** The release, or undefined where another process works on this store. */
export function holdWorker(database: string): (() => void) | undefined {
  if (database === ':memory:') return () => {}
  const lock = new DatabaseSync(`${database}.worker`, { timeout: 0 })
  try {
    lock.exec('begin exclusive')
  } catch {
    lock.close()
    return undefined
  }
  return () => lock.close()
}
