import { expect, test } from 'vitest'
import { sentences } from '../words/sentences.ts'
import { compareCoverage, differingFigures, type Told } from './compare.ts'
import { readDossier } from './read.ts'

const told = (outlet: string, text: string, copyOf?: string): Told => {
  const blocks = [{ kind: 'paragraph' as const, start: 0, end: text.length }]
  const article = { title: '', text, blocks, authors: [], language: 'en' }
  const dossier = readDossier(article, sentences(text, blocks), { published: '2024-05-16' })
  return {
    article: `${outlet}-1`,
    outlet,
    text,
    ...dossier,
    cast: dossier.actors.flatMap(({ part, kind }, actor) => {
      const evidence = dossier.mentions.find((mention) => mention.actor === actor)
      return part === 'story' && kind !== 'place' && evidence ? [{ actor, evidence }] : []
    }),
    actor: (actor) => {
      const { name } = dossier.actors[actor]!
      return { key: name.toLowerCase(), name }
    },
    ...(copyOf ? { copyOf } : {}),
  }
}

const HERALD = told(
  'Herald',
  'The ferry fire killed 14 people. Harbour Minister Ana Ruiz visited Porto on Tuesday.',
)
const COURIER = told('Courier', 'At least 20 people died in the ferry fire. The inquiry opens next month.')

test('a toll that outlets give differently stands side by side with each sentence', () => {
  const [fact] = differingFigures(compareCoverage([HERALD, COURIER]))
  expect(fact).toMatchObject({ what: 'killed', outlets: ['Herald', 'Courier'], lackedBy: [] })
  expect(fact!.tellings.map((t) => t.value)).toEqual(['14..14', '20..Infinity'])
})

test('"at least 10" and 14 do not differ', () => {
  const careful = told('Echo', 'At least 10 people were killed in the ferry fire.')
  expect(differingFigures(compareCoverage([HERALD, careful]))).toEqual([])
})

test('a fact that only one outlet has names those that lack it', () => {
  const visit = compareCoverage([HERALD, COURIER]).find(
    (fact) => fact.kind === 'encounter' && !fact.what.endsWith('status'),
  )
  expect(visit).toMatchObject({ outlets: ['Herald'], lackedBy: ['Courier'] })
})

test('a copy is counted once, with the article it repeats', () => {
  const copy = told('Mirror', HERALD.text, 'Herald-1')
  const outlets = compareCoverage([HERALD, copy]).flatMap((fact) => [...fact.outlets, ...fact.lackedBy])
  expect(new Set(outlets)).toEqual(new Set(['Herald']))
})

test('one statement told in other words is one fact', () => {
  const a = told(
    'Herald',
    'Mayor Ana Ruiz said the harbour would reopen before the summer festival in Porto.',
  )
  const b = told('Courier', 'Mayor Ana Ruiz said the harbour reopens before the summer festival.')
  const said = compareCoverage([a, b]).filter((fact) => fact.kind === 'statement')
  expect(said.map((fact) => fact.outlets)).toEqual([['Herald', 'Courier']])
})

test('two sums of one episode are held against one another only where their sentences are alike', () => {
  const fund = told('Herald', 'The council set aside 3 million dollars for the families of the victims.')
  const damage = told(
    'Courier',
    'Damage to the ferry terminal came to 9 million dollars, insurers estimated.',
  )
  const same = told('Echo', 'The council set aside 5 million dollars for families of the victims on Monday.')
  expect(differingFigures(compareCoverage([fund, damage]))).toEqual([])
  expect(differingFigures(compareCoverage([fund, same]))).toHaveLength(1)
})
