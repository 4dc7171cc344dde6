/** What every page is given, and who is asking. */

import type { Config } from '../config.ts'
import type { Store } from '../store/engines/engine.ts'
import type { Reader } from '../store/readers.ts'
import type { Commands } from './commands.ts'
import type { Pictures } from './pictures.ts'

export type Site = {
  readonly store: Store
  readonly config: Config
  readonly now: () => number
  readonly commands: Commands
  /** Absent where pictures are not to be fetched: their captions stand alone. */
  readonly pictures?: Pictures
}

export type Env = { Variables: { reader: Reader } }
