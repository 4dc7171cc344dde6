/** Read, the saving: places an understood article in its story and saves all of it at once. One at a time, in order. */

import { repeats } from '../fold/copies.ts'
import { matchFollows } from '../follows/match.ts'
import { type Considered, dayOf, instantOf } from '../pipeline.ts'
import { everyFollow, outletOfArticle, saveAlerts } from '../store/alerts.ts'
import { saveVersion } from '../store/articles.ts'
import type { Db } from '../store/engines/engine.ts'
import { leadsTo } from '../store/grouping.ts'
import { attachItem, doubtfulItems } from '../store/items.ts'
import { saveProposals } from '../store/proposals.ts'
import { enqueue, finish, type Job, notifyJob, readJob, suggestJob } from '../store/queue.ts'
import { saveSiteMemory } from '../store/site-memory.ts'
import { outletFor, type Source } from '../store/sources.ts'
import {
  dropBridges,
  fileUndated,
  headlinesOf,
  joinEpisode,
  openEpisode,
  openStory,
  type Place,
  placeOf,
  saveBridges,
  storyOfEpisode,
  touchStory,
} from '../store/stories.ts'
import { BACKGROUND_VERSION } from '../stories/background.ts'
import { LINKS_VERSION } from '../stories/link-scorer.ts'
import { MODEL_VERSION } from '../stories/scorer.ts'
import { titleOf } from '../stories/title.ts'
import { domainOf } from '../words/urls.ts'
import { catchUp } from './catch-up.ts'
import { compareAgain } from './compare-again.ts'
import type { Context } from './context.ts'
import { carryCorrections } from './correct.ts'
import { joinToLasting } from './join-actors.ts'
import { pointedLongAgo } from './long-ago.ts'
import { mergeStories } from './merge-stories.ts'
import { bytesOf, type Placing, type Twin } from './placing.ts'
import { type Counts, countsWith, repeatsOf, saveRepeats } from './repeats.ts'
import { applyRules } from './rules.ts'
import { lookAgain, unite } from './second-look.ts'
import type { Unchanged, Understood } from './understand.ts'

/** How far back an article is filed that no one dates and that stands alone. Milliseconds. */
const FORTNIGHT = 14 * 86_400_000

/** What placed an article, kept in the log beside the reason. */
const MODEL = `${MODEL_VERSION}, ${LINKS_VERSION}, background-${BACKGROUND_VERSION}`

/** Below this confidence an article is read again once more is known of its site. */
const DOUBTFUL = 0.5

/**
 * Places the article, looks again at what its arrival made due, and saves all of it, the job's end and its alerts in
 * one transaction. Where this throws, `placing` may know what the store does not and must be opened anew.
 */
export async function settle(
  context: Context,
  placing: Placing,
  job: Job,
  understood: Understood,
): Promise<void> {
  const { db, now } = context
  const { considered, item, source, known, memory } = understood
  const sample = source.sample === 1
  const repeated = await repeatsOf(db, placing, understood, { sample, now: now() })
  const { edge } = repeated
  // Of copies the first seen stands for them all, also where their origin comes in later.
  const folded = [edge, ...repeated.copies.map((one) => one.edge)].some((one) => one && repeats(one))
  await db.transaction().execute(async (trx) => {
    const { article, actors } = await saveArticle(trx, understood, { sample, now: now(), folded })
    await attachItem(trx, item.id, article)
    await finish(trx, job)
    if (context.ask && !sample) await enqueue(trx, [suggestJob(article, now())])
    if (memory) await saveSiteMemory(trx, memory.domain, memory.learned)
    if (memory?.grown) {
      const doubtful = await doubtfulItems(trx, article, DOUBTFUL)
      await enqueue(
        trx,
        doubtful.map(({ id, published }) => readJob(id, published, now())),
      )
    }
    const look = { db: trx, model: MODEL, sample, now: now() }
    if (known) {
      await catchUp(trx, placing)
      const { extracted, features, fingerprint } = considered
      await compareAgain(look, placing, { article, title: extracted.title, features, fingerprint, repeated })
      return
    }
    await saveRepeats(trx, article, repeated)
    await catchUp(trx, placing)
    const { twin, ...place } = await saveNewPlace(trx, placing, {
      article,
      considered,
      actors,
      counts: countsWith(repeated),
      sample,
      now: now(),
    })
    const names = considered.dossier.actors.flatMap(({ variants }) => variants)
    const incoming = { id: article, story: place.story, extracted: considered.extracted, names }
    await applyRules(trx, incoming, now())
    await queueAlerts(trx, { id: article, story: place.story, actors }, considered, now())
    const { room, due } = placing.add({
      ...place,
      features: { ...considered.features, id: article },
      fingerprint: considered.fingerprint,
      sample,
      folded,
      translation: edge?.kind === 'translation',
    })
    if (twin) await unite(look, placing, { ...keeping(place.episode, twin.episode), why: twin.why })
    await lookAgain(look, placing, room, due)
    await saveBridges(trx, placing.newBridges(sample))
    for (const merge of placing.toMerge(sample)) {
      await dropBridges(trx, merge.story, merge.into)
      await mergeStories(look, placing, merge)
    }
  })
}

