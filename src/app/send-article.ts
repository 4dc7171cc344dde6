/** An article as a letter to somebody: who said it where, the sender's words, and how it begins. */

import type { ArticlePage } from '../store/article-page.ts'

export type ArticleMail = { readonly to: string; readonly subject: string; readonly text: string }

/** Of the article itself no more than a quotation goes out. */
const BEGINNING = 600
const MOST_WORDS = 1000

/** One address as mail takes it; anything that could name two, or a header, is none. */
export function letterOf(
  article: Pick<ArticlePage, 'title' | 'text' | 'sentences'>,
  { to, words, citation }: { readonly to: string; readonly words: string; readonly citation: string },
): ArticleMail | { readonly failed: 'address' } {
  const address = to.trim()
  if (address.length > 254 || !/^[^\s@,;<>"():\\]+@[^\s@,;<>"():\\]+$/.test(address))
    return { failed: 'address' }
  const { title, text, sentences } = article
  const last = sentences.findLast(({ end }) => end <= BEGINNING)?.end ?? 0
  const parts = [words.trim().slice(0, MOST_WORDS), citation, text.slice(0, last).trim()]
  return { to: address, subject: title.replace(/\s+/g, ' '), text: parts.filter(Boolean).join('\n\n') }
}
