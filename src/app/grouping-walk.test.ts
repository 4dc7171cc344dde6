/** Random walks over a small world: whatever people and the model do in whatever order, the grouping stays whole. */

import { expect, test } from 'vitest'
import { type Grouped, groupedStore } from '../../test/grouped-store.ts'
import { memoryOf } from '../../test/memory-of.ts'
import { loadAct } from '../store/acts.ts'
import type { Db } from '../store/engines/engine.ts'
import { regroupings } from '../store/history.ts'
import { saveProposals } from '../store/proposals.ts'
import { catchUp } from './catch-up.ts'
import {
  type Actor,
  type Done,
  decideLink,
  keepOut,
  mergeStories,
  moveArticles,
  splitStory,
} from './grouping.ts'
import { mergeStories as mergeByModel } from './merge-stories.ts'
import type { Placing, Room } from './placing.ts'
import { type LookContext, lookAgain, unite } from './second-look.ts'
import { takeBack } from './take-back.ts'
import { undo } from './undo.ts'

type Dice = <T>(of: readonly T[]) => T

/** A linear congruence: the same seed walks the same way. */
function diceOf(seed: number): Dice {
  let state = seed * 2654435761
  return (of) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return of[Math.floor((state / 2 ** 32) * of.length)]!
  }
}

const world = [['ab', 'c'], ['d', 'ef'], ['g'], ['hi', 'j']] as const
const reason = { what: 'both tell of one happening', values: {}, weight: 1 }

async function stateOf(db: Db) {
  const articles = await db.selectFrom('article').select(['id', 'episode']).orderBy('id').execute()
  const episodes = await db.selectFrom('episode').select(['id', 'story']).orderBy('id').execute()
  const stories = await db.selectFrom('story').select(['id', 'merged_into']).orderBy('id').execute()
  const homes = new Map(episodes.map(({ id, story }) => [id, story]))
  const leads = new Map(stories.map(({ id, merged_into }) => [id, merged_into ?? id]))
  const storyOf = new Map(articles.map(({ id, episode }) => [id, homes.get(episode ?? 0)]))
  return { articles, episodes, stories, homes, leads, storyOf }
}

/** What is broken in the store, in words; nothing where it is whole. */
async function brokenIn(db: Db): Promise<readonly string[]> {
  const { articles, episodes, stories, homes, leads, storyOf } = await stateOf(db)
  const broken: string[] = []
  const living = new Set(stories.filter(({ merged_into }) => merged_into === null).map(({ id }) => id))
  const held = new Set(storyOf.values())
  for (const { id } of articles)
    if (!living.has(storyOf.get(id) ?? 0)) broken.push(`article ${id} stands in no living story`)
  for (const story of living) if (!held.has(story)) broken.push(`story ${story} is empty and leads nowhere`)
  for (const [story, to] of leads)
    if (!living.has(to)) broken.push(`story ${story} leads to ${to}, which is gone`)
  const moves = await db.selectFrom('membership').selectAll().orderBy('id').execute()
  const at = new Map<number, number>()
  for (const { article, from_episode: from, to_episode: to } of moves) {
    if ((at.get(article) ?? null) !== from) broken.push(`the log of article ${article} has a gap`)
    at.set(article, to)
  }
  for (const { id, episode } of articles)
    if (at.get(id) !== episode) broken.push(`the log of article ${id} ends elsewhere`)
  const homings = await db.selectFrom('homing').selectAll().orderBy('id').execute()
  const home = new Map<number, number>()
  for (const { episode, from_story: from, to_story: to } of homings) {
    if ((home.get(episode) ?? from) !== from) broken.push(`the log of episode ${episode} has a gap`)
    home.set(episode, to)
  }
  for (const { id } of episodes)
    if ((home.get(id) ?? homes.get(id)) !== homes.get(id))
      broken.push(`the log of episode ${id} ends elsewhere`)
  return broken
}

/** People's decisions in force that the store contradicts. */
async function violatedIn(db: Db): Promise<ReadonlySet<string>> {
  const { articles, leads, storyOf, homes } = await stateOf(db)
  const episodeOf = new Map(articles.map(({ id, episode }) => [id, episode]))
  const bonds = await db.selectFrom('bond').selectAll().where('ended', 'is', null).execute()
  const violated = bonds.filter(({ kind, what, subject, whole, target }) => {
    const here =
      whole === 'episode'
        ? episodeOf.get(subject)
        : what === 'article'
          ? storyOf.get(subject)
          : what === 'episode'
            ? homes.get(subject)
            : leads.get(subject)
    const there = whole === 'episode' ? target : leads.get(target)
    return kind === 'cannot' ? here === there : here !== there
  })
  return new Set(
    violated.map(({ kind, what, subject, whole, target }) => `${what} ${subject} ${kind} ${whole} ${target}`),
  )
}

