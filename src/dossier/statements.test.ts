import { expect, test } from 'vitest'
import type { Block } from '../model/article.ts'
import { sentences } from '../words/sentences.ts'
import { readDossier } from './read.ts'

/** Statements as `kind | polarity | speaker | content / content`. */
const read = (text: string): string[] => {
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
  return dossier.statements.map((s) => {
    const speaker =
      s.speaker && (s.speaker.actor === undefined ? s.speaker.text : dossier.actors[s.speaker.actor]!.name)
    return [
      s.kind,
      s.polarity,
      speaker ?? '-',
      s.content.map((c) => text.slice(c.start, c.end)).join(' / '),
    ].join(' | ')
  })
}

test('a direct quotation stands without its marks, before or after its speaker', () => {
  expect(read('“We want a fair deal,” Trade Minister Kari Lund said on Tuesday.')).toEqual([
    'direct | said | Kari Lund | We want a fair deal,',
  ])
  expect(read('Trade Minister Kari Lund told reporters: “We want a fair deal.”')).toEqual([
    'direct | said | Kari Lund | We want a fair deal.',
  ])
  expect(read('"We want a fair deal," said Trade Minister Kari Lund, who was in Lima.')).toEqual([
    'direct | said | Kari Lund | We want a fair deal,',
  ])
})

test('a quotation cut by its speaker is one statement', () => {
  expect(read('“We want a deal,” Kari Lund said. “It must be fair.”')).toEqual([
    'direct | said | Kari Lund | We want a deal, / It must be fair.',
  ])
})

test('a quotation that runs over paragraphs stays whole', () => {
  const text =
    'Bishop Pedro Cruz said: “The strike must end.\n“Families cannot wait another winter for bread.”'
  expect(read(text)).toEqual([
    'direct | said | Pedro Cruz | The strike must end. / Families cannot wait another winter for bread.',
  ])
})

test('marks the wrong way round still open and close a quotation', () => {
  expect(read('”Any pitch will do for us this season,” Kari Lund said.')).toEqual([
    'direct | said | Kari Lund | Any pitch will do for us this season,',
  ])
})

test('reported words end where the next attribution begins', () => {
  expect(read('The union said the mine was closed, adding that pay had stopped.')).toEqual([
    'reported | said | The union | the mine was closed',
    'reported | said | The union | pay had stopped',
  ])
  expect(read('According to the harbour office, two ships collided off Bergen.')).toEqual([
    'reported | said | the harbour office | two ships collided off Bergen',
  ])
  expect(read('Two ships collided off Bergen, the harbour office said.')).toEqual([
    'reported | said | the harbour office | Two ships collided off Bergen',
  ])
})

test('a clause that holds quoted words is mixed and stands whole', () => {
  expect(read('Coach Marta Silva said the pitch was “a disgrace to the whole league”.')).toEqual([
    'mixed | said | Marta Silva | the pitch was “a disgrace to the whole league”',
  ])
})

test.each([
  ['The rebels denied that they had shelled the port.', 'denied'],
  ['The federation rejected the offer from the league.', 'denied'],
  ['The union demanded that the mine reopen before winter.', 'demanded'],
  ['The minister promised to rebuild the bridge.', 'promised'],
  ['The mayor accused the company of hiding the leak.', 'accused'],
  ['The bishops called for an inquiry into the fire.', 'called-for'],
])('polarity: %s', (text, polarity) => {
  expect(read(text).map((line) => line.split(' | ')[1])).toEqual([polarity])
})

test('pronouns, roles and "the sources" go back to whoever spoke', () => {
  expect(read('Union leader Marta Silva said the mine was closed. She added that pay had stopped.')[1]).toBe(
    'reported | said | Marta Silva | pay had stopped',
  )
  expect(read('Her deputy, who said the mine was safe, left early.')).toEqual([
    'reported | said | Her deputy | the mine was safe',
  ])
})

test('what was not said is no statement', () => {
  expect(read('The envoy did not say whether she would return.')).toEqual([])
  expect(read('The so-called “bridge of hope” fell through.')).toEqual([])
  expect(
    read('Five battleground states reported record rain.').map((line) => line.split(' | ')[2]),
  ).not.toContain('Five battleground')
})

test('a quotation in a paragraph of its own is the one’s announced before it', () => {
  expect(read('Trade Minister Kari Lund continued:\n\n“We want a fair deal, and soon.”')).toEqual([
    'direct | said | Kari Lund | We want a fair deal, and soon.',
  ])
})

test('a title before the name does not hide whose words they are', () => {
  expect(read('The union’s spokesman, Colonel Olav Berg, said the strike was over.')).toEqual([
    'reported | said | Olav Berg | the strike was over',
  ])
})

test.each([
  ['The mayor is confident that the bridge will open.', 'reported | said | The mayor | the bridge will open'],
  [
    'The mayor was accused by the union of breaking the law.',
    'reported | accused | the union | of breaking the law',
  ],
  ['The union made a promise that wages would rise.', 'reported | promised | The union | wages would rise'],
  ['In the view of the union, the bridge is unsafe.', 'reported | said | the union | the bridge is unsafe'],
  [
    'The bridge was shut at night, inspectors told a court in Lima.',
    'reported | said | inspectors | The bridge was shut at night',
  ],
])('words attributed without a plain verb of saying: %s', (text, told) => {
  expect(read(text)).toEqual([told])
})
