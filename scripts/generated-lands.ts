/** Real geography for invented news: countries with their regions and towns, large ones and small ones, as they are called. */

import { placeNames, placeOf } from '../src/words/places.ts'
import type { Land } from './generated-dense.ts'

const MOST_REGIONS = 9
const MOST_TOWNS = 60
const FEWEST_TOWNS = 12

/** With thousands of people. */
type Town = { readonly name: string; readonly population: number }

/** As many countries as asked for, drawn by `next` (0 to 1). */
export function realLands(next: () => number, count: number): readonly Land[] {
  const drawn = <T>(list: readonly T[], most: number): readonly T[] =>
    list
      .map((one) => ({ one, at: next() }))
      .sort((a, b) => a.at - b.at)
      .slice(0, most)
      .map(({ one }) => one)
  const countries = new Map<string, { name: string; regions: string[]; towns: Town[] }>()
  for (const name of placeNames()) {
    const { kind, country, population = 1 } = placeOf(name)!
    if (country === undefined) continue
    const known = countries.get(country)
    // The first name of a country is the one it goes by.
    if (known === undefined) {
      if (kind === 'country') countries.set(country, { name, regions: [], towns: [] })
    } else if (kind === 'region') known.regions.push(name)
    else if (kind === 'city') known.towns.push({ name, population })
  }
  const large = [...countries.values()].filter(
    ({ regions, towns }) => regions.length > 3 && towns.length >= FEWEST_TOWNS,
  )
  return drawn(large, count).map(({ name, regions, towns }) => {
    // News happens where people are: a town of twice as many is drawn as if it were two.
    const some = towns
      .map((town) => ({ ...town, at: next() ** (1 / Math.max(1, town.population)) }))
      .sort((a, b) => b.at - a.at)
      .slice(0, MOST_TOWNS)
    const parts = drawn(regions, MOST_REGIONS)
    return {
      name,
      people: name,
      capital: towns[0]!.name,
      regions: parts.map((region, at) => ({
        name: region,
        towns: some.filter((_, n) => n % parts.length === at).map((town) => town.name),
      })),
    }
  })
}
