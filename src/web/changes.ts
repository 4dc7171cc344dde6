/** What changed between two versions of a text, sentence by sentence. */

export type Change = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string }

/** Beyond this many differing sentences a side the comparison would take longer than a page may. */
const MOST = 1500

/** In reading order; removed sentences stand before what replaced them. */
export function changesBetween(before: readonly string[], after: readonly string[]): readonly Change[] {
  let start = 0
  while (start < before.length && before[start] === after[start]) start += 1
  let end = 0
  while (
    end < Math.min(before.length, after.length) - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  )
    end += 1
  const same = (text: string): Change => ({ kind: 'same', text })
  const middle = align(before.slice(start, before.length - end), after.slice(start, after.length - end))
  return [...before.slice(0, start).map(same), ...middle, ...before.slice(before.length - end).map(same)]
}

/** The longest common subsequence decides what stayed. */
function align(before: readonly string[], after: readonly string[]): readonly Change[] {
  const removed = (text: string): Change => ({ kind: 'removed', text })
  const added = (text: string): Change => ({ kind: 'added', text })
  if (before.length > MOST || after.length > MOST) return [...before.map(removed), ...after.map(added)]
  const width = after.length + 1
  const longest = new Uint16Array((before.length + 1) * width)
  const at = (i: number, j: number) => longest[i * width + j] ?? 0
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      longest[i * width + j] =
        before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const changes: Change[] = []
  let i = 0
  let j = 0
  while (i < before.length || j < after.length) {
    const here = before[i]
    const there = after[j]
    if (here !== undefined && here === there) {
      changes.push({ kind: 'same', text: here })
      i += 1
      j += 1
    } else if (here !== undefined && (there === undefined || at(i + 1, j) >= at(i, j + 1))) {
      changes.push(removed(here))
      i += 1
    } else if (there !== undefined) {
      changes.push(added(there))
      j += 1
    }
  }
  return changes
}
