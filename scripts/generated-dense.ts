/** Makes years of invented news in one to three sentences an item, as dense as a world's: what a year brings comes again the next. */

import type { LongMade } from './generated-long.ts'
import { random } from './generated-stream.ts'
import { general, glossed, glue, longSyllables as syllables } from './generated-words.ts'

export type DenseMix = {
  readonly items: number
  readonly years: number
  readonly countries: number
  /** Words of an item, from and to. */
  readonly length: readonly [number, number]
  /** How many times the words a matter is told in, none of them in nearly every item; few and always the same if left out. */
  readonly wide?: number
  /** Where it all happens, in place of invented countries. */
  readonly lands?: readonly Land[]
}

export type Land = {
  readonly name: string
  readonly people: string
  readonly capital: string
  readonly regions: readonly { readonly name: string; readonly towns: readonly string[] }[]
}

const DAY = 86_400_000
const YEAR = 365

type Country = Land & {
  readonly bodies: readonly string[]
  readonly groups: readonly string[]
  /** Who leads it and who speaks for it, a few years each. */
  readonly leaders: readonly string[]
}
/** What is told of one matter: names with how often each is there, and its words, the first ones oftenest. */
type Matter = { readonly names: readonly (readonly [string, number])[]; readonly topic: readonly string[] }

