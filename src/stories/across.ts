/** Finds coverage of one happening in other languages: names that sound alike and the same meanings, within days. */

import type { Features } from './features.ts'

export type Elsewhere = {
  readonly article: number
  readonly episode: number
  readonly language: string
  /** How alike names and meanings are: the sum of two cosines, 0 to 2. */
  readonly score: number
  /** Enough to put the two into one episode unasked; the others are for a person to decide. */
  readonly sure: boolean
  /** Names of the two as they are printed. */
  readonly names: readonly string[]
}

export type Across = {
  readonly add: (features: Features, episode: number) => void
  /** An article stands in another episode now. */
  readonly move: (article: number, episode: number) => void
  /** The articles in other languages that probably tell of the same, the likeliest first, at most five. */
  readonly near: (features: Features) => readonly Elsewhere[]
}

const DAY = 86_400_000
const DAYS = 4
/** Both cosines together; the sum for what is sure has to be well above chance for each of the two. */
const SURE = 0.42
const LIKELY = 0.28
/** Meanings in common without which nothing is sure, and rare sounds. */
const SURE_MEANINGS = 5
const SURE_SOUNDS = 2
/** Without a table of meanings for either language names count for both, and more of them are asked for. */
const NAMES_ALONE = 1.3
const NAMES_ALONE_SOUNDS = 4
/** The likeliest must be so much more alike than the likeliest of another episode, or a person decides. */
const LEAD = 1.1
/** As if so many articles had been seen before, with so many holders of each sound and of each meaning. */
const BEFORE = { articles: 100, sound: 0.5, meaning: 6 } as const
/** Terms that lead to others, the rarest first, and articles looked at through each, the latest first. */
const LEADS = 40
const LOOKED_AT = 60
const COMPARED = 40
/** Articles remembered, the latest. */
const KEPT = 15_000
const MOST = 5

type Kept = {
  readonly article: number
  episode: number
  readonly language: string
  readonly time: number
  readonly cast: readonly string[]
  readonly sounds: readonly string[]
  readonly meanings: readonly string[]
}

type Overlap = { readonly cosine: number; readonly shared: number }

/** Arabic and Hebrew don't show which words are names, so all their words are among the sounds. */
const hidesNames = (language: string): boolean => /^(?:ar|he|fa|ur)$/.test(language)

