import { expect, test } from 'vitest'
import type { Block } from '../model/article.ts'
import type { Encounter } from '../model/dossier.ts'
import { sentences } from '../words/sentences.ts'
import { readDossier } from './read.ts'

type Short = Partial<Record<'kind' | 'status' | 'who' | 'head' | 'place' | 'via' | 'date' | 'host', string>>

/** Encounters of an article of Thursday, 16 May 2024, in the words a timeline would show. */
const read = (text: string): Short[] => {
  const blocks: Block[] = [...text.matchAll(/[^\n]+/g)].map((m) => ({
    kind: 'paragraph',
    start: m.index,
    end: m.index + m[0].length,
  }))
  const dossier = readDossier(
    { title: '', text, blocks, authors: [], language: 'en' },
    sentences(text, blocks),
    { published: '2024-05-16' },
  )
  const named = (party: Encounter['head']): string | undefined =>
    party && (party.actor === undefined ? party.text : dossier.actors[party.actor]!.name)
  return dossier.encounters.map((e) => {
    const who = [...e.travellers, ...e.participants].map(named).join(' + ')
    const all = {
      kind: e.kind,
      status: e.status,
      who,
      head: named(e.head),
      place: e.place?.text,
      via: e.via?.text,
      date: e.date,
      host: named(e.host),
    }
    return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Short
  })
}

test('a journey: who, where to, by which way, on which day', () => {
  expect(
    read('Trade Minister Kari Lund arrived in Belgrade on Tuesday through the Batrovci checkpoint.'),
  ).toMatchObject([
    {
      kind: 'visit',
      status: 'occurred',
      head: 'Kari Lund',
      place: 'Belgrade',
      via: 'the Batrovci checkpoint',
      date: '2024-05-14',
    },
  ])
})

test('a delegation told of in several sentences is one journey with its head', () => {
  const text =
    'A Peruvian delegation arrived in Oslo on Monday. The delegation is headed by Ana Ruiz, a former judge. During its visit to Oslo, the delegation toured the harbour.'
  expect(read(text)).toMatchObject([
    { kind: 'visit', who: 'A Peruvian delegation', head: 'Ana Ruiz', place: 'Oslo', date: '2024-05-13' },
  ])
})

test('a meeting has its participants and its place', () => {
  expect(read('Marta Silva met Labour Minister Paulo Reis in Recife on Sunday.')).toMatchObject([
    {
      kind: 'meeting',
      status: 'occurred',
      who: 'Marta Silva + Paulo Reis',
      place: 'Recife',
      date: '2024-05-12',
    },
  ])
})

test('one verb may tell of two meetings', () => {
  expect(
    read('Marta Silva met in 1998 with Paulo Reis in Recife and with Ana Ruiz in Lima in 2003.'),
  ).toMatchObject([
    { who: 'Marta Silva + Paulo Reis', place: 'Recife', date: '1998' },
    { who: 'Marta Silva + Ana Ruiz', place: 'Lima', date: '2003' },
  ])
})

test('two who arrive together, each with a role, make a journey each', () => {
  const text =
    'Kari Lund, the minister of trade, and Ana Ruiz, a former judge, both arrived in Belgrade on Monday.'
  expect(read(text)).toMatchObject([
    { kind: 'visit', head: 'Kari Lund', place: 'Belgrade', date: '2024-05-13' },
    { kind: 'visit', head: 'Ana Ruiz', place: 'Belgrade', date: '2024-05-13' },
  ])
})

test('a journey of years ago stands at its own date', () => {
  const [now, then] = read('Kari Lund arrived in Belgrade on Tuesday. Olav Berg visited Serbia in 2011.')
  expect(now).toMatchObject({ date: '2024-05-14' })
  expect(then).toMatchObject({ head: 'Olav Berg', place: 'Serbia', date: '2011' })
})

test('two delegations in one breath are two journeys', () => {
  expect(read('On Wednesday, two delegations from Norway and Chile arrived in Geneva.')).toHaveLength(2)
})

test('an invitation has a host, a guest and a place', () => {
  expect(read('Serbia has invited Kari Lund to visit Belgrade.')).toMatchObject([
    { kind: 'invitation', host: 'Serbia', who: 'Kari Lund', place: 'Belgrade' },
  ])
})

test('a call is a call', () => {
  expect(read('Marta Silva spoke by phone with Paulo Reis on Sunday.')).toMatchObject([
    { kind: 'call', who: 'Marta Silva + Paulo Reis', date: '2024-05-12' },
  ])
})

