/** Takes back a step of the model: what it moved goes back where it was, and may not be moved so again. */

import { openAct } from '../store/acts.ts'
import { addBonds } from '../store/bonds.ts'
import type { Db } from '../store/engines/engine.ts'
import { leadsTo, place, rehome } from '../store/grouping.ts'
import { type Regrouping, stepOf } from '../store/history.ts'
import { articlesIn, storyOfEpisode } from '../store/stories.ts'
import type { Actor, Done } from './grouping.ts'
import { cannot, conclude, must, tidy, titlesOf } from './grouping-steps.ts'

const why = 'a reader took back what the model had done'

/** A step is named by the first entry of its log. What has been moved on since stays where it is. */
export const takeBack = (
  db: Db,
  { log, step }: Pick<Regrouping, 'log' | 'step'>,
  actor: Actor,
): Promise<Done> =>
  db.transaction().execute(async (trx) => {
    const standing = (await stepOf(trx, log, step)).filter(({ now, to }) => now === to)
    const [first] = standing
    if (!first) return { failed: 'moved-on' }
    const moved = standing.map((one) => one.moved)
    const { from, to } = first
    if (from === null) return { failed: 'moved-on' }
    const articles = log === 'membership' ? moved : await articlesOf(trx, moved)
    if (articles.length === 0) return { failed: 'moved-on' }
    const act = await openAct(trx, {
      kind: 'take-back',
      reader: actor.reader,
      by: actor.name,
      now: actor.now,
    })
    const [own, other] =
      log === 'homing' ? [from, to] : [await storyOfEpisode(trx, from), await storyOfEpisode(trx, to)]
    const titles = await titlesOf(trx, [other])
    if (log === 'homing')
      for (const episode of moved) await rehome(trx, act, { episode, from: to, to: from, why })
    else for (const article of moved) await place(trx, act, { article, from: to, to: from, why })
    const redirects = await tidy(trx, [own, other], own)
    const apart = own === other ? [] : [cannot('story', own, other)]
    if (log === 'homing')
      await addBonds(trx, act.id, [...apart, ...moved.map((episode) => must('episode', episode, own))])
    else
      await addBonds(trx, act.id, [
        ...apart,
        ...moved.flatMap((article) => [
          { kind: 'must', what: 'article', subject: article, whole: 'episode', target: from } as const,
          { kind: 'cannot', what: 'article', subject: article, whole: 'episode', target: to } as const,
        ]),
      ])
    await conclude(trx, act, [own, other], { titles, articles: articles.length, redirects, proposals: [] })
    return { act: act.id, story: await leadsTo(trx, own) }
  })

async function articlesOf(db: Db, episodes: readonly number[]): Promise<readonly number[]> {
  const found: number[] = []
  for (const episode of episodes) found.push(...(await articlesIn(db, episode)).map(({ id }) => id))
  return found
}
