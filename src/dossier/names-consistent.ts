/** Makes the names of one text agree with each other: what is a name in one sentence is one in the next. */

import type { ActorKind } from '../model/dossier.ts'
import { placeOf } from '../words/places.ts'
import { LEX, lexOf } from './names-lexicon.ts'
import type { NameSpan, Token } from './names-tokens.ts'

type Votes = Record<ActorKind, number>

const CAPITAL = /^\p{Lu}/u
/** A kind must have this share of a form's namings to win the others over. */
const MAJORITY = 0.66

/** One arrives in no person, and no person is the town or the crossing of that name. */
const BEFORE_PLACE =
  /\b(?:(?:arriv(?:e|ed|es|ing)|land(?:ed|s|ing)|touch(?:ed|es|ing) down|disembark(?:ed|ing))(?: (?:today|yesterday|on \p{L}+))?(?: \([^()]{1,20}\))? (?:in|at|to|on)|(?:travel(?:l?ed|s|l?ing)|fl(?:ew|own|ies|ying)|sail(?:ed|s|ing)) (?:in)?to|(?:town|city|village|province|district|island|port|passage|crossing|checkpoint)(?: of)?)\s$/u
/** More than the longest of these words. */
const LOOK_BACK = 60

function knownPlace(text: string, name: NameSpan): NameSpan {
  if (name.kind !== 'person') return name
  const before = text.slice(Math.max(0, name.start - LOOK_BACK), name.start)
  return BEFORE_PLACE.test(before) ? { ...name, kind: 'place' } : name
}

/**
 * The names `read` mended by the rest of the text: a family name standing alone is the person named in full elsewhere; a
 * form mostly of one kind is of that kind everywhere, unless it is a place, which also lends its name to teams
 * and governments; a form found elsewhere is found where the model passed it over.
 */
export function consistent(
  text: string,
  tokens: readonly (readonly Token[])[],
  read: readonly NameSpan[],
): NameSpan[] {
  const found = read.map((name) => knownPlace(text, name))
  const votes = new Map<string, Votes>()
  const families = new Map<string, number>()
  for (const name of found) {
    const form = text.slice(name.start, name.end)
    const of = votes.get(form) ?? { person: 0, organisation: 0, place: 0 }
    of[name.kind]++
    votes.set(form, of)
    if (name.kind === 'person' && /\s/u.test(form)) {
      const last = form.split(/\s+/u).at(-1)!
      for (const form of new Set([last, last.replace(/^(?:al|el|Al|El)[-‑]/u, '')])) {
        families.set(form, (families.get(form) ?? 0) + 1)
      }
    }
  }
  for (const [last, count] of families) {
    const of = votes.get(last)
    // A full name says more of its last word than that word standing alone.
    if (of) of.person += 2 * count
  }
  const out = found.map((name) => {
    const form = text.slice(name.start, name.end)
    const kind =
      kindOf(form, votes) ??
      (name.kind === 'person' && !families.has(form) ? notAPerson(form, votes) : undefined)
    return kind && kind !== name.kind ? { ...name, kind } : name
  })
  return [...out, ...passedOver(text, tokens, out, votes, families)].sort((a, b) => a.start - b.start)
}

/** The kind that a form's namings agree on, or undefined where they do not. */
function kindOf(form: string, votes: ReadonlyMap<string, Votes>): ActorKind | undefined {
  const of = votes.get(form)
  if (!of) return undefined
  const all = of.person + of.organisation + of.place
  const [kind, most] = (Object.entries(of) as [ActorKind, number][]).sort((a, b) => b[1] - a[1])[0]!
  if (all < 2 || most < all * MAJORITY) return undefined
  if (of.place > 0 && of.organisation > 0 && placeOf(form)) return undefined
  return kind
}

/** A lone word that is a place or body as often as a person, while nobody is named in full by it: people have full names. */
function notAPerson(form: string, votes: ReadonlyMap<string, Votes>): ActorKind | undefined {
  const of = votes.get(form)
  if (!of || of.person === 0 || /\s/u.test(form) || of.person > of.place + of.organisation) return undefined
  return of.place >= of.organisation ? 'place' : 'organisation'
}

/** Names the model did not find although their form is a name elsewhere in the text. */
function passedOver(
  text: string,
  tokens: readonly (readonly Token[])[],
  found: readonly NameSpan[],
  votes: ReadonlyMap<string, Votes>,
  families: ReadonlyMap<string, number>,
): NameSpan[] {
  const taken = new Set<number>()
  for (const name of found) for (let i = name.start; i < name.end; i++) taken.add(i)
  const byFirst = new Map<string, string[]>()
  for (const form of [...votes.keys(), ...families.keys()]) {
    const first = /^[^\s.,'’]+/u.exec(form)?.[0] ?? form
    byFirst.set(
      first,
      [...(byFirst.get(first) ?? []), form].sort((a, b) => b.length - a.length),
    )
  }
  const added: NameSpan[] = []
  for (const line of tokens) {
    for (let i = 0; i < line.length; i++) {
      const token = line[i]!
      if (taken.has(token.start) || !CAPITAL.test(token.text)) continue
      const form = byFirst.get(token.text)?.find((f) => text.startsWith(f, token.start))
      if (!form || form.length < 3) continue
      const end = token.start + form.length
      if (/[\p{L}\p{N}]/u.test(text[end] ?? '') || taken.has(end - 1)) continue
      const next = line.find((t) => t.start >= end)
      if (CAPITAL.test(next?.text ?? '') || CAPITAL.test(line[i - 1]?.text ?? '')) continue
      // A word of the language is a name only where it was one more often than once.
      const usual =
        !/\s/u.test(form) && (lexOf(form) & (LEX.frequent | LEX.usual | LEX.demonym | LEX.calendar)) !== 0
      const of = votes.get(form)
      if (usual && (!of || of.person + of.organisation + of.place < 3)) continue
      const kind = families.has(form) ? 'person' : kindOfMost(of)
      if (!kind) continue
      added.push({ start: token.start, end, kind })
      for (let j = token.start; j < end; j++) taken.add(j)
    }
  }
  return added
}

const kindOfMost = (of: Votes | undefined): ActorKind | undefined =>
  of && (Object.entries(of) as [ActorKind, number][]).sort((a, b) => b[1] - a[1])[0]![0]
