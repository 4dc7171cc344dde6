/** The gazetteer of places: countries from CLDR, cities and regions from GeoNames, and what news calls them. */

import data from './places.data.json' with { type: 'json' }
import { COUNTRY_ALIASES, LANDS, PLACE_ALIASES } from './places-known.ts'

export type Place = {
  readonly name: string
  readonly kind: 'country' | 'land' | 'region' | 'city'
  /** ISO 3166-1 alpha-2. */
  readonly country?: string
  readonly latitude?: number
  readonly longitude?: number
  /** Thousands of people; cities only. */
  readonly population?: number
}

const CODES =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AZ BA BB BD BE BF BG BH BI BJ BM BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FO FR GA GB GD GE GH GL GM GN GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MO MR MT MU MV MW MX MY MZ NA NC NE NG NI NL NO NP NR NZ OM PA PE PF PG PH PK PL PR PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TC TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VN VU WS XK YE ZA ZM ZW'.split(
    ' ',
  )

const english = new Map<string, Place>()
const capitals = new Map<string, Place>()

const add = (name: string, place: Place): void => {
  if (!english.has(name)) english.set(name, place)
}

/** CLDR names for every country in one language, as written there. */
function countryNames(language: string): [string, string][] {
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
  const short = new Intl.DisplayNames([language], { type: 'region', fallback: 'none', style: 'short' })
  return CODES.flatMap((code) => {
    const both = [names.of(code), short.of(code)].filter((name) => name !== undefined)
    return [...new Set(both)].map((name): [string, string] => [name, code])
  })
}

const cities: Place[] = data.cities.split('\n').map((line) => {
  const [name, country, lat, lon, thousands] = line.split('|') as [string, string, string, string, string]
  const place: Place = {
    name,
    kind: 'city',
    country,
    latitude: Number(lat),
    longitude: Number(lon),
    population: Number.parseInt(thousands, 10),
  }
  if (thousands.endsWith('*') && !capitals.has(country)) capitals.set(country, place)
  return place
})

/** A country stands on the map where its capital does. */
function countryPlace(name: string, code: string): Place {
  const capital = capitals.get(code)
  return {
    name,
    kind: 'country',
    country: code,
    ...(capital ? { latitude: capital.latitude!, longitude: capital.longitude! } : {}),
  }
}

for (const [name, code] of [...countryNames('en'), ...COUNTRY_ALIASES]) add(name, countryPlace(name, code))
for (const [name, code] of LANDS) add(name, { name, kind: 'land', ...(code ? { country: code } : {}) })
const byName = new Map<string, Place>()
for (const city of cities) if (!byName.has(city.name)) byName.set(city.name, city)
for (const [name, is] of PLACE_ALIASES) {
  const city = byName.get(is) ?? byName.get(name)
  add(name, city ? { ...city, name } : { name, kind: 'land' })
}
for (const city of cities) add(city.name, city)
for (const line of data.regions.split('\n')) {
  const [name, country] = line.split('|') as [string, string]
  if (name.length > 3) add(name, { name, kind: 'region', country })
}

const others = new Map<string, Map<string, Place>>()

/** Country names of a language other than English, as CLDR writes them. */
function inLanguage(language: string): Map<string, Place> {
  let found = others.get(language)
  if (!found) {
    found = new Map()
    try {
      for (const [name, code] of countryNames(language)) found.set(name, countryPlace(name, code))
    } catch {
      // An unknown language tag: no names.
    }
    others.set(language, found)
  }
  return found
}

/** What the gazetteer knows of a name, in English or as `language` writes its countries. */
export function placeOf(name: string, language = 'en'): Place | undefined {
  return english.get(name) ?? (language === 'en' ? undefined : inLanguage(language).get(name))
}

/** Every name the gazetteer holds, in English and as `language` writes its countries: for training and for look-up tables. */
export const placeNames = (language = 'en'): IterableIterator<string> =>
  language === 'en' ? english.keys() : new Set([...inLanguage(language).keys(), ...english.keys()]).values()
