/** Related stories for any article, episode or story: one line each, with the reason in words. */

import type { Reason } from '../model/story.ts'
import { skeleton } from '../words/names.ts'
import { stem } from '../words/stems.ts'
import { eachToken, foldWord } from '../words/tokens.ts'
import type { Features } from './features.ts'
import { type Ranking, rankFromSeeds } from './seeds.ts'

/** An article and the story it stands in. */
export type Homed = { readonly story: number; readonly features: Features }

export type Related = {
  readonly story: number
  /** The article of it that is most like what was asked about. */
  readonly article: number
  /** 0 to about 1; comparable within one answer only. */
  readonly score: number
  readonly reasons: readonly Reason[]
}

/** As much of the seeds' own score an article must have to be called related: in their language, and in others. */
const LEAST = 0.085
const LEAST_ACROSS = 0.22
/** Beside something much like it, what is a third as like is not worth a line. */
const OF_BEST = 0.35
const NAMES = 3
const WORDS = 3
/** Shorter sounds are shared by chance. */
const SOUND = 3

/**
 * The stories of `pool` that are most like `about` (one article, or all of an episode or story), best first. A story
 * is as like as its likest article. Fewer than `most` come back where little is alike.
 */
export function relatedStories(
  about: readonly Features[],
  pool: readonly Homed[],
  { most, backdrop }: { readonly most: number; readonly backdrop?: NonNullable<Ranking['backdrop']> },
): readonly Related[] {
  if (about.length === 0) return []
  const own = new Set(about.map(({ id }) => id))
  const others = new Map(
    pool.filter(({ features: { id } }) => !own.has(id)).map((one) => [one.features.id, one]),
  )
  const ranking = { anyTime: true, ...(backdrop && { backdrop }) }
  const rank = (seeds: readonly Features[], rest: readonly Features[], least: number) =>
    rankFromSeeds([...seeds, ...rest], ranking)(seeds, rest.length).filter(({ score }) => score >= least)
  const languages = new Set(about.map(({ language }) => language))
  const isOurs = ({ language }: Features) => languages.has(language)
  const rest = Array.from(others.values(), ({ features }) => features)
  const abroad = rest.filter((one) => !isOurs(one))
  const ranked = [
    ...rank(about, rest.filter(isOurs), LEAST),
    ...rank(about.map(wordless), abroad.map(wordless), LEAST_ACROSS),
  ].sort((a, b) => b.score - a.score || a.article - b.article)
  const best = new Map<number, Related>()
  for (const { article, score, because } of ranked) {
    if (best.size === most || score < ranked[0]!.score * OF_BEST) break
    const { story, features } = others.get(article)!
    if (best.has(story)) continue
    const reasons = reasonsFor(about, features, because)
    if (reasons.length > 0) best.set(story, { story, article, score, reasons })
  }
  return [...best.values()]
}

/** What is left of an article for readers of other languages: how its names sound, and what it speaks of. */
const wordless = (features: Features): Features => ({ ...features, title: none, full: none, names: none })
const none = { terms: [], weights: [] }

/**
 * Why an article is like others, in words: names as `about` writes them, whatever the script of the other, then words
 * both have. `because`: the terms they share, the weightiest first.
 */
export function reasonsFor(
  about: readonly Features[],
  other: Features,
  because: readonly string[],
): readonly Reason[] {
  const sounds = new Set([...(other.sounds ?? []), ...other.cast.flatMap(soundsIn)])
  const names = spokenNames(about.flatMap(({ cast }) => cast))
    .filter((name) => {
      const parts = soundsIn(name)
      return other.cast.includes(name) || (parts.length > 0 && parts.every((part) => sounds.has(part)))
    })
    .filter((name, at, all) => !all.some((longer, n) => n !== at && longer.split(/\s+/).includes(name)))
    .slice(0, NAMES)
  const stemsOf = (name: string) =>
    name.split(/[\s-]+/).map((word) => stem(foldWord(word), about[0]!.language))
  const named = new Set(names.flatMap(stemsOf))
  const forms = formsIn([...about, other])
  const words = new Map(
    because
      .filter((term) => isCountry(term) || !term.includes(' '))
      .filter((term) => !(isCountry(term) ? stemsOf(term) : [term]).every((word) => named.has(word)))
      .map((term) => forms.get(term) ?? term)
      .map((word) => [foldWord(word), word]),
  )
  return [
    ...(names.length > 0
      ? [{ what: 'both name {names}', values: { names: names.join(', ') }, weight: 1 }]
      : []),
    ...(words.size > 0
      ? [
          {
            what: 'both speak of {words}',
            values: { words: [...words.values()].slice(0, WORDS).join(', ') },
            weight: 0.5,
          },
        ]
      : []),
  ]
}

/** Terms are written small; what a country is called, by whose places an article came in, is not. */
const isCountry = (term: string): boolean => /\p{Lu}/u.test(term)

/** Each name once; one in capitals only where it is written so everywhere. */
function spokenNames(cast: readonly string[]): readonly string[] {
  const known = new Map<string, string>()
  for (const name of cast) {
    const before = known.get(foldWord(name))
    if (before === undefined || before === before.toUpperCase()) known.set(foldWord(name), name)
  }
  return [...known.values()]
}

const soundsIn = (name: string): readonly string[] =>
  name
    .split(/[\s-]+/)
    .map((word) => skeleton(word))
    .filter((sound) => sound.length >= SOUND)

/** How headlines write the words that terms were made of; the first word of one says nothing of capitals. */
function formsIn(all: readonly Features[]): ReadonlyMap<string, string> {
  const forms = new Map<string, string>()
  const opening = new Map<string, string>()
  for (const { headline, language } of all)
    eachToken(headline, ({ word, digits, opens, start, end }) => {
      if (digits) return
      const term = stem(word, language)
      if (opens) opening.set(term, word)
      else if (!forms.has(term)) forms.set(term, headline.slice(start, end))
    })
  return new Map([...opening, ...forms])
}
