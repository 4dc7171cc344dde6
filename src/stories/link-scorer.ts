/** The monotone scorer of links: how likely an article belongs to a story; more likeness never lowers the score. */

import shipped from './links.weights.json' with { type: 'json' }
import type { StoryLikeness } from './story-likeness.ts'

export const inputs = ['words', 'sounds', 'meanings', 'gain', 'lead', 'own', 'mass'] as const

/** Where each input's slope may change. */
export const KNOTS = [0, 0.15, 0.3, 0.5] as const

/** A slope per knot and input, none negative, so that the sum is monotone. */
export type LinkWeights = { readonly bias: number } & Readonly<
  Record<(typeof inputs)[number], readonly number[]>
>

/** Thresholds are log-odds. */
export type LinkModel = {
  readonly version: string
  readonly trained: string
  readonly weights: LinkWeights
  /** Taken for one story at or above, unasked. */
  readonly assert: number
  /** Unasked only with so much in common besides the heaviest name, whatever the score. */
  readonly rest: number
  /** Proposed to a person at or above. */
  readonly propose: number
  /** Enough where the article links to an article of the story. */
  readonly linked: number
  /** An episode as like a second story as this speaks for the two stories being one. */
  readonly merge: number
}

export const shippedLinks: LinkModel = shipped

/** Every decision notes which model made it. */
export const LINKS_VERSION: string = shipped.version

/** Log-odds that an article and a story belong together. */
export function linkScore(likeness: StoryLikeness, { weights }: Pick<LinkModel, 'weights'>): number {
  let sum = weights.bias
  for (const input of inputs) {
    const value = likeness[input]
    const slopes = weights[input]
    for (let i = 0; i < slopes.length && value > KNOTS[i]!; i++) sum += slopes[i]! * (value - KNOTS[i]!)
  }
  return sum
}
