/** Makes years of invented news with an answer key: long stories that share places, people and topics with others. */

import { random } from './generated-stream.ts'
import { general, glossed, glue, longSyllables as syllables } from './generated-words.ts'

export type LongMade = {
  readonly id: number
  readonly title: string
  readonly text: string
  readonly published: number
  /** The answer key: which happening, of which story. */
  readonly happening: number
  readonly story: number
}

/** How hard a stream is. */
export type LongMix = {
  readonly articles: number
  readonly years: number
  /** Words of a text, from and to; short ones are summaries of a sentence or two. */
  readonly length: readonly [number, number]
  /** Share of stories that are one happening and no more. */
  readonly singles: number
  /** Countries in which it all happens, the first ones oftenest, and kinds of news. */
  readonly beats: number
  readonly topics: number
  /** How much of a story's cast, places and topic is its own. */
  readonly own: number
  /** Share of stories whose articles nearly all say where they are and what about, as summaries do; none if left out. */
  readonly anchored?: number
}

const DAY = 86_400_000
/** Of what nearly every article says, how many do. */
const SAID = 0.85

type Beat = {
  readonly places: readonly string[]
  readonly people: readonly string[]
  readonly bodies: readonly string[]
  readonly words: readonly string[]
}
type Long = {
  readonly beat: Beat
  readonly cast: readonly string[]
  readonly places: readonly string[]
  readonly topic: readonly string[]
  readonly mark: string | undefined
  /** What nearly every article of it says. */
  readonly anchors: readonly string[]
}

