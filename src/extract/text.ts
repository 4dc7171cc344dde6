/** Plain text with page furniture in it (copied pages, saved files, mail) through the same judgement of blocks. */

import type { BlockKind, Extracted } from '../model/article.ts'
import { languageOf } from '../words/languages.ts'
import { directionOf } from '../words/scripts.ts'
import { gatherer } from './blocks.ts'
import { tidy } from './characters.ts'
import { type Gauge, gauge, sameWords } from './gauge.ts'
import { claim, momentOf } from './moments.ts'
import { outletInText } from './outlet.ts'
import { AGENCY_CREDIT, peopleOf } from './people.ts'
import { furniture, isSectionOfOthers } from './phrases.ts'

type Line = {
  readonly text: string
  readonly gauge: Gauge
  readonly said: 0 | 1 | 2
  /** A blank line stands before it. */
  readonly apart: boolean
}

/** `name` is the file's name or the subject of a mail. Never throws; an empty text gives an empty article. */
export function extractText(text: string, from: { readonly name?: string }): Extracted {
  const lines = linesOf(text)
  const { first, last } = bodyRange(lines)
  const title = titleOf(lines, first, from.name)
  const start = title.at < 0 ? first : Math.min(first, title.at + 1)
  const out = gatherer()
  if (title.words) out.add('title', title.words)
  const head = title.at < 0 ? lines.slice(0, first) : lines.slice(0, title.at)
  const bylines: string[] = []
  let dateline: string | undefined
  for (let i = start; i < last; i++) {
    const line = lines[i]!
    if (sameWords(line.text, title.words) || line.said === 2) continue
    if (i < first && !line.gauge.prose) {
      if (/^(by|von|par|por|di)\s+\p{Lu}/u.test(line.text)) bylines.push(line.text)
      const kind = headKind(line)
      if (kind === 'dateline') dateline = line.text
      if (kind) out.add(kind, line.text)
      continue
    }
    if (isSectionOfOthers(line.text) && i > first) continue
    out.add(kindOf(lines, i, first), line.text)
  }
  const body = out.done()
  const language = languageOf(body.text)
  const headline = head.map((line) => line.text)
  dateline ??= headline.find((line) => isDateline(line))
  const outlet = outletInText({
    head: headline.filter((line) => !isDateline(line)),
    furniture: lines.filter((l, i) => l.said > 0 || i >= last).map((l) => l.text),
    body: body.text,
    ...(dateline ? { dateline } : {}),
  })
  const dated = [...headline, ...lines.slice(start, first).map((l) => l.text)]
    .map((line) => (line.length < 100 && /\d/.test(line) ? momentOf(line, language) : undefined))
    .find(Boolean)
  const prose = lines.reduce((sum, line) => sum + Math.max(0, line.gauge.value), 0) || 1
  const kept = lines.slice(first, last).reduce((sum, line) => sum + Math.max(0, line.gauge.value), 0)
  return {
    title: title.words,
    ...body,
    authors: peopleOf(bylines.length > 0 ? bylines : headline.filter((line) => /^by\s/i.test(line))),
    ...(outlet ? { outlet } : {}),
    ...(dated ? { published: claim(dated, 'text', { why: 'a line at the top of the text dates it' }) } : {}),
    language,
    direction: directionOf(body.text),
    keywords: [],
    access: lines.some((l) => l.said > 0 && /sign up to read|subscribe to (read|continue)/i.test(l.text))
      ? 'sign-up'
      : 'free',
    confidence:
      Math.round(
        100 * (0.2 + 0.4 * Math.min(1, kept / 900) + 0.3 * (kept / prose) + (title.words ? 0.1 : 0)),
      ) / 100,
  }
}

function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let apart = true
  for (const raw of unwrapped(text.replace(/\r\n?/g, '\n').split('\n'))) {
    const words = tidy(raw).trim()
    if (words === '') {
      apart = true
      continue
    }
    lines.push({
      text: words,
      gauge: gauge({ text: words, linkChars: 0, tag: 'p' }),
      said: furniture(words),
      apart,
    })
    apart = false
  }
  return lines
}

/** Joins lines a program broke at a fixed width: the next line's first word would not have fitted. */
function unwrapped(lines: readonly string[]): string[] {
  const widest = lines.reduce((most, line) => Math.max(most, line.trimEnd().length), 0)
  if (widest > 110 || widest < 40) return [...lines]
  const joined: string[] = []
  let before = ''
  for (const line of lines) {
    const word = line.trim().split(/\s/, 1)[0]!
    const full =
      before !== '' && word !== '' && before.length + 1 + word.length > widest && before.length > widest * 0.6
    if (full) joined[joined.length - 1] = `${joined[joined.length - 1]!.trimEnd()} ${line.trim()}`
    else joined.push(line)
    before = line.trimEnd()
  }
  return joined
}

