/** Rules of readers, what they caught, and the articles they are tried on. */

import type { Db } from './engines/engine.ts'

export type RuleRow = {
  readonly id: number
  readonly reader: number
  readonly name: string
  readonly any: 0 | 1
  readonly conditions: string
  readonly actions: string
  readonly active: 0 | 1
}

const columns = ['id', 'reader', 'name', 'any', 'conditions', 'actions', 'active'] as const

export const rulesOf = (db: Db, reader: number): Promise<readonly RuleRow[]> =>
  db.selectFrom('rule').select(columns).where('reader', '=', reader).orderBy('id').execute()

export const activeRules = (db: Db): Promise<readonly RuleRow[]> =>
  db.selectFrom('rule').select(columns).where('active', '=', 1).orderBy('id').execute()

export const ruleOf = (db: Db, reader: number, id: number): Promise<RuleRow | undefined> =>
  db.selectFrom('rule').select(columns).where('reader', '=', reader).where('id', '=', id).executeTakeFirst()

export async function saveRule(
  db: Db,
  rule: Omit<RuleRow, 'id' | 'active'>,
  at: { readonly id: number | undefined; readonly made: number },
): Promise<number> {
  if (at.id !== undefined) {
    const { reader, ...change } = rule
    await db.updateTable('rule').set(change).where('id', '=', at.id).where('reader', '=', reader).execute()
    return at.id
  }
  const { id } = await db
    .insertInto('rule')
    .values({ ...rule, active: 1, made: at.made })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export const switchRule = (db: Db, reader: number, id: number, active: 0 | 1) =>
  db.updateTable('rule').set({ active }).where('id', '=', id).where('reader', '=', reader).execute()

export const dropRule = (db: Db, reader: number, id: number) =>
  db.deleteFrom('rule').where('id', '=', id).where('reader', '=', reader).execute()

/** How much each rule of a reader caught since then. */
export async function catches(db: Db, reader: number, since: number): Promise<ReadonlyMap<number, number>> {
  const rows = await db
    .selectFrom('rule')
    .innerJoin('rule_catch', 'rule_catch.rule', 'rule.id')
    .select((at) => ['rule.id', at.fn.countAll<number>().as('articles')])
    .where('rule.reader', '=', reader)
    .where('rule_catch.at', '>', since)
    .groupBy('rule.id')
    .execute()
  return new Map(rows.map(({ id, articles }) => [id, articles]))
}

/** False where this rule acted on this article before. */
export async function saveCatch(db: Db, rule: number, article: number, at: number): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('rule_catch')
    .values({ rule, article, at })
    .onConflict((conflict) => conflict.columns(['rule', 'article']).doNothing())
    .executeTakeFirstOrThrow()
  return Number(numInsertedOrUpdatedRows) > 0
}

/** Keeps an article out of the reader's river, or sets it off there. */
export const saveEffect = (
  db: Db,
  key: { readonly reader: number; readonly article: number },
  effect: 'hidden' | 'highlighted',
  at: number,
) =>
  db
    .insertInto('reading')
    .values({ ...key, [effect]: at, changed: Math.floor(at / 1000) })
    .onConflict((conflict) => conflict.columns(['reader', 'article']).doUpdateSet({ [effect]: at }))
    .execute()

export type Tried = {
  readonly id: number
  readonly title: string
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly published: number
  readonly dated: 0 | 1
  readonly outlet: string
  readonly story: string | null
}

/** Articles of so far back, the newest first, below an id, a lot at a time. */
export const articlesToTry = (
  db: Db,
  { since, before, limit }: { since: number; before: { at: number; id: number } | undefined; limit: number },
): Promise<readonly Tried[]> =>
  db
    .selectFrom('article')
    .innerJoin('outlet', 'outlet.id', 'article.outlet')
    .leftJoin('episode', 'episode.id', 'article.episode')
    .leftJoin('story', 'story.id', 'episode.story')
    .select([
      'article.id',
      'article.title',
      'article.language',
      'article.direction',
      'article.published',
      'article.dated',
      'outlet.name as outlet',
      'story.title as story',
    ])
    .where('article.published', '>=', since)
    .$if(before !== undefined, (query) =>
      query.where((at) =>
        at(at.refTuple('article.published', 'article.id'), '<', at.tuple(before?.at ?? 0, before?.id ?? 0)),
      ),
    )
    .orderBy('article.published', 'desc')
    .orderBy('article.id', 'desc')
    .limit(limit)
    .execute()

/** Texts and writers of the articles' newest versions. */
export const textsOf = (db: Db, articles: readonly number[]) =>
  db
    .selectFrom('article')
    .innerJoin('version', (join) =>
      join.onRef('version.article', '=', 'article.id').onRef('version.number', '=', 'article.version'),
    )
    .select(['article.id', 'version.text', 'version.authors'])
    .where('article.id', 'in', articles)
    .execute()

/** Every form under which the articles name somebody. */
export const formsIn = (db: Db, articles: readonly number[]) =>
  db
    .selectFrom('article')
    .innerJoin('mention', (join) =>
      join.onRef('mention.article', '=', 'article.id').onRef('mention.version', '=', 'article.version'),
    )
    .innerJoin('actor', 'actor.id', 'mention.actor')
    .select(['article.id', 'actor.name', 'mention.form'])
    .distinct()
    .where('article.id', 'in', articles)
    .execute()

/** What the outlet of an article and its story are called. */
export async function namesFor(
  db: Db,
  article: number,
  story: number,
): Promise<{ readonly outlet: string; readonly story: string }> {
  const of = await db
    .selectFrom('article')
    .innerJoin('outlet', 'outlet.id', 'article.outlet')
    .select('outlet.name')
    .where('article.id', '=', article)
    .executeTakeFirst()
  const whole = await db.selectFrom('story').select('title').where('id', '=', story).executeTakeFirst()
  return { outlet: of?.name ?? '', story: whole?.title ?? '' }
}
