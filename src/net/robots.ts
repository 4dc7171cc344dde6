/** robots.txt by RFC 9309: what it says to us, and whether a path may be fetched. */

export type RobotsRule = { readonly allow: boolean; readonly pattern: string }

export type Robots = {
  readonly rules: readonly RobotsRule[]
  /** Seconds between requests that the host asks for. */
  readonly crawlDelay?: number
  /** Absolute addresses, as written. */
  readonly sitemaps: readonly string[]
}

export const everythingAllowed: Robots = { rules: [], sitemaps: [] }

/** RFC 9309 2.5 asks for at least 500 KiB to be read. */
const mostBytes = 512 * 1024
const mostRules = 10_000

type Group = { readonly agents: string[]; readonly rules: RobotsRule[]; crawlDelay?: number }

/** The product token of a User-Agent: `Throughline/1.0 (+https://…)` gives `throughline`. */
export const productToken = (userAgent: string): string =>
  (/^[a-z_-]+/i.exec(userAgent.trim())?.[0] ?? '').toLowerCase()

/**
 * RFC 9309 2.2.2: octets outside ASCII compare as their percent-encoding, and percent-encoded unreserved characters
 * as themselves.
 */
function normalPath(path: string): string {
  return path
    .replace(/[^\x21-\x7e]+/g, (run) => encodeURIComponent(run.toWellFormed()))
    .replace(/%[0-9a-f]{2}/gi, (escaped) => {
      const character = String.fromCharCode(Number.parseInt(escaped.slice(1), 16))
      return /[A-Za-z0-9._~-]/.test(character) ? character : escaped.toUpperCase()
    })
}

/** Reads the groups for `token` (lower case), or for `*` where none names it. Never fails: bad lines are let be. */
export function parseRobots(text: string, token: string): Robots {
  const groups: Group[] = []
  const sitemaps: string[] = []
  let group: Group | undefined
  let namingAgents = false
  let count = 0
  for (const line of text
    .slice(0, mostBytes)
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)) {
    const colon = line.indexOf(':')
    if (colon < 0) continue
    const key = line.slice(0, colon).trim().toLowerCase()
    const value = (line.slice(colon + 1).split('#')[0] ?? '').trim()
    if (key === 'sitemap') {
      if (sitemaps.length < 1000) sitemaps.push(line.slice(colon + 1).trim())
      continue
    }
    if (key === 'user-agent') {
      if (!namingAgents || !group) {
        group = { agents: [], rules: [] }
        groups.push(group)
      }
      namingAgents = true
      group.agents.push(value === '*' ? '*' : productToken(value))
      continue
    }
    // Lines of other kinds do not end a list of agents (RFC 9309 2.2.4).
    if (key !== 'allow' && key !== 'disallow' && key !== 'crawl-delay') continue
    namingAgents = false
    if (!group || count >= mostRules) continue
    if (key === 'crawl-delay') {
      const seconds = Number(value)
      if (value !== '' && seconds >= 0 && Number.isFinite(seconds)) group.crawlDelay = seconds
    } else if (value !== '') {
      count++
      group.rules.push({ allow: key === 'allow', pattern: normalPath(value) })
    }
  }
  const named = token === '' ? [] : groups.filter(({ agents }) => agents.includes(token))
  const ours = named.length > 0 ? named : groups.filter(({ agents }) => agents.includes('*'))
  const delays = ours.flatMap(({ crawlDelay }) => (crawlDelay === undefined ? [] : [crawlDelay]))
  return {
    rules: ours.flatMap(({ rules }) => rules),
    ...(delays.length > 0 ? { crawlDelay: Math.max(...delays) } : {}),
    sitemaps,
  }
}

/** Matches from the beginning; `*` is any run, a final `$` the end. Linear in the stars, whatever the pattern. */
function matches(pattern: string, path: string): boolean {
  const anchored = pattern.endsWith('$')
  const pieces = (anchored ? pattern.slice(0, -1) : pattern).split('*')
  const first = pieces[0] ?? ''
  if (!path.startsWith(first)) return false
  let at = first.length
  for (const [index, piece] of pieces.entries()) {
    if (index === 0) continue
    if (anchored && index === pieces.length - 1)
      return path.length - piece.length >= at && path.endsWith(piece)
    const found = path.indexOf(piece, at)
    if (found < 0) return false
    at = found + piece.length
  }
  return !anchored || at === path.length
}

/** Whether the path (with its query) may be fetched: the longest matching rule decides, allow wins a tie. */
export function mayFetch(robots: Robots, pathAndQuery: string): boolean {
  if (pathAndQuery === '/robots.txt') return true
  const path = normalPath(pathAndQuery)
  let best: RobotsRule | undefined
  for (const rule of robots.rules) {
    const longer = best === undefined ? 1 : rule.pattern.length - best.pattern.length
    if ((longer > 0 || (longer === 0 && rule.allow)) && matches(rule.pattern, path)) best = rule
  }
  return best?.allow ?? true
}
