/** Reads one article's dossier: cast, dates, encounters, statements and figures, each on its own sentence. */

import type { Block, Language } from '../model/article.ts'
import type { Dossier } from '../model/dossier.ts'
import type { Sentence } from '../model/span.ts'
import { resolveActors } from './actors.ts'
import { clausesOf } from './clause.ts'
import { datesOf, findTimings } from './dates.ts'
import { findEncounters } from './encounters.ts'
import { findFigures } from './figures.ts'
import { findNames } from './names.ts'
import { findQuotes } from './quotes.ts'
import { findStatements } from './statements.ts'

export type ReadArticle = {
  readonly title: string
  readonly text: string
  readonly blocks: readonly Block[]
  readonly authors: readonly string[]
  readonly language: Language
}

/**
 * The dossier of one article. `published` is the ISO day (or instant) the article appeared on; without it only dates
 * that need no such day are given. All spans are UTF-16 offsets into `article.text`.
 */
export function readDossier(
  article: ReadArticle,
  sentences: readonly Sentence[],
  options: { readonly published?: string } = {},
): Dossier {
  const { text, blocks, authors, language } = article
  const names = findNames(text, sentences, language)
  const { actors, mentions } = resolveActors(text, sentences, names, blocks, authors)
  const timings = findTimings(text, sentences, options.published)
  const found = {
    text,
    blocks,
    sentences,
    actors,
    mentions,
    timings,
    quotes: findQuotes(text, blocks),
    clauses: clausesOf(text, mentions, timings),
  }
  const statements = findStatements(found)
  const encounters = findEncounters({ ...found, statements, published: options.published })
  return {
    actors,
    mentions,
    dates: datesOf(timings),
    encounters,
    statements,
    figures: findFigures(text, sentences),
  }
}
