/** Reads the annotated corpus and varies it: the same sentences with other people, places and organisations. */

import { readdirSync, readFileSync } from 'node:fs'
import { placeNames, placeOf } from '../src/words/places.ts'

export type Piece = { readonly text: string; readonly kind?: 'PER' | 'ORG' | 'LOC'; readonly sub?: string }
export type Line = readonly Piece[]
export type Document = readonly Line[]
export type Random = () => number

const folder = new URL('../corpus/', import.meta.url)

/** Documents of every corpus/*.news.txt: one sentence a line, names as [PER Ana Ruiz], documents parted by ---. */
export function readCorpus(): Document[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.news.txt'))
    .sort()
    .flatMap((file) => readFileSync(new URL(file, folder), 'utf8').split(/^---.*$/mu))
    .map((part) =>
      part
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line && !line.startsWith('#'))
        .map(readLine),
    )
    .filter((lines) => lines.length > 0)
}

function readLine(line: string): Line {
  const pieces: Piece[] = []
  let at = 0
  for (const match of line.matchAll(/\[(PER|ORG|LOC)(?:\.(\w+))? ([^\]]+)\]/gu)) {
    if (match.index > at) pieces.push({ text: line.slice(at, match.index) })
    const kind = match[1] as 'PER' | 'ORG' | 'LOC'
    pieces.push({ text: match[3]!, kind, ...(match[2] ? { sub: match[2] } : {}) })
    at = match.index + match[0].length
  }
  if (/\[(PER|ORG|LOC)/u.test(line.slice(at))) throw new Error(`Unclosed name in corpus line: ${line}`)
  if (at < line.length) pieces.push({ text: line.slice(at) })
  return pieces
}

const lines = (file: string): string[] =>
  readFileSync(new URL(file, folder), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))

const people = JSON.parse(
  readFileSync(new URL('../src/dossier/people.data.json', import.meta.url), 'utf8'),
) as { given: string; family: string }

const split = (list: string): string[] => list.split(/[\s/]+/u).filter(Boolean)
const culture = (file: string): Map<string, string[]> =>
  new Map(
    lines(file).map((line) => [line.slice(0, line.indexOf(':')), split(line.slice(line.indexOf(':') + 1))]),
  )
const given = culture('given.txt')
const family = culture('family.txt')
const cultures = [...given.keys()]
const allGiven = people.given.split(' ')
const allFamily = people.family.split(' ')

const organisations = new Map(
  lines('organisations.txt').map((line): [string, string[]] => {
    const colon = line.indexOf(': ')
    return [line.slice(0, colon), line.slice(colon + 2).split('|')]
  }),
)
const organisationKind = new Map(
  [...organisations].flatMap(([kind, names]) => names.map((name) => [name, kind] as const)),
)

const countries: string[] = []
const bigCities: string[] = []
const cities: string[] = []
const regions: string[] = []
for (const name of placeNames()) {
  const place = placeOf(name)!
  if (place.kind === 'country') countries.push(name)
  else if (place.kind === 'city') (place.population! > 400 ? bigCities : cities).push(name)
  else if (place.kind === 'region') regions.push(name)
}

const pick = <T>(list: readonly T[], random: Random): T => list[Math.floor(random() * list.length)]!

/** A made-up name that no list holds, from the beginnings and ends of listed ones. */
function blend(list: readonly string[], random: Random): string {
  const a = pick(list, random)
  const b = pick(list, random)
  const cut = Math.max(2, Math.floor(a.length / 2))
  return a.slice(0, cut) + b.slice(Math.floor(b.length / 2)).toLowerCase()
}

type Person = { given: string; family: string }

