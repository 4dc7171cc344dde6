/** Takes back what a person did to the grouping, as far as it still stands. */

import { loadAct, openAct, reverseBonds, stepsOf, storiesOfAct } from '../store/acts.ts'
import type { Db } from '../store/engines/engine.ts'
import { leadsTo, place, rehome, reverseDetail, standingsOf, weighStory } from '../store/grouping.ts'
import { storyOfEpisode } from '../store/stories.ts'
import type { Actor, Done } from './grouping.ts'
import { conclude, tidy } from './grouping-steps.ts'

/** Takes an act back: everything it moved that still stands where it put it goes back where it was. */
export const undo = (db: Db, id: number, actor: Actor): Promise<Done> =>
  db.transaction().execute(async (trx) => {
    const act = await loadAct(trx, id)
    if (!act) return { failed: 'no-act' }
    if (act.kind === 'undo') return { failed: 'is-undo' }
    if (act.undone !== null) return { failed: 'undone' }
    const { moved, homed } = await stepsOf(trx, id)
    const undoing = await openAct(trx, {
      kind: 'undo',
      reader: actor.reader,
      by: actor.name,
      now: actor.now,
      undoes: id,
    })
    const detail = await reverseDetail(trx, act.detail)
    const why = 'a reader took a correction back'
    let articles = 0
    // An episode the act made may have been given to yet another story since.
    const left = new Set<number>()
    for (const { article, from, to, now } of moved.toReversed()) {
      if (now !== to || from === null) continue
      left.add(await storyOfEpisode(trx, to))
      await place(trx, undoing, { article, from: to, to: from, why })
      articles += 1
    }
    for (const { episode, from, to, now } of homed.toReversed())
      if (now === to) await rehome(trx, undoing, { episode, from: to, to: from, why })
    await reverseBonds(trx, id, undoing.id)
    // Where what was moved has gone back to, or where it stands if it was moved on since: its stories lead there.
    const stories = [...new Set([...(await storiesOfAct(trx, id)), ...left])]
    const home = await homeOf(trx, { homed, moved, stories })
    const led = detail.redirects.map(({ story }) => story)
    const stirred = moved.length + homed.length + led.length > 0
    const redirects = stirred ? await tidy(trx, [...stories, ...led], home) : []
    await conclude(
      trx,
      undoing,
      stories,
      {
        titles: act.detail.titles,
        articles,
        redirects: [...detail.redirects, ...redirects],
        proposals: detail.proposals,
      },
      id,
    )
    return { act: undoing.id, story: home }
  })

async function homeOf(
  db: Db,
  {
    homed,
    moved,
    stories,
  }: {
    readonly homed: readonly { readonly episode: number }[]
    readonly moved: readonly { readonly article: number }[]
    readonly stories: readonly number[]
  },
): Promise<number> {
  const [standing] = await standingsOf(
    db,
    moved.slice(0, 1).map(({ article }) => article),
  )
  if (standing) return standing.story
  const [first] = homed
  if (first) {
    const story = await storyOfEpisode(db, first.episode)
    if ((await weighStory(db, story))?.articles) return story
  }
  for (const story of stories) {
    const live = await leadsTo(db, story)
    if ((await weighStory(db, live))?.articles) return live
  }
  return leadsTo(db, stories[0]!)
}