/** The stretch with the most prose: prose counts for, furniture and stray short lines against. */
function bodyRange(lines: readonly Line[]): { first: number; last: number } {
  let best = { first: 0, last: 0, sum: 0 }
  let from = 0
  let sum = 0
  for (const [i, line] of lines.entries()) {
    sum += worth(line)
    if (sum <= 0) {
      sum = 0
      from = i + 1
    } else if (sum > best.sum) best = { first: from, last: i + 1, sum }
  }
  let { first, last } = best
  while (first < last && !lines[first]!.gauge.prose) first++
  // Short closing sentences still belong; the first line that is no sentence ends the article.
  while (last < lines.length && closes(lines[last]!)) last++
  if (best.sum === 0) return { first: 0, last: lines.length }
  return { first, last }
}

function worth(line: Line): number {
  if (line.said === 2) return -160
  if (line.said === 1) return -60
  if (isSectionOfOthers(line.text)) return -120
  return line.gauge.prose ? line.gauge.value : -25
}

const closes = (line: Line): boolean =>
  line.said === 0 &&
  !isSectionOfOthers(line.text) &&
  /[.!?\u2026\u3002\u061f"\u201d)]$/.test(line.text) &&
  (line.gauge.prose || line.text.split(' ').length >= 3)

/** The line above the body whose words the body takes up; a repeated one, or the nearest, where several do. */
function titleOf(
  lines: readonly Line[],
  first: number,
  name: string | undefined,
): { words: string; at: number } {
  const body = new Set(lines.slice(first, first + 12).flatMap((line) => wordsOf(line.text)))
  let best = { words: '', at: -1, score: 0.9 }
  const counts = new Map<string, number>()
  const key = (text: string): string => wordsOf(text).join(' ')
  for (const line of lines.slice(0, first)) counts.set(key(line.text), (counts.get(key(line.text)) ?? 0) + 1)
  for (let i = 0; i < first; i++) {
    const line = lines[i]!
    const { text } = line
    const words = wordsOf(text)
    if (text.length > 220 || line.said === 2 || words.length === 0 || isCaption(text) || isDateline(text))
      continue
    if (/^(by|von|par|por)\s/i.test(text)) continue
    const shared = words.filter((word) => word.length > 2 && body.has(word)).length
    const size = Math.min(1, words.length / 5 + (/[\u3040-\u9fff]/.test(text) ? 1 : 0))
    const repeated = (counts.get(key(text)) ?? 1) > 1 && words.length > 3 ? 1 : 0
    const score =
      size +
      (2 * shared) / Math.max(4, words.length) +
      repeated +
      (line.apart ? 0.3 : 0) -
      (/[.]$/.test(text) ? 0.6 : 0)
    if (score > best.score + (best.at >= 0 ? 0.1 : 0)) best = { words: text, at: i, score }
  }
  if (best.at >= 0) {
    // Repeats of the headline belong to it, not to what follows.
    let at = best.at
    while (at + 1 < first && sameWords(lines[at + 1]!.text, best.words)) at++
    return { words: best.words, at }
  }
  const fromName = (name ?? '')
    .replace(/\.(txt|html?|md|eml)$/i, '')
    .replace(/[_-]+/g, ' ')
    .trim()
  return {
    words: /\p{L}{3}.*\s.*\p{L}{3}/u.test(fromName) && !/[0-9a-f]{12}/.test(fromName) ? fromName : '',
    at: -1,
  }
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

function headKind(line: Line): BlockKind | undefined {
  if (isDateline(line.text)) return 'dateline'
  if (isCaption(line.text)) return 'caption'
  return undefined
}

/** Ends in whom the picture is from: "(AFP)", "[Reuters]", "/ Getty Images". */
const isCaption = (text: string): boolean => text.length < 400 && AGENCY_CREDIT.test(text)

/** "Ramallah - The Harbour Post": place, dash, outlet, and nothing else. */
const isDateline = (text: string): boolean =>
  text.length < 70 &&
  /^\p{Lu}[\p{L}.\u2019' ]{1,30}(?:,\s\p{Lu}[\p{L}.]+)?\s*[-\u2013\u2014:]\s+[\u201c"]?\p{Lu}[\p{L}\p{N}.\u2019' -]{1,40}[\u201d"]?$/u.test(
    text,
  ) &&
  text.split(/\s/).length <= 7

function kindOf(lines: readonly Line[], i: number, first: number): BlockKind {
  const { text, gauge: own } = lines[i]!
  if (isCaption(text) && text.length < 250) return 'caption'
  if (/^[\u2022\u25cf\u25aa*]\s/.test(text)) return 'list-item'
  const next = lines[i + 1]
  const short = text.length < 90 && own.ends === 0 && !/[,;:"\u201d]$/.test(text)
  return i > first && short && lines[i]!.apart && next?.gauge.prose ? 'heading' : 'paragraph'
}
