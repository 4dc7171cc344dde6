/** The given sets of pages with their keys, as files. */

import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { decode } from '../src/words/encoding.ts'
import type { Bar } from './bar.ts'

export type Gold = {
  readonly text?: string
  readonly title?: string
  readonly author?: string | readonly string[]
  readonly date?: string
  readonly with?: readonly string[]
  readonly without?: readonly string[]
}
export type Row = { readonly id: string; readonly url?: string; readonly gold: Gold }
export type AddBar = (name: string, measured: number, op: Bar['op'], limit: number) => void

export const rowsOf = (data: string, set: string): Row[] =>
  readFileSync(resolve(data, 'articles', set, 'gold.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row)

export const htmlOf = (data: string, set: string, id: string): string =>
  decode(gunzipSync(readFileSync(resolve(data, 'articles', set, `${id}.html.gz`))), { kind: 'html' }).text
