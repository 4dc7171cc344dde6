/** A story's coverage held side by side, episode by episode, as pages show it. */

import { compareCoverage, type Fact, type Telling } from '../dossier/compare.ts'
import type { AnyRecord } from '../model/dossier.ts'
import { type Compared, type Kept, type Reported, reportsOf } from '../store/coverage.ts'
import type { Db } from '../store/engines/engine.ts'

export type PlacedTelling = Telling & {
  readonly report: Reported
  /** The row that tells it. */
  readonly row: number | undefined
}

export type PlacedFact = Omit<Fact, 'tellings'> & { readonly tellings: readonly PlacedTelling[] }

export type EpisodeFacts = {
  readonly episode: number
  /** Oldest first. */
  readonly reports: readonly Reported[]
  readonly outlets: readonly string[]
  readonly facts: readonly PlacedFact[]
}

/** Episodes newest first; of a long story those of its newest `limit` original articles. */
export async function coverageOf(
  db: Db,
  story: number,
  choice: { limit: number; only?: 'figures'; among?: readonly number[] },
): Promise<readonly EpisodeFacts[]> {
  const compared = await reportsOf(db, story, choice)
  return [...Map.groupBy(compared.reports, ({ episode }) => episode)].map(([episode, reports]) => ({
    episode,
    reports: reports.toReversed(),
    outlets: [...new Set(reports.map(({ outlet }) => outlet))],
    facts: factsOf(reports, compared),
  }))
}

function factsOf(reports: readonly Reported[], { actors }: Compared): readonly PlacedFact[] {
  const rows = new Map<AnyRecord, number>()
  const plain = <T extends AnyRecord>(kept: readonly Kept<T>[]) =>
    kept.map(({ id, record }) => {
      rows.set(record, id)
      return record
    })
  const facts = compareCoverage(
    reports.toReversed().map((report) => ({
      article: String(report.article),
      outlet: report.outlet,
      text: report.text,
      encounters: plain(report.encounters),
      statements: plain(report.statements),
      figures: plain(report.figures),
      cast: report.cast.map(({ actor, start, end }) => ({ actor, evidence: { start, end } })),
      actor: (actor) => ({ key: `#${actor}`, name: actors.get(actor)?.name ?? '' }),
    })),
  )
  const byArticle = new Map(reports.map((report) => [String(report.article), report]))
  return facts.map((fact) => ({
    ...fact,
    tellings: fact.tellings.map((telling) => ({
      ...telling,
      report: byArticle.get(telling.article)!,
      row: telling.record && rows.get(telling.record),
    })),
  }))
}

/** Things two outlets give different numbers for. */
export const differencesIn = (episodes: readonly EpisodeFacts[]): readonly PlacedFact[] =>
  episodes.flatMap(({ facts }) => facts.filter(({ kind, differs }) => kind === 'figure' && differs))

/** Encounters and figures that outlets give differently and that the actor has a part in. */
export const differencesAbout = (
  episodes: readonly EpisodeFacts[],
  actor: number,
  names: (telling: PlacedTelling) => boolean,
): readonly PlacedFact[] =>
  episodes.flatMap(({ facts }) =>
    facts.filter(
      ({ kind, differs, tellings }) =>
        differs &&
        (kind === 'encounter'
          ? tellings.some(({ record }) => JSON.stringify(record).includes(`"actor":${actor}}`))
          : tellings.some(names)),
    ),
  )