/** A stream in the order of publication. The same seed and mix give the same stream. */
export function generatedLong(seed: number, mix: LongMix): readonly LongMade[] {
  const next = random(seed)
  const whole = (from: number, to: number) => Math.floor(from + next() * (to - from + 1))
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!
  const zipf = <T>(list: readonly T[]): T => list[Math.floor(list.length ** next()) - 1] ?? list[0]!
  const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make)
  const word = () => times(whole(2, 4), () => pick(syllables)).join('')
  const capital = (text: string) => text[0]!.toUpperCase() + text.slice(1)
  const exponential = (mean: number) => -Math.log(1 - next()) * mean

  const vocabulary = times(9000, word)
  const firsts = times(150, () => capital(word()))
  const lasts = times(900, () => capital(word()))
  const person = () => `${zipf(firsts)} ${next() < 0.3 ? zipf(lasts) : pick(lasts)}`
  const place = () => capital(word())
  const body = () => `${capital(pick(general[2]!))} ${capital(pick(general[2]!))}`
  const beats: Beat[] = times(mix.beats, () => ({
    places: times(14, place),
    people: times(18, person),
    bodies: times(8, body),
    words: [...times(90, () => pick(vocabulary)), ...times(60, () => pick(glossed))],
  }))
  // Topics come back with other people in other places: floods, trials, elections.
  const topics = times(mix.topics, () => [
    ...times(8, () => pick(glossed)),
    ...times(10, () => pick(vocabulary)),
    ...times(8, () => pick(pick(general))),
  ])

  // A plague or a war is spoken of everywhere, and still each country has a story of its own in it.
  const waves = times(4, () => ({ mark: capital(word()), topic: pick(topics) }))
  const known: Long[] = []
  const long = (): Long => {
    // Some stories are another's rivals: of the same places and partly of the same people, about something else or like it.
    const rival = known.length > 5 && next() < 0.35 ? pick(known) : undefined
    const beat = rival?.beat ?? zipf(beats)
    const wave = rival === undefined && next() < 0.2 ? zipf(waves) : undefined
    const cast = [
      ...(rival === undefined ? [] : times(whole(0, 2), () => pick(rival.cast))),
      ...times(whole(1, 5), () => (next() < mix.own ? person() : zipf(beat.people))),
      ...times(whole(0, 2), () => zipf(beat.people)),
      ...times(whole(0, 2), () => zipf(beat.bodies)),
    ]
    const one: Long = {
      beat,
      cast,
      places: [
        ...(rival === undefined
          ? times(whole(0, 2), () => (next() < mix.own ? place() : zipf(beat.places)))
          : times(whole(0, 2), () => pick(rival.places))),
        ...times(whole(1, 3), () => zipf(beat.places)),
      ],
      topic: [
        ...(wave?.topic ?? (rival !== undefined && next() < 0.4 ? rival.topic.slice(0, 18) : zipf(topics))),
        ...times(Math.round(whole(2, 8) * mix.own), () => pick(vocabulary)),
        ...times(Math.round(whole(2, 5) * mix.own), () => pick(glossed)),
      ],
      // Some have a name of their own: a ship, a law, a case.
      mark: wave?.mark ?? (next() < mix.own * 0.6 ? capital(word()) : undefined),
      anchors: [],
    }
    const anchored = mix.anchored !== undefined && next() < mix.anchored
    const made = anchored ? { ...one, anchors: [one.places[0]!, one.topic[0]!] } : one
    known.push(made)
    return made
  }

  const made: Omit<LongMade, 'id'>[] = []
  let story = 0
  let happening = 0
  while (made.length < mix.articles) {
    story++
    const one = long()
    const isLong = next() >= mix.singles
    const count = isLong ? 2 + Math.floor(exponential(next() < 0.15 ? 25 : 5)) : 1
    const gap = exponential((mix.years * 365) / (count + 1)) + 8
    let at = next() * mix.years * 365
    for (let h = 0; h < count; h++, at += exponential(gap) + 3) {
      if (at > mix.years * 365) break
      happening++
      // Who was there from the start is there oftenest; others come for one happening only.
      const present = [
        ...times(whole(1, 3), () => zipf(one.cast)),
        ...times(whole(0, 2), () => (next() < 0.5 ? zipf(one.beat.people) : person())),
      ]
      const where = [zipf(one.places), ...times(whole(0, 1), () => zipf(one.beat.places))]
      if (one.mark !== undefined && next() < 0.7) where.push(one.mark)
      const news = times(whole(6, 14), () => (next() < 0.5 ? pick(glossed) : pick(vocabulary)))
      const articles = next() < 0.6 ? 1 : whole(2, 3)
      for (let i = 0; i < articles; i++)
        made.push({
          ...tell(one, present, where, news),
          published: Math.round((at + next() * 2) * DAY) + Date.UTC(2040, 0, 1),
          happening,
          story,
        })
    }
  }
  return made
    .sort((a, b) => a.published - b.published)
    .slice(0, mix.articles)
    .map((article, id) => ({ ...article, id }))

  function tell(
    one: Long,
    present: readonly string[],
    where: readonly string[],
    news: readonly string[],
  ): Pick<LongMade, 'title' | 'text'> {
    const length = whole(...mix.length)
    const names = [...present, ...where]
    const share = 0.15 + next() * 0.3
    const sentences: string[] = []
    for (let words = 0; words < length; ) {
      const size = whole(9, 24)
      const sentence: string[] = words === 0 ? one.anchors.filter(() => next() < SAID) : []
      for (let i = 0; i < size; i++) {
        const kind = next()
        if (kind < 0.34) sentence.push(pick(glue))
        else if (kind < 0.44) sentence.push(next() < 0.3 ? lastOf(pick(names)) : pick(names))
        else {
          const what = next()
          if (what < share) sentence.push(zipf(one.topic))
          else if (what < share + 0.25) sentence.push(zipf(news))
          else if (what < share + 0.4) sentence.push(zipf(one.beat.words))
          else sentence.push(pick(pick(general)))
        }
      }
      sentences.push(`${capital(sentence.join(' '))}.`)
      words += size
    }
    const title = [lastOf(zipf(names)), zipf(news), next() < 0.5 ? zipf(one.topic) : pick(glue), zipf(news)]
    if (next() < 0.5) title.push(pick(where))
    return { title: capital(title.join(' ')), text: sentences.join(' ') }
  }
}

const lastOf = (name: string): string => name.slice(name.lastIndexOf(' ') + 1)
