/** Which others an episode may be one with: those its articles came near to when they were placed. */

/** An episode, and how near it is, in log-odds. */
export type Suspect = { readonly episode: number; readonly value: number }

export type Suspects = {
  /** An article is being placed, and came near to these. */
  readonly placed: (article: number, near: readonly Suspect[]) => void
  /** It now stands in an episode. Of one to which articles came unplaced, nobody knows what it is near to. */
  readonly settle: (article: number, episode: number, isFirst: boolean) => void
  /** The articles of an episode go over to another. */
  readonly pass: (from: number, to: number) => void
  /** What an episode may be one with, the likeliest first; undefined where that is unknown and has to be looked for. */
  readonly of: (episode: number) => readonly number[] | undefined
  /** What a look has found. */
  readonly set: (episode: number, found: readonly Suspect[]) => void
  readonly forget: (episode: number) => void
}

/** Of each episode the likeliest few; twice as many as are ever looked at together. */
const MOST = 6

export function openSuspects(): Suspects {
  const known = new Map<number, readonly Suspect[]>()
  /** An article is settled right after it was placed. */
  let latest: { readonly article: number; readonly near: readonly Suspect[] } | undefined

  return {
    placed(article, near) {
      latest = { article, near }
    },
    settle(article, episode, isFirst) {
      const before = isFirst ? [] : known.get(episode)
      if (latest?.article !== article || before === undefined) {
        known.delete(episode)
        return
      }
      known.set(episode, likeliest(before, latest.near, episode))
      for (const { episode: other, value } of latest.near) {
        const theirs = known.get(other)
        if (theirs !== undefined) known.set(other, likeliest(theirs, [{ episode, value }], other))
      }
    },
    pass(from, to) {
      const [mine, theirs] = [known.get(from), known.get(to)]
      if (mine !== undefined && theirs !== undefined) known.set(to, likeliest(theirs, mine, to))
      else known.delete(to)
    },
    of: (episode) => known.get(episode)?.map((one) => one.episode),
    set: (episode, found) => known.set(episode, likeliest([], found, episode)),
    forget: (episode) => known.delete(episode),
  }
}

/** Both together, each episode once, without the one whose suspects they are. */
function likeliest(a: readonly Suspect[], b: readonly Suspect[], own: number): readonly Suspect[] {
  if (b.length === 0) return a
  const sorted = [...a, ...b].sort((x, y) => y.value - x.value || x.episode - y.episode)
  const once: Suspect[] = []
  for (const one of sorted)
    if (once.length < MOST && one.episode !== own && once.every(({ episode }) => episode !== one.episode))
      once.push(one)
  return once
}
