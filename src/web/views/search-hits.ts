/** What a search found: rows with the sentences that hold its words, names, and what can be done with the search. */

import { html } from 'hono/html'
import type { ActorKind } from '../../model/dossier.ts'
import type { Hit } from '../../store/search.ts'
import type { Text } from '../../store/texts.ts'
import { rich, t } from '../messages.ts'
import type { Passage } from '../passages.ts'
import { articleMoment } from './dates.ts'
import { followForm } from './follow-form.ts'
import type { Html } from './layout.ts'
import { evidenceHref } from './quote.ts'
import { actorWord } from './words.ts'

/** Signs of a sentence shown before its first found word, and in all. */
const BEFORE = 90
const LONG = 280

export function hitRow(hit: Hit, read: Text | undefined, passages: readonly Passage[]): Html {
  return html`<article class="row" data-row><h3 lang="${hit.language}" dir="${hit.direction}"><a href="/article/${hit.id}">${hit.title}</a>${hit.sample ? html` <span class="sample-mark">${t('Fictional')}</span>` : ''}</h3>
${
  read && passages.length > 0
    ? html`<ul class="found">${passages.map((passage) => html`<li lang="${hit.language}" dir="${hit.direction}"><a href="${evidenceHref(hit.id, passage)}">${marked(read.text, passage)}</a></li>`)}</ul>`
    : hit.lead && html`<p class="latest" lang="${hit.language}" dir="${hit.direction}">${hit.lead}</p>`
}
${facts(hit)}</article>`
}

export const sentenceRow = (hit: Hit, read: Text, passage: Passage): Html =>
  html`<li class="row" data-row><h3 lang="${hit.language}" dir="${hit.direction}" class="sentence"><a href="${evidenceHref(hit.id, passage)}">${marked(read.text, passage)}</a></h3>
<p class="because" lang="${hit.language}" dir="${hit.direction}"><a href="/article/${hit.id}">${hit.title}</a></p>${facts(hit)}</li>`

const facts = (hit: Hit): Html =>
  html`<p class="facts"><span><bdi class="outlet">${hit.outlet}</bdi>, ${articleMoment(hit)}</span>${hit.story === null ? '' : html` <span>${rich('in {story}', { story: html`<a href="/story/${hit.story}" dir="auto">${hit.storyTitle}</a>` })}</span>`}</p>`

/** The sentence with what was found marked; a long one from shortly before the first of it. */
function marked(text: string, { start, end, found }: Passage): Html {
  const first = found[0]!.start
  const space = text.lastIndexOf(' ', first - BEFORE)
  const from = first - start > BEFORE + 40 && space > start ? space + 1 : start
  let to = end
  if (to - from > LONG) {
    const cut = text.lastIndexOf(' ', from + LONG)
    to = Math.max(cut > from ? cut : from + LONG, found[0]!.end)
  }
  const parts: Html[] = []
  let at = from
  for (const one of found) {
    if (one.start < at || one.end > to) continue
    parts.push(html`${plain(text, at, one.start)}<mark>${text.slice(one.start, one.end)}</mark>`)
    at = one.end
  }
  return html`${from > start ? '… ' : ''}${parts}${plain(text, at, to)}${to < end ? ' …' : ''}`
}

const plain = (text: string, from: number, to: number): string =>
  text.slice(from, to).replaceAll(/\s+/gu, ' ')

export function namesList(
  actors: readonly { readonly id: number; readonly name: string; readonly kind: ActorKind }[],
): Html {
  if (actors.length === 0) return html``
  return html`<section aria-labelledby="named"><h2 id="named">${t('People, organisations, places')}</h2><ul class="actors">${actors.map(({ id, name, kind }) => html`<li><a href="/actor/${id}"><bdi>${name}</bdi></a> <span class="because">${actorWord(kind)}</span></li>`)}</ul></section>`
}

export function savedList(saved: readonly { readonly query: string; readonly name: string }[]): Html {
  if (saved.length === 0) return html``
  return html`<section aria-labelledby="saved"><h2 id="saved">${t('Saved searches')}</h2><ul class="followed">${saved.map(({ query, name }) => html`<li><a href="/search?${new URLSearchParams({ q: query })}"><bdi>${name}</bdi></a> ${saveForm({ text: query, name, saved: true, back: '/search' })}</li>`)}</ul></section>`
}

type Tools = {
  readonly text: string
  readonly name: string
  readonly words: string
  readonly feed: string
  readonly back: string
  readonly saved: boolean
  readonly followed: boolean
  readonly topic: boolean
  /** Where the words are a place's name. */
  readonly place: { readonly followed: boolean } | undefined
}

export function searchTools({ text, name, words, feed, back, saved, followed, topic, place }: Tools): Html {
  // A topic is looked for in whatever form its words have; marks of a search would be words of it.
  const isTopic = words === text && /^[\p{L}\p{N}\p{M} '’-]{3,}$/u.test(words)
  return html`<div class="search-tools">${followForm({ kind: 'search', target: text, followed, back })}
${isTopic ? followForm({ kind: 'topic', target: words, followed: topic, back }) : ''}
${place ? followForm({ kind: 'place', target: words, followed: place.followed, back }) : ''}
${saveForm({ text, name, saved, back })}
<a href="${feed}">${t('Feed')}</a> <a href="/stories/new?${new URLSearchParams({ q: text })}">${t('Make a story')}</a></div>`
}

export const saveForm = ({
  text,
  name,
  saved,
  back,
}: {
  text: string
  name: string
  saved: boolean
  back: string
}): Html =>
  html`<form method="post" action="/search/${saved ? 'forget' : 'save'}" class="inline"><input type="hidden" name="q" value="${text}"><input type="hidden" name="name" value="${name}"><input type="hidden" name="back" value="${back}"><button${saved ? html` class="on"` : ''}>${saved ? t('Saved: forget it') : t('Save this search')}</button></form>`
