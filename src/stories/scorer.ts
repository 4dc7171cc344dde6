/** The monotone scorer: how likely an article belongs to an episode; more likeness never lowers the score. */

import type { Division } from './cohesion.ts'
import shipped from './episodes.weights.json' with { type: 'json' }

/** What the scorer looks at. All speak for joining; all lie between 0 and 1. */
export type Likeness = {
  /** Mean of the three best cosines with members, whole texts. */
  readonly mean: number
  /** Mean cosine with all members: falls as an episode sprawls. */
  readonly all: number
  /** That mean beside the members' own among themselves; what is loosely alike fits a loose episode only. */
  readonly fit: number
  /** Mean cosine of names with all members. */
  readonly cast: number
  /** That of whole texts, less the further the article lies from the middle of the episode: a like text days later is another happening. */
  readonly fresh: number
  /** How telling the shared terms are together, whatever the lengths. */
  readonly worth: number
  /** How much of the article's own names the episode has heard of. */
  readonly known: number
  /** Best cosine of titles. */
  readonly title: number
  /** Share of each title found in the other's text, the mean of both ways, best member. */
  readonly cover: number
  /** Best cosine of beginnings: titles and leads, where texts say what is new. */
  readonly lead: number
  /** Share of each beginning found anywhere in the other's text, the mean of both ways, best member. */
  readonly told: number
  /** How telling the names are that stand in both beginnings. */
  readonly anchors: number
  readonly numbers: number
  /** Same place in a series. */
  readonly agree: number
  /** 1 at the same hour, toward 0 with days; 0 where a date is missing. */
  readonly near: number
  /** The same from the middle of the episode, which does not wander along with its latest article. */
  readonly when: number
  /** Where a date is missing: 1 if both speak of one year, 0 if of different ones, a half where it can't be told. */
  readonly era: number
  /** 1 where a date is missing, else 0. */
  readonly undated: number
}

export const inputs = [
  'mean',
  'all',
  'fit',
  'cast',
  'fresh',
  'worth',
  'known',
  'title',
  'cover',
  'lead',
  'told',
  'anchors',
  'numbers',
  'agree',
  'near',
  'when',
  'era',
  'undated',
] as const

/** A slope per knot and input, none negative, so that the sum is monotone. */
export type Weights = { readonly bias: number } & Readonly<Record<(typeof inputs)[number], readonly number[]>>

/** `whole` judges pairs of texts, `short` pairs where one side is a title alone. Thresholds are log-odds. */
export type Model = {
  readonly version: string
  readonly trained: string
  /** Join at or above. */
  readonly join: number
  /** Two episodes become one well above that. */
  readonly merge: number
  /** Two episodes as alike as this to each other as within need only reach `join`. */
  readonly alike: number
  /** An episode whose halves are less alike than this to each other is two. */
  readonly split: Division
  /** What an article of the window weighs beside one of the background, so that names common today count as common. */
  readonly live: number
  /** What each doubling of an episode beyond eight articles takes off the score. */
  readonly crowding: { readonly whole: number; readonly short: number }
  readonly whole: Weights
  readonly short: Weights
}

export const shippedModel: Model = shipped

/** Every decision notes which model made it. */
export const MODEL_VERSION: string = shipped.version

/** Where each input's slope may change. */
export const KNOTS = [0, 0.1, 0.2, 0.3, 0.45, 0.6] as const

/** The score: log-odds that article and episode tell of one happening. `whole`: both sides have texts. */
export function score(likeness: Likeness, whole: boolean, model: Model): number {
  const weights = whole ? model.whole : model.short
  let sum = weights.bias
  for (const name of inputs) {
    const value = likeness[name]
    const slopes = weights[name] ?? []
    for (let i = 0; i < slopes.length; i++) {
      const over = value - KNOTS[i]!
      if (over <= 0) break
      sum += slopes[i]! * over
    }
  }
  return sum
}
