/** Measures how coverage is put together: copies, episodes, stories, seeds, throughput and memory. */

import { join } from 'node:path'
import type { Bar, Bench } from './bar.ts'
import { copies } from './stories/copies.ts'
import { episodes } from './stories/episodes.ts'
import { readSet } from './stories/sets.ts'

export const run: Bench = async ({ data }) => {
  const folder = join(data, 'stories')
  const bars: Bar[] = []
  const sets = ['wikinews', 'allsides', 'basil', 'ecb', 'headlines'].flatMap((set) => readSet(folder, set))
  if (sets.length > 0) bars.push(...copies(sets), ...episodes(sets))
  return bars
}