/** A stream in the order of publication. The same seed and mix give the same stream. */
export function generatedDense(seed: number, mix: DenseMix): readonly LongMade[] {
  const next = random(seed)
  const whole = (from: number, to: number) => Math.floor(from + next() * (to - from + 1))
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!
  const zipf = <T>(list: readonly T[]): T => list[Math.floor(list.length ** next()) - 1] ?? list[0]!
  const times = <T>(count: number, make: (at: number) => T): T[] =>
    Array.from({ length: count }, (_, at) => make(at))
  const exponential = (mean: number) => -Math.log(1 - next()) * mean
  const word = () => times(whole(2, 4), () => pick(syllables)).join('')
  const capital = (text: string) => text[0]!.toUpperCase() + text.slice(1)
  const name = () => capital(word())
  const person = () => `${zipf(firsts)} ${name()}`
  const firsts = times(120, name)
  const vocabulary = times(5000, word)
  const span = mix.years * YEAR

  const invented = (): Land => {
    const stem = name()
    return {
      name: stem,
      people: `${stem}i`,
      capital: name(),
      regions: times(whole(4, 9), () => ({ name: name(), towns: times(whole(3, 8), name) })),
    }
  }
  const countries: Country[] = times(mix.countries, (at) => {
    const land = mix.lands?.[at] ?? invented()
    return {
      ...land,
      bodies: times(5, () => `${capital(pick(general[1]!))} ${capital(pick(general[2]!))}`),
      groups: times(whole(0, 2), () => (next() < 0.5 ? name() : `${name()} ${capital(pick(general[2]!))}`)),
      leaders: times(Math.ceil(mix.years / 4) + 1, person),
    }
  })
  const { wide = 1 } = mix
  const topics = times(34, () => [
    ...times(4 * wide, () => pick(glossed)),
    ...times(8 * wide, () => pick(pick(general))),
    ...times(6 * wide, () => pick(vocabulary)),
  ])
  const matter = (topic: readonly string[]) =>
    wide === 1 ? zipf(topic) : topic[Math.floor(topic.length * next() ** 2)]!
  const violence = topics[0]!
  const sport = topics.slice(1, 5)
  const vote = topics[5]!
  const illness = topics[6]!
  const talks = topics.slice(7, 10)
  const leaderAt = ({ leaders }: Country, day: number) => leaders[Math.floor(day / (4 * YEAR))]!

  const made: Omit<LongMade, 'id'>[] = []
  let story = 0
  let happening = 0
  /** Items on some days, of one story; now and then two tell of the same happening. */
  function tell(days: readonly number[], matterOn: (day: number) => Matter): void {
    story++
    for (const day of days) {
      if (day < 0 || day >= span) continue
      happening++
      const matter = matterOn(day)
      const present = matter.names.flatMap(([one, chance]) => (next() < chance ? [one] : []))
      const news = times(whole(4, 8), () => (next() < 0.5 ? pick(glossed) : pick(vocabulary)))
      made.push({
        title: '',
        text: sentences(present, matter.topic, news),
        published: Math.round((day + next()) * DAY) + Date.UTC(2040, 0, 1),
        happening,
        story,
      })
    }
  }

  function sentences(names: readonly string[], topic: readonly string[], news: readonly string[]): string {
    const length = whole(...mix.length)
    const left = [...names].sort(() => next() - 0.5)
    const words: string[] = []
    for (let i = 0; i < length; i++) {
      const kind = next()
      if (left.length > 0 && kind < left.length / Math.max(1, length - i) + 0.1) words.push(left.pop()!)
      else if (kind < 0.5) words.push(pick(glue))
      else words.push(next() < 0.68 ? matter(topic) : next() < 0.5 ? pick(news) : pick(pick(general)))
    }
    const cut = Math.floor(length / whole(1, 3))
    return `${words.map((one, i) => (i % cut === 0 ? capital(one) : one)).join(' ')}.`
  }

  const spread = (count: number, from: number, days: number) =>
    times(count, () => from + next() * days).sort((a, b) => a - b)
  const burst = (count: number, from: number) => spread(count, from, 3 + exponential(12))
  const topicLike = (topic: readonly string[]) => [...topic, ...times(3, () => pick(vocabulary))]

  /** Fighting over a region for years; a massacre or a raid in it is filed apart at times, and so is crime elsewhere. */
  function war(): void {
    const country = zipf(countries)
    const region = pick(country.regions)
    const near = pick(country.regions)
    const sides = [name(), ...(next() < 0.6 ? [name()] : [])]
    const from = next() * span
    const on = (day: number): Matter => ({
      topic: violence,
      names: [
        [country.name, 0.7],
        [country.people, 0.3],
        [region.name, 0.55],
        [pick(next() < 0.8 ? region.towns : near.towns), 0.6],
        [sides[0]!, 0.5],
        [sides.at(-1)!, 0.25],
        [leaderAt(country, day), 0.06],
        [pick(country.bodies), 0.1],
        [zipf(countries).name, 0.1],
      ],
    })
    tell(spread(Math.round(8 + exponential(50)), from, YEAR + exponential(6 * YEAR)), on)
    for (let i = whole(1, 8); i > 0; i--) tell(burst(whole(1, 4), from + exponential(3 * YEAR)), on)
  }

  /** A plague is told country by country, in the same words, for a year or two. */
  function plague(): void {
    const mark = name()
    const maker = name()
    const from = next() * span * 0.8
    const topic = topicLike(illness)
    for (const country of countries)
      if (next() < 0.8)
        tell(
          spread(Math.round(3 + exponential(25)), from + exponential(40), 300 + exponential(300)),
          (day) => ({
            topic,
            names: [
              [country.name, 0.85],
              [country.people, 0.2],
              [mark, 0.7],
              [country.capital, 0.15],
              [pick(pick(country.regions).towns), 0.15],
              [leaderAt(country, day), 0.1],
              [maker, 0.05],
            ],
          }),
        )
    tell(spread(60, from + 200, 600), () => ({
      topic,
      names: [
        [mark, 0.9],
        [maker, 0.6],
        [zipf(countries).name, 0.6],
        [zipf(countries).name, 0.3],
      ],
    }))
  }

  /** What two countries have to do with each other: everything and nothing. */
  function relations(): void {
    const one = zipf(countries)
    const other = zipf(countries)
    if (one === other) return
    tell(
      spread(Math.round(5 + exponential(18)), next() * span * 0.7, 2 * YEAR + exponential(6 * YEAR)),
      (day) => ({
        topic: pick(talks),
        names: [
          [one.name, 0.8],
          [other.name, 0.75],
          [leaderAt(one, day), 0.4],
          [leaderAt(other, day), 0.3],
          [pick([one, other]).capital, 0.2],
          [pick(pick([one, other]).bodies), 0.3],
        ],
      }),
    )
  }

  /** One person's case; who leads a country has several, and much else is told of them. */
  function affair(): void {
    const country = zipf(countries)
    const own = [person(), name(), ...(next() < 0.5 ? [person()] : [])]
    const who = next() < 0.4 ? pick(country.leaders) : own[0]!
    const topic = topicLike(pick(topics))
    tell(spread(Math.round(2 + exponential(7)), next() * span, 60 + exponential(3 * YEAR)), () => ({
      topic,
      names: [
        [who, 0.85],
        [own[1]!, 0.4],
        [own.at(-1)!, 0.3],
        [country.name, 0.4],
        [country.capital, 0.2],
        [pick(country.bodies), 0.4],
      ],
    }))
  }

  /** A cup, a prize, a vote, a storm's season: the same words and names at its time, and another matter each time. */
  function yearly(): void {
    const called = `${name()} ${capital(pick(general[2]!))}`
    const players = times(whole(6, 20), person)
    const host = zipf(countries)
    const votes = next() < 0.35
    const topic = votes ? vote : topicLike(pick(sport))
    const every = (votes ? whole(3, 5) : 1) * YEAR
    const first = next() * every
    for (let from = first; from < span; from += every)
      tell(burst(whole(1, votes ? 7 : 4), from), (day) => ({
        topic,
        names: votes
          ? [
              [host.name, 0.8],
              [host.people, 0.3],
              [leaderAt(host, day), 0.4],
              [pick(host.leaders), 0.3],
              [pick(host.bodies), 0.4],
            ]
          : [
              [called, 0.85],
              [zipf(players), 0.8],
              [zipf(players), 0.6],
              [zipf(countries).name, 0.4],
            ],
      }))
  }

  /** Most of a day's news: one item and no more, or a few within days. */
  function single(): void {
    const country = zipf(countries)
    const region = pick(country.regions)
    const topic = next() < 0.25 ? violence : zipf(topics)
    const who = person()
    tell(next() < 0.6 ? [next() * span] : burst(whole(2, 5), next() * span), (day) => ({
      topic,
      names: [
        [country.name, 0.6],
        [country.people, 0.25],
        [country.capital, 0.2],
        [pick(region.towns), 0.35],
        [region.name, 0.25],
        [leaderAt(country, day), 0.2],
        [zipf(country.groups.length > 0 ? country.groups : country.bodies), 0.15],
        [pick(country.bodies), 0.25],
        [who, 0.35],
        [zipf(countries).name, 0.2],
      ],
    }))
  }

  plague()
  while (made.length < mix.items) {
    const kind = next()
    if (kind < 0.02) war()
    else if (kind < 0.035) relations()
    else if (kind < 0.08) affair()
    else if (kind < 0.1) yearly()
    else single()
  }
  return made.sort((a, b) => a.published - b.published).map((item, id) => ({ ...item, id }))
}
