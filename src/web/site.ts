/** What every page is given, and who is asking. */

import type { Config } from '../config.ts'
import type { Store } from '../store/engines/engine.ts'
import type { Reader } from '../store/readers.ts'
import type { Commands } from './commands.ts'

export type Site = {
  readonly store: Store
  readonly config: Config
  readonly now: () => number
  readonly commands: Commands
}

export type Env = { Variables: { reader: Reader } }