test.each([
  ['Kari Lund will visit Belgrade next week.', 'expected'],
  ['Kari Lund is expected to arrive in Belgrade soon.', 'expected'],
  ['Kari Lund is scheduled to meet Ana Ruiz on Friday.', 'expected'],
  ['A trip to Belgrade planned by Kari Lund was cancelled.', 'cancelled'],
  ['Kari Lund denied that she had met Ana Ruiz.', 'denied'],
  ['Kari Lund did not visit Belgrade.', 'denied'],
  ['Kari Lund reportedly met Ana Ruiz in Lima.', 'unconfirmed'],
  ['Kari Lund may visit Belgrade.', 'unconfirmed'],
  ['Kari Lund usually flies to Belgrade in May.', 'habitual'],
  ['Kari Lund is visiting Belgrade.', 'under-way'],
  ['Kari Lund is due in Belgrade on Monday.', 'expected'],
  ['Kari Lund was to have visited Belgrade on Monday.', 'cancelled'],
  ['The league denied that Kari Lund had spoken by telephone to Ana Ruiz.', 'denied'],
  ['The league denied that Kari Lund would meet Ana Ruiz.', 'denied'],
  ['Kari Lund had been due to visit Lima on Monday but called off the trip.', 'cancelled'],
  ['A meeting of the two ministers in Lima on Friday has been put off.', 'cancelled'],
  ['Reports of a meeting between Kari Lund and Ana Ruiz in Lima are false.', 'denied'],
  ['There is no confirmation that Kari Lund has arrived in Lima.', 'unconfirmed'],
  ['Kari Lund travels to Lima on Friday.', 'expected'],
  ['Norway is sending an envoy to Lima.', 'expected'],
  ['Kari Lund will be in Lima on Monday.', 'expected'],
  ['The newspaper claimed that Kari Lund had met Ana Ruiz in Lima.', 'unconfirmed'],
])('status: %s', (text, status) => {
  expect(read(text).map((e) => e.status)).toEqual([status])
})

test.each([
  'Kari Lund did not say whether she would meet Ana Ruiz.',
  'If Kari Lund visits Belgrade, talks may follow.',
  'Kari Lund wants to meet Ana Ruiz.',
  'The league called for a meeting with Ana Ruiz.',
  'It is unclear whether Kari Lund met Ana Ruiz.',
  'Kari Lund offered to visit Belgrade.',
  'Unconfirmed reports said Kari Lund had visited Belgrade.',
  'Officials refused to confirm that Kari Lund met Ana Ruiz.',
  'Kari Lund is believed to have met Ana Ruiz in Lima.',
  'Kari Lund would have visited Belgrade had the strike ended.',
  'Until Kari Lund meets Ana Ruiz, nothing will change.',
  'There were rumours that Kari Lund visited Belgrade on Friday.',
  'Kari Lund had hoped to visit Belgrade last month.',
  'No meeting took place between Kari Lund and Ana Ruiz, the envoy said.',
  'Kari Lund was supposed to arrive in Belgrade on Monday.',
  'Had Kari Lund gone to Lima, the strike would have ended.',
  'Kari Lund would meet Ana Ruiz only if she apologised.',
  'Sources said that a meeting between Kari Lund and Ana Ruiz was possible.',
  'The prospect of a visit by Kari Lund to Lima worries farmers.',
  'Kari Lund is ready to travel to Lima at any time.',
  'Kari Lund is unlikely to travel to Lima this week.',
  'The judge gave the minister permission to travel to Lima to meet his lawyers.',
])('what is only spoken of is never shown as having been: %s', (text) => {
  expect(read(text).filter((e) => e.status === 'occurred' || e.status === 'under-way')).toEqual([])
})

test.each([
  'The company met its targets.',
  'The case went to court on Monday.',
  'The mayor received applause in Lima.',
  'Prices reached Belgrade levels.',
  'They have not met the families.',
  'A family returns to Belgrade after the floods.',
])('words that only look like an encounter: %s', (text) => {
  expect(read(text)).toEqual([])
})

test('nobody invites himself', () => {
  expect(
    read('President Olav Berg phoned Ana Ruiz on Sunday and invited him to visit Oslo.')[1],
  ).toMatchObject({
    kind: 'invitation',
    host: 'Olav Berg',
    who: 'Ana Ruiz',
  })
})

