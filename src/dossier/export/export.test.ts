import { expect, test } from 'vitest'
import { toCalendar } from './calendar.ts'
import { toFollowTheMoney } from './follow-the-money.ts'
import { ploverOf } from './plover.ts'
import type { DossierRecords, EncounterRecord } from './record.ts'
import { encountersCsv, statementsCsv, toCsv, toJsonLines } from './text-tables.ts'

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
  mentions: [{ actor: 'lund', article: 'a1', text: 'Lund' }],
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
    'address',
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
  const records = { ...RECORDS, encounters: [{ ...VISIT, origin: { text: 'Oslo' } }] }
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
  expect(toCsv(['a'], [['x,"y"'], ['=1+1']])).toBe('a\r\n"x,""y"""\r\n\'=1+1\r\n')
  expect(encountersCsv(RECORDS).split('\r\n')[0]).toContain('kind,status,date')
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
    'mention',
  ])
})

test('only what happened or is agreed has a PLOVER code', () => {
  expect(ploverOf(VISIT)).toMatchObject({
    event: 'CONSULT',
    mode: 'visit',
    source: ['Kari Lund', 'a trade delegation'],
    target: ['Belgrade'],
  })
  expect(ploverOf({ ...VISIT, status: 'expected' })?.event).toBe('AGREE')
  expect(ploverOf({ ...VISIT, status: 'denied' })).toBeUndefined()
})

test('Statements become rows with who said what, and the sentence it stands on', () => {
  const [head, ...rows] = statementsCsv(RECORDS).trimEnd().split('\r\n')
  expect(head).toBe('id,kind,polarity,speaker,addressee,content,evidence')
  expect(rows).toHaveLength(RECORDS.statements.length)
  expect(rows[0]).toContain(RECORDS.statements[0]?.polarity)
})
