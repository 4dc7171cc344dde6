/** A story's course, newest year first: its episodes by their first report, and the encounters among them. */

import { html } from 'hono/html'
import type { Witness } from '../../store/evidence.ts'
import type { StoryArticle } from '../../store/story-page.ts'
import type { TimelineEncounter } from '../encounters.ts'
import { dayTime } from './dates.ts'
import { encounterEntry } from './encounter.ts'
import type { Html } from './layout.ts'
import { count } from './words.ts'

type Entry = { readonly day: string; readonly entry: Html }

export function timeline({
  articles,
  encounters,
  witnesses,
  names,
}: {
  articles: readonly StoryArticle[]
  encounters: readonly TimelineEncounter[]
  witnesses: ReadonlyMap<number, Witness>
  names: ReadonlyMap<number, { readonly name: string }>
}): Html {
  const entries: Entry[] = [
    ...episodesOf(articles).map((episode) => ({ day: episode.day, entry: episodeEntry(episode) })),
    ...encounters.map((encounter) => ({
      day: encounter.day,
      entry: encounterEntry(encounter, { witnesses, names }),
    })),
  ].sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0))
  const years = [...Map.groupBy(entries, ({ day }) => day.slice(0, 4))]
  return html`${years.length > 1 && html`<nav class="years" aria-label="Years"><ul>${years.map(([year, of]) => html`<li><a href="#year-${year}">${year}</a> <span class="n">${of.length}</span></li>`)}</ul></nav>`}
${years.map(
  ([year, of]) =>
    html`<section class="year" aria-labelledby="year-${year}"><h3 class="year-name" id="year-${year}">${year}</h3><ol class="timeline">${of.map(({ entry }) => entry)}</ol></section>`,
)}`
}

type Episode = {
  readonly id: number
  readonly day: string
  readonly first: StoryArticle
  readonly articles: number
  readonly outlets: number
}

/** `articles` come newest first. An episode is told by the headline of its first own report. */
export function episodesOf(articles: readonly StoryArticle[]): readonly Episode[] {
  return [...Map.groupBy(articles, ({ episode }) => episode)].map(([id, of]) => {
    const first = of.findLast(({ copy }) => copy === null) ?? of.at(-1)!
    return {
      id,
      day: new Date(of.at(-1)!.published).toISOString().slice(0, 10),
      first,
      articles: of.length,
      outlets: new Set(of.map(({ outletId }) => outletId)).size,
    }
  })
}

function episodeEntry({ id, first, articles, outlets }: Episode): Html {
  return html`<li class="episode" id="episode-${id}"><p class="when">${dayTime(first.published)}</p>
<h4 lang="${first.language}" dir="${first.direction}"><a href="/article/${first.id}">${first.title}</a></h4>
<p class="facts"><span>${count(articles, 'article')} from ${count(outlets, 'outlet')}, first <bdi>${first.outlet}</bdi></span></p></li>`
}
