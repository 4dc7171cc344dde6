/** Remembers which episodes are to be looked at again: one, six and twenty-four hours after each change. */

const HOUR = 3_600_000
const DELAYS = [HOUR, 6 * HOUR, 24 * HOUR] as const

export type Reviews = {
  /** An episode has changed at an instant (epoch milliseconds; instants never go back). */
  readonly note: (episode: number, at: number) => void
  /** The episodes whose time has come, each once, in the order in which they fell due. */
  readonly due: (now: number) => readonly number[]
}

/** Opens an empty agenda. An episode that changes often is looked at once per delay, not once per change. */
export function openReviews(): Reviews {
  const queues = DELAYS.map((delay) => ({
    delay,
    waiting: new Set<number>(),
    list: [] as { at: number; episode: number }[],
    head: 0,
  }))
  return {
    note(episode, at) {
      for (const queue of queues) {
        if (queue.waiting.has(episode)) continue
        queue.waiting.add(episode)
        queue.list.push({ at: at + queue.delay, episode })
      }
    },
    due(now) {
      const found = new Set<number>()
      for (const queue of queues) {
        while (queue.head < queue.list.length && queue.list[queue.head]!.at <= now) {
          const { episode } = queue.list[queue.head++]!
          queue.waiting.delete(episode)
          found.add(episode)
        }
        if (queue.head > 1024) {
          queue.list.splice(0, queue.head)
          queue.head = 0
        }
      }
      return [...found]
    },
  }
}
