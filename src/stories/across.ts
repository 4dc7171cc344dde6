/** Finds coverage of one happening in other languages: names that sound alike, within days of each other. */

import type { Features } from './features.ts'

export type Elsewhere = {
  readonly article: number
  readonly episode: number
  readonly language: string
  /** Sounds in common, weighted by how rare they are. */
  readonly score: number
  /** Enough to put the two into one story unasked. */
  readonly sure: boolean
  /** Names of the two as they are printed. */
  readonly names: readonly string[]
}

export type Across = {
  readonly add: (features: Features, episode: number) => void
  /** The articles in other languages that probably tell of the same, the likeliest first, at most five. */
  readonly near: (features: Features) => readonly Elsewhere[]
}

const DAY = 86_400_000
const DAYS = 4
/** Sounds carried by a larger part of all articles say nothing. */
const COMMON = 0.2
/** So many rare sounds in common are no chance; one name, however rare, is. */
const SURE_SOUNDS = 4
const LIKELY_SOUNDS = 3
const SURE = 8
const LIKELY = 5
/** The most one sound can say: about one article in fifty. */
const MOST_SAID = 4
/** A sound of three consonants is often shared by chance. */
const SHORT = 3
const SHORT_WEIGHT = 0.6
/** Articles looked at per sound, the latest first. */
const LOOKED_AT = 200
/** Articles remembered, the latest. */
const KEPT = 15_000
const MOST = 5

type Kept = {
  readonly article: number
  readonly episode: number
  readonly language: string
  readonly time: number
  readonly cast: readonly string[]
}

/** Opens an empty index. Articles without a date are left out: time is half of the evidence. */
export function openAcross(): Across {
  const kept: (Kept | undefined)[] = []
  const postings = new Map<string, number[]>()
  let first = 0

  function forget(): void {
    while (kept.length - first > KEPT) kept[first++] = undefined
    for (const [sound, list] of postings) {
      const left = list.filter((at) => at >= first)
      if (left.length === 0) postings.delete(sound)
      else if (left.length < list.length) postings.set(sound, left)
    }
  }

  return {
    add({ id, language, time, dated, cast, sounds = [] }, episode) {
      if (!dated || sounds.length === 0) return
      const at = kept.push({ article: id, episode, language, time, cast: cast.slice(0, 4) }) - 1
      for (const sound of sounds) {
        const list = postings.get(sound)
        if (list === undefined) postings.set(sound, [at])
        else list.push(at)
      }
      if (kept.length - first > KEPT * 1.2) forget()
    },
    near({ language, time, dated, cast, sounds = [] }) {
      if (!dated) return []
      const size = kept.length - first
      const found = new Map<number, { score: number; sounds: number }>()
      for (const sound of sounds) {
        const list = postings.get(sound)
        if (list === undefined || list.length > Math.max(8, size * COMMON)) continue
        const said = Math.min(MOST_SAID, Math.log((size + 1) / list.length))
        const weight = sound.length > SHORT ? said : said * SHORT_WEIGHT
        for (let i = list.length - 1; i >= Math.max(0, list.length - LOOKED_AT); i--) {
          const other = kept[list[i]!]
          if (other === undefined || other.language === language) continue
          if (Math.abs(other.time - time) > DAYS * DAY) continue
          const sum = found.get(list[i]!) ?? { score: 0, sounds: 0 }
          sum.score += weight
          sum.sounds++
          found.set(list[i]!, sum)
        }
      }
      return [...found]
        .filter(([, { score, sounds }]) => score >= LIKELY && sounds >= LIKELY_SOUNDS)
        .sort((a, b) => b[1].score - a[1].score || a[0] - b[0])
        .slice(0, MOST)
        .map(([at, { score, sounds }]) => {
          const { article, episode, language, cast: theirs } = kept[at]!
          return {
            article,
            episode,
            language,
            score,
            sure: score >= SURE && sounds >= SURE_SOUNDS,
            names: theirs.length > 0 ? theirs : cast.slice(0, 4),
          }
        })
    },
  }
}
