/** Who wrote an article: what the page states, then what it marks, then what it prints near the headline. */

import type { Item } from '../model/feed.ts'
import { visibleDates } from '../words/visible-dates.ts'
import { announcesAuthor, bylineIn } from './bylines.ts'
import { AUTHOR, BYLINE, COMMENTS } from './cues.ts'
import type { Stated } from './json-ld.ts'
import { peopleOf } from './people.ts'
import { type Label, labelText, type Tree, type Unit } from './tree.ts'

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
  /** First unit of the article's text, and the one after its last. */
  readonly start: number
  readonly end: number
  readonly siteNames: readonly string[]
  readonly item: Item | undefined
}

type Place = readonly string[]

/** People first; a page that names none may name an agency, a desk or another body as its author. */
export function authorsOf(tree: Tree, from: AuthorsFrom): readonly string[] {
  const isOutlet = outletTest(from.siteNames)
  const people = (place: Place): readonly string[] =>
    place.length === 0 ? [] : peopleOf(place, from.siteNames).filter((name) => !isOutlet(name))
  const first = (places: Iterable<Place>): readonly string[] => {
    for (const place of places) {
      const found = people(place)
      if (found.length > 0) return found
    }
    return []
  }
  const named = first(statedIn(tree, from))
  if (named.length > 0) {
    if (named.every((name) => name.includes(' '))) return named
    return fuller(named, [...markedIn(tree, from), ...printedIn(tree, from)].flatMap(people))
  }
  const shown = first(markedIn(tree, from))
  if (shown.length > 0) return withOthers(shown, [...printedBylines(tree, from.start)].map(people))
  const told = first(printedIn(tree, from))
  if (told.length > 0) return told
  for (const place of [...statedIn(tree, from), ...markedIn(tree, from)]) {
    const bodies = peopleOf(place, [], true)
    if (bodies.length > 0) return bodies
  }
  return first(loose(tree, from.start))
}

function* statedIn(tree: Tree, { stated, item }: AuthorsFrom): Iterable<Place> {
  yield stated.authors
  for (const key of META) yield tree.meta.get(key) ?? []
  if (
    /written|author|\bby\b|verfasst|geschrieben|[ée]crit|escrito|scritto|geschreven|skrevet|napisan|автор|yazan|執筆/i.test(
      tree.meta.get('twitter:label1')?.[0] ?? '',
    )
  )
    yield tree.meta.get('twitter:data1') ?? []
  yield item?.authors ?? []
}

function* markedIn(tree: Tree, { start }: AuthorsFrom): Iterable<Place> {
  const topics = new Set(topicsIn(tree, start))
  const marked = tree.labels.filter((label) => !inComments(tree, label) && !TOPIC.test(label.href))
  const near = marked.filter(
    (label) =>
      (label.cues & AUTHOR) !== 0 &&
      Math.abs(label.first - start) <= 25 &&
      !topics.has(labelText(tree, label)),
  )
  const text = (label: Label): string => {
    const words = label.value || labelText(tree, label)
    return bylineIn(words)[0] ?? words
  }
  yield near
    .filter((label) => label.tag === 'a' || label.tag === 'meta')
    .slice(0, 4)
    .map(text)
  for (const label of near.slice(0, 6)) yield [text(label)]
  yield* printedBylines(tree, start)
  yield linked(tree, start)
}

/** What the page marks as a row of who and when, as it is printed. */
function* printedBylines(tree: Tree, start: number): Iterable<Place> {
  const bylines = tree.labels.filter(
    (label) =>
      (label.cues & (BYLINE | AUTHOR)) !== 0 &&
      Math.abs(label.first - start) <= 40 &&
      !inComments(tree, label) &&
      !TOPIC.test(label.href),
  )
  for (const label of bylines.slice(0, 12)) yield bylineIn(labelText(tree, label))
}

/** Not every name of a byline need be a link: the row they stand in may name more. */
const withOthers = (named: readonly string[], rows: readonly (readonly string[])[]): readonly string[] =>
  rows.find((row) => row.length > named.length && named.every((name) => row.includes(name))) ?? named

/** Links in a byline's row that lead to what the article is about, not to who wrote it. */
const TOPIC =
  /\/(?:tags?|category|categor[iy]\w*|kategorien?|topics?|thema|themen|sections?|ressort|rubrik)\//i

/** Links beside the headline that lead to the page of a writer. */
const linked = (tree: Tree, start: number): Place => linksTo(WRITER, tree, start).slice(0, 4)
const topicsIn = (tree: Tree, start: number): Place => linksTo(TOPIC, tree, start)

function linksTo(place: RegExp, { units }: Tree, start: number): Place {
  const found: string[] = []
  for (const { text, marks } of units.slice(Math.max(0, start - 10), start + 2)) {
    if (text.length > 200) continue
    for (const { kind, href = '', start: from, end } of marks)
      if (kind === 'link' && place.test(href)) found.push(text.slice(from, end))
  }
  return found
}

