/** An article whose text changed is compared for copies once more: it may have become one, or stopped being one. */

import { folds } from '../fold/copies.ts'
import type { CopyEdge, Reason } from '../model/story.ts'
import { mayMove } from '../store/bonds.ts'
import { countsOnce, dropTies, endTies, tiesOf } from '../store/copies.ts'
import type { Db } from '../store/engines/engine.ts'
import { leadsTo } from '../store/grouping.ts'
import { isFolded, takeIn } from '../store/placed.ts'
import {
  joinEpisode,
  mergeStory,
  openEpisode,
  openStory,
  type Place,
  placeOf,
  storyOfEpisode,
} from '../store/stories.ts'
import type { Features } from '../stories/features.ts'
import type { Placing } from './placing.ts'
import { type Repeats, saveRepeats } from './repeats.ts'
import type { LookContext } from './second-look.ts'

export type Edited = {
  readonly article: number
  readonly title: string
  readonly features: Features
  readonly fingerprint: Uint32Array
  /** What its text as it is now repeats. */
  readonly repeated: Repeats
}

/** No story or episode has this id. */
const NEW = 0

/**
 * Keeps what the new text repeats in place of what the old one did, which stays on record as ended, and moves the
 * article where that puts it, unless people decided otherwise. Memory keeps an article as it came in, so that a restart
 * remembers the same; only one that was left out as a copy is taken in when it becomes an account of its own.
 */
export async function compareAgain(context: LookContext, placing: Placing, edited: Edited): Promise<void> {
  const { db, sample, now } = context
  const { article, repeated } = edited
  const before = await tiesOf(db, article)
  const counted = before.find(({ kind }) => countsOnce(kind))
  if (isSame(before, repeated)) await dropTies(db, article)
  else {
    await takeIn(db, article, await isFolded(db, article))
    await endTies(db, article, now)
  }
  await saveRepeats(db, article, repeated)
  placing.revise(article, edited.fingerprint, sample)
  const place = await placeOf(db, article)
  if (place === undefined) return
  const { edge } = repeated
  if (edge && folds(edge)) {
    if (counted?.origin === edge.origin) return
    const origin = await placeOf(db, edge.origin)
    if (origin) await moveTo(context, placing, edited, { from: place, to: origin, why: becameCopy(edge) })
  } else if (counted) await standAlone(context, placing, edited, place)
}

/** Whether the ties are those on record: the same kinds to the same articles. */
function isSame(before: Awaited<ReturnType<typeof tiesOf>>, { edge, beside }: Repeats): boolean {
  const now = [...(edge ? [edge] : []), ...beside]
  return (
    before.length === now.length &&
    now.every(({ origin, kind }) => before.some((one) => one.origin === origin && one.kind === kind))
  )
}

const becameCopy = ({ kind, why }: CopyEdge): readonly Reason[] => [
  kind === 'translation'
    ? { what: 'since its text changed it is likely a translation of an article here', values: {}, weight: 1 }
    : { what: 'since its text changed it is a copy of an article here', values: {}, weight: 1 },
  ...why,
]
const noCopy: Reason = { what: 'since its text changed it is no copy any more', values: {}, weight: 1 }

/** An account of its own goes where one that came in now would go; where that is here, it stays. */
async function standAlone(
  context: LookContext,
  placing: Placing,
  edited: Edited,
  from: Place,
): Promise<void> {
  const { db, sample } = context
  const { article, features } = edited
  await placing.recall(db, features, sample)
  const found = placing.place(features, sample)
  let to = from
  const why = [noCopy, ...found.episodeReasons]
  if (found.episode !== undefined && found.episode !== from.episode) {
    to = { episode: found.episode, story: await storyOfEpisode(db, found.episode) }
  } else if (found.episode === undefined && (await mayLeave(db, article, from, found.story ?? NEW))) {
    const at = features.time
    const story =
      found.story === undefined
        ? await openStory(db, { title: edited.title, at, sample })
        : await leadsTo(db, found.story)
    to = { episode: await openEpisode(db, story, at, sample), story }
    why.push(...found.storyReasons)
  }
  const stands = (await moveTo(context, placing, edited, { from, to, why })) ? to : from
  if (!(await isFolded(db, article))) return
  await takeIn(db, article, false)
  placing.add({
    ...stands,
    features: { ...features, id: article },
    fingerprint: edited.fingerprint,
    sample,
    folded: false,
    translation: false,
  })
}

const mayLeave = (db: Db, article: number, from: Place, to: number): Promise<boolean> =>
  mayMove(db, { articles: [article], episode: from.episode, from: from.story, to, toEpisode: NEW })

/** Gives whether it stands there now. */
async function moveTo(
  { db, model, sample, now }: LookContext,
  placing: Placing,
  { article }: Edited,
  { from, to, why }: { readonly from: Place; readonly to: Place; readonly why: readonly Reason[] },
): Promise<boolean> {
  if (from.episode === to.episode) return true
  const allowed = await mayMove(db, {
    articles: [article],
    episode: from.episode,
    from: from.story,
    to: to.story,
    toEpisode: to.episode,
  })
  if (!allowed) return false
  await joinEpisode(db, { article, from: from.episode, episode: to.episode, reasons: why, model, now })
  placing.move(article, to.episode, to.story, sample)
  if (from.story !== to.story) await mergeStory(db, from.story, to.story)
  return true
}
