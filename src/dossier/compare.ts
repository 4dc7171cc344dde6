/** Holds the articles of one episode against one another: which facts each outlet has, lacks or gives differently. */

import type { Dossier, Encounter, Figure, Statement } from '../model/dossier.ts'
import type { Span } from '../model/span.ts'
import { boundsOf } from './date-value.ts'

/** One article of the episode. `copyOf` is the article it repeats, whose facts it does not tell a second time. */
export type Told = {
  readonly article: string
  readonly outlet: string
  readonly dossier: Dossier
  /** The text that the dossier's spans lie in. */
  readonly text: string
  readonly copyOf?: string
  /** Words by which an actor of the dossier is known across articles: an id, else the name is used. */
  readonly actorKey?: (actor: number) => string
}

export type FactKind = 'encounter' | 'statement' | 'figure' | 'cast'

export type Telling = {
  readonly article: string
  readonly outlet: string
  readonly evidence: Span
  readonly value: string
}

/** One fact of the episode. `differs` where outlets give other values for it; `lackedBy` the outlets without it. */
export type Fact = {
  readonly kind: FactKind
  /** What the fact is about, in words a reader understands. */
  readonly what: string
  readonly tellings: readonly Telling[]
  readonly outlets: readonly string[]
  readonly lackedBy: readonly string[]
  readonly differs: boolean
}

/** Drafts of one `key` are one fact where `words` is absent, else where enough of the words are shared. */
type Draft = {
  kind: FactKind
  what: string
  key: string
  words?: ReadonlySet<string>
  value: string
  evidence: Span
}
type Gathered = { readonly draft: Draft; readonly tellings: Telling[] }

/** The facts of an episode, those most outlets tell first. Copies count once, with the article they repeat. */
export function compareCoverage(told: readonly Told[]): Fact[] {
  const originals = told.filter(
    (one) => one.copyOf === undefined || !told.some((other) => other.article === one.copyOf),
  )
  const outlets = [...new Set(originals.map((one) => one.outlet))]
  const facts = new Map<string, Gathered[]>()
  for (const one of originals) {
    for (const draft of draftsOf(one)) {
      const rivals = facts.get(draft.key) ?? []
      let fact = rivals.find((other) => alike(other.draft.words, draft.words))
      if (!fact) {
        fact = { draft, tellings: [] }
        facts.set(draft.key, [...rivals, fact])
      }
      if (fact.tellings.some((t) => t.article === one.article && t.value === draft.value)) continue
      fact.tellings.push({
        article: one.article,
        outlet: one.outlet,
        evidence: draft.evidence,
        value: draft.value,
      })
    }
  }
  return [...facts.values()]
    .flat()
    .map(({ draft, tellings }) => {
      const having = [...new Set(tellings.map((t) => t.outlet))]
      return {
        kind: draft.kind,
        what: draft.what,
        tellings,
        outlets: having,
        lackedBy: outlets.filter((outlet) => !having.includes(outlet)),
        differs: draft.kind !== 'statement' && draft.kind !== 'cast' && contradict(tellings),
      }
    })
    .sort((a, b) => b.outlets.length - a.outlets.length)
}

/** Figures of which two outlets give different values. */
export const differingFigures = (facts: readonly Fact[]): Fact[] =>
  facts.filter((fact) => fact.kind === 'figure' && fact.differs)

/** Two outlets differ when no value of the one agrees with any of the other. */
function contradict(tellings: readonly Telling[]): boolean {
  const byOutlet = new Map<string, string[]>()
  for (const { outlet, value } of tellings) byOutlet.set(outlet, [...(byOutlet.get(outlet) ?? []), value])
  const values = [...byOutlet.values()]
  return values.some((mine, i) =>
    values.slice(i + 1).some((theirs) => !mine.some((a) => theirs.some((b) => compatible(a, b)))),
  )
}

function compatible(a: string, b: string): boolean {
  if (a === b || a === '' || b === '') return true
  const x = rangeOf(a)
  const y = rangeOf(b)
  return x !== undefined && y !== undefined && x.low <= y.high && y.low <= x.high
}

/** Figures as `low..high`; days as the days they cover. */
function rangeOf(value: string): { low: number | string; high: number | string } | undefined {
  const range = /^(-?[\d.]+)\.\.([\d.]+|Infinity)$/.exec(value)
  if (range) return { low: Number(range[1]), high: Number(range[2]) }
  const bounds = boundsOf(value)
  return bounds && { low: bounds.earliest, high: bounds.latest }
}

