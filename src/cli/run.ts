/** Parses the command line, opens what the command needs, and turns outcomes into words and exit codes. */

import { text } from 'node:stream/consumers'
import { Command, CommanderError } from 'commander'
import { type Env, parseConfig } from '../config.ts'
import type { ExitCode, Options } from './command.ts'
import { commands } from './commands.ts'

type Streams = {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  readonly terminal: boolean
  readonly input?: () => Promise<string>
}

const standardInput = (): Promise<string> => text(process.stdin)

const standard: Streams = {
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`),
  terminal: process.stderr.isTTY === true,
}

export async function run(argv: readonly string[], env: Env, streams: Streams = standard): Promise<ExitCode> {
  let exit: ExitCode = 0
  const program = new Command('throughline')
    .description('A news reader in which the unit is the story.')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => streams.out(text.trimEnd()),
      writeErr: (text) => streams.err(text.trimEnd()),
    })
    .showHelpAfterError('(add --help for what can be given)')
  for (const spec of commands) {
    const command = program.command(spec.usage).description(spec.summary)
    for (const [flags, meaning] of spec.options ?? []) command.option(flags, meaning)
    command.action(async (...given: unknown[]) => {
      const config = parseConfig(env)
      if ('failed' in config) {
        streams.err(config.failed)
        exit = 2
        return
      }
      const args = given
        .slice(0, -2)
        .flat()
        .filter((arg) => arg !== undefined) as string[]
      exit = await spec.run({ input: standardInput, ...streams, config }, args, given.at(-2) as Options)
    })
  }
  try {
    await program.parseAsync(['node', 'throughline', ...argv])
    return exit
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    return error.exitCode === 0 ? 0 : 2
  }
}