function person(random: Random): Person {
  const dice = random()
  if (dice < 0.6) {
    const which = random() < 0.45 ? 'western' : pick(cultures, random)
    const g = pick(given.get(which)!, random)
    const f = pick(family.get(which)!, random)
    return { given: g, family: f }
  }
  const g = dice < 0.93 ? pick(allGiven, random) : blend(allGiven, random)
  const f =
    dice < 0.78 ? pick(allFamily, random) : dice < 0.9 ? blend(allFamily, random) : pick(allFamily, random)
  const double = random()
  if (double < 0.03) return { given: g, family: `${f}-${pick(allFamily, random)}` }
  if (double < 0.06)
    return { given: `${g} ${String.fromCharCode(65 + Math.floor(random() * 26))}.`, family: f }
  if (double < 0.08) return { given: `${g[0]}.`, family: f }
  if (double < 0.12)
    return {
      given: g,
      family: `${pick(['al-', 'Al-', 'El-', 'Abu ', 'bin ', 'van ', 'de ', 'von ', 'Ben ', 'Mc', "O'", 'dos ', 'Le '], random)}${f}`,
    }
  return { given: g, family: f }
}

const cityName = (random: Random): string => pick(random() < 0.5 ? bigCities : cities, random)

/** An organisation of a kind: a known one, or one made the way such names are made. */
function organisation(kind: string, random: Random): string {
  const known = organisations.get(kind)
  if (known && random() < 0.6) return pick(known, random)
  const f = pick(random() < 0.5 ? allFamily : family.get('western')!, random)
  const city = cityName(random)
  const country = pick(countries, random)
  switch (kind) {
    case 'company':
      return pick(
        [
          `${f} ${pick(['Inc', 'Corp', 'Group', 'Holdings', 'Industries', 'Energy', 'Capital', 'Technologies', 'Pharma', 'Motors', 'Airlines', 'Bank', 'Partners', 'Foods', 'Securities', 'Ltd', 'AG', 'SpA', 'SA', 'Plc', 'Therapeutics', 'Resources', 'Media'], random)}`,
          `${f} & ${pick(allFamily, random)}`,
          blend(allFamily, random),
          `Bank of ${city}`,
          `${city} ${pick(['Gas', 'Airways', 'Steel', 'Telecom', 'Insurance', 'Bank', 'Electric'], random)}`,
          `${blend(allFamily, random)}${pick(['tech', 'soft', 'bank', 'corp', 'gen', 'oil', 'gas'], random)}`,
        ],
        random,
      )
    case 'media':
      return pick(
        [
          `${city} ${pick(['Times', 'Post', 'Herald', 'Tribune', 'Chronicle', 'Gazette', 'News', 'Courier', 'Echo', 'Today'], random)}`,
          `The ${city} ${pick(['Times', 'Observer', 'Mail', 'Standard', 'Star'], random)}`,
          `Radio ${city}`,
          `${city} TV`,
          `${f} News`,
          `Al ${blend(given.get('arabic')!, random)}`,
        ],
        random,
      )
    case 'team':
      return pick(
        [
          city,
          city,
          `${city} ${pick(['United', 'City', 'FC', 'Rovers', 'Town', 'Athletic', 'Wanderers', 'Tigers', 'Lions', 'Bears', 'Rockets', 'Hawks', 'Kings', 'Stars'], random)}`,
          `FC ${city}`,
          `Real ${city}`,
          `Dynamo ${city}`,
        ],
        random,
      )
    case 'school':
      return pick(
        [
          `University of ${city}`,
          `${city} University`,
          `${f} University`,
          `${f} College`,
          `${f} Institute`,
          `${city} General Hospital`,
          `${f} High School`,
          `${city} Museum of Modern Art`,
          `${f} Foundation`,
          `${city} Medical Center`,
          `${city} State University`,
        ],
        random,
      )
    case 'agency':
      return pick(
        [
          `${pick(['Ministry of', 'Department of'], random)} ${pick(['Health', 'Defence', 'Justice', 'Agriculture', 'Foreign Affairs', 'Labour', 'Finance', 'Energy', 'Transport', 'Environment', 'Culture', 'Tourism', 'Trade'], random)}`,
          `${city} Police Department`,
          `${city} City Council`,
          `${f} County Sheriff's Office`,
          `${city} District Court`,
          `${pick(['Health', 'Interior', 'Defence', 'Justice', 'Agriculture', 'Transport', 'Water', 'Labour', 'Oil', 'Culture'], random)} Ministry`,
          `Bank of ${country}`,
          `${city} Port Authority`,
          `National ${pick(['Health', 'Security', 'Election', 'Weather', 'Statistics', 'Tax', 'Police', 'Intelligence'], random)} ${pick(['Agency', 'Commission', 'Service', 'Bureau', 'Council', 'Office'], random)}`,
        ],
        random,
      )
    case 'party':
      return pick(
        [
          `${pick(['National', "People's", 'United', 'Progressive', 'Social', 'New', 'Free', 'Green', 'Democratic', 'Popular'], random)} ${pick(['Unity', 'Freedom', 'Democratic', 'Justice', 'Liberation', 'Reform', 'Labour', 'Alliance'], random)} ${pick(['Party', 'Front', 'Movement', 'Union'], random)}`,
          `${country} First`,
          `Movement for ${pick(['Change', 'Democracy', 'Justice', 'Peace'], random)}`,
          blend(given.get('arabic')!, random),
          `${blend(given.get('persian')!, random)} Brigades`,
        ],
        random,
      )
    case 'international':
      return pick(
        [
          `International ${pick(['Rescue', 'Labour', 'Maritime', 'Energy', 'Fisheries', 'Press', 'Aid'], random)} ${pick(['Committee', 'Agency', 'Organization', 'Institute', 'Federation'], random)}`,
          `World ${pick(['Peace', 'Water', 'Trade', 'Heritage', 'Economic'], random)} ${pick(['Council', 'Forum', 'Fund', 'Organisation'], random)}`,
          `${pick(['Centre', 'Institute', 'Council'], random)} for ${pick(['Strategic Studies', 'Human Rights', 'Policy Research', 'Global Health', 'Free Speech'], random)}`,
          `Doctors for ${country}`,
        ],
        random,
      )
    default:
      return known ? pick(known, random) : `${f} Group`
  }
}

