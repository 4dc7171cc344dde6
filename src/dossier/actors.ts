/** Gathers the namings of a text into actors: who is the same, under which names, in which roles. */

import type { Block } from '../model/article.ts'
import type { Actor, Mention, Role } from '../model/dossier.ts'
import type { Sentence } from '../model/span.ts'
import { placeOf } from '../words/places.ts'
import { isCredit } from './actors-bylines.ts'
import {
  aloneAs,
  bare,
  type Draft,
  fitting,
  gathering,
  isDoubtful,
  joinAlone,
  joinBodies,
  joinFull,
} from './actors-forms.ts'
import { laterMentions } from './actors-later.ts'
import type { NameSpan } from './names-tokens.ts'
import { type FoundRole, rolesAt } from './roles.ts'

/**
 * Actors of one text and every mention of them, in reading order. `names` are the spans `findNames` gave for the
 * same text; `authors` the article's own, who never become cast by being named as such. Full names are gathered
 * first, so that a short form before the full one finds it; a short form that fits two people is given to one only
 * where the text leaves no doubt, and stands for nobody otherwise.
 */
export function resolveActors(
  text: string,
  sentences: readonly Sentence[],
  names: readonly NameSpan[],
  blocks: readonly Block[],
  authors: readonly string[],
): { actors: Actor[]; mentions: Mention[] } {
  const all = gathering()
  const joined = new Map<NameSpan, Draft>()
  const formOf = (name: NameSpan): string => {
    const form = text.slice(name.start, name.end).replace(/\s+/gu, ' ')
    return name.kind === 'person' ? bare(form) : form
  }
  const shorter = shortForms(names.filter((name) => name.kind === 'person').map(formOf))
  for (const name of names) {
    const form = formOf(name)
    if (name.kind !== 'person') joined.set(name, joinBodies(all, name.kind, form, name, text))
    else if (/\s/u.test(form) && !shorter.has(form)) joined.set(name, joinFull(all, form, name))
  }
  for (const name of names) {
    if (joined.has(name)) continue
    const form = formOf(name)
    const draft = fitting(all, form, name) ?? aloneAs(all, form)
    if (draft) {
      if (!draft.forms.includes(form)) draft.forms.push(form)
      draft.at.push(name)
      joined.set(name, draft)
    } else if (!isDoubtful(all, form)) joined.set(name, joinAlone(all, form, name))
  }

  const written = new Set(authors.map((author) => author.toLowerCase()))
  const inReadingOrder = all.drafts
    .map((draft) => ({ draft, first: draft.at.reduce((least, s) => Math.min(least, s.start), text.length) }))
    .sort((a, b) => a.first - b.first)
    .map(({ draft }) => draft)
  const index = new Map(inReadingOrder.map((draft, i) => [draft, i]))
  let block = 0
  const credits = new Set(
    names.filter((name) => {
      while (block < blocks.length - 1 && blocks[block]!.end < name.end) block++
      return isCredit(text, name, blocks[block], written)
    }),
  )
  const named: Mention[] = names.flatMap((name) => {
    const draft = joined.get(name)
    if (!draft) return []
    const full = fullest(draft)
    const form =
      formOf(name) === full || /\s/u.test(formOf(name)) || draft.kind !== 'person' ? 'name' : 'short'
    return [
      {
        start: name.start,
        end: name.end,
        actor: index.get(draft)!,
        form: form === 'short' && full === formOf(name) ? 'name' : form,
      } as const,
    ]
  })
  const roles = rolesOf(text, sentences, names, joined)
  const inStory = new Set(names.flatMap((name) => (credits.has(name) ? [] : (joined.get(name) ?? []))))
  const actors = inReadingOrder.map((draft) => finished(draft, roles.get(draft) ?? [], !inStory.has(draft)))
  const mentions = [...named, ...laterMentions(text, sentences, actors, named)].sort(
    (a, b) => a.start - b.start,
  )
  return { actors, mentions }
}

/** Names of two words and more that end a longer one of the same text: "Lund Berg" of "Kari Lund Berg". */
function shortForms(forms: readonly string[]): ReadonlySet<string> {
  const shorter = new Set<string>()
  for (const form of new Set(forms)) {
    const parts = form.split(' ')
    for (let i = 1; i < parts.length - 1; i++) shorter.add(parts.slice(i).join(' '))
  }
  return shorter
}

function fullest(draft: Draft): string {
  if (draft.kind === 'person') return [...draft.forms].sort((a, b) => words(b) - words(a) || 0)[0]!
  // Of a body the first long form, not its abbreviation.
  return draft.forms.find((form) => !/^[\p{Lu}.&]{2,8}$/u.test(form)) ?? draft.forms[0]!
}

const words = (form: string): number => form.split(/\s+/u).length

function rolesOf(
  text: string,
  sentences: readonly Sentence[],
  names: readonly NameSpan[],
  joined: ReadonlyMap<NameSpan, Draft>,
): Map<Draft, Role[]> {
  const roles = new Map<Draft, Role[]>()
  let lastBody: string | undefined
  let at = 0
  for (const sentence of sentences) {
    const here: NameSpan[] = []
    while (at < names.length && names[at]!.start < sentence.end) here.push(names[at++]!)
    for (const name of here) {
      if (name.kind === 'organisation') lastBody = text.slice(name.start, name.end)
      const draft = joined.get(name)
      if (name.kind !== 'person' || !draft) continue
      const list = roles.get(draft) ?? []
      for (const found of rolesAt(text, sentence, name, here)) {
        const role = settled(found, lastBody)
        if (!list.some((r) => r.title.toLowerCase() === role.title.toLowerCase() && r.of === role.of))
          list.push(role)
      }
      roles.set(draft, list)
    }
  }
  return roles
}

/** "the movement's": the body named last before. */
function settled({ ofPhrase, ...role }: FoundRole, lastBody: string | undefined): Role {
  return role.of === undefined && ofPhrase && lastBody ? { ...role, of: lastBody } : role
}

function finished(draft: Draft, roles: readonly Role[], byline: boolean): Actor {
  const name = fullest(draft)
  const place = draft.kind === 'place' ? (placeOf(name) ?? placeOf(name.replace(/^the\s+/iu, ''))) : undefined
  return {
    kind: draft.kind,
    name,
    variants: [name, ...draft.forms.filter((form) => form !== name)],
    roles,
    part: byline ? 'byline' : 'story',
    ...(place?.country ? { country: place.country } : {}),
    ...(place?.latitude !== undefined ? { latitude: place.latitude, longitude: place.longitude! } : {}),
  }
}
