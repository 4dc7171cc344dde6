/** What every benchmark reports: a figure held against the bar an issue sets. */

export type Bar = {
  /** `<bench>.<name>`, stable, no spaces. */
  readonly name: string
  readonly measured: number
  readonly op: '>=' | '<=' | '=='
  readonly bar: number
}

export type Bench = (options: BenchOptions) => Promise<readonly Bar[]>

export type BenchOptions = {
  /** The folder of test material, laid out as its README says. */
  readonly data: string
}

export function holds({ measured, op, bar }: Bar): boolean {
  if (op === '>=') return measured >= bar
  if (op === '<=') return measured <= bar
  return measured === bar
}

export function barLine(bar: Bar): string {
  const shown = Number.isInteger(bar.measured) ? String(bar.measured) : bar.measured.toFixed(4)
  return `BAR ${bar.name} ${shown} ${bar.op} ${bar.bar} ${holds(bar) ? 'ok' : 'short'}`
}
