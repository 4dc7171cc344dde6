/** Who wrote an article: what the page states, then what it marks, then what it prints near the headline. */

import type { Item } from '../model/feed.ts'
import { AUTHOR, BYLINE, COMMENTS } from './cues.ts'
import type { Stated } from './json-ld.ts'
import { bylineIn, peopleOf } from './people.ts'
import { type Label, labelText, type Tree } from './tree.ts'

const META = [
  'author',
  'article:author',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dcterms.creator',
  'byl',
  'article:author_name',
  'citation_author',
  'authors',
  'cxenseparse:author',
]

export type AuthorsFrom = {
  readonly stated: Stated
  /** First unit of the article, and the one after its last. */
  readonly start: number
  readonly end: number
  readonly siteNames: readonly string[]
  readonly item: Item | undefined
}

/** People first; a page that names none may name an agency or body as its author. */
export function authorsOf(tree: Tree, from: AuthorsFrom): readonly string[] {
  const tries = [...placesOf(tree, from)]
  for (const texts of tries) {
    const people = peopleOf(texts, from.siteNames)
    if (people.length > 0) return people
  }
  for (const texts of tries) {
    const bodies = peopleOf(texts, [], true)
    if (bodies.length > 0) return bodies
  }
  return []
}

function* placesOf(tree: Tree, { stated, start, end, item }: AuthorsFrom): Iterable<readonly string[]> {
  yield stated.authors
  for (const key of META) yield tree.meta.get(key) ?? []
  if (/written|author|by/i.test(tree.meta.get('twitter:label1')?.[0] ?? ''))
    yield tree.meta.get('twitter:data1') ?? []
  const marked = tree.labels.filter((label) => !inComments(tree, label))
  const named = marked.filter((label) => (label.cues & AUTHOR) !== 0)
  const near = named.filter((label) => Math.abs(label.first - start) <= 25)
  const text = (label: Label): string => label.value || labelText(tree, label)
  yield near
    .filter((label) => label.tag === 'a' || label.tag === 'meta')
    .slice(0, 4)
    .map(text)
  for (const label of near.slice(0, 6)) yield [text(label)]
  const bylines = marked.filter((label) => (label.cues & BYLINE) !== 0 && Math.abs(label.first - start) <= 40)
  for (const label of bylines.slice(0, 12)) yield bylineIn(labelText(tree, label))
  const lines = tree.units.slice(Math.max(0, start - 12), start + 12).filter((unit) => unit.text.length < 160)
  for (const unit of lines) yield bylineIn(unit.text)
  const after = tree.units.slice(Math.max(start, end - 4), end + 4).filter((unit) => unit.text.length < 120)
  for (const unit of after) yield bylineIn(unit.text)
  yield named.slice(0, 3).map(text)
  yield bylineIn(tree.title)
  yield item?.authors ?? []
}

function inComments(tree: Tree, label: Label): boolean {
  for (let b = label.box; b >= 0; b = tree.boxes[b]!.parent) {
    const { tag, cues } = tree.boxes[b]!
    if ((cues & COMMENTS) !== 0 && tag !== 'body' && tag !== 'html' && tag !== 'article') return true
  }
  return (label.cues & COMMENTS) !== 0
}
