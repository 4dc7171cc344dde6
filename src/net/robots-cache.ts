/** Keeps each origin's robots.txt for a day, fetched through the door. */

import { type Failure, failure, isFailure } from './failure.ts'
import type { Answer } from './request.ts'
import { everythingAllowed, mayFetch, parseRobots, productToken, type Robots } from './robots.ts'

type Kept = { readonly robots: Robots | Failure; readonly at: number; readonly until: number }

const hour = 3_600_000
const mostOrigins = 10_000
/** Characters of all kept rules together: nobody fills our memory with long robots.txt files. */
const mostCharacters = 20_000_000

const weightOf = ({ robots }: Kept): number =>
  isFailure(robots) ? 0 : robots.rules.reduce((sum, { pattern }) => sum + pattern.length, 0)

export type RobotsCache = {
  /** Undefined where the page may be fetched; else why not. Fetches robots.txt where none is kept. */
  readonly check: (url: URL) => Promise<Failure | undefined>
  /** Seconds between requests that the origin asks for, if its robots.txt is known. */
  readonly crawlDelay: (origin: string) => number | undefined
}

export function openRobotsCache(
  userAgent: string,
  now: () => number,
  fetchRobots: (url: string) => Promise<Answer | Failure>,
): RobotsCache {
  const token = productToken(userAgent)
  const kept = new Map<string, Kept>()
  const running = new Map<string, Promise<Kept>>()

  let characters = 0
  const drop = (origin: string) => {
    const old = kept.get(origin)
    if (old) characters -= weightOf(old)
    kept.delete(origin)
  }
  const keep = (origin: string, fresh: Kept) => {
    drop(origin)
    kept.set(origin, fresh)
    characters += weightOf(fresh)
    // The one just read stays, whatever its length.
    for (const oldest of kept.keys()) {
      if (oldest === origin || (kept.size <= mostOrigins && characters <= mostCharacters)) break
      drop(oldest)
    }
  }

  const read = async (origin: string, old: Kept | undefined): Promise<Kept> => {
    const outcome = await fetchRobots(`${origin}/robots.txt`)
    const at = now()
    if (!isFailure(outcome)) {
      const robots = parseRobots(new TextDecoder().decode(outcome.body), token)
      return { robots, at, until: at + 24 * hour }
    }
    const { code, status = 0 } = outcome
    // RFC 9309 2.3.1.3: a 4xx means there are no rules; 429 rather says that we are not welcome just now.
    if ((code === 'http' && status >= 400 && status < 500 && status !== 429) || code === 'redirects')
      return { robots: everythingAllowed, at, until: at + 24 * hour }
    // RFC 9309 2.3.1.4 and 2.4: unreachable means everything is forbidden, but an old copy may serve for a month.
    if (old && !isFailure(old.robots) && at - old.at < 30 * 24 * hour) return { ...old, until: at + hour }
    // Whatever else keeps us from the rules will keep us from the page as well: that is the failure to show.
    if (code !== 'http' && code !== 'too-large' && code !== 'broken')
      return { robots: outcome, at, until: at + 60_000 }
    const why = failure(
      'robots',
      `The site’s rules for readers like this one cannot be read (${outcome.failed})`,
      {
        ...(status ? { status } : {}),
        retryAfter: outcome.retryAfter,
      },
    )
    return {
      robots: why,
      at,
      until: at + Math.min(hour, Math.max(600_000, (outcome.retryAfter ?? 0) * 1000)),
    }
  }

  const robotsOf = async (origin: string): Promise<Robots | Failure> => {
    const known = kept.get(origin)
    if (known && now() < known.until) return known.robots
    let fresh = running.get(origin)
    if (!fresh) {
      fresh = read(origin, known).finally(() => running.delete(origin))
      running.set(origin, fresh)
    }
    const result = await fresh
    // A stopped fetch says nothing about the site.
    if (isFailure(result.robots) && result.robots.code === 'cancelled') return result.robots
    keep(origin, result)
    return result.robots
  }

  return {
    check: async (url) => {
      const robots = await robotsOf(url.origin)
      if (isFailure(robots)) return robots
      if (mayFetch(robots, url.pathname + url.search)) return undefined
      return failure('robots', `${url.host} asks readers like this one not to fetch that page`)
    },
    crawlDelay: (origin) => {
      const robots = kept.get(origin)?.robots
      return robots && !isFailure(robots) ? robots.crawlDelay : undefined
    },
  }
}
