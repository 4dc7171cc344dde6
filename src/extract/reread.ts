/** Whether an article that reads differently was edited by its outlet, or only read differently by this program. */

import type { Block, Reread } from '../model/article.ts'
import { diffVersions } from './versions.ts'

/** Raised by one whenever pages are read differently, so that what follows is not taken for outlets' edits. */
export const EXTRACTOR = 2

type Version = { readonly title: string; readonly text: string; readonly blocks: readonly Block[] }

export type How = {
  /** All words of the page as it is now, furniture too. */
  readonly page: string
  /** A reader had said what is wrong with the older version. */
  readonly fixed: boolean
  /** The older version was read by this same program, and as surely. */
  readonly sameReading: boolean
}

/**
 * undefined where the outlet edited: where words of the older version are gone from its page, or new ones came while
 * the page was read the same way. What is still on the page but no longer in the article was left out by us.
 */
export function rereadOf(older: Version, newer: Version, how: How): Reread | undefined {
  const page = letters(how.page)
  const stands = (text: string): boolean => page.includes(letters(text))
  if (older.title !== newer.title && !stands(older.title)) return undefined
  let added = false
  for (const change of diffVersions(older, newer)) {
    if (change.kind === 'added') added = true
    else if (change.kind !== 'same' && !stands(older.text.slice(change.old.start, change.old.end)))
      return undefined
  }
  if (how.fixed) return 'fix'
  return added && how.sameReading ? undefined : 'program'
}

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
