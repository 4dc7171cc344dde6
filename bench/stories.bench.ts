/** Measures how coverage is put together: copies, episodes, stories, seeds, throughput and memory. */

import { join } from 'node:path'
import type { Bar, Bench } from './bar.ts'
import { copies } from './stories/copies.ts'
import { collapse, episodes } from './stories/episodes.ts'
import { longLinks } from './stories/long-links.ts'
import { rebuild } from './stories/rebuild.ts'
import { seeds } from './stories/seeds.ts'
import { readSet } from './stories/sets.ts'
import { speed } from './stories/speed.ts'

export const run: Bench = async ({ data }) => {
  const folder = join(data, 'stories')
  const bars: Bar[] = []
  const sets = ['wikinews', 'allsides', 'basil', 'ecb', 'headlines'].flatMap((set) => readSet(folder, set))
  if (sets.some((row) => row.episode !== undefined)) bars.push(...copies(sets), ...episodes(sets))
  if (sets.some((row) => row.set === 'headlines')) bars.push(...collapse(sets))
  bars.push(...longLinks(folder), ...seeds(data), ...speed(), ...(await rebuild()))
  return bars
}
