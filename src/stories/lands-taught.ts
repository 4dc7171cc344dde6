/** What a collection itself teaches of countries: a name that is told of nearly always with one country is of it. */

export type Landed = { readonly names: ReadonlySet<string>; readonly lands: readonly string[] }

/** Articles that name it along with any country, and the share of them with the same one. */
const FEWEST = 5
const SHARE = 0.7

/** From articles with the names in them and the countries told by the gazetteer, to all countries of one of them. */
export function taughtLands(articles: readonly Landed[]): (article: Landed) => readonly string[] {
  const seen = new Map<string, { all: number; readonly by: Map<string, number> }>()
  for (const { names, lands } of articles) {
    if (lands.length === 0) continue
    for (const name of names) {
      const known = seen.get(name) ?? { all: 0, by: new Map<string, number>() }
      seen.set(name, known)
      known.all++
      for (const land of lands) known.by.set(land, (known.by.get(land) ?? 0) + 1)
    }
  }
  const taught = new Map<string, string>()
  for (const [name, { all, by }] of seen) {
    if (all < FEWEST) continue
    // One more that is nowhere: few articles prove less than many.
    const [land, count] = [...by].reduce((most, one) => (one[1] > most[1] ? one : most))
    if (count >= SHARE * (all + 1)) taught.set(name, land)
  }
  return ({ names, lands }) => {
    const more = Array.from(names, (name) => taught.get(name)).filter((land) => land !== undefined)
    return more.length === 0 ? lands : [...new Set([...lands, ...more])]
  }
}
