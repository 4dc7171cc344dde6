/** What an article speaks of, in meanings that seven languages share, so that languages can be compared. */

import { meaningOf } from '../words/gloss.ts'
import { eachToken } from '../words/tokens.ts'

/** Texts are read this far, in UTF-16 units: what matters is told early. */
const READ = 3000
const MOST = 90

/** The meanings of an article, each once, in the order of the text; none where its language has no table. */
export function meaningsOf(title: string, text: string, language: string): readonly string[] {
  const found = new Set<string>()
  eachToken(`${title}\n${text.slice(0, READ)}`, ({ word, digits }) => {
    if (digits || found.size >= MOST) return
    const meaning = meaningOf(word, language)
    if (meaning !== undefined) found.add(meaning)
  })
  return [...found]
}
