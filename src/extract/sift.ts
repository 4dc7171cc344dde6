/** Inside the box that holds the article: which units are its body, which its captions and credits, which neither. */

import { visibleDates } from '../words/visible-dates.ts'
import { BODY, BYLINE, CAPTION, CORRECTION, CREDIT, DATE, HEADLINE, LIVE, PULL, SUMMARY } from './cues.ts'
import { type Gauge, prefix, sameWords } from './gauge.ts'
import { AGENCY_CREDIT, peopleOf } from './people.ts'
import { furniture, isSectionOfOthers } from './phrases.ts'
import type { Box, Tree, Unit } from './tree.ts'

export type Role = 'body' | 'standfirst' | 'caption' | 'credit' | 'dateline' | 'away'

type Look = {
  readonly tree: Tree
  readonly gauges: readonly Gauge[]
  readonly main: number
  readonly away: readonly boolean[]
  /** What is left of each box's cues. */
  readonly cues: readonly number[]
  readonly known: readonly boolean[]
  /** Share of each unit that stands in the anchor. */
  readonly covered: readonly number[] | undefined
  readonly title: string
  readonly authors: readonly string[]
  readonly description: string
  /** Short lines and links count as text here. */
  readonly lines: boolean
}

/** A role for every unit of the page. */
export function sift(look: Look): Role[] {
  const { tree, gauges, main, away, known, covered, title, authors } = look
  const { units } = tree
  const { first, end } = tree.boxes[main]!
  const roles = units.map((): Role => 'away')
  const around = surroundings(look)
  const isBio = bioTest(authors)
  let skipping = false
  let begun = false
  let over = end
  for (let i = first; i < end; i++) {
    const unit = units[i]!
    const g = gauges[i]!
    const { cues, out } = around(unit.box)
    if (out || away[unit.box]) continue
    if (unit.image || unit.embed) {
      if (!skipping) roles[i] = 'body'
      continue
    }
    const heading = isHeading(unit)
    if (
      (heading || (unit.text.length < 60 && !g.prose && unit.linkChars === 0)) &&
      isSectionOfOthers(unit.text)
    ) {
      // Such a heading speaks for the box it stands in, and no further.
      over = tree.boxes[tree.boxes[unit.box]!.parent]?.end ?? end
      skipping = true
      continue
    }
    if (i >= over) skipping = false
    if (heading || (g.prose && unit.linkChars < unit.text.length * 0.3 && unit.text.length > 100))
      skipping = false
    if (skipping || sameWords(unit.text, title)) continue
    const role = roleOf(tree, i, g, cues, known[i]! && !(covered && covered[i]! > 0.6), look.lines)
    if (role === 'body' && !begun && (isStandfirst(look, i, cues) || isDescription(look, i))) {
      roles[i] = 'standfirst'
      continue
    }
    if (role === 'body' && (isBio(unit.text) || isByline(unit.text))) continue
    if (role === 'body' && g.prose) begun = true
    roles[i] = role
  }
  if (!look.lines) trimEdges(tree, gauges, first, end, roles)
  return roles
}

const isHeading = (unit: Unit): boolean => /^h[1-6]$/.test(unit.tag)
const isCell = (unit: Unit): boolean => unit.tag === 'td' || unit.tag === 'th'

