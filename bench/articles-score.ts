/** How texts, titles, authors and dates are held against the answer keys, as data/README.md says. */

/** Runs of word characters; Chinese, Japanese and Thai by characters. */
const TOKEN =
  /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|(?:(?![\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff])[\p{L}\p{N}_])+/gu

function shingles(text: string): Map<string, number> {
  const tokens = text.match(TOKEN) ?? []
  const counts = new Map<string, number>()
  const last = tokens.length === 0 ? -1 : Math.max(0, tokens.length - 4)
  for (let i = 0; i <= last; i++) {
    const key = tokens.slice(i, i + 4).join(' ')
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

export type Overlap = { readonly precision: number; readonly recall: number }

export function overlap(gold: string, found: string): Overlap {
  const [a, b] = [shingles(gold), shingles(found)]
  const sum = (counts: Map<string, number>): number => [...counts.values()].reduce((x, y) => x + y, 0)
  const [wanted, got] = [sum(a), sum(b)]
  let shared = 0
  for (const [key, n] of b) shared += Math.min(n, a.get(key) ?? 0)
  return {
    precision: got === 0 ? (wanted === 0 ? 1 : 0) : shared / got,
    recall: wanted === 0 ? 1 : shared / wanted,
  }
}

/** F1 of the means over pages. */
export function f1Of(pages: readonly Overlap[]): {
  readonly p: number
  readonly r: number
  readonly f1: number
} {
  const p = mean(pages.map((x) => x.precision))
  const r = mean(pages.map((x) => x.recall))
  return { p, r, f1: p + r === 0 ? 0 : (2 * p * r) / (p + r) }
}

export const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((x, y) => x + y, 0) / values.length

export const folded = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** The key gives a list, or one string with names parted by commas, semicolons or "and". */
export function sameAuthors(gold: string | readonly string[], found: readonly string[]): boolean {
  const set = (names: readonly string[]): string =>
    [...new Set(names.map(folded).filter(Boolean))].sort().join('|')
  const named = typeof gold === 'string' ? [gold] : gold
  return set(named.flatMap((name) => name.split(/\s*[;,]\s*|\s+(?:and|&|und)\s+/))) === set(found)
}

/** 95 % interval of the difference of two F1s on the same pages, by paired resampling with a fixed seed. */
export function pairedInterval(
  ours: readonly Overlap[],
  theirs: readonly Overlap[],
): readonly [number, number] {
  let seed = 12345
  const random = (): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    return seed / 2 ** 32
  }
  const differences: number[] = []
  for (let round = 0; round < 1000; round++) {
    const picks = ours.map(() => Math.floor(random() * ours.length))
    differences.push(f1Of(picks.map((i) => ours[i]!)).f1 - f1Of(picks.map((i) => theirs[i]!)).f1)
  }
  differences.sort((a, b) => a - b)
  return [differences[25]!, differences[974]!]
}