async function aPersonActs(db: Db, dice: Dice, now: number): Promise<Done> {
  const actor: Actor = { reader: 1, name: dice(['Ada', 'Ben']), now }
  const { articles, stories, episodes } = await stateOf(db)
  const story = dice(stories).id
  const other = dice(stories).id
  const chosen = articles.map(({ id }) => id).filter(() => dice([true, false, false]))
  const acts = await db.selectFrom('act').select('id').execute()
  const steps = await regroupings(
    db,
    stories.map(({ id }) => id),
    50,
  )
  return dice([
    () =>
      moveArticles(
        db,
        {
          articles: chosen,
          goal: dice([{ to: 'own' }, { to: 'episode' }, { to: 'story', story }] as const),
        },
        actor,
      ),
    () => mergeStories(db, { story, other }, actor),
    () =>
      splitStory(
        db,
        { story, episodes: episodes.map(({ id }) => id).filter(() => dice([true, false])) },
        actor,
      ),
    () => decideLink(db, { story, other, verdict: dice(['confirm', 'reject'] as const) }, actor),
    () => keepOut(db, { story, articles: chosen }, actor),
    () => undo(db, acts.length === 0 ? 1 : dice(acts).id, actor),
    () => undo(db, acts.at(-1)?.id ?? 1, actor),
    () => takeBack(db, steps.length === 0 ? { log: 'homing', step: 1 } : dice(steps), actor),
  ])()
}

async function theModelActs(db: Db, placing: Placing, dice: Dice, now: number): Promise<void> {
  const { articles, episodes, stories } = await stateOf(db)
  await db.transaction().execute(async (trx) => {
    await catchUp(trx, placing)
    const look: LookContext = { db: trx, model: 'm', sample: false, now }
    const [keep, drop] = [dice(episodes).id, dice(episodes).id]
    const [story, into] = [dice(stories).id, dice(stories).id]
    const of = articles.filter(({ episode }) => episode === keep).map(({ id }) => id)
    const split = of.slice(0, of.length >> 1)
    await dice([
      () => (keep === drop ? undefined : unite(look, placing, { keep, drop, why: reason })),
      () => mergeByModel(look, placing, { story, into, why: 'what came later belongs to both' }),
      () => saveProposals(trx, story, [{ story: into, score: 0.3, reasons: [] }]),
      () => lookAgain(look, placing, { window: { review: () => ({ split }) } } as unknown as Room, [keep]),
    ])()
  })
}

/** How things stand, for comparing: the grouping, where each of these stories leads, and the decisions in force. */
async function standOf({ shape, store: { db } }: Grouped, stories: readonly number[]) {
  const { leads } = await stateOf(db)
  const bonds = await db.selectFrom('bond').selectAll().where('ended', 'is', null).execute()
  return {
    shape: await shape(),
    leads: stories.map((story) => leads.get(story)),
    bonds: new Set(bonds.map(({ id: _, act: __, ...bond }) => JSON.stringify(bond))),
  }
}

async function walk(seed: number, steps: number): Promise<Grouped> {
  const of = await groupedStore(world)
  const { db } = of.store
  const dice = diceOf(seed)
  const placing = await memoryOf(of)
  for (let step = 1; step <= steps; step++) {
    const before = await violatedIn(db)
    const now = 1e9 + step
    const whose = dice(['person', 'model'] as const)
    const known = (await stateOf(db)).stories.map(({ id }) => id)
    const stood = await standOf(of, known)
    if (whose === 'person') {
      const done = await aPersonActs(db, dice, now)
      const isUndo = 'act' in done && (await loadAct(db, done.act))?.kind === 'undo'
      if ('act' in done && !isUndo && dice([true, false])) {
        await undo(db, done.act, { reader: 1, name: 'Ada', now })
        expect(await standOf(of, known), `seed ${seed}, step ${step}, taken back at once`).toEqual(stood)
      }
    } else await theModelActs(db, placing, dice, now)
    const told = `seed ${seed}, step ${step}, by a ${whose}`
    expect(await brokenIn(db), told).toEqual([])
    if (whose === 'model')
      expect(
        [...(await violatedIn(db))].filter((one) => !before.has(one)),
        told,
      ).toEqual([])
    else expect([...(await violatedIn(db))], told).toEqual([])
  }
  await catchUp(db, placing)
  const { articles, homes } = await stateOf(db)
  for (const { id, episode } of articles) {
    expect(placing.storyOf(episode!, false), `seed ${seed}, article ${id}`).toBe(homes.get(episode!))
    expect(placing.membersOf(episode!, false), `seed ${seed}, article ${id}`).toContain(id)
  }
  return of
}

test.each(Array.from({ length: 12 }, (_, seed) => seed + 1))(
  'After forty steps of people and the model all stands where its log says, walk %i',
  async (seed) => {
    const of = await walk(seed, 40)
    await of.store.close()
  },
)
