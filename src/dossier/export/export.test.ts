import { expect, test } from 'vitest'
import { toCalendar } from './calendar.ts'
import { toFollowTheMoney } from './follow-the-money.ts'
import { ploverOf } from './plover.ts'
import type { DossierRecords, EncounterRecord } from './record.ts'
import { toDossierCsv, toJsonLines } from './text-tables.ts'

const VISIT: EncounterRecord = {
  id: 'e1',
  kind: 'visit',
  status: 'occurred',
  travellers: [{ text: 'a trade delegation' }],
  head: { text: 'Kari Lund', actor: 'lund' },
  participants: [],
  place: { text: 'Belgrade', actor: 'belgrade' },
  date: '2024-05-14',
  topics: ['fish, and "quotas"'],
  evidence: [{ article: 'a1', quote: 'Lund arrived in Belgrade; she waved, smiled,\nand left.' }],
}

const RECORDS: DossierRecords = {
  story: 'The fish accord',
  actors: [
    {
      id: 'trade',
      kind: 'organisation',
      name: 'Ministry of Trade',
      aliases: [],
      country: 'NO',
      public: true,
      roles: [],
    },
    { id: 'belgrade', kind: 'place', name: 'Belgrade', aliases: [], country: 'RS', roles: [] },
    {
      id: 'lund',
      kind: 'person',
      name: 'Kari Lund',
      aliases: ['K. Lund'],
      roles: [{ title: 'minister', ofId: 'trade', tense: 'former' }],
    },
  ],
  articles: [{ id: 'a1', title: 'Accord', outlet: 'Herald', authors: [], url: 'https://herald.example/1' }],
  encounters: [VISIT, { ...VISIT, id: 'e2', status: 'denied' }],
  statements: [
    {
      id: 's1',
      kind: 'direct',
      polarity: 'said',
      speaker: { text: 'Kari Lund', actor: 'lund' },
      content: 'We want fish.',
      evidence: [{ article: 'a1', quote: '“We want fish.”' }],
    },
  ],
  figures: [
    { id: 'f1', value: 12, bound: 'about', of: 'delegate', evidence: [{ article: 'a1', quote: 'about 12' }] },
  ],
  mentions: [
    { actor: 'lund', article: 'a1', text: 'Lund' },
    { actor: 'belgrade', article: 'a1', text: 'Belgrade' },
  ],
}

test('every id that an entity points to is an entity', () => {
  const entities = toFollowTheMoney(RECORDS)
  const known = new Set(entities.map((e) => e.id))
  for (const name of [
    'holder',
    'post',
    'member',
    'organization',
    'involved',
    'entity',
    'proof',
    'resolved',
    'document',
    'addressEntity',
  ]) {
    for (const id of entities.flatMap((e) => e.properties[name] ?? [])) expect(known).toContain(id)
  }
  expect(entities.map((e) => e.schema)).toEqual([
    'Article',
    'PublicBody',
    'Address',
    'Person',
    'Position',
    'Occupancy',
    'Membership',
    'Event',
    'Event',
    'Note',
    'Mention',
  ])
})

test('a journey with both ends known is a trip', () => {
  const records = {
    ...RECORDS,
    encounters: [{ ...VISIT, origin: { text: 'Serbia’s capital', actor: 'belgrade' } }],
  }
  expect(toFollowTheMoney(records).some((e) => e.schema === 'Trip')).toBe(true)
})

test('the calendar holds what happened, whole days, escaped, in lines of 75 octets', () => {
  const calendar = toCalendar(RECORDS, '2024-06-01T10:00:00.123Z')
  expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(1)
  expect(calendar).toContain('DTSTART;VALUE=DATE:20240514\r\nDTEND;VALUE=DATE:20240515\r\n')
  expect(calendar).toContain('Belgrade\\; she waved\\, smiled\\,\\n')
  expect(calendar).toContain('DTSTAMP:20240601T100000Z')
  for (const line of calendar.split('\r\n'))
    expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
})

test('a cell never breaks its row and never runs as a formula', () => {
  const csv = toDossierCsv({
    ...RECORDS,
    encounters: [],
    figures: [],
    statements: [{ ...RECORDS.statements[0]!, content: '=SUM(A1), "x"\nand on', speaker: { text: '@cmd' } }],
  })
  const [head, row] = csv.split('\r\n')
  expect(head).toContain('type,id,kind,status,date')
  expect(row).toContain(`"'=SUM(A1), ""x""\nand on"`)
  expect(row).toContain(",'@cmd,")
  expect(csv.endsWith('\r\n')).toBe(true)
})

test('JSON Lines parse line by line and name their type', () => {
  const types = toJsonLines(RECORDS)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).type)
  expect(types).toEqual([
    'article',
    'actor',
    'actor',
    'actor',
    'encounter',
    'encounter',
    'statement',
    'figure',
    'mention',
    'mention',
  ])
})

test('only what happened or is agreed has a PLOVER code, the visitor its source', () => {
  expect(ploverOf(VISIT)).toMatchObject({
    event: 'CONSULT',
    mode: 'visit',
    context: ['diplomatic'],
    source: ['Kari Lund', 'a trade delegation'],
    recipient: ['Belgrade'],
  })
  const coming = ploverOf({ ...VISIT, status: 'expected' })
  expect(coming).toMatchObject({ event: 'AGREE', context: ['diplomatic', 'future'] })
  expect(coming).not.toHaveProperty('mode')
  for (const status of ['denied', 'cancelled', 'unconfirmed', 'hypothetical', 'habitual'] as const)
    expect(ploverOf({ ...VISIT, status })).toBeUndefined()
})

