/** Makes streams of invented news with an answer key: continuing stories, their happenings, and a crowd of others. */

import { general, glue, shortName, syllables } from './generated-words.ts'

export type Made = {
  readonly id: number
  readonly title: string
  readonly text: string
  readonly published: number | undefined
  readonly seen: number
  /** The answer key: which happening, of which story. */
  readonly happening: number
  readonly story: number
}

/** How hard a stream is; every stream draws its own so that no one mixture is learnt by heart. */
export type Mix = {
  readonly articles: number
  readonly days: number
  /** Share of items that are a title and nothing else. */
  readonly titleOnly: number
  readonly undated: number
  /** Share of stories that have more than one happening: from, to. */
  readonly continuing?: readonly [number, number]
  /** Share of stories of a kind with an earlier one, elsewhere and to others. */
  readonly twins?: number
  /** Share of items that stand alone and belong to nothing. */
  readonly crowd: number
}

/** Streams begin here. */
export const BEGIN = Date.UTC(2031, 2, 1)

/** A small seeded generator (mulberry32). */
export function random(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const HOUR = 3_600_000
/** Words of a lead. */
const LEAD = 70
type Happening = {
  readonly id: number
  readonly story: number
  readonly at: number
  readonly cast: readonly string[]
  readonly words: readonly string[]
  readonly acts: readonly string[]
  readonly numbers: readonly string[]
  readonly topic: readonly string[]
  readonly beat: Beat
  /** The year an undated telling speaks of. */
  readonly year: number
}
type Beat = {
  readonly words: readonly string[]
  readonly general: readonly string[]
  readonly names: readonly string[]
}

/** A stream in the order in which it was seen. The same seed and mix give the same stream. */
export function generatedStream(seed: number, mix: Mix): readonly Made[] {
  const next = random(seed)
  const between = (from: number, to: number) => from + next() * (to - from)
  const whole = (from: number, to: number) => Math.floor(between(from, to + 1))
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!
  /** Earlier entries oftener: about one over rank. */
  const zipf = <T>(list: readonly T[]): T => list[Math.floor(list.length ** next()) - 1] ?? list[0]!
  const some = <T>(list: readonly T[], count: number): T[] => Array.from({ length: count }, () => zipf(list))
  const word = () => Array.from({ length: whole(2, 4) }, () => pick(syllables)).join('')
  const capital = (text: string) => text[0]!.toUpperCase() + text.slice(1)
  const exponential = (mean: number) => -Math.log(1 - next()) * mean

  const vocabulary = Array.from({ length: 12_000 }, word)
  const surnames = Array.from({ length: 1500 }, () => capital(word()))
  const firsts = Array.from({ length: 120 }, () => capital(word()))
  const places = Array.from({ length: 500 }, () => capital(word()))
  // A few people, bodies and places are in the news every day.
  const newsmakers = Array.from({ length: 90 }, () =>
    next() < 0.5
      ? `${pick(firsts)} ${pick(surnames)}`
      : next() < 0.6
        ? pick(places)
        : `${pick(places)} ${capital(pick(general[2]!))}`,
  )
  const famous = between(0.01, 0.06)
  const name = () => {
    if (next() < famous) return zipf(newsmakers)
    const kind = next()
    if (kind < 0.55) return `${zipf(firsts)} ${pick(surnames)}`
    if (kind < 0.8) return zipf(places)
    return `${zipf(places)} ${capital(pick(general[2]!))}`
  }
  const beats: Beat[] = Array.from({ length: 36 }, () => ({
    words: Array.from({ length: 260 }, () => pick(vocabulary)),
    general: Array.from({ length: 220 }, () => pick(next() < 0.4 ? general[2]! : pick(general))),
    names: Array.from({ length: 40 }, name),
  }))

  const continuing = between(...(mix.continuing ?? [0.3, 0.6]))

  const happenings: Happening[] = []
  const made: Omit<Made, 'id'>[] = []
  let story = 0
  let crowd = 0
  while (made.length < mix.articles) {
    story++
    const beat = zipf(beats)
    // Some happenings are of a kind with an earlier one, elsewhere and to others: the same words, other names.
    const twin = happenings.length > 20 && next() < (mix.twins ?? 0.12) ? pick(happenings) : undefined
    if (next() < 0.003) {
      series()
      continue
    }
    const alone = made.length > 0 && crowd < mix.crowd * made.length
    if (alone) crowd++
    const huge = !alone && next() < 0.035
    const cast = [
      ...some((twin?.beat ?? beat).names, whole(1, 4)),
      ...Array.from({ length: whole(1, huge ? 6 : 3) }, name),
    ]
    const lead = huge ? pick(cast) : undefined
    const topic = twin?.topic ?? [
      ...some(beat.words, 14),
      ...Array.from({ length: 10 }, () => pick(next() < 0.5 ? vocabulary : pick(general))),
    ]
    const count = alone ? 1 : huge ? whole(12, 50) : next() < continuing ? 1 + Math.floor(exponential(4)) : 1
    let at = BEGIN + next() * mix.days * 24 * HOUR
    let year = whole(2004, 2031)
    // The same people and the same matter, years apart: undated pages of both may come in on one day.
    const again = mix.undated > 0.2 && next() < 0.3
    for (let h = 0; h < count && made.length < mix.articles; h++) {
      const happening: Happening = {
        id: happenings.length,
        story,
        at,
        cast: [
          ...(lead === undefined ? [] : [lead]),
          ...some(cast, whole(1, 3)),
          ...Array.from({ length: whole(0, 2) }, name),
        ],
        words: Array.from({ length: whole(8, 22) }, () =>
          pick(next() < 0.45 ? vocabulary : pick(general.slice(1))),
        ),
        acts: Array.from({ length: whole(2, 4) }, () => pick(pick(general))),
        numbers: Array.from({ length: whole(0, 3) }, () => String(whole(11, next() < 0.5 ? 99 : 9000))),
        topic,
        beat: twin?.beat ?? beat,
        year,
      }
      if (again) year = whole(2004, 2031)
      happenings.push(happening)
      const draw = next()
      const articles =
        alone || draw < 0.5 ? 1 : draw < 0.8 ? whole(2, 3) : draw < 0.95 ? whole(4, 7) : whole(8, 24)
      const spread = between(4, 20)
      for (let i = 0; i < articles; i++) made.push(article(happening, at + exponential(spread) * HOUR))
      at += Math.max(4, exponential(huge ? 9 : 30)) * HOUR
    }
  }
  return made
    .slice(0, mix.articles)
    .sort((a, b) => a.seen - b.seen)
    .map((item, id) => ({ ...item, id }))

  /** Items cut to one pattern, each of something else: offers, quizzes, horoscopes, results. */
  function series(): void {
    const pattern = Array.from({ length: whole(3, 7) }, () => (next() < 0.25 ? word() : pick(pick(general))))
    const at = BEGIN + next() * mix.days * 24 * HOUR
    const lasts = between(0.2, 8)
    for (let i = whole(6, 45); i > 0 && made.length < mix.articles; i--) {
      const seen = at + next() * lasts * 24 * HOUR
      const title = pattern.filter(() => next() < 0.8)
      title.splice(Math.floor(next() * 3), 0, next() < 0.6 ? capital(word()) : name())
      if (next() < 0.5) title.push(`${whole(1, 19) * 5}%`)
      const text =
        next() < mix.titleOnly
          ? ''
          : Array.from({ length: whole(20, 90) }, () =>
              next() < 0.4 ? pick(glue) : next() < 0.5 ? pick(pattern) : pick(pick(general)),
            ).join(' ')
      made.push({
        title: capital(title.join(' ')),
        text,
        published: next() < mix.undated ? undefined : seen,
        seen,
        happening: happenings.length,
        story,
      })
      happenings.push({
        id: happenings.length,
        story,
        at,
        cast: [name()],
        words: pattern,
        acts: pattern,
        numbers: [],
        topic: pattern,
        beat: pick(beats),
        year: 2031,
      })
    }
  }

  function article(happening: Happening, seen: number): Omit<Made, 'id'> {
    // Tellings differ in how much they keep to the matter: some say little else, some wander off at once.
    const agreement = between(0.2, 0.95)
    const own = between(0.05, 0.4)
    const topicShare = between(0.05, 0.3)
    // Comment and analysis keep the people and the day, and say little of what happened.
    const comment = next() < 0.12
    const happeningShare = comment ? between(0.02, 0.1) : between(0.06, 0.34)
    const mine = happening.words.filter(() => next() < agreement)
    const acts = happening.acts.filter(() => next() < agreement + 0.1)
    const angle = Array.from({ length: whole(8, 26) }, () =>
      next() < 0.3 ? zipf(happening.beat.words) : pick(next() < 0.4 ? vocabulary : pick(general)),
    )
    const stray = Array.from({ length: whole(0, 4) }, () =>
      next() < 0.5 ? zipf(happening.beat.names) : name(),
    )
    const names = [...happening.cast, ...happening.cast, ...stray]
    const late = next() < 0.2
    const titleWords: string[] = []
    // A title is what its desk keeps of the heart of the matter.
    const kept = between(0.15, 0.7)
    const heart = [
      ...happening.cast.slice(0, 3).map(shortName),
      ...happening.words.slice(0, 3),
      ...happening.acts.slice(0, 3),
    ]
    for (const one of heart) if (next() < kept) titleWords.push(one)
    if (late || titleWords.length < 2) titleWords.push(shortName(pick(names)), zipf(happening.topic))
    if (next() < 0.5) titleWords.push(zipf(happening.topic))
    if (mine.length > 0 && next() < 0.4) titleWords.push(zipf(mine))
    for (let i = whole(0, late ? 4 : 2); i > 0; i--)
      titleWords.push(next() < 0.5 ? zipf(angle) : zipf(happening.beat.general))
    if (happening.numbers.length > 0 && next() < kept / 2) titleWords.push(happening.numbers[0]!)
    shuffle(titleWords)
    if (next() < 0.5) for (let i = 1; i < titleWords.length; i += 2) titleWords.splice(i, 0, pick(glue))
    const cased = next() < 0.4 ? titleWords.map(capital) : titleWords
    /** How much denser a lead is in what happened: some texts come to it late. */
    const opening = comment ? 1 : between(1, 2.4)
    const length = next() < mix.titleOnly ? 0 : next() < 0.35 ? whole(45, 110) : whole(180, 620)
    const sentences: string[] = []
    for (let words = 0; words < length; ) {
      const size = whole(9, 26)
      const sentence: string[] = []
      // What happened stands early; the background comes later.
      const opens = words < LEAD
      for (let i = 0; i < size; i++) {
        const kind = next()
        if (kind < 0.3) sentence.push(pick(glue))
        else if (kind < 0.38) {
          const named = pick(opens && next() < 0.7 ? happening.cast : names)
          sentence.push(next() < 0.45 ? shortName(named) : named)
        } else {
          const what = next()
          const main = Math.min(0.5, happeningShare * (opens ? opening : 0.8))
          const behind = topicShare * (opens ? 0.6 : 1.1)
          if (what < main) sentence.push(mine.length > 0 ? zipf(mine) : zipf(angle))
          else if (what < main + 0.05) sentence.push(acts.length > 0 ? pick(acts) : pick(angle))
          else if (what < main + 0.05 + behind) sentence.push(zipf(happening.topic))
          else if (what < main + 0.05 + behind + own) sentence.push(pick(angle))
          else if (what < 0.85)
            sentence.push(next() < 0.5 ? zipf(happening.beat.general) : pick(pick(general)))
          else sentence.push(next() < 0.5 ? zipf(happening.beat.words) : pick(pick(general)))
        }
      }
      if (happening.numbers.length > 0 && next() < 0.15) sentence.push(pick(happening.numbers))
      sentences.push(`${capital(sentence.join(' '))}.`)
      words += size
    }
    const dated = next() >= mix.undated
    // About half of the pages that state no date name the year somewhere; many name an older one as well.
    if (!dated && sentences.length > 0) {
      const place = () => Math.floor(next() * Math.min(6, sentences.length))
      if (next() < 0.55)
        sentences.splice(place(), 0, `${capital(pick(glue))} ${happening.year} ${pick(glue)}.`)
      if (next() < 0.25)
        sentences.splice(place(), 0, `${capital(pick(glue))} ${happening.year - whole(1, 20)} ${pick(glue)}.`)
    }
    return {
      title: capital(cased.join(' ')),
      text: sentences.join(' '),
      published: dated ? seen : undefined,
      seen,
      happening: happening.id,
      story: happening.story,
    }
  }

  function shuffle<T>(list: T[]): void {
    for (let i = list.length - 1; i > 0; i--) {
      const k = Math.floor(next() * (i + 1))
      ;[list[i], list[k]] = [list[k]!, list[i]!]
    }
  }
}