/** The document with its names exchanged, the same name for the same name throughout. */
export function varied(document: Document, random: Random, share = 0.8): Document {
  const full = new Map<string, string>()
  const partOf = new Map<string, string>()
  const forms = new Set(document.flatMap((line) => line.flatMap((p) => (p.kind === 'PER' ? [p.text] : []))))
  for (const form of forms) {
    if (!/\s/u.test(form)) continue
    const parts = form.split(/\s+/u)
    if (random() > share) {
      full.set(form, form)
      for (let i = 1; i < parts.length; i++) partOf.set(parts.slice(i).join(' '), parts.slice(i).join(' '))
      partOf.set(parts[0]!, parts[0]!)
      continue
    }
    const other = person(random)
    full.set(form, `${other.given} ${other.family}`)
    for (let i = 1; i < parts.length; i++) partOf.set(parts.slice(i).join(' '), other.family)
    partOf.set(parts[0]!, other.given)
  }
  const others = new Map<string, string>()
  const exchange = (piece: Piece, before: string): string => {
    const { kind, text, sub } = piece
    if (kind === 'PER') {
      const known = full.get(text) ?? partOf.get(text)
      if (known) return known
      const other = person(random)
      const made =
        random() > share ? text : /\s/u.test(text) ? `${other.given} ${other.family}` : other.family
      full.set(text, made)
      return made
    }
    const key = `${kind} ${text}`
    const known = others.get(key)
    if (known) return known
    let made = text
    const the = /\bthe\s+$/iu.test(before)
    if (random() < share) {
      if (kind === 'ORG') {
        const what = sub ?? organisationKind.get(text)
        if (what && what !== 'keep' && !(the && sub === undefined)) made = organisation(what, random)
      } else if (!the) {
        const place = placeOf(text)
        if (sub === 'city' || (!sub && place?.kind === 'city')) made = cityName(random)
        else if (sub === 'country' || (!sub && place?.kind === 'country')) made = pick(countries, random)
        else if (sub === 'region' || place?.kind === 'region') made = pick(regions, random)
        if (random() < 0.12 && made !== text) made = blend(bigCities, random)
      }
    }
    if (/^\p{Lu}+$/u.test(text) && text.length > 4) made = made.toUpperCase()
    others.set(key, made)
    return made
  }
  return document.map((line) => {
    let before = ''
    return line.map((piece) => {
      const text = piece.kind && piece.sub !== 'keep' ? exchange(piece, before) : piece.text
      before += text
      return { ...piece, text }
    })
  })
}