const WRITER =
  /\/(?:authors?|autor(?:en|es|i)?|auteurs?|autore|autori|writers?|staff|journalists?|columnists?|contributors?|reporters?|redakteure?|schrijvers?|yazar(?:lar)?|avtor[iy]?|profiles?\/author)\/[^/?#]+/i

/** In lines that nothing marks, one word alone is too little to be a name. */
function* printedIn(tree: Tree, { start, end }: AuthorsFrom): Iterable<Place> {
  const { units } = tree
  const line = (i: number): Place => {
    const { text } = units[i]!
    if (announcesAuthor(text)) {
      const below = units[i + 1]?.text ?? ''
      return below.length < 70 && isWhole(below) ? [below] : []
    }
    const named = bylineIn(text)
    return named.some(isWhole) || (text.length < 60 && POSTED.test(text)) ? named : []
  }
  const first = Math.max(0, start - 12)
  for (let i = first; i < Math.min(units.length, start + 12); i++)
    if (units[i]!.text.length < 160) yield line(i)
  for (let i = first; i < Math.min(units.length, start + 2); i++) yield besideDate(units[i]!.text)
  for (let i = Math.max(start, end - 4); i < Math.min(units.length, end + 4); i++)
    if (units[i]!.text.length < 240) yield line(i)
  yield units.slice(end - 1, end + 1).flatMap(signature)
}

const isWhole = (name: string): boolean =>
  /\s/.test(name.trim()) || /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}]/u.test(name)

/** A line of when and by whom: there a first name alone may stand. */
const POSTED = /\d{4}|^\W*(?:posted|written|published|erstellt|geschrieben|verfasst|eingestellt)\b/i

/** "4 March 2024 | Ana Ruiz": nothing but a date and a name. */
function besideDate(text: string): Place {
  if (text.length > 90 || !/\d{4}/.test(text)) return []
  const [date, ...more] = visibleDates(text)
  if (!date || more.length > 0) return []
  const rest = `${text.slice(0, date.start)}|${text.slice(date.end)}`
    .replace(/\d{1,2}[:.]\d\d(?:\s*(?:uhr|h|[ap]\.?m\.?))?/gi, '')
    .split(/\s*[|\u2022\u00b7,/\u2013\u2014-]\s+|\s+[|\u2022\u00b7/\u2013\u2014-]\s*|\|/)
    .map((part) => part.trim())
    .filter(Boolean)
  return rest.length === 1 && FULL_NAME.test(rest[0]!) ? rest : []
}

const FULL_NAME =
  /^\p{Lu}[\p{L}\p{M}.'\u2019-]+(?: (?:\p{Lu}\.|van|von|de|der|di|da|del|al))* \p{Lu}[\p{L}\p{M}'\u2019-]+$/u

/** A name alone, set apart by its type, under the last words of a text. */
const signature = ({ text, marks, tag }: Unit): Place =>
  tag !== 'li' &&
  !/^h\d$/.test(tag) &&
  FULL_NAME.test(text) &&
  marks.some((m) => (m.kind === 'strong' || m.kind === 'emphasis') && m.end - m.start >= text.length - 2)
    ? [text]
    : []

/** Where nothing else is: names marked anywhere, or in the page's title. */
function* loose(tree: Tree, start: number): Iterable<Place> {
  const topics = new Set(topicsIn(tree, start))
  yield tree.labels
    .filter((label) => (label.cues & AUTHOR) !== 0 && !inComments(tree, label) && !TOPIC.test(label.href))
    .slice(0, 3)
    .map((label) => label.value || labelText(tree, label))
    .filter((name) => !topics.has(name))
  yield bylineIn(tree.title)
}

function inComments(tree: Tree, label: Label): boolean {
  for (let b = label.box; b >= 0; b = tree.boxes[b]!.parent) {
    const { tag, cues } = tree.boxes[b]!
    if ((cues & COMMENTS) !== 0 && tag !== 'body' && tag !== 'html' && tag !== 'article') return true
  }
  return (label.cues & COMMENTS) !== 0
}

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** Outlets sign their pages themselves, under some form of their name: "The Quay", "Quay Online", "QUAY – the weekly". */
function outletTest(siteNames: readonly string[]): (name: string) => boolean {
  const sites = siteNames.map(letters).filter((site) => site.length >= 4)
  return (name) => {
    const words = name
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean)
      .map(letters)
    const own = words.join('')
    const ends = words.flatMap((_, i) => [words.slice(0, i + 1).join(''), words.slice(i).join('')])
    return sites.some((site) => ends.includes(site) || (own.length >= 5 && site.startsWith(own)))
  }
}

/** Stated as a handle ("ana.ruiz") or first name alone, an author is called what the page prints, where it does. */
function fuller(named: readonly string[], shown: readonly string[]): readonly string[] {
  const whole = shown.filter((name) => /\p{Lu}/u.test(name) && name.includes(' '))
  return named.map((name) => {
    if (name.includes(' ')) return name
    const own = letters(name)
    const same = whole.find((other) => {
      const [first] = other.split(' ')
      return letters(other) === own || letters(first!) === own
    })
    return same ?? (/^\p{Ll}[\p{Ll}._-]*$/u.test(name) ? (whole[0] ?? name) : name)
  })
}
