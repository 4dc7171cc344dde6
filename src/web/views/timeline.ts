/** A story's course, newest year first: its bursts of coverage by their first report, and the encounters among them. */

import { html } from 'hono/html'
import type { Standing } from '../../store/corrections.ts'
import type { Witness } from '../../store/evidence.ts'
import type { StoryArticle } from '../../store/story-page.ts'
import type { TimelineEncounter } from '../encounters.ts'
import { rich, t } from '../messages.ts'
import { articleDay } from './dates.ts'
import { encounterEntry } from './encounter.ts'
import type { Html } from './layout.ts'
import { count } from './words.ts'

type Entry = { readonly day: string; readonly entry: Html }

export function timeline({
  story,
  articles,
  encounters,
  witnesses,
  names,
  standings,
}: {
  story: number
  articles: readonly StoryArticle[]
  encounters: readonly TimelineEncounter[]
  witnesses: ReadonlyMap<number, Witness>
  names: ReadonlyMap<number, { readonly name: string }>
  standings?: ReadonlyMap<number, Standing>
}): Html {
  const entries: Entry[] = [
    ...burstsOf(articles).map((burst) => ({ day: burst.day, entry: burstEntry(burst, story) })),
    ...encounters.map((encounter) => ({
      day: encounter.day,
      entry: encounterEntry(encounter, { witnesses, names, standings }),
    })),
  ].sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0))
  const years = [...Map.groupBy(entries, ({ day }) => day.slice(0, 4))]
  return html`${years.length > 1 && html`<nav class="years" aria-label="${t('Years')}"><ul>${years.map(([year, of]) => html`<li><a href="#year-${year || 'unknown'}">${year || t('day unknown')}</a> <span class="n">${of.length}</span></li>`)}</ul></nav>`}
${years.map(
  ([year, of]) =>
    html`<section class="year" aria-labelledby="year-${year || 'unknown'}"><h3 class="year-name" id="year-${year || 'unknown'}">${year || t('Day unknown')}</h3><ol class="timeline">${of.map(({ entry }) => entry)}</ol></section>`,
)}`
}

type Burst = {
  readonly day: string
  readonly first: StoryArticle
  readonly articles: number
  readonly outlets: number
}

/** A pause in an episode's coverage after which it is told anew. */
const PAUSE = 3 * 86_400_000

/** An episode by its bursts of coverage, each told by the headline of its first own report. `articles` come newest first. */
export function burstsOf(articles: readonly StoryArticle[]): readonly Burst[] {
  return [...Map.groupBy(articles, ({ episode }) => episode).values()].flatMap((of) => {
    const bursts: StoryArticle[][] = []
    for (const article of of) {
      const burst = bursts.at(-1)
      if (burst && burst.at(-1)!.published - article.published < PAUSE) burst.push(article)
      else bursts.push([article])
    }
    return bursts.map((burst) => ({
      day: new Date(burst.at(-1)!.published).toISOString().slice(0, 10),
      first: burst.findLast(({ copy }) => copy === null) ?? burst.at(-1)!,
      articles: burst.length,
      outlets: new Set(burst.map(({ outletId }) => outletId)).size,
    }))
  })
}

function burstEntry({ first, articles, outlets }: Burst, story: number): Html {
  return html`<li class="episode"><p class="when">${articleDay(first)}</p>
<h4 lang="${first.language}" dir="${first.direction}"><a href="/article/${first.id}">${first.title}</a></h4>
<p class="facts"><span>${articles === 1 ? html`<bdi>${first.outlet}</bdi>` : rich('{articles} from {outlets}, first {outlet}', { articles: html`<a href="/story/${story}/coverage?episode=${first.episode}">${count(articles, 'article')}</a>`, outlets: count(outlets, 'outlet'), outlet: html`<bdi>${first.outlet}</bdi>` })}</span></p></li>`
}
