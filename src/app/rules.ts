/** Rules: what is done for a reader with articles as they come in, tried before it is kept, and applied to what is there. */

import type { Extracted } from '../model/article.ts'
import { type Condition, fields, matcher, type Ruled, type Wanted } from '../rank/rule.ts'
import type { Db } from '../store/engines/engine.ts'
import {
  activeRules,
  articlesToTry,
  formsIn,
  namesFor,
  type RuleRow,
  saveCatch,
  saveEffect,
  saveRule,
  type Tried,
  textsOf,
} from '../store/rules.ts'
import { saveTag } from '../store/tags.ts'
import { type Mark, markArticle } from './mark.ts'
import { tagsFrom } from './tag.ts'

export const actions = ['read', 'star', 'later', 'hide', 'highlight'] as const

/** `tags` beside what is done. */
export type Actions = { readonly do: readonly (typeof actions)[number][]; readonly tags: readonly string[] }

export type Rule = Wanted & Actions & { readonly name: string }
export type KeptRule = Rule & { readonly id: number; readonly reader: number; readonly active: boolean }

const MOST_CONDITIONS = 8
const LONGEST = 200

/** What a form says; conditions without words are left out. */
export function ruleFrom(values: (name: string) => readonly string[]): Rule {
  const [whats, hows, words] = [values('field'), values('has'), values('words')]
  const conditions = words.slice(0, MOST_CONDITIONS).flatMap((text, index): Condition[] => {
    const field = fields.find((one) => one === whats[index]) ?? 'title'
    const trimmed = text.trim().slice(0, LONGEST)
    return trimmed === '' ? [] : [{ field, has: hows[index] !== 'lacks', words: trimmed }]
  })
  return {
    name: (values('name')[0] ?? '').trim().slice(0, 80),
    any: values('any')[0] === '1',
    conditions,
    do: actions.filter((one) => values('do').includes(one)),
    tags: tagsFrom(values('tags')[0]),
  }
}

/** The rule's id, or why it cannot be kept. A rule without a name is called by its words. */
export async function keepRule(
  db: Db,
  rule: Rule,
  { reader, id, now }: { reader: number; id: number | undefined; now: number },
): Promise<number | { readonly failed: 'no conditions' | 'no actions' }> {
  if (rule.conditions.length === 0) return { failed: 'no conditions' }
  if (rule.do.length + rule.tags.length === 0) return { failed: 'no actions' }
  const name = rule.name || rule.conditions.map(({ words }) => words).join(', ')
  return saveRule(
    db,
    {
      reader,
      name,
      any: rule.any ? 1 : 0,
      conditions: JSON.stringify(rule.conditions),
      actions: JSON.stringify({ do: rule.do, tags: rule.tags }),
    },
    { id, made: now },
  )
}

export function readRule({ id, reader, name, any, conditions, actions: kept, active }: RuleRow): KeptRule {
  return {
    id,
    reader,
    name,
    any: any === 1,
    active: active === 1,
    conditions: JSON.parse(conditions) as Condition[],
    ...(JSON.parse(kept) as Actions),
  }
}

export type Incoming = {
  readonly id: number
  readonly story: number
  readonly extracted: Pick<Extracted, 'title' | 'text' | 'language' | 'authors'>
  /** Every form under which it names somebody. */
  readonly names: readonly string[]
}

/** Applies every reader's rules to an article that came in, within the transaction that saves it. */
export async function applyRules(
  db: Db,
  { id, story, extracted, names }: Incoming,
  now: number,
): Promise<void> {
  const rules = await activeRules(db)
  if (rules.length === 0) return
  const { title, text, language, authors } = extracted
  const called = await namesFor(db, id, story)
  const article: Ruled = {
    title,
    language,
    outlet: called.outlet,
    text: () => text,
    authors: () => authors,
    actors: () => names,
    story: () => called.story,
  }
  for (const rule of rules.map(readRule)) if (matcher(rule)(article)) await act(db, rule, id, now)
}

const marks: Partial<Record<(typeof actions)[number], Mark>> = { read: 'read', star: 'star', later: 'later' }

async function act(db: Db, rule: KeptRule, article: number, now: number): Promise<void> {
  if (!(await saveCatch(db, rule.id, article, now))) return
  const { reader } = rule
  for (const what of rule.do) {
    const mark = marks[what]
    if (mark) await markArticle(db, { reader, article, mark, now })
    else await saveEffect(db, { reader, article }, what === 'hide' ? 'hidden' : 'highlighted', now)
  }
  for (const name of rule.tags) await saveTag(db, { reader, article, name, at: now })
}

const DAY = 86_400_000
const LOT = 250
/** Articles a rule is tried on at most: what is older is not waited for. */
const MOST = 4000
/** And time, ms: a page of what would be caught must come at once. */
const LONGEST_TRY = 1500

export type Trial = {
  readonly caught: readonly Tried[]
  readonly tried: number
  /** The oldest that was looked at, where not all of the days were. */
  readonly cut: boolean
}

/** What a rule would have caught in the last days, the newest first; nothing is done with it. */
export async function tryRule(
  db: Db,
  wanted: Wanted,
  { days, now, clock }: { days: number; now: number; clock: () => number },
): Promise<Trial> {
  const caught: Tried[] = []
  let tried = 0
  const until = clock() + LONGEST_TRY
  for await (const { lot, found } of lots(db, wanted, now - days * DAY)) {
    caught.push(...found)
    tried += lot
    if (tried >= MOST || clock() > until) return { caught, tried, cut: true }
  }
  return { caught, tried, cut: false }
}

/** Does what a rule says with the articles of the last days; gives how many it caught. */
export async function applyToPast(
  db: Db,
  rule: KeptRule,
  { days, now }: { days: number; now: number },
): Promise<number> {
  let caught = 0
  for await (const { found } of lots(db, rule, now - days * DAY)) {
    await db.transaction().execute(async (trx) => {
      for (const { id } of found) await act(trx, rule, id, now)
    })
    caught += found.length
  }
  return caught
}

async function* lots(db: Db, wanted: Wanted, since: number) {
  const test = matcher(wanted)
  const asks = (field: Condition['field']) => wanted.conditions.some((one) => one.field === field)
  let before: { at: number; id: number } | undefined
  for (let more = wanted.conditions.length > 0; more; ) {
    const rows = await articlesToTry(db, { since, before, limit: LOT })
    const last = rows.at(-1)
    more = rows.length === LOT && last !== undefined
    if (last) before = { at: last.published, id: last.id }
    if (rows.length === 0) return
    const ids = rows.map(({ id }) => id)
    const texts = new Map(
      (asks('text') || asks('author') ? await textsOf(db, ids) : []).map((row) => [row.id, row]),
    )
    const forms = Map.groupBy(asks('actor') ? await formsIn(db, ids) : [], ({ id }) => id)
    const found = rows.filter(({ id, title, language, outlet, story }) =>
      test({
        title,
        language,
        outlet,
        text: () => texts.get(id)?.text ?? '',
        authors: () => JSON.parse(texts.get(id)?.authors ?? '[]') as string[],
        actors: () => (forms.get(id) ?? []).flatMap(({ name, form }) => [name, form]),
        story: () => story ?? '',
      }),
    )
    yield { lot: rows.length, found }
    // Pages asked for meanwhile are answered between two lots.
    await new Promise((resolve) => setImmediate(resolve))
  }
}
