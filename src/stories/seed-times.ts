/** What time says of an article beside seeds: within their span it is likelier theirs, and beside other likely ones more so. */

const DAY = 86_400_000
const SPAN_MARGIN = 60 * DAY
/** News of a story comes in bursts: how far one reaches, in milliseconds, and how much it tells. */
const BURST = 14 * DAY
const LIFT = 0.1

type Timed = { readonly time: number; readonly dated: boolean }

/** 1 within the span of the seeds and for a while around it, then less with time, but never nothing. */
export function lifespan(seeds: readonly Timed[]): (time: number) => number {
  const times = seeds.filter(({ dated }) => dated).map(({ time }) => time)
  if (times.length === 0) return () => 1
  const from = Math.min(...times)
  const to = Math.max(...times)
  const margin = SPAN_MARGIN + (to - from) / 4
  return (time) => {
    const outside = Math.max(0, from - time, time - to)
    return outside <= margin ? 1 - 0.3 * (outside / margin) : 0.7 / (1 + (outside - margin) / margin)
  }
}

/** From likely articles and how likely each is, 0 to 1: how much more likely an instant makes another, 1 and more. */
export function bursts(likely: readonly (Timed & { readonly weight: number })[]): (time: number) => number {
  const dated = likely.filter((one) => one.dated)
  const known = new Map<number, number>()
  const density = (time: number): number => {
    const cell = Math.floor(time / (BURST / 4))
    const before = known.get(cell)
    if (before !== undefined) return before
    const sum = dated.reduce((all, one) => all + one.weight * Math.exp(-Math.abs(one.time - time) / BURST), 0)
    known.set(cell, sum)
    return sum
  }
  const usual = dated.reduce((sum, { time }) => sum + density(time), 0) / dated.length
  return usual > 0 ? (time) => 1 + (LIFT * density(time)) / usual : () => 1
}