/** Opens an empty index. Articles without a date are left out: time is half of the evidence. */
export function openAcross(): Across {
  const kept: (Kept | undefined)[] = []
  const places = new Map<number, number>()
  const postings = new Map<string, number[]>()
  /** Sounds of words that were seen with a capital: names, and not just any word of Arabic or Hebrew. */
  const named = new Map<string, number>()
  let first = 0

  const termsOf = ({ sounds, meanings }: Pick<Kept, 'sounds' | 'meanings'>): readonly string[] => [
    ...sounds,
    ...meanings.map((meaning) => `#${meaning}`),
  ]
  const rarity = (term: string): number => {
    const before = term.startsWith('#') ? BEFORE.meaning : BEFORE.sound
    return Math.log(
      (kept.length - first + BEFORE.articles) / ((postings.get(term)?.length ?? 0) + before + 0.5),
    )
  }

  function forget(): void {
    while (kept.length - first > KEPT) {
      const { article, language, sounds } = kept[first]!
      places.delete(article)
      if (!hidesNames(language))
        for (const sound of sounds) {
          const left = named.get(sound)! - 1
          if (left > 0) named.set(sound, left)
          else named.delete(sound)
        }
      kept[first++] = undefined
    }
    for (const [term, list] of postings) {
      const left = list.filter((at) => at >= first)
      if (left.length === 0) postings.delete(term)
      else if (left.length < list.length) postings.set(term, left)
    }
  }

  function overlap(a: readonly string[], b: readonly string[], mark: string): Overlap {
    const other = new Set(b)
    let both = 0
    let left = 0
    let right = 0
    let shared = 0
    for (const term of a) {
      const square = rarity(mark + term) ** 2
      left += square
      if (!other.has(term)) continue
      both += square
      shared++
    }
    for (const term of b) right += rarity(mark + term) ** 2
    return { cosine: both === 0 ? 0 : both / Math.sqrt(left * right), shared }
  }

  const names = ({ sounds, language }: Pick<Kept, 'sounds' | 'language'>) =>
    hidesNames(language) ? sounds.filter((sound) => named.has(sound)) : sounds

  function alike(a: Pick<Kept, 'sounds' | 'meanings' | 'language'>, b: Kept) {
    const sounds = overlap(names(a), names(b), '')
    if (a.meanings.length === 0 || b.meanings.length === 0)
      return {
        score: sounds.cosine * NAMES_ALONE,
        enough: sounds.shared >= NAMES_ALONE_SOUNDS,
        likely: sounds.shared >= SURE_SOUNDS,
      }
    const meanings = overlap(a.meanings, b.meanings, '#')
    return {
      score: sounds.cosine + meanings.cosine,
      enough: sounds.shared >= SURE_SOUNDS && meanings.shared >= SURE_MEANINGS,
      likely: sounds.shared >= 1,
    }
  }

  return {
    add({ id, language, time, dated, cast, sounds = [], meanings = [] }, episode) {
      if (!dated || (sounds.length === 0 && meanings.length === 0) || places.has(id)) return
      const entry = { article: id, episode, language, time, cast: cast.slice(0, 4), sounds, meanings }
      const at = kept.push(entry) - 1
      places.set(id, at)
      for (const term of termsOf(entry)) {
        const list = postings.get(term)
        if (list === undefined) postings.set(term, [at])
        else list.push(at)
      }
      if (!hidesNames(language)) for (const sound of sounds) named.set(sound, (named.get(sound) ?? 0) + 1)
      if (kept.length - first > KEPT * 1.2) forget()
    },
    move(article, episode) {
      const entry = kept[places.get(article) ?? -1]
      if (entry !== undefined) entry.episode = episode
    },
    near({ language, time, dated, cast, sounds = [], meanings = [] }) {
      if (!dated) return []
      const own = { sounds, meanings, language }
      const leads = termsOf(own)
        .flatMap((term) => (postings.has(term) ? [{ term, worth: rarity(term) }] : []))
        .sort((a, b) => b.worth - a.worth || (a.term < b.term ? -1 : 1))
        .slice(0, LEADS)
      const votes = new Map<number, number>()
      for (const { term, worth } of leads) {
        const list = postings.get(term)!
        for (let i = list.length - 1; i >= Math.max(0, list.length - LOOKED_AT); i--) {
          const other = kept[list[i]!]
          if (other === undefined || other.language === language) continue
          if (Math.abs(other.time - time) > DAYS * DAY) continue
          votes.set(list[i]!, (votes.get(list[i]!) ?? 0) + worth * worth)
        }
      }
      const found = [...votes]
        .sort((a, b) => b[1] - a[1] || a[0] - b[0])
        .slice(0, COMPARED)
        .map(([at]) => ({ entry: kept[at]!, ...alike(own, kept[at]!) }))
        .filter(({ score, likely }) => likely && score >= LIKELY)
        .sort((a, b) => b.score - a.score || a.entry.article - b.entry.article)
      const best = found[0]
      const rival = found.find(({ entry }) => entry.episode !== best?.entry.episode)
      const ahead = best !== undefined && best.score >= (rival?.score ?? 0) * LEAD
      return found.slice(0, MOST).map(({ entry, score, enough }) => ({
        article: entry.article,
        episode: entry.episode,
        language: entry.language,
        score,
        sure: enough && score >= SURE && ahead && entry.episode === best!.entry.episode,
        names: entry.cast.length > 0 ? entry.cast : cast.slice(0, 4),
      }))
    },
  }
}
