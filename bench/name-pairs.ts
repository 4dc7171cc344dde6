/** Measures the comparison of person names on pairs that are the same person, or are not. */

import { readFileSync } from 'node:fs'
import { sameName } from '../src/words/names.ts'
import type { Bar } from './bar.ts'

/** One row of a CSV file; quoted fields may hold commas and doubled quotes. */
function cells(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/gu)].map((m) =>
    m[1] !== undefined ? m[1].replaceAll('""', '"') : (m[2] ?? ''),
  )
}

export function pairBars(file: string): Bar[] {
  const rows = readFileSync(file, 'utf8').trim().split('\n').slice(1).map(cells)
  let right = 0
  let found = 0
  let there = 0
  let strong = 0
  for (const [, , a, b, is, quality] of rows as [string, string, string, string, string, string][]) {
    const same = sameName(a, b).verdict === 'same'
    if (same) found++
    if (is === 'true') there++
    if (same && is === 'true') right++
    if (quality === 'STRONG' && same !== (is === 'true')) strong++
    if (process.env.SHOW && same !== (is === 'true'))
      console.log(`  ${is} ${quality}: ${a} | ${b} ${sameName(a, b).score.toFixed(2)}`)
  }
  const f = (2 * right) / (found + there)
  console.log(
    `name pairs: P ${(right / found).toFixed(3)} R ${(right / there).toFixed(3)} F ${f.toFixed(3)}; ${strong} wrong among the strong`,
  )
  return [
    { name: 'dossier.name-pairs-f', measured: f, op: '>=', bar: 0.83 },
    { name: 'dossier.name-pairs-strong-errors', measured: strong, op: '==', bar: 0 },
  ]
}
