/** A reader's rules: whether an article is what a rule looks for. */

import { foldWord } from '../words/tokens.ts'

export const fields = ['title', 'text', 'outlet', 'author', 'language', 'actor', 'story'] as const
export type Field = (typeof fields)[number]

/**
 * `words`: what the field has, or does not have; words in a row, others between commas. `*` leaves a word's end open.
 * A language is its code.
 */
export type Condition = { readonly field: Field; readonly has: boolean; readonly words: string }

/** What is looked at: one condition is enough, or all must hold. */
export type Wanted = { readonly any: boolean; readonly conditions: readonly Condition[] }

/** An article as rules see it. A field that no condition asks for is never called. */
export type Ruled = {
  readonly title: string
  readonly outlet: string
  readonly language: string
  readonly text: () => string
  readonly authors: () => readonly string[]
  readonly actors: () => readonly string[]
  readonly story: () => string
}

/** Cheap fields first: a long text is only looked through where the others leave it open. */
const dear: Readonly<Record<Field, number>> = {
  language: 0,
  title: 1,
  outlet: 1,
  story: 2,
  author: 3,
  actor: 4,
  text: 5,
}

/** Made once for a rule, called for each article. A rule without conditions wants nothing. */
export function matcher({ any, conditions }: Wanted): (article: Ruled) => boolean {
  const tests = conditions
    .filter(({ words }) => words.trim() !== '')
    .toSorted((a, b) => dear[a.field] - dear[b.field])
    .map(testOf)
  if (tests.length === 0) return () => false
  return (article) => (any ? tests.some((test) => test(article)) : tests.every((test) => test(article)))
}

function testOf({ field, has, words }: Condition): (article: Ruled) => boolean {
  if (field === 'language') {
    const codes = alternatives(words)
    return ({ language }) => codes.includes(foldWord(language)) === has
  }
  const pattern = patternOf(words)
  return (article) => pattern.test(foldWord(textIn(article, field))) === has
}

function textIn(article: Ruled, field: Exclude<Field, 'language'>): string {
  switch (field) {
    case 'title':
      return article.title
    case 'text':
      return `${article.title}\n${article.text()}`
    case 'outlet':
      return article.outlet
    case 'author':
      return article.authors().join('\n')
    case 'actor':
      return article.actors().join('\n')
    case 'story':
      return article.story()
  }
}

const alternatives = (words: string): readonly string[] =>
  words
    .split(/[,،]/u)
    .map((part) => foldWord(part).trim())
    .filter((part) => part !== '')

/** Particles of one letter that Arabic and Hebrew write at the head of a word. */
const arabicHead = '(?:[وفبكل]{0,2}(?:ال)?|لل)'
const hebrewHead = '[ובכלמשה]{0,2}'

function patternOf(words: string): RegExp {
  const parts = alternatives(words).map((part) => {
    const open = part.endsWith('*')
    const plain = (open ? part.slice(0, -1) : part)
      .split(/\s+/u)
      .map((word) => RegExp.escape(word))
      .join('[\\s\\p{P}]+')
    const head = /^\p{Script=Arabic}/u.test(part)
      ? arabicHead
      : /^\p{Script=Hebrew}/u.test(part)
        ? hebrewHead
        : ''
    return `${head}${plain}${open ? '' : "(?:['’]s)?(?![\\p{L}\\p{N}])"}`
  })
  return new RegExp(parts.length === 0 ? '(?!)' : `(?<![\\p{L}\\p{N}])(?:${parts.join('|')})`, 'u')
}
