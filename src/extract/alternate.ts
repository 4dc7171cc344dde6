/** When the AMP twin of a page is read in its place: only where the page itself shows little, and the twin the same and more. */

import type { Extracted } from '../model/article.ts'
import { likeness } from './headline.ts'

/** In UTF-16 units: shorter articles may be cut off. */
const SHORT = 900
const CUT_OFF = 2500

/** Hard to read, very short, or perhaps cut off where readers are asked to pay or sign up. */
export const isPoor = ({ confidence, text, access }: Extracted): boolean =>
  confidence < 0.55 || text.length < SHORT || (access !== 'free' && text.length < CUT_OFF)

/** Half as long again, as sure, and the same article by its headline and by where its text begins. */
export function isBetter(page: Extracted, twin: Extracted): boolean {
  if (twin.text.length < page.text.length * 1.5 || twin.confidence < Math.min(page.confidence, 0.6))
    return false
  if (twin.language !== page.language || likeness(page.title, twin.title) < 0.6) return false
  const opening = letters(bodyOf(page)).slice(0, 60)
  return opening.length < 60 || letters(bodyOf(twin)).includes(opening)
}

/** The first paragraph of some length: what stands above it differs from twin to twin. */
const bodyOf = ({ text, blocks }: Extracted): string => {
  const first = blocks.find(({ kind, start, end }) => kind === 'paragraph' && end - start > 60)
  return first ? text.slice(first.start) : ''
}
const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
