/** Many short lists of whole numbers in one array: they grow and shrink without garbage, and the collector walks none. */

/** Lists are known by small whole numbers; one that nothing was put into is empty. */
export type Lists = {
  readonly lengthOf: (list: number) => number
  /** Where the numbers of a list begin in `numbers`, until any list grows. */
  readonly startOf: (list: number) => number
  readonly numbers: () => Int32Array
  /** Makes room for some numbers at a place of a list, and says where in `numbers` they are to be written. */
  readonly widen: (list: number, at: number, by: number) => number
  /** Takes numbers out at a place of a list. */
  readonly narrow: (list: number, at: number, by: number) => void
}

/** Blocks hold a power of two; of a free one the first number leads to the next free one of its size. */
const SIZES = 31
const NO_BLOCK = -1

export function openLists(): Lists {
  let pool = new Int32Array(4096)
  let used = 0
  const free = new Int32Array(SIZES).fill(NO_BLOCK)
  let starts = new Int32Array(1024)
  let lengths = new Int32Array(1024)
  /** By list: the size of its block as a power of two; meaningless while it is empty. */
  let sizes = new Uint8Array(1024)

  function blockOf(size: number): number {
    const block = free[size]!
    if (block !== NO_BLOCK) {
      free[size] = pool[block]!
      return block
    }
    const start = used
    used += 1 << size
    if (used > pool.length) {
      const old = pool
      pool = new Int32Array(Math.max(used, old.length * 2))
      pool.set(old)
    }
    return start
  }

  function release(block: number, size: number): void {
    pool[block] = free[size]!
    free[size] = block
  }

  function know(list: number): void {
    if (list < starts.length) return
    const [oldStarts, oldLengths, oldSizes] = [starts, lengths, sizes]
    const room = Math.max(list + 1, starts.length * 2)
    starts = new Int32Array(room)
    lengths = new Int32Array(room)
    sizes = new Uint8Array(room)
    starts.set(oldStarts)
    lengths.set(oldLengths)
    sizes.set(oldSizes)
  }

  return {
    lengthOf: (list) => (list < lengths.length ? lengths[list]! : 0),
    startOf: (list) => (list < starts.length ? starts[list]! : 0),
    numbers: () => pool,
    widen(list, at, by) {
      know(list)
      if (by === 0) return starts[list]! + at
      const length = lengths[list]!
      lengths[list] = length + by
      if (length > 0 && length + by <= 1 << sizes[list]!) {
        const place = starts[list]! + at
        if (at < length) pool.copyWithin(place + by, place, starts[list]! + length)
        return place
      }
      const size = 32 - Math.clz32(length + by - 1)
      const start = blockOf(size)
      const old = starts[list]!
      for (let i = 0; i < at; i++) pool[start + i] = pool[old + i]!
      for (let i = at; i < length; i++) pool[start + by + i] = pool[old + i]!
      if (length > 0) release(old, sizes[list]!)
      starts[list] = start
      sizes[list] = size
      return start + at
    },
    narrow(list, at, by) {
      if (by === 0) return
      const start = starts[list]!
      const left = lengths[list]! - by
      if (at < left) pool.copyWithin(start + at, start + at + by, start + at + by + (left - at))
      lengths[list] = left
      if (left === 0) release(start, sizes[list]!)
      // The upper half becomes a block of its own.
      else
        while (left <= (1 << sizes[list]!) / 2) {
          sizes[list]!--
          release(start + (1 << sizes[list]!), sizes[list]!)
        }
    },
  }
}
