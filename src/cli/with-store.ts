/** Opens the store for one command and closes it whatever happens. */

import { type Opened, openContext } from '../app/context.ts'
import type { ExitCode, Io } from './command.ts'

export async function withStore(io: Io, run: (opened: Opened) => Promise<ExitCode>): Promise<ExitCode> {
  const opened = await openContext(io.config)
  if ('failed' in opened) {
    io.err(opened.failed)
    return 1
  }
  try {
    return await run(opened)
  } finally {
    await opened.close()
  }
}
