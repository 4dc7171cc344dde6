/** Holds the articles of one episode against one another: which facts each outlet has, lacks or gives differently. */

import type { AnyRecord, Encounter, Figure, Statement } from '../model/dossier.ts'
import type { Span } from '../model/span.ts'
import { boundsOf } from './date-value.ts'

/** One article of the episode. `copyOf` is the article it repeats, whose facts it does not tell a second time. */
export type Told = {
  readonly article: string
  readonly outlet: string
  readonly encounters: readonly Encounter[]
  readonly statements: readonly Statement[]
  readonly figures: readonly Figure[]
  readonly cast: readonly { readonly actor: number; readonly evidence: Span }[]
  /** The text that the spans lie in. */
  readonly text: string
  readonly copyOf?: string
  /** What an actor is known by across articles, and its name. */
  readonly actor: (actor: number) => { readonly key: string; readonly name: string }
}

export type FactKind = 'encounter' | 'statement' | 'figure' | 'cast'

export type Telling = {
  readonly article: string
  readonly outlet: string
  readonly evidence: Span
  readonly value: string
  /** The record that tells it; none for one of the cast. */
  readonly record?: AnyRecord
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
  /** The share of the shorter telling's words that must stand in the other. */
  least?: number
  value: string
  evidence: Span
  record?: AnyRecord
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
      let fact = rivals.find((other) => alike(other.draft.words, draft.words, draft.least))
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
        ...(draft.record ? { record: draft.record } : {}),
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
function alike(a: ReadonlySet<string> | undefined, b: ReadonlySet<string> | undefined, share = 0.5): boolean {
  if (!a || !b) return true
  let shared = 0
  for (const word of a) if (b.has(word)) shared++
  const least = Math.min(a.size, b.size)
  return shared >= Math.min(share < 0.5 ? 2 : 3, least) && shared >= share * least
}

/** Words of five letters and more, by their first six: enough to hold two tellings against one another. */
const contentWords = (text: string): Set<string> =>
  new Set((text.toLowerCase().match(/\p{L}{5,}/gu) ?? []).map((word) => word.slice(0, 6)))

function draftsOf(told: Told): Draft[] {
  const named: Say = (party) =>
    party
      ? party.actor === undefined
        ? party.text.toLowerCase().replace(/^(?:the|a|an) /, '')
        : told.actor(party.actor).key
      : ''
  const shown: Say = (party) =>
    party ? (party.actor === undefined ? party.text : told.actor(party.actor).name) : ''
  return [
    ...told.encounters.flatMap((e) => encounterDrafts(e, named, shown)),
    ...told.statements.flatMap((s) => statementDraft(told.text, s, named, shown)),
    ...told.figures.map((f) => figureDraft(told.text, f)),
    ...told.cast.map(
      ({ actor, evidence }): Draft => ({
        kind: 'cast',
        what: told.actor(actor).name,
        key: `cast|${told.actor(actor).key}`,
        value: '',
        evidence,
      }),
    ),
  ]
}

type Say = (party: { readonly text: string; readonly actor?: number } | undefined) => string

function encounterDrafts(encounter: Encounter, named: Say, shown: Say): Draft[] {
  const leader = encounter.head ?? encounter.travellers[0]
  const parties =
    encounter.participants.length > 0 && !(encounter.kind === 'visit' && leader)
      ? encounter.participants
      : [leader]
  const place = encounter.place
  const who = parties.map(named).filter(Boolean).sort()
  if (who.length === 0) return []
  const key = [encounter.kind, ...who, encounter.kind === 'visit' ? named(place) : ''].join('|')
  const what = `${encounter.kind}: ${parties.map(shown).filter(Boolean).join(', ')}${place ? ` (${shown(place)})` : ''}`
  const evidence = encounter.evidence[0]!
  const record = encounter
  const drafts: Draft[] = [{ kind: 'encounter', what, key, value: encounter.date ?? '', evidence, record }]
  // That it happened, is expected or is denied is a fact of its own.
  drafts.push({
    kind: 'encounter',
    what: `${what}: status`,
    key: `${key}|status`,
    value: encounter.status,
    evidence,
    record,
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
      record: statement,
    },
  ]
}

/** An episode has many sums, shares and spans of time: two of them are one only where their sentences are much alike. */
const MEASURE =
  /^(?:[A-Z]{3}|percent|per cent|%|years?|months?|weeks?|days?|hours?|minutes?|times?|people|persons?|k?m|(?:kilo)?met(?:re|er)s?|miles?)$/

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
    ...(SINGLE.test(of) ? {} : { words, least: MEASURE.test(of) ? 0.5 : 0.25 }),
    value: `${low}..${high}`,
    evidence,
    record: figure,
  }
}
