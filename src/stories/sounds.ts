/** What an article's names sound like in bare consonants: the same in every script, so that languages can be compared. */

import { skeleton } from '../words/names.ts'
import { isStopWord } from '../words/stop-words.ts'
import { eachToken } from '../words/tokens.ts'

/** Texts are read this far, in UTF-16 units: who matters is named early. */
const READ = 3000
/** Two consonants are shared by chance. */
const SHORTEST = 3
const MOST_NAMED = 60
/** Scripts without capitals don't show their names, so every word stands in for one. */
const MOST_WORDS = 200
const withoutCapitals = /^[\p{Script=Arabic}\p{Script=Hebrew}]/u

/** Articles, prepositions and conjunctions written as one with the word after them. */
const joined: Readonly<Record<string, RegExp>> = {
  ar: /^[وف]?(?:ال|بال|لل|كال|[بلك])/u,
  fa: /^ال/u,
  he: /^[ובלמהשכ]{1,2}/u,
}

/** The sounds of an article, each once, in the order of the text. */
export function soundsOf(title: string, text: string, language: string): readonly string[] {
  const found = new Set<string>()
  const words = new Set<string>()
  const note = (word: string) => {
    const sound = skeleton(word)
    if (sound.length >= SHORTEST) found.add(sound)
  }
  eachToken(`${title}\n${text.slice(0, READ)}`, ({ word, digits, capital, opens }) => {
    if (digits || words.has(word) || isStopWord(word, language)) return
    const bare = withoutCapitals.test(word)
    if (words.size >= (bare ? MOST_WORDS : MOST_NAMED) || (!bare && (!capital || opens))) return
    words.add(word)
    note(word)
    if (!bare) return
    const rest = word.replace(joined[language] ?? /^$/u, '')
    if (rest !== word && rest.length >= SHORTEST) note(rest)
    if (language === 'he' && word.length > SHORTEST && rest.length === word.length - 2) note(word.slice(1))
  })
  return [...found]
}
