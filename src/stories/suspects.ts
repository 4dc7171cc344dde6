/** Which others an episode may be one with: those its articles came near to when they were placed. */

/** Episodes and how near they are, in log-odds. */
type Near = ReadonlyMap<number, number>

export type Suspects = {
  /** An article is being placed, and came near to these. */
  readonly placed: (article: number, near: Near) => void
  /** It now stands in an episode. Of one to which articles came unplaced, nobody knows what it is near to. */
  readonly settle: (article: number, episode: number, isFirst: boolean) => void
  /** The articles of an episode go over to another. */
  readonly pass: (from: number, to: number) => void
  /** What an episode may be one with, the likeliest first; undefined where that is unknown and has to be looked for. */
  readonly of: (episode: number) => readonly number[] | undefined
  /** What a look has found. */
  readonly set: (episode: number, found: Near) => void
  readonly forget: (episode: number) => void
}

export function openSuspects(): Suspects {
  const known = new Map<number, Near>()
  /** An article is settled right after it was placed. */
  let latest: { readonly article: number; readonly near: Near } | undefined

  const likelier = (a: Near, b: Near): Near => {
    if (b.size === 0) return a
    const both = new Map(a)
    for (const [other, value] of b) both.set(other, Math.max(value, both.get(other) ?? value))
    return both
  }

  return {
    placed(article, near) {
      latest = { article, near }
    },
    settle(article, episode, isFirst) {
      const before = isFirst ? none : known.get(episode)
      if (latest?.article !== article || before === undefined) {
        known.delete(episode)
        return
      }
      known.set(episode, likelier(before, latest.near))
      for (const [other, value] of latest.near) {
        const theirs = known.get(other)
        if (theirs !== undefined && other !== episode)
          known.set(other, likelier(theirs, new Map([[episode, value]])))
      }
    },
    pass(from, to) {
      const [mine, theirs] = [known.get(from), known.get(to)]
      if (mine !== undefined && theirs !== undefined) known.set(to, likelier(theirs, mine))
      else known.delete(to)
    },
    of(episode) {
      const near = known.get(episode)
      if (near === undefined) return undefined
      return [...near]
        .filter(([other]) => other !== episode)
        .sort((a, b) => b[1] - a[1] || a[0] - b[0])
        .map(([other]) => other)
    },
    set: (episode, found) => known.set(episode, found),
    forget: (episode) => known.delete(episode),
  }
}

const none: Near = new Map()
