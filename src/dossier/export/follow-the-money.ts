/** A dossier as FollowTheMoney entities, for Aleph and OpenSanctions tooling (https://followthemoney.tech/explorer/). */

import { boundsOf } from '../date-value.ts'
import type {
  ActorRecord,
  DossierRecords,
  EncounterRecord,
  EvidenceRecord,
  PartyRecord,
  StatementRecord,
} from './record.ts'

export type FtmEntity = {
  readonly id: string
  readonly schema: string
  readonly properties: Readonly<Record<string, readonly string[]>>
}

type Kinds = ReadonlyMap<string, ActorRecord['kind']>
type Properties = Record<string, readonly (string | undefined)[]>

function entity(id: string, schema: string, properties: Properties): FtmEntity {
  const kept: Record<string, readonly string[]> = {}
  for (const [name, values] of Object.entries(properties)) {
    const present = [...new Set(values.filter((value) => value !== undefined && value !== ''))] as string[]
    if (present.length > 0) kept[name] = present
  }
  return { id, schema, properties: kept }
}

/** Entities in an order in which each only points to earlier ones. */
export function toFollowTheMoney(records: DossierRecords): FtmEntity[] {
  const kinds: Kinds = new Map(records.actors.map(({ id, kind }) => [id, kind]))
  const isLegal = (actor: string) => kinds.has(actor) && kinds.get(actor) !== 'place'
  return [
    ...records.articles.map((article) =>
      entity(article.id, 'Article', {
        name: [article.title],
        title: [article.title],
        sourceUrl: [article.url],
        publisher: [article.outlet],
        publishedAt: [article.published],
        author: article.authors,
        language: [article.language],
      }),
    ),
    ...records.actors.flatMap((actor) => actorEntities(actor, isLegal)),
    ...records.encounters.map((encounter) => encounterEntity(encounter, records, kinds)),
    ...records.statements.map((statement) => statementEntity(statement, kinds)),
    // A mention resolves to a person or a body; places are addresses.
    ...records.mentions
      .filter((mention) => isLegal(mention.actor))
      .map((mention, index) =>
        entity(`mention-${index}-${mention.actor}`, 'Mention', {
          name: [mention.text],
          resolved: [mention.actor],
          document: [mention.article],
          detectedSchema: [kinds.get(mention.actor) === 'person' ? 'Person' : 'Organization'],
        }),
      ),
  ]
}

function actorEntities(actor: ActorRecord, isLegal: (actor: string) => boolean): FtmEntity[] {
  const shared = {
    name: [actor.name],
    alias: actor.aliases.filter((alias) => alias !== actor.name),
    country: [actor.country?.toLowerCase()],
  }
  if (actor.kind === 'place')
    return [
      entity(actor.id, 'Address', {
        full: [actor.name],
        country: shared.country,
        latitude: [actor.latitude?.toString()],
        longitude: [actor.longitude?.toString()],
      }),
    ]
  if (actor.kind === 'organisation')
    return [entity(actor.id, actor.public ? 'PublicBody' : 'Organization', shared)]
  const person = entity(actor.id, 'Person', {
    ...shared,
    position: actor.roles.map((role) => [role.title, role.of].filter(Boolean).join(', ')),
  })
  const held = actor.roles.flatMap((role, index) => {
    const status = role.tense === 'current' ? 'current' : role.tense === 'future' ? 'unknown' : 'ended'
    const position = `${actor.id}-position-${index}`
    const entities = [
      entity(position, 'Position', {
        name: [[role.title, role.of].filter(Boolean).join(', ')],
        organization: role.ofId && isLegal(role.ofId) ? [role.ofId] : [],
      }),
      entity(`${position}-held`, 'Occupancy', { holder: [actor.id], post: [position], status: [status] }),
    ]
    if (role.ofId && isLegal(role.ofId))
      entities.push(
        entity(`${position}-member`, 'Membership', {
          member: [actor.id],
          organization: [role.ofId],
          role: [role.title],
          status: [status],
        }),
      )
    return entities
  })
  return [person, ...held]
}

const quotes = (evidence: readonly EvidenceRecord[]): string[] => evidence.map((one) => one.quote)
const sources = (evidence: readonly EvidenceRecord[]): string[] => evidence.map((one) => one.article)
const ids = (parties: readonly (PartyRecord | undefined)[]): (string | undefined)[] =>
  parties.map((party) => party?.actor)

/** A journey is a Trip where both its ends are known, else an Event; its status stands in the summary of either. */
function encounterEntity(encounter: EncounterRecord, { articles }: DossierRecords, kinds: Kinds): FtmEntity {
  const { origin, place, date } = encounter
  const bounds = date === undefined ? undefined : boundsOf(date)
  const published = new Map(articles.map((article) => [article.id, article.url]))
  // `involved` and `organizer` take persons and bodies, the ends of a trip addresses.
  const legal = (parties: readonly (PartyRecord | undefined)[]) =>
    ids(parties).filter((id) => id !== undefined && kinds.has(id) && kinds.get(id) !== 'place')
  const placed = (party: PartyRecord | undefined) =>
    ids([party]).filter((id) => id !== undefined && kinds.get(id) === 'place')
  const involved = legal([...encounter.travellers, encounter.head, ...encounter.participants])
  const shared: Properties = {
    name: [
      `${encounter.kind}: ${[...encounter.travellers, ...encounter.participants].map((p) => p.text).join(', ')}`,
    ],
    summary: [`${encounter.status}`, ...encounter.topics],
    description: quotes(encounter.evidence),
    date: bounds && bounds.earliest === bounds.latest ? [bounds.earliest] : [],
    startDate: [bounds?.earliest],
    endDate: [bounds?.latest],
    sourceUrl: encounter.evidence.map((one) => published.get(one.article)),
    proof: sources(encounter.evidence),
    keywords: encounter.topics,
    involved,
    organizer: legal([encounter.host]),
  }
  const [from, to] = [placed(origin), placed(place)]
  if (encounter.kind === 'visit' && from.length > 0 && to.length > 0)
    return entity(encounter.id, 'Trip', { ...shared, startLocation: from, endLocation: to })
  return entity(encounter.id, 'Event', { ...shared, location: [place?.text], addressEntity: to })
}

const statementEntity = (statement: StatementRecord, kinds: Kinds): FtmEntity =>
  entity(statement.id, 'Note', {
    name: [`${statement.speaker?.text ?? 'unnamed'} (${statement.polarity})`],
    description: [statement.content, ...quotes(statement.evidence)],
    entity: ids([statement.speaker, statement.addressee]).filter(
      (id) => id !== undefined && kinds.has(id) && kinds.get(id) !== 'place',
    ),
    proof: sources(statement.evidence),
  })
