/** A story's dossier as a file others' programs read. */

import { toCalendar } from '../dossier/export/calendar.ts'
import { toFollowTheMoney } from '../dossier/export/follow-the-money.ts'
import { toPlover } from '../dossier/export/plover.ts'
import type { DossierRecords, PartyRecord, RoleRecord } from '../dossier/export/record.ts'
import { toDossierCsv, toJsonLines } from '../dossier/export/text-tables.ts'
import type { Party } from '../model/dossier.ts'
import type { Span } from '../model/span.ts'
import { exportOf } from '../store/dossier-export.ts'
import type { Db } from '../store/engines/engine.ts'
import { storyHead } from '../store/story-page.ts'

export const exportFormats = ['ftm', 'plover', 'ics', 'csv', 'jsonl'] as const
export type ExportFormat = (typeof exportFormats)[number]

export type Exported = { readonly text: string; readonly type: string; readonly name: string }

const types: Readonly<Record<ExportFormat, string>> = {
  ftm: 'application/x-ndjson; charset=utf-8',
  plover: 'application/x-ndjson; charset=utf-8',
  ics: 'text/calendar; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
  jsonl: 'application/x-ndjson; charset=utf-8',
}

const endings: Readonly<Record<ExportFormat, string>> = {
  ftm: 'ftm.json',
  plover: 'plover.jsonl',
  ics: 'ics',
  csv: 'csv',
  jsonl: 'jsonl',
}

/** Undefined where there is no such story; one that was merged is the one it leads to. `now` in milliseconds. */
export async function exportStory(
  db: Db,
  id: number,
  format: ExportFormat,
  now: number,
): Promise<Exported | undefined> {
  const story = await storyHead(db, id)
  if (!story) return undefined
  if (story.merged_into !== null) return exportStory(db, story.merged_into, format, now)
  const records = await recordsOf(db, story)
  const lines = (all: readonly unknown[]) => all.map((one) => `${JSON.stringify(one)}\n`).join('')
  const text = {
    ftm: () => lines(toFollowTheMoney(records)),
    plover: () => lines(toPlover(records)),
    ics: () => toCalendar(records, new Date(now).toISOString()),
    // Spreadsheets take UTF-8 for something older unless the file says so.
    csv: () => `\ufeff${toDossierCsv(records)}`,
    jsonl: () => toJsonLines(records),
  }[format]()
  return { text, type: types[format], name: `story-${story.id}.${endings[format]}` }
}

/** Bodies that exercise public authority, by how they are called. */
const PUBLIC =
  /\b(?:ministry|ministries|government|parliament|senate|congress|cabinet|council|court|police|army|navy|embassy|municipality|department|knesset|majlis|bundestag|presidency|central bank)\b/iu

async function recordsOf(
  db: Db,
  story: { readonly id: number; readonly title: string },
): Promise<DossierRecords> {
  const found = await exportOf(db, story.id)
  const texts = new Map(found.articles.map(({ id, text }) => [id, text]))
  const articleId = (id: number) => `article-${id}`
  const actorId = (id: number) => `actor-${id}`
  const known = new Set(found.actors.map(({ id }) => id))
  const quoted = (article: number, spans: readonly Span[]) =>
    spans.map(({ start, end }) => ({
      article: articleId(article),
      quote: (texts.get(article) ?? '').slice(start, end).replaceAll(/\s+/gu, ' ').trim(),
    }))
  const party = ({ text, actor }: Party): PartyRecord => ({
    text,
    ...(actor !== undefined && known.has(actor) ? { actor: actorId(actor) } : {}),
  })
  const one = <K extends string>(key: K, value: Party | undefined) =>
    (value ? { [key]: party(value) } : {}) as { readonly [key in K]?: PartyRecord }
  const names = Map.groupBy(found.names, ({ actor }) => actor)
  const byName = new Map(found.names.map(({ actor, name }) => [name.toLowerCase(), actor]))
  const roles = Map.groupBy(found.roles, ({ actor }) => actor)
  const roleOf = ({ title, of, tense }: (typeof found.roles)[number]): RoleRecord => {
    const holds = of === null ? undefined : byName.get(of.toLowerCase())
    return {
      title,
      tense: tense as RoleRecord['tense'],
      ...(of === null ? {} : { of }),
      ...(holds === undefined ? {} : { ofId: actorId(holds) }),
    }
  }
  return {
    story: story.title,
    articles: found.articles.map(({ id, url, title, outlet, published, dated, language, authors }) => ({
      id: articleId(id),
      title,
      outlet,
      language,
      authors: JSON.parse(authors) as string[],
      ...(/^https?:/.test(url) ? { url } : {}),
      ...(dated ? { published: new Date(published).toISOString().slice(0, 10) } : {}),
    })),
    actors: found.actors.map(({ id, kind, name, country, latitude, longitude }) => ({
      id: actorId(id),
      kind,
      name,
      aliases: (names.get(id) ?? []).map((row) => row.name).filter((alias) => alias !== name),
      roles: (roles.get(id) ?? []).map(roleOf),
      ...(kind === 'organisation' && PUBLIC.test(name) ? { public: true } : {}),
      ...(country === null ? {} : { country }),
      ...(latitude === null || longitude === null ? {} : { latitude, longitude }),
    })),
    encounters: found.encounters.map(({ id, article, record }) => ({
      id: `encounter-${id}`,
      kind: record.kind,
      status: record.status,
      travellers: record.travellers.map(party),
      participants: record.participants.map(party),
      topics: record.topics.map(({ text }) => text),
      evidence: quoted(article, record.evidence),
      ...one('head', record.head),
      ...one('host', record.host),
      ...one('place', record.place),
      ...one('via', record.via),
      ...(record.date === undefined ? {} : { date: record.date }),
    })),
    statements: found.statements.map(({ id, article, record }) => ({
      id: `statement-${id}`,
      kind: record.kind,
      polarity: record.polarity,
      content: quoted(article, record.content)
        .map(({ quote }) => quote)
        .join(' … '),
      evidence: quoted(article, record.evidence),
      ...one('speaker', record.speaker),
      ...one('addressee', record.addressee),
    })),
    figures: found.figures.map(({ id, article, record: { value, upTo, bound, of, evidence } }) => ({
      id: `figure-${id}`,
      value,
      bound,
      of,
      evidence: quoted(article, [evidence]),
      ...(upTo === undefined ? {} : { upTo }),
    })),
    mentions: found.mentions
      .filter(({ form }) => form === 'name' || form === 'short')
      .map(({ article, actor, start, end }) => ({
        actor: actorId(actor),
        article: articleId(article),
        text: (texts.get(article) ?? '').slice(start, end),
      })),
  }
}
