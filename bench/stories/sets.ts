/** The measuring sets as streams, and the figures by which clusterings are judged. */

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

export type Row = {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly published: number | undefined
  readonly episode: string | undefined
  readonly set: string
}

const DAY = 86_400_000

export function readRows<T>(folder: string, set: string): T[] {
  const path = join(folder, `${set}.jsonl.gz`)
  if (!existsSync(path)) {
    console.log(`missing: ${path}`)
    return []
  }
  return gunzipSync(readFileSync(path))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T)
}

type Raw = { id: string; title: string; text?: string; published?: string | null; episode?: string }

export function readSet(folder: string, set: string): Row[] {
  return readRows<Raw>(folder, set).map((raw) => ({
    id: raw.id,
    title: raw.title,
    text: raw.text ?? '',
    published: raw.published ? Date.parse(raw.published) : undefined,
    episode: raw.episode,
    set,
  }))
}

/** A small seeded generator (mulberry32), so that every run of the bench sees the same streams. */
export function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export type Timed = Row & { readonly seen: number }

/**
 * One stream in the order of publication. Undated pages arrive at moments drawn from the month of the
 * headlines, as an import would bring them among live news.
 */
export function stream(rows: readonly Row[], seed: number): Timed[] {
  const next = random(seed)
  const live = rows.filter((row) => row.set === 'headlines' && row.published !== undefined)
  const times = live.map((row) => row.published!).sort((a, b) => a - b)
  const from = times[Math.floor(times.length * 0.02)] ?? Date.UTC(2026, 0, 1)
  const to = times.at(-1) ?? from + 30 * DAY
  return rows
    .map((row) => ({ ...row, seen: row.published ?? from + next() * (to - from) }))
    .sort((a, b) => a.seen - b.seen)
}

export type Scores = {
  readonly b3: number
  readonly b3p: number
  readonly b3r: number
  readonly pair: number
  readonly pairP: number
  readonly pairR: number
  readonly articles: number
}

/** B³ and pairwise figures over the labelled rows. */
export function scores(
  items: readonly { readonly label: string; readonly cluster: string | number }[],
): Scores {
  const labels = new Map<string, number>()
  const clusters = new Map<string | number, number>()
  const cells = new Map<string, number>()
  for (const { label, cluster } of items) {
    labels.set(label, (labels.get(label) ?? 0) + 1)
    clusters.set(cluster, (clusters.get(cluster) ?? 0) + 1)
    const cell = `${label}\t${cluster}`
    cells.set(cell, (cells.get(cell) ?? 0) + 1)
  }
  let precision = 0
  let recall = 0
  for (const { label, cluster } of items) {
    const both = cells.get(`${label}\t${cluster}`)!
    precision += both / clusters.get(cluster)!
    recall += both / labels.get(label)!
  }
  const pairs = (counts: Iterable<number>) => {
    let sum = 0
    for (const n of counts) sum += (n * (n - 1)) / 2
    return sum
  }
  const b3p = precision / items.length
  const b3r = recall / items.length
  const hit = pairs(cells.values())
  const pairP = hit / Math.max(1, pairs(clusters.values()))
  const pairR = hit / Math.max(1, pairs(labels.values()))
  return {
    b3p,
    b3r,
    b3: harmonic(b3p, b3r),
    pairP,
    pairR,
    pair: harmonic(pairP, pairR),
    articles: items.length,
  }
}

export const harmonic = (a: number, b: number): number => (a + b === 0 ? 0 : (2 * a * b) / (a + b))