function roleOf(tree: Tree, i: number, g: Gauge, cues: number, known: boolean, lines: boolean): Role {
  const { units } = tree
  const unit = units[i]!
  const { text, tag, linkChars } = unit
  if (tag === 'figcaption' || (cues & CAPTION) !== 0) {
    if (text.length >= 600) return 'away'
    return (cues & CREDIT) !== 0 && text.length < 80 ? 'credit' : 'caption'
  }
  if (g.mass < 300 && AGENCY_CREDIT.test(text) && pictureNear(units, i)) return 'caption'
  if (
    (text.length < 130 && g.ends === 0 && isUnderPicture(tree, i)) ||
    (text.startsWith('\u00a9') && pictureNear(units, i))
  )
    return 'caption'
  if (text.length < 400 && STAFF.test(text)) return 'credit'
  if ((cues & CREDIT) !== 0 && text.length < 160) return 'credit'
  if ((cues & (BYLINE | DATE)) !== 0 && !isCell(unit) && tag !== 'li' && !(g.prose && text.length > 120))
    return 'away'
  if ((cues & HEADLINE) !== 0 && tag === 'h1') return 'away'
  if (isCell(unit)) return known || (linkChars > text.length * 0.85 && text.length > 60) ? 'away' : 'body'
  const said = furniture(text)
  if (said === 2 || (said === 1 && linkChars > 0)) return 'away'
  const linked = lines ? 0 : linkChars / text.length
  // An address written out is a source the article names.
  if (linked > 0.85 && tag === 'p' && /^https?:\/\/\S+$/.test(text)) return known ? 'away' : 'body'
  if (linked > 0.85 && tag !== 'li') return 'away'
  if (linked > 0.6 && tag !== 'li' && !/[.!?\u2026\u3002\u061f]['\u2019"\u201d)]*$/.test(text)) return 'away'
  return known ? 'away' : 'body'
}

/** The page's own description, printed in a box of its own above the text. */
function isDescription({ tree, gauges, description }: Look, i: number): boolean {
  const { units, boxes } = tree
  const { text, box } = units[i]!
  if (text.length < 40 || text.length > 400 || description.length < 40) return false
  if (
    !sameWords(text, description) &&
    !description.startsWith(text.slice(0, 200)) &&
    !text.startsWith(description.slice(0, 200))
  )
    return false
  for (let j = i + 1; j < units.length && j < i + 12; j++) {
    if (gauges[j]!.prose) return boxes[units[j]!.box]!.parent !== boxes[box]!.parent && units[j]!.box !== box
  }
  return false
}

/** Before any prose: a heading too long to be one, or what the page itself calls a summary and sets apart. */
function isStandfirst(look: Look, i: number, cues: number): boolean {
  const unit = look.tree.units[i]!
  // A list of key points is a list.
  if (unit.text.length >= 500 || unit.tag === 'li') return false
  if (isHeading(unit) && unit.text.length >= 45) return true
  return (
    (cues & SUMMARY) !== 0 &&
    (cues & BODY) === 0 &&
    (isHeading(unit) || (look.gauges[i]!.mass < 350 && !isFirstParagraph(look, i)))
  )
}

/** Set as the paragraphs below it are, whatever it is called. */
function isFirstParagraph({ tree: { units, boxes }, gauges }: Look, i: number): boolean {
  const { box, tag } = units[i]!
  if (tag !== 'p') return false
  let alike = 0
  for (let j = i + 1; j < units.length && j < i + 8; j++)
    if (gauges[j]!.prose && units[j]!.tag === 'p' && boxes[units[j]!.box]!.parent === boxes[box]!.parent)
      alike++
  return alike >= 2
}

/** A line of nothing but who wrote it, or of nothing but a date. */
function isByline(text: string): boolean {
  if (text.length > 90) return false
  if (/^(?:by|von|par|por)\s+\p{Lu}/iu.test(text) && !/[.!?]$/.test(text))
    return peopleOf([text]).length > 0 || /^by\s+[A-Z][\w ]+$/i.test(text)
  if (!/\d{4}/.test(text)) return false
  const dates = visibleDates(text)
  if (dates.length === 0) return false
  let rest = text
  for (const { start, end } of [...dates].reverse()) rest = rest.slice(0, start) + rest.slice(end)
  return (
    rest.replace(
      /\d|[^\p{L}]|\b(?:updated?|published|posted|original|first|last|modified|on|at|am|pm|a\.m|p\.m|utc|gmt|est|edt|et|pst|pt|bst|cet|ist|mon|tue|wed|thu|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|uhr|um|am|stand|hrs)\b/giu,
      '',
    ).length < 4
  )
}

/** "Ana Ruiz is a reporter ...", of a known author; "Write to Ana Ruiz at ..."; a note on who the writer is. */
function bioTest(authors: readonly string[]): (text: string) => boolean {
  const names = authors.filter((name) => name.length > 4)
  return (text) => {
    if (text.length > 700) return false
    const lead = text.slice(0, 12)
    const name = names.find(
      (n) =>
        text.startsWith(n) ||
        (/^(?:about|[\u2014*-])/i.test(lead) && text.slice(0, 12 + n.length).includes(n)),
    )
    if (name && IS_WHO.test(text.slice(0, name.length + 90))) return true
    return BIO_LINE.test(text)
  }
}

const IS_WHO = /\s(?:is|was|has been|writes|covers|joined|reports|leads|works|studied|lives|began)\s/

const BIO_LINE =
  /^(?:(?:write|email|contact|reach|follow|send (?:questions|tips|an email)) (?:to )?[^.]{2,60}(?: at| on| via)? \S*@\w|[A-Z][^.]{4,40}(?: \([^)]{4,60}\))? (?:is (?:an?|the) |writes about |covers |reports on )[^.]{0,120}(?:reporter|writer|editor|correspondent|columnist|journalist|author|producer|contributor|blogger)\b)/i

/** Who worked on a report, as agencies close it. */
const STAFF =
  /^\W*(?:(?:additional |with )?(?:reporting|writing|words|edited|editing|written|compiled|photos?|photography|video) by\b.{3,300}|(?:associated press|ap|reuters|afp|bloomberg)(?: \w+)? (?:writers?|reporters?|journalists?|staff)\b.{3,300}\bcontributed\b.*)$/iu

/** Shares a small box with a picture. */
function isUnderPicture({ boxes, units }: Tree, i: number): boolean {
  const unit = units[i]!
  if (isHeading(unit) || unit.tag === 'li' || isCell(unit) || /[:?!]$/.test(unit.text) || unit.linkChars > 0)
    return false
  let box = boxes[unit.box]!
  if (box.end - box.first === 1) box = boxes[box.parent] ?? box
  if (box.end - box.first > 3) return false
  for (let j = box.first; j < box.end; j++) if (units[j]!.image !== undefined) return true
  return false
}

/** A picture in a figure, or with a caption under it: of a gallery, wherever it stands. */
function isPictured({ boxes, units }: Tree, i: number, roles: readonly Role[]): boolean {
  const { image, box } = units[i]!
  if (!image) return false
  return (
    roles[i + 1] === 'caption' || boxes[box]!.tag === 'figure' || boxes[boxes[box]!.parent]?.tag === 'figure'
  )
}

/** A picture stands just before, or just after, with no prose between. */
const pictureNear = (units: readonly Unit[], i: number): boolean =>
  [i - 1, i - 2, i - 3, i + 1].some((j) => units[j]?.image !== undefined || units[j]?.embed !== undefined)

type Around = { readonly cues: number; readonly out: boolean }

/** What the boxes between a unit and the main box say together; lists that are mostly links are out. */
function surroundings({ tree, gauges, main, away, cues }: Look): (box: number) => Around {
  const { boxes, units } = tree
  const links = prefix(units.map((unit) => unit.linkChars))
  const chars = prefix(units.map((unit) => unit.text.length))
  const prose = prefix(gauges.map((g) => Math.max(0, g.value)))
  const over = (sums: Float64Array, { first, end }: Box): number => sums[end]! - sums[first]!
  const whole = over(prose, boxes[main]!) || 1
  const known = new Map<number, Around>([[main, { cues: 0, out: false }]])
  return function around(index: number): Around {
    const before = known.get(index)
    if (before) return before
    const box = boxes[index]!
    const above = index <= main ? { cues: 0, out: false } : around(box.parent)
    const small = over(prose, box) < whole * 0.4
    const letters = over(chars, box)
    const linked =
      letters > 30 && LISTS.has(box.tag) && over(links, box) > letters * 0.6 && over(prose, box) < 200
    const found = {
      cues:
        above.cues | (small ? cues[index]! : cues[index]! & (CAPTION | CREDIT | LIVE | CORRECTION | PULL)),
      out: above.out || (small && (away[index]! || linked)),
    }
    known.set(index, found)
    return found
  }
}

const LISTS = new Set(['ul', 'ol', 'dl', 'table', 'div', 'section'])

/** Short lines before the first prose and after the last are furniture; a heading needs text under it. */
function trimEdges(tree: Tree, gauges: readonly Gauge[], first: number, end: number, roles: Role[]): void {
  const { units } = tree
  const isProse = (i: number): boolean => roles[i] === 'body' && gauges[i]!.prose
  let from = first
  while (from < end && !isProse(from)) from++
  let to = end
  while (to > from && !isProse(to - 1)) to--
  if (from >= to) return
  // A short line set exactly as the prose is set is of the text; one set otherwise is not.
  const beside = (i: number, prose: number): boolean => {
    const { tag, box } = units[i]!
    if (tag !== 'p' && tag !== 'li' && !isHeading(units[i]!)) return false
    const home = tree.boxes[units[prose]!.box]!.parent
    const own = tree.boxes[box]!.parent
    return own === home || tree.boxes[own]?.parent === home || own === tree.boxes[home]?.parent
  }
  for (let i = first; i < from; i++) {
    const { text } = units[i]!
    if (roles[i] !== 'body' || text.length === 0 || isCell(units[i]!) || beside(i, from)) continue
    if (text.length < 45 || gauges[i]!.ends === 0) roles[i] = 'away'
  }
  for (let i = to; i < end; i++) {
    const { text, tag, linkChars } = units[i]!
    if (roles[i] !== 'body' || isCell(units[i]!) || isPictured(tree, i, roles)) continue
    const stray = tag !== 'li' && !isHeading(units[i]!) && text.length < 60 && !beside(i, to - 1)
    if (text.length === 0 || stray || linkChars > text.length * 0.4) roles[i] = 'away'
  }
  /** Level of the heading just below that has text under it; 7 for text itself, 0 for neither. */
  let under = 0
  for (let i = end - 1; i >= first; i--) {
    const unit = units[i]!
    if (roles[i] !== 'body') continue
    if (unit.text.length === 0) {
      // A picture among the text may be all that a heading has under it.
      if (i < to) under ||= 7
      continue
    }
    if (!isHeading(unit)) {
      under = 7
      continue
    }
    const level = Number(unit.tag[1])
    if (under > level) under = level
    else {
      roles[i] = 'away'
      under = 0
    }
  }
}
