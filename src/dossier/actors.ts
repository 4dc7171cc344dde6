/** Gathers the namings of a text into actors: who is the same, under which names, in which roles. */

import type { Block } from '../model/article.ts'
import type { Actor, Mention } from '../model/dossier.ts'
import type { Sentence } from '../model/span.ts'
import type { NameSpan } from './names.ts'
import { placeOf } from './places.ts'

type Draft = { kind: Actor['kind']; variants: string[]; byline: boolean }

/**
 * Actors of one text and every mention of them, in reading order. `names` are the spans `findNames` gave for the
 * same text; `authors` the article's own, which never become cast by being named as such. A short form joins
 * a longer one only when exactly one longer one fits.
 */
export function resolveActors(
  text: string,
  _sentences: readonly Sentence[],
  names: readonly NameSpan[],
  blocks: readonly Block[],
  authors: readonly string[],
): { actors: Actor[]; mentions: Mention[] } {
  const drafts: Draft[] = []
  const mentions: Mention[] = []
  const written = new Set(authors.map((name) => name.toLowerCase()))
  for (const name of names) {
    const form = text.slice(name.start, name.end)
    const block = blocks.find((b) => b.start <= name.start && name.end <= b.end)
    const byline = block?.kind === 'credit' || written.has(form.toLowerCase())
    let actor = drafts.findIndex((d) => d.kind === name.kind && d.variants.includes(form))
    let short = false
    if (actor < 0) {
      const fits = drafts.flatMap((d, i) =>
        d.kind === name.kind && isShortOf(form, d.variants[0]!) ? [i] : [],
      )
      if (fits.length === 1) {
        actor = fits[0]!
        short = true
        drafts[actor]!.variants.push(form)
      }
    } else short = form !== drafts[actor]!.variants[0]
    if (actor < 0) actor = drafts.push({ kind: name.kind, variants: [form], byline }) - 1
    else if (!byline) drafts[actor]!.byline = false
    mentions.push({ start: name.start, end: name.end, actor, form: short ? 'short' : 'name' })
  }
  return { actors: drafts.map(finished), mentions }
}

function isShortOf(short: string, full: string): boolean {
  const words = full.split(/\s+/u)
  const part = short.split(/\s+/u)
  return part.length < words.length && words.slice(-part.length).join(' ') === part.join(' ')
}

function finished(draft: Draft): Actor {
  const place = draft.kind === 'place' ? placeOf(draft.variants[0]!) : undefined
  return {
    kind: draft.kind,
    name: draft.variants[0]!,
    variants: draft.variants,
    roles: [],
    part: draft.byline ? 'byline' : 'story',
    ...(place?.country ? { country: place.country } : {}),
    ...(place?.latitude !== undefined ? { latitude: place.latitude, longitude: place.longitude! } : {}),
  }
}
