/** `npm run bench -- NAME [--data DIR]`: measures against the bars, prints a table, then one BAR line each. */

import { existsSync, readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Bench, barLine } from './bar.ts'

const here = import.meta.dirname
const names = readdirSync(here)
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.slice(0, -'.bench.ts'.length))
  .sort()

const { values, positionals } = parseArgs({
  options: { data: { type: 'string' } },
  allowPositionals: true,
})
const data = resolve(values.data ?? resolve(here, '../../shared/data'))
const wanted = positionals[0]

if (positionals.length !== 1 || (wanted !== 'all' && !names.includes(wanted ?? ''))) {
  console.error(`Usage: npm run bench -- NAME [--data DIR]\nNAME is one of: ${names.join(', ')}, all`)
  process.exit(2)
}
if (!existsSync(data)) {
  console.error(
    `No test material at ${data}. What belongs there, and how it is laid out, is described in docs/benchmarks.md; ` +
      'name another folder with --data DIR. Benchmarks that need none of it still run.',
  )
}

for (const name of wanted === 'all' ? names : [wanted as string]) {
  const { run } = (await import(`./${name}.bench.ts`)) as { run: Bench }
  const bars = await run({ data })
  for (const bar of bars) console.log(barLine(bar))
}