test.each([
  ['Kari Lund reached Lima by way of the Tacna crossing.', { place: 'Lima', via: 'the Tacna crossing' }],
  ['In Lima on Monday, Kari Lund met Ana Ruiz.', { kind: 'meeting', place: 'Lima' }],
  ['Kari Lund spent two days in Lima last week.', { kind: 'visit', place: 'Lima', date: '2024-W19' }],
  ['Kari Lund had breakfast with Ana Ruiz.', { kind: 'meeting', who: 'Kari Lund + Ana Ruiz' }],
  ['The union and the league held a new round of wage talks in Lima.', { kind: 'talks', place: 'Lima' }],
  ['Kari Lund travelled on to Lima on Monday.', { kind: 'visit', head: 'Kari Lund', place: 'Lima' }],
  ['Kari Lund made a visit to Lima on Monday.', { kind: 'visit', head: 'Kari Lund', place: 'Lima' }],
  [
    'The visit of Trade Minister Kari Lund to Lima on Monday was her first.',
    { head: 'Kari Lund', place: 'Lima' },
  ],
  ['During a visit to Lima on Monday, Kari Lund said she was tired.', { head: 'Kari Lund', place: 'Lima' }],
  ['Kari Lund was in Lima on Monday for talks.', { kind: 'visit', head: 'Kari Lund', place: 'Lima' }],
  ['Norway sent its trade minister, Kari Lund, to Lima on Monday.', { head: 'Kari Lund', place: 'Lima' }],
  ['A team under its chief, Kari Lund, flew to Lima on Monday.', { kind: 'visit', head: 'Kari Lund' }],
  [
    'The envoy of the union, Kari Lund, met Ana Ruiz in Lima.',
    { who: 'Kari Lund + Ana Ruiz', place: 'Lima' },
  ],
  ['Kari Lund, who met Ana Ruiz in Lima, was tired.', { who: 'Kari Lund + Ana Ruiz', place: 'Lima' }],
  ['Kari Lund was met at the station by Ana Ruiz.', { kind: 'meeting', who: 'Kari Lund + Ana Ruiz' }],
  ['Kari Lund received a phone call from Ana Ruiz on Monday.', { kind: 'call', who: 'Kari Lund + Ana Ruiz' }],
  ['Kari Lund, Ana Ruiz and Olav Berg met in Lima.', { who: 'Kari Lund + Ana Ruiz + Olav Berg' }],
  [
    'The ministers of Egypt, Jordan and Iraq met in Lima.',
    { who: 'The ministers of Egypt, Jordan and Iraq' },
  ],
  [
    'Leaders of five unions gathered in Lima on Monday for a summit.',
    { who: 'Leaders of five unions', place: 'Lima' },
  ],
])('one encounter, however it is put: %s', (text, told) => {
  const found = read(text)
  expect(found).toHaveLength(1)
  expect(found[0]).toMatchObject(told)
})

test('a crossing is the way in, and not where it led', () => {
  expect(read('Kari Lund was in Lima. On Monday Kari Lund crossed at the Tacna gate.')).toMatchObject([
    { via: 'the Tacna gate' },
  ])
  expect(read('A delegation of the league crossed at Tacna on Monday. Tacna was calm.')).toEqual([
    {
      kind: 'visit',
      status: 'occurred',
      who: 'A delegation of the league',
      via: 'Tacna',
      date: '2024-05-13',
    },
  ])
})

test('who receives a letter meets nobody', () => {
  expect(read('The council received the memo of its inspector, Ana Ruiz, on Monday in Lima.')).toEqual([])
})

test('a visit that a source says was put off did not take place', () => {
  expect(
    read(
      'A source said on Monday that the visit which Minister Ana Ruiz was to pay to Oslo on Saturday has been postponed.',
    ),
  ).toMatchObject([{ kind: 'visit', status: 'cancelled', place: 'Oslo' }])
})

test('a span counted from one happening is the day of neither', () => {
  expect(read('The walkout at the port comes five weeks after Kari Lund met Ana Ruiz in Oslo.')).toEqual([
    { kind: 'meeting', status: 'occurred', who: 'Kari Lund + Ana Ruiz', place: 'Oslo' },
  ])
  expect(read('Kari Lund will visit Lima two weeks after the vote.')).toEqual([
    { kind: 'visit', status: 'expected', who: 'Kari Lund', head: 'Kari Lund', place: 'Lima' },
  ])
})

test('what several agree on at a meeting they met for', () => {
  expect(
    read('Ana Ruiz and Jens Holm agreed to a plan for the harbour at a meeting in Oslo on Tuesday.'),
  ).toMatchObject([
    { kind: 'meeting', status: 'occurred', who: 'Ana Ruiz + Jens Holm', place: 'Oslo', date: '2024-05-14' },
  ])
  expect(read('Ana Ruiz said nothing at a meeting of the board.')).toEqual([])
})

test('a delegation that met somebody is the one that flew in, to where they met', () => {
  expect(
    read(
      'A Peruvian delegation led by Ana Ruiz met Trade Minister Kari Lund in Oslo on Wednesday.\n\nThe delegation flew in from Madrid on Tuesday evening.',
    ),
  ).toMatchObject([
    { kind: 'meeting', place: 'Oslo', date: '2024-05-15' },
    { kind: 'visit', status: 'occurred', place: 'Oslo', date: '2024-05-14' },
  ])
})

test('a voyage foreseen and annulled, as translations say it, is a visit called off', () => {
  expect(read('The voyage of Jens Holm to Oslo, foreseen for this Friday, is annulled.')).toMatchObject([
    { kind: 'visit', status: 'cancelled', head: 'Jens Holm', place: 'Oslo', date: '2024-05-17' },
  ])
})

test('where one arrives is a place, whatever its name looks like', () => {
  expect(
    read(
      'A delegation of the Union of Pilots in the head of Tomas Reyes, the president of its office, arrived today (Thursday) to Karim Delar.',
    ),
  ).toMatchObject([{ kind: 'visit', head: 'Tomas Reyes', place: 'Karim Delar', date: '2024-05-16' }])
})