/** An article that has not changed since it was kept: the item is tied to it, and nothing else happens. */
export async function settleUnchanged(
  db: Db,
  job: Job,
  item: number,
  { unchanged: article, memory }: Unchanged,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    if (memory) await saveSiteMemory(trx, memory.domain, memory.learned)
    await attachItem(trx, item, article)
    await finish(trx, job)
  })
}

/** Of two episodes that are one the older stays. */
const keeping = (a: number, b: number) => ({ keep: Math.min(a, b), drop: Math.max(a, b) })

type Saving = { readonly sample: boolean; readonly now: number; readonly folded: boolean }

async function saveArticle(
  db: Db,
  { considered, url, source, item, known, hash }: Understood,
  { sample, now, folded }: Saving,
): Promise<{ readonly article: number; readonly actors: readonly number[] }> {
  const { extracted, dossier, published } = considered
  const actors = await joinToLasting(db, dossier.actors, { counted: known === undefined })
  const article = await saveVersion(
    db,
    {
      url,
      outlet: await outletOf(db, source, extracted.outlet, url, sample),
      extracted,
      sentences: considered.sentences,
      dossier,
      actors,
      hash,
      published: published === undefined ? item.firstSeen : instantOf(published),
      day: dayOf(published),
      dateClaim: published,
      fingerprint: bytesOf(considered.fingerprint),
      features: JSON.stringify(considered.features),
      folded,
      sample,
      now,
    },
    known,
  )
  if (known) await carryCorrections(db, article)
  return { article, actors }
}

/** The source's own outlet, unless the article lives elsewhere (a round-up, a saved file). */
async function outletOf(
  db: Db,
  source: Source,
  claim: Considered['extracted']['outlet'],
  url: string,
  sample: boolean,
): Promise<number> {
  const domain = domainOf(url)
  if (source.kind !== 'files' && (domain === undefined || domain === domainOf(source.url)))
    return source.outlet
  const lives = domain ?? claim?.domain
  return outletFor(db, { domain: lives, name: claim?.name ?? lives ?? 'Unknown outlet', sample })
}

async function saveNewPlace(
  db: Db,
  placing: Placing,
  {
    article,
    considered,
    actors,
    counts,
    sample,
    now,
  }: {
    article: number
    considered: Considered
    /** Lasting ids of its actors. */
    actors: readonly number[]
    counts: Counts | undefined
    sample: boolean
    now: number
  },
): Promise<Place & { readonly twin?: Twin }> {
  const { extracted, features, dossier } = considered
  const dated = dayOf(considered.published) !== undefined
  const unfiled = features.time - (dated ? 0 : FORTNIGHT)
  const origin = counts && (await placeOf(db, counts.with))
  if (!origin) await placing.recall(db, features, sample)
  const placement: ReturnType<Placing['place']> = origin
    ? {
        episode: origin.episode,
        episodeReasons: counts!.why,
        story: origin.story,
        storyReasons: [],
        proposals: [],
      }
    : placing.place({ ...features, id: article }, sample)
  let story: number
  let episode: number
  if (placement.episode !== undefined) {
    episode = placement.episode
    story = await storyOfEpisode(db, episode)
  } else {
    story =
      placement.story !== undefined
        ? await leadsTo(db, placement.story)
        : await openStory(db, { title: extracted.title, at: unfiled, sample })
    episode = await openEpisode(db, story, unfiled, sample)
  }
  await joinEpisode(db, {
    article,
    from: null,
    episode,
    reasons: [...placement.episodeReasons, ...placement.storyReasons],
    model: MODEL,
    now,
  })
  const { mentions } = dossier
  const longAgo = origin
    ? []
    : await pointedLongAgo(db, { article, features, text: extracted.text, mentions, actors, sample })
  await saveProposals(db, story, [...placement.proposals, ...longAgo])
  const at = dated ? features.time : await fileUndated(db, article, story, unfiled)
  await touchStory(db, story, titleOf(await headlinesOf(db, story, 60))?.title ?? extracted.title, at)
  return { episode, story, ...(placement.twin && { twin: placement.twin }) }
}

async function queueAlerts(
  db: Db,
  article: { readonly id: number; readonly story: number; readonly actors: readonly number[] },
  { extracted, dossier, features }: Considered,
  now: number,
): Promise<void> {
  const follows = await everyFollow(db)
  if (follows.length === 0) return
  const named = dossier.actors.map((actor, index) => ({
    ...actor,
    id: article.actors[index]!,
    names: actor.variants,
  }))
  const matched = matchFollows(follows, {
    title: extracted.title,
    text: extracted.text,
    language: extracted.language,
    story: article.story,
    outlet: await outletOfArticle(db, article.id),
    published: features.time,
    actors: named,
    places: named.filter(({ kind }) => kind === 'place'),
  })
  const ids = matched.map(({ follow }) => follow)
  const alerts = await saveAlerts(db, article.id, ids, now)
  await enqueue(
    db,
    alerts.map((alert) => notifyJob(alert, now)),
  )
}
