/** What a command is: how it is called, what it may say, how it ends. */

import type { Config } from '../config.ts'

/** Where a command speaks. Results go to `out`, everything for people's eyes only to `err`. */
export type Io = {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Progress bars are drawn only here. */
  readonly terminal: boolean
  readonly config: Config
  /** What was given on standard input, whole: secrets come this way, since command lines are seen by others. */
  readonly input: () => Promise<string>
}

/** A command's outcome: 0 well, 1 it could not be done, 2 it was asked for wrongly. */
export type ExitCode = 0 | 1 | 2

/** How one command is declared; the documentation is held against these by a test. */
export type CommandSpec = {
  /** `import FILE...` in commander's form: `import <file...>`. */
  readonly usage: string
  readonly summary: string
  readonly options?: readonly (readonly [flags: string, meaning: string])[]
  readonly run: (io: Io, args: readonly string[], options: Options) => Promise<ExitCode>
}

export type Options = Readonly<Record<string, string | boolean | undefined>>
