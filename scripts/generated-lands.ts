/** Real geography for invented news: countries with their regions and towns, large ones and small ones, as they are called. */

import { placeNames, placeOf } from '../src/words/places.ts'
import type { Land } from './generated-dense.ts'

const MOST_REGIONS = 9
const MOST_TOWNS = 60
const FEWEST_TOWNS = 12

/** As many countries as asked for, drawn by `next` (0 to 1). Most towns are smaller than those by which a country is told. */
export function realLands(next: () => number, count: number): readonly Land[] {
  const drawn = <T>(list: readonly T[], most: number): readonly T[] =>
    list
      .map((one) => ({ one, at: next() }))
      .sort((a, b) => a.at - b.at)
      .slice(0, most)
      .map(({ one }) => one)
  const countries = new Map<string, { name: string; regions: string[]; towns: string[] }>()
  for (const name of placeNames()) {
    const { kind, country } = placeOf(name)!
    if (country === undefined) continue
    const known = countries.get(country)
    // The first name of a country is the one it goes by.
    if (known === undefined) {
      if (kind === 'country') countries.set(country, { name, regions: [], towns: [] })
    } else if (kind === 'region') known.regions.push(name)
    else if (kind === 'city') known.towns.push(name)
  }
  const large = [...countries.values()].filter(
    ({ regions, towns }) => regions.length > 3 && towns.length >= FEWEST_TOWNS,
  )
  return drawn(large, count).map(({ name, regions, towns }) => {
    const some = drawn(towns, MOST_TOWNS)
    const parts = drawn(regions, MOST_REGIONS)
    return {
      name,
      people: name,
      capital: towns[0]!,
      regions: parts.map((region, at) => ({
        name: region,
        towns: some.filter((_, n) => n % parts.length === at),
      })),
    }
  })
}
