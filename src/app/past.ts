/**
 * What was told around a day that the live windows have let go of: fetched, once for a stretch of days, when an article
 * from an archive comes in, so that it finds its episode however late it comes.
 */

import type { Placement } from '../model/story.ts'
import type { Db } from '../store/engines/engine.ts'
import { placedAround } from '../store/placed.ts'
import type { Features } from '../stories/features.ts'
import { openWindow, type Window } from '../stories/window.ts'

const DAY = 86_400_000
/** An episode this far from an article is another one. */
const REACH = 14 * DAY
/** Fetched to each side, so that an archive read in order fetches once a week of its own time. */
const FETCHED = REACH + 7 * DAY
/** Articles fetched at most, the nearest days first; more would take longer than reading the article does. */
const MOST = 3000

type Stretch = { readonly window: Window; readonly from: number; readonly to: number }

export type Past = {
  /** Makes sure that what was told around an article is at hand. */
  readonly recall: (db: Db, features: Features, sample: boolean) => Promise<void>
  /** Where an article goes among what is at hand; nothing where its days are not. */
  readonly place: (features: Features, sample: boolean) => Placement | undefined
  readonly add: (features: Features, episode: number, story: number, sample: boolean) => void
  readonly move: (article: number, episode: number, story: number, sample: boolean) => void
  readonly rehome: (episode: number, story: number, sample: boolean) => void
}

const keyOf = (sample: boolean, language: string): string => `${sample ? 'sample' : 'own'} ${language}`

/** Opens it empty. One stretch of days is held for each language; it changes with the article that asks. */
export function openPast(): Past {
  const stretches = new Map<string, Stretch>()
  const around = ({ language, time, dated }: Features, sample: boolean, reach: number) => {
    const held = stretches.get(keyOf(sample, language))
    return dated && held && held.from <= time - reach && time + reach <= held.to ? held : undefined
  }
  const each = (sample: boolean, see: (window: Window) => void) => {
    for (const [key, { window }] of stretches) if (key.startsWith(keyOf(sample, ''))) see(window)
  }
  return {
    async recall(db, features, sample) {
      const { language, time, dated } = features
      if (!dated || around(features, sample, REACH)) return
      const [from, to] = [time - FETCHED, time + FETCHED]
      const window = openWindow(language)
      for (const row of await placedAround(db, { at: time, from, to, language, sample, most: MOST }))
        if (!row.folded)
          window.add({ ...(JSON.parse(row.features) as Features), id: row.article }, row.episode, row.story)
      stretches.set(keyOf(sample, language), { window, from, to })
    },
    place: (features, sample) => around(features, sample, REACH)?.window.place(features),
    add(features, episode, story, sample) {
      around(features, sample, 0)?.window.add(features, episode, story)
    },
    move: (article, episode, story, sample) => each(sample, (window) => window.move(article, episode, story)),
    rehome: (episode, story, sample) => each(sample, (window) => window.rehome(episode, story)),
  }
}
