/** What neighbours say of an article: beside many likely ones that tell the same it is likelier, beside unlikely ones less. */

const DAY = 86_400_000
/** News of one matter a few years apart is hardly about the same. */
const APART = 1000 * DAY
const NEAREST = 20
const ROUNDS = 2

export type Neighbour = {
  readonly time: number
  readonly dated: boolean
  readonly score: number
  /** Each once, with how much it counts. */
  readonly terms: readonly (readonly [term: number, worth: number])[]
}

/** The scores drawn by `share` (0 to 1) at most to those of the articles most like each, in the order given. */
export function drawnByNeighbours(articles: readonly Neighbour[], share: number): readonly number[] {
  const nearest = nearestOf(articles)
  const own = articles.map(({ score }) => score)
  let now: readonly number[] = own
  for (let round = 0; round < ROUNDS; round++) {
    const before = now
    now = own.map((score, at) => {
      let sum = 0
      let all = 1e-9
      for (const [other, likeness] of nearest[at]!) {
        sum += likeness ** 2 * before[other]!
        all += likeness ** 2
      }
      // Who is like nobody keeps what it has.
      const pull = share * Math.min(1, Math.sqrt(all))
      return score * (1 - pull) + (pull * sum) / all
    })
  }
  return now
}

type Near = readonly [article: number, likeness: number]

/** Cosines of their terms, less with the time between them. */
function nearestOf(articles: readonly Neighbour[]): readonly (readonly Near[])[] {
  const postings = new Map<number, [article: number, weight: number][]>()
  const weighed = articles.map(({ terms }, at) => {
    const length = Math.sqrt(terms.reduce((sum, [, worth]) => sum + worth, 1e-9))
    return terms.map(([term, worth]) => {
      const weight = Math.sqrt(worth) / length
      const list = postings.get(term)
      if (list === undefined) postings.set(term, [[at, weight]])
      else list.push([at, weight])
      return [term, weight] as const
    })
  })
  const apart = (one: Neighbour, other: Neighbour): number =>
    one.dated && other.dated ? Math.exp(-Math.abs(one.time - other.time) / APART) : 1
  return articles.map((one, at) => {
    const cosines = new Float64Array(articles.length)
    for (const [term, weight] of weighed[at]!)
      for (const [other, its] of postings.get(term)!) cosines[other]! += weight * its
    const found: Near[] = []
    for (const [other, cosine] of cosines.entries()) {
      if (other === at || cosine === 0) continue
      const likeness = cosine * apart(one, articles[other]!)
      if (found.length === NEAREST && likeness <= found[NEAREST - 1]![1]) continue
      let place = Math.min(found.length, NEAREST - 1)
      for (; place > 0 && found[place - 1]![1] < likeness; place--) found[place] = found[place - 1]!
      found[place] = [other, likeness]
    }
    return found
  })
}