test('where nobody hosts all who meet are sources, and PLOVER has a mode for calls and many but none for two', () => {
  const { head: _, ...rest } = VISIT
  const met = { ...rest, travellers: [], kind: 'meeting' as const }
  const two = ploverOf({ ...met, participants: [{ text: 'Ana Ruiz' }, { text: 'Kari Lund' }] })
  expect(two).toMatchObject({ source: ['Ana Ruiz', 'Kari Lund'], recipient: [] })
  expect(two).not.toHaveProperty('mode')
  const three = [{ text: 'Ana Ruiz' }, { text: 'Kari Lund' }, { text: 'Bo Berg' }]
  expect(ploverOf({ ...met, kind: 'talks', participants: three })?.mode).toBe('multilateral')
  expect(ploverOf({ ...met, kind: 'call', participants: three.slice(1) })?.mode).toBe('phone')
  expect(ploverOf({ ...met, kind: 'invitation', host: { text: 'Ana Ruiz' } })?.event).toBe('AGREE')
})

/** Of the FollowTheMoney model: the schemata used here with all their properties, inherited ones too, and what points where. */
const THING =
  'name summary description country alias previousName weakAlias sourceUrl publisher publisherUrl keywords topics address addressEntity notes proof modifiedAt retrievedAt'
const INTERVAL = 'startDate endDate date summary recordId sourceUrl publisher description proof'
const MODEL: Readonly<Record<string, { readonly properties: string; readonly required: readonly string[] }>> =
  {
    Article: {
      properties: `${THING} title author language date authoredAt publishedAt fileName`,
      required: [],
    },
    Person: { properties: `${THING} position birthDate nationality`, required: ['name'] },
    Organization: { properties: `${THING} legalForm`, required: ['name'] },
    PublicBody: { properties: `${THING} legalForm`, required: ['name'] },
    Address: { properties: `${INTERVAL} full remarks city region country latitude longitude`, required: [] },
    Position: { properties: `${THING} organization inceptionDate dissolutionDate`, required: ['name'] },
    Occupancy: { properties: `${INTERVAL} holder post status`, required: ['holder', 'post'] },
    Membership: {
      properties: `${INTERVAL} member organization role status`,
      required: ['member', 'organization'],
    },
    Event: { properties: `${THING} ${INTERVAL} location important organizer involved`, required: ['name'] },
    Trip: {
      properties: `${THING} ${INTERVAL} location organizer involved startLocation endLocation vehicle`,
      required: ['name', 'startLocation', 'endLocation'],
    },
    Note: { properties: `${THING} entity`, required: ['name'] },
    Mention: {
      properties: 'document resolved name detectedSchema contextCountry',
      required: ['document', 'name'],
    },
  }
const LEGAL = ['Person', 'Organization', 'PublicBody']
const RANGES: Readonly<Record<string, readonly string[]>> = {
  holder: ['Person'],
  post: ['Position'],
  member: LEGAL,
  involved: LEGAL,
  organizer: LEGAL,
  resolved: LEGAL,
  organization: ['Organization', 'PublicBody'],
  addressEntity: ['Address'],
  startLocation: ['Address'],
  endLocation: ['Address'],
  proof: ['Article'],
  document: ['Article'],
}

test('every entity has the properties of its schema and no others, and points to what it may point to', () => {
  const trip = { ...VISIT, id: 'e3', host: { text: 'Belgrade', actor: 'belgrade' }, origin: VISIT.place! }
  const entities = toFollowTheMoney({ ...RECORDS, encounters: [...RECORDS.encounters, trip] })
  const schemaOf = new Map(entities.map(({ id, schema }) => [id, schema]))
  expect(schemaOf.size).toBe(entities.length)
  expect(new Set(schemaOf.values())).toContain('Trip')
  for (const { schema, properties } of entities) {
    const { properties: known, required } = MODEL[schema]!
    expect(known.split(' ')).toEqual(expect.arrayContaining(Object.keys(properties)))
    expect(Object.keys(properties)).toEqual(expect.arrayContaining([...required]))
    for (const [name, values] of Object.entries(properties))
      for (const value of RANGES[name] ? values : []) expect(RANGES[name]).toContain(schemaOf.get(value))
  }
})

test('a calendar is read back word for word: unfolded, unescaped, each event whole', () => {
  const quote =
    'A very long sentence; with commas, a back\\slash and عربي text that runs on well past seventy-five octets.'
  const calendar = toCalendar(
    { ...RECORDS, encounters: [{ ...VISIT, date: '2024-02', evidence: [{ article: 'a1', quote }] }] },
    '2024-06-01T10:00:00Z',
  )
  const lines = calendar.replaceAll('\r\n ', '').trimEnd().split('\r\n')
  for (const name of ['BEGIN:VCALENDAR', 'VERSION:2.0', 'END:VEVENT', 'END:VCALENDAR'])
    expect(lines).toContain(name)
  expect(lines).toContain('DTSTART;VALUE=DATE:20240201')
  // The end of a day event is the day after its last.
  expect(lines).toContain('DTEND;VALUE=DATE:20240301')
  const description = lines.find((line) => line.startsWith('DESCRIPTION:'))!.slice('DESCRIPTION:'.length)
  expect(description.replaceAll(/\\([\\;,])/g, '$1')).toBe(quote)
})
