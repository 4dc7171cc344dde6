/** The monotone scorer: how likely an article belongs to an episode; more likeness never lowers the score. */

import model from './episodes.weights.json' with { type: 'json' }

/** What the scorer looks at. All but `gap` and `against` speak for joining; all lie between 0 and 1. */
export type Likeness = {
  /** Best cosine with a member, whole text. */
  readonly text: number
  /** Mean of the three best. */
  readonly mean: number
  /** Cosine with the centre of the episode. */
  readonly centre: number
  /** Best cosine of titles. */
  readonly title: number
  /** Share of each title found in the other's text, the mean of both ways, best member. */
  readonly cover: number
  readonly names: number
  readonly numbers: number
  /** Same place in a series. */
  readonly agree: number
  /** 1 at the same hour, toward 0 with days; the middle where a date is missing. */
  readonly near: number
}

const inputs = ['text', 'mean', 'centre', 'title', 'cover', 'names', 'numbers', 'agree', 'near'] as const

type Weights = { readonly bias: number } & Readonly<Record<(typeof inputs)[number], readonly number[]>>

/** Every decision notes which model made it. */
export const MODEL_VERSION: string = model.version

/** Where each input's slope may change; a weight per knot, none negative, keeps the sum monotone. */
export const KNOTS = [0, 0.1, 0.2, 0.3, 0.45, 0.6] as const

/** The score: log-odds that article and episode tell of one happening. `whole`: both sides have texts. */
export function score(likeness: Likeness, whole: boolean): number {
  const weights: Weights = whole ? model.whole : model.short
  let sum = weights.bias
  for (const name of inputs) {
    const value = likeness[name]
    const slopes = weights[name]
    for (let i = 0; i < slopes.length; i++) {
      const over = value - KNOTS[i]!
      if (over <= 0) break
      sum += slopes[i]! * over
    }
  }
  return sum
}

/** Join at or above; log-odds. */
export const JOIN: number = model.join
/** Two episodes become one well above that. */
export const MERGE: number = model.merge
