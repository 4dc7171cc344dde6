/** Makes a month of invented headlines with an answer key: running stories, small news, rounds of sport, and what outlets print every day. */

import { BEGIN, type Made, random } from './generated-stream.ts'
import { general, glue, shortName, syllables } from './generated-words.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const DAYS = 30

type Line = {
  readonly title: string
  readonly seen: number
  readonly happening: number
  readonly story: number
}

/** So many titles of a month, without texts, in the order in which they were seen. The same seed gives the same month. */
export function generatedHeadlines(seed: number, titles: number): readonly Made[] {
  const next = random(seed)
  const between = (from: number, to: number) => from + next() * (to - from)
  const whole = (from: number, to: number) => Math.floor(between(from, to + 1))
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!
  /** Earlier entries oftener: about one over rank. */
  const zipf = <T>(list: readonly T[]): T => list[Math.floor(list.length ** next()) - 1] ?? list[0]!
  const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make)
  const capital = (text: string) => text[0]!.toUpperCase() + text.slice(1)
  const word = () => times(whole(2, 4), () => pick(syllables)).join('')
  const common = () => pick(pick(general))

  const vocabulary = times(9000, word)
  const surnames = times(1200, () => capital(word()))
  const firsts = times(100, () => capital(word()))
  const places = times(300, () => capital(word()))
  const topicWord = () => (next() < 0.5 ? pick(vocabulary) : common())
  const name = () => {
    const kind = next()
    if (kind < 0.5) return `${zipf(firsts)} ${pick(surnames)}`
    return kind < 0.85 ? zipf(places) : `${zipf(places)} ${capital(pick(general[2]!))}`
  }

  const lines: Line[] = []
  let happenings = 0
  let stories = 0
  const full = (share: number) => lines.length >= titles * share
  const titled = (words: readonly string[], cased: boolean) =>
    capital((cased ? words.map(capital) : words).join(' '))
  /** Habits of outlets: capitals, a rubric in front, a section behind. */
  const outlets = times(11, () => ({
    cased: next() < 0.5,
    rubric: next() < 0.5 ? `${capital(common())}: ` : '',
    section: next() < 0.25 ? ` | ${capital(common())}` : '',
  }))
  const print = (words: readonly string[], seen: number, happening: number, story: number) => {
    const { cased, rubric, section } = pick(outlets)
    const before = next() < 0.1 ? rubric : ''
    lines.push({ title: `${before}${titled(words, cased)}${section}`, seen, happening, story })
  }
  const mixed = (words: string[]): string[] => {
    for (let i = words.length - 1; i > 0; i--) {
      const k = Math.floor(next() * (i + 1))
      ;[words[i], words[k]] = [words[k]!, words[i]!]
    }
    return next() < 0.6 ? words.flatMap((one, i) => (i % 2 === 1 ? [pick(glue), one] : [one])) : words
  }

  // A few stories that run all month: the same people day after day, several happenings a day.
  const running = whole(7, 12)
  for (let rank = 1; rank <= running; rank++) tell(Math.ceil((titles * between(0.04, 0.08)) / rank ** 0.9), 1)
  while (!full(0.62)) tell(next() < 0.12 ? whole(6, 40) : whole(1, 5), next() < 0.4 ? 0.3 : 0.05)
  sport()
  while (!full(0.9)) series()
  while (!full(1)) {
    // What belongs to nothing: advice, essays, reviews.
    stories++
    print(
      mixed(times(whole(4, 10), () => (next() < 0.12 ? name() : common()))),
      moment(),
      happenings++,
      stories,
    )
  }
  return lines
    .slice(0, titles)
    .sort((a, b) => a.seen - b.seen)
    .map((line, id) => ({ ...line, id, text: '', published: line.seen }))

  function moment(): number {
    return BEGIN + next() * DAYS * DAY
  }

  /** A story of so many titles over a part of the month; one happening is told by one to a dozen of them. */
  function tell(size: number, part: number): void {
    stories++
    const story = stories
    const cast = times(whole(3, part === 1 ? 12 : 5), name)
    const topic = times(whole(6, 20), topicWord)
    const from = BEGIN + next() * (1 - part) * DAYS * DAY
    const live = part === 1 && next() < 0.7 ? `${shortName(cast[0]!)} ${pick(topic)} live` : undefined
    for (let left = size; left > 0; ) {
      const happening = happenings++
      const at = from + next() * part * DAYS * DAY
      const people = [...times(whole(1, 2), () => zipf(cast)), ...(next() < 0.5 ? [name()] : [])]
      const acts = times(whole(2, 3), () => (next() < 0.5 ? pick(topic) : common()))
      const own = times(whole(2, 4), topicWord)
      const heart = [...people.map(shortName), ...acts, ...own]
      if (next() < 0.3) heart.push(String(whole(11, 9000)))
      const draw = next()
      const count = Math.min(
        left,
        draw < 0.5 ? 1 : draw < 0.85 ? whole(2, 4) : draw < 0.98 ? whole(5, 9) : whole(10, 24),
      )
      left -= count
      for (let i = 0; i < count; i++) {
        // A title is what its desk keeps of the heart of the matter.
        const kept = between(0.2, 0.75)
        const words = heart.filter(() => next() < kept)
        if (words.length < 2) words.push(shortName(zipf(people)), zipf(topic))
        if (next() < 0.5) words.push(shortName(zipf(cast)))
        if (next() < 0.5) words.push(zipf(topic))
        for (let k = whole(0, 3); k > 0; k--) words.push(common())
        const line = mixed(words)
        const seen = at - Math.log(1 - next()) * 7 * HOUR
        print(live !== undefined && next() < 0.12 ? [live, ...line] : line, seen, happening, story)
      }
    }
  }

  /** Leagues: every club plays every few days, and the words are always the same. */
  function sport(): void {
    while (!full(0.74)) {
      stories++
      const story = stories
      const clubs = times(whole(8, 20), () =>
        next() < 0.7 ? capital(word()) : `${zipf(places)} ${capital(word())}`,
      )
      const players = clubs.map(() => times(4, () => `${zipf(firsts)} ${pick(surnames)}`))
      const league = [capital(word()), common()]
      const phrases = times(14, common)
      for (let round = 0; round < whole(4, 8); round++) {
        const day = moment()
        for (let match = 0; match < clubs.length / 2 && !full(0.76); match++) {
          const home = whole(0, clubs.length - 1)
          const away = (home + whole(1, clubs.length - 1)) % clubs.length
          const happening = happenings++
          const result = `${whole(0, 4)}-${whole(0, 4)}`
          for (let i = next() < 0.6 ? 1 : whole(2, 4); i > 0; i--) {
            const words = [clubs[home]!]
            if (next() < 0.75) words.push(clubs[away]!)
            if (next() < 0.5) words.push(result)
            if (next() < 0.4) words.push(shortName(pick(players[home]!)))
            if (next() < 0.3) words.push(pick(league))
            for (let k = whole(1, 4); k > 0; k--) words.push(zipf(phrases))
            print(mixed(words), day + next() * 30 * HOUR, happening, story)
          }
        }
      }
    }
  }

  /** What one outlet prints again and again to one pattern, each of something else. */
  function series(): void {
    stories++
    const story = stories
    const pattern = times(whole(2, 5), () => (next() < 0.15 ? word() : common()))
    const wares = times(30, () => (next() < 0.5 ? word() : common()))
    const daily = next() < 0.5
    const from = BEGIN + next() * DAYS * 0.5 * DAY
    const count = daily ? whole(10, 30) : whole(4, 50)
    const lasts = daily ? count : between(0.5, 20)
    const kind = next()
    const numbered = next() < 0.5
    for (let i = 0; i < count && !full(0.9); i++) {
      const seen = daily ? from + i * DAY + next() * 2 * HOUR : from + next() * lasts * DAY
      const fill =
        kind < 0.25
          ? // A puzzle or a chart: the day or the number alone tells one from the next.
            [numbered ? `#${400 + i}` : `${1 + (i % 28)} March`]
          : kind < 0.5
            ? // Offers: some ware, some per cent.
              [zipf(wares), pick(wares), ...(next() < 0.6 ? [`${whole(1, 19) * 5}%`] : [])]
            : kind < 0.75
              ? // A column: the author's name, then anything.
                times(whole(3, 7), common)
              : // A morning's round-up.
                times(whole(2, 3), () => [name(), common()].join(' '))
      const kept = kind < 0.25 ? pattern : pattern.filter(() => next() < 0.85)
      lines.push({ title: titled([...kept, ...fill], next() < 0.2), seen, happening: happenings++, story })
    }
  }
}
