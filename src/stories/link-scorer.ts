/** The monotone scorer of links: how likely an article belongs to a story; more likeness never lowers the score. */

import shipped from './links.weights.json' with { type: 'json' }
import type { StoryLikeness } from './story-likeness.ts'

export const inputs = ['words', 'sounds', 'meanings', 'gain', 'lead', 'own', 'mass'] as const
/** What a few sentences are weighed by. */
export const shortInputs = [...inputs, 'cover', 'core', 'cast', 'topic', 'near'] as const

/** Where each input's slope may change. */
export const KNOTS = [0, 0.15, 0.3, 0.5] as const

/** A slope per knot and input, none negative, so that the sum is monotone. */
export type LinkWeights = { readonly bias: number } & Readonly<
  Partial<Record<keyof StoryLikeness, readonly number[]>>
>

/** `assert`, `propose`, `linked` and `merge` are log-odds. */
export type LinkRule = {
  readonly weights: LinkWeights
  /** Taken for one story at or above, unasked. */
  readonly assert: number
  /** Unasked only where all of one of these is as great, whatever the score. */
  readonly least: readonly Partial<StoryLikeness>[]
  /** Proposed to a person at or above. */
  readonly propose: number
  /** Enough where the article links to an article of the story. */
  readonly linked: number
  /** An episode as like a second story as this speaks for the two stories being one. */
  readonly merge: number
}

/** Titles and summaries of a few sentences have a rule of their own: they say too little to be told apart by a score. */
export type LinkModel = {
  readonly version: string
  readonly trained: string
  readonly whole: LinkRule
  readonly short: LinkRule
}

export const shippedLinks: LinkModel = shipped

/** Every decision notes which model made it. */
export const LINKS_VERSION: string = shipped.version

/** Log-odds that an article and a story belong together. */
export function linkScore(likeness: StoryLikeness, { weights }: Pick<LinkRule, 'weights'>): number {
  let sum = weights.bias
  for (const input of shortInputs) {
    const slopes = weights[input]
    if (slopes === undefined) continue
    const value = likeness[input]
    for (let i = 0; i < slopes.length && value > KNOTS[i]!; i++) sum += slopes[i]! * (value - KNOTS[i]!)
  }
  return sum
}

/** Whether the likeness is nowhere less than a link unasked needs. */
export function isEnough(likeness: StoryLikeness, { least }: Pick<LinkRule, 'least'>): boolean {
  return least.some((all) => {
    for (const input in all) {
      const key = input as keyof StoryLikeness
      if (likeness[key] < all[key]!) return false
    }
    return true
  })
}