/** One statement is told in other words, but most of the shorter telling's stand in the longer one. */
function alike(a: ReadonlySet<string> | undefined, b: ReadonlySet<string> | undefined): boolean {
  if (!a || !b) return true
  let shared = 0
  for (const word of a) if (b.has(word)) shared++
  const least = Math.min(a.size, b.size)
  return shared >= Math.min(3, least) && shared >= 0.5 * least
}

/** Words of five letters and more, by their first six: enough to hold two tellings against one another. */
const contentWords = (text: string): Set<string> =>
  new Set((text.toLowerCase().match(/\p{L}{5,}/gu) ?? []).map((word) => word.slice(0, 6)))

function draftsOf({
  text,
  dossier,
  actorKey = (actor) => dossier.actors[actor]!.name.toLowerCase(),
}: Told): Draft[] {
  const named = (party: { readonly text: string; readonly actor?: number } | undefined): string =>
    party
      ? party.actor === undefined
        ? party.text.toLowerCase().replace(/^(?:the|a|an) /, '')
        : actorKey(party.actor)
      : ''
  const shown = (party: { readonly text: string; readonly actor?: number } | undefined): string =>
    party ? (party.actor === undefined ? party.text : dossier.actors[party.actor]!.name) : ''
  return [
    ...dossier.encounters.flatMap((e) => encounterDrafts(e, named, shown)),
    ...dossier.statements.flatMap((s) => statementDraft(text, s, named, shown)),
    ...dossier.figures.map((f) => figureDraft(text, f)),
    ...castDrafts(dossier, actorKey),
  ]
}

type Say = (party: { readonly text: string; readonly actor?: number } | undefined) => string

function encounterDrafts(encounter: Encounter, named: Say, shown: Say): Draft[] {
  const parties =
    encounter.participants.length > 0 ? encounter.participants : [encounter.head ?? encounter.travellers[0]]
  const place = encounter.place
  const who = parties.map(named).filter(Boolean).sort()
  if (who.length === 0) return []
  const key = [encounter.kind, ...who, encounter.kind === 'visit' ? named(place) : ''].join('|')
  const what = `${encounter.kind}: ${parties.map(shown).filter(Boolean).join(', ')}${place ? ` (${shown(place)})` : ''}`
  const evidence = encounter.evidence[0]!
  const drafts: Draft[] = [{ kind: 'encounter', what, key, value: encounter.date ?? '', evidence }]
  // That it happened, is expected or is denied is a fact of its own.
  drafts.push({
    kind: 'encounter',
    what: `${what}: status`,
    key: `${key}|status`,
    value: encounter.status,
    evidence,
  })
  return drafts
}

function statementDraft(text: string, statement: Statement, named: Say, shown: Say): Draft[] {
  const speaker = named(statement.speaker)
  if (!speaker) return []
  const content = statement.content.map(({ start, end }) => text.slice(start, end)).join(' ')
  return [
    {
      kind: 'statement',
      what: `${shown(statement.speaker)}: ${content}`,
      key: `statement|${speaker}`,
      words: contentWords(content),
      value: '',
      evidence: statement.evidence[0]!,
    },
  ]
}

/** An episode has one toll of each kind and one delegation; other counts are one where their sentences are alike. */
const SINGLE = /^(?:killed|injured|missing|arrested|displaced|abducted|released|delegate)$/

function figureDraft(text: string, figure: Figure): Draft {
  const { bound, value, evidence, of } = figure
  const low = bound === 'at-most' ? 0 : bound === 'about' ? value * 0.9 : value
  const high =
    bound === 'at-least' ? Number.POSITIVE_INFINITY : bound === 'about' ? value * 1.1 : (figure.upTo ?? value)
  const words = contentWords(text.slice(evidence.start, evidence.end))
  return {
    kind: 'figure',
    what: of,
    key: `figure|${of}`,
    ...(SINGLE.test(of) ? {} : { words }),
    value: `${low}..${high}`,
    evidence,
  }
}

function castDrafts({ actors, mentions }: Dossier, actorKey: (actor: number) => string): Draft[] {
  const drafts: Draft[] = []
  actors.forEach((actor, index) => {
    if (actor.part !== 'story' || actor.kind === 'place') return
    const first = mentions.find((mention) => mention.actor === index)
    if (first)
      drafts.push({
        kind: 'cast',
        what: actor.name,
        key: `cast|${actorKey(index)}`,
        value: '',
        evidence: { start: first.start, end: first.end },
      })
  })
  return drafts
}
