import { describe, expect, test } from 'vitest'
import { keptReferences, referencesOf } from './references.ts'

/** A Tuesday. */
const TODAY = Date.UTC(2031, 4, 20, 10)

const pointsTo = (text: string, language = 'en', published: number | undefined = TODAY) =>
  referencesOf(text, language, published).map(({ clause, days }) => ({
    to: text.slice(clause.start, clause.end).trim(),
    days,
  }))

test.each([
  ['It comes a week after Odile Marchetti visited Querande.', 'Odile Marchetti visited Querande', [-12, -4]],
  ['Two days after the ferry Ondine sank, divers found it.', 'the ferry Ondine sank', [-4, -1]],
  ['Weeks after Paul Ganz was arrested, he spoke.', 'Paul Ganz was arrested', [-71, -7]],
  ['It follows last month’s talks in Zawra.', 'last month’s talks in Zawra', [-49, -19]],
  ['They met after the May 3 attack on Lindow.', 'the May 3 attack on Lindow', [-18, -15]],
  ['At Sunday’s summit in Lisbon, nobody spoke.', 'Sunday’s summit in Lisbon', [-3, 0]],
])('%s', (text, to, days) => {
  expect(pointsTo(text)).toEqual([{ to, days }])
})

test.each([
  ['fr', 'La visite intervient une semaine après les pourparlers de Zawra.', 'les pourparlers de Zawra'],
  ['es', 'Habló dos semanas después de la detención de Ganz.', 'la detención de Ganz'],
  ['de', 'Drei Tage nach dem Angriff auf Lindow trauert sie.', 'dem Angriff auf Lindow trauert sie'],
  ['ru', 'Через неделю после визита Маркетти стороны молчат.', 'визита Маркетти стороны молчат'],
  ['ar', 'تأتي الزيارة بعد أسبوع من محادثات الزورة.', 'محادثات الزورة'],
  ['he', 'הביקור מתקיים שבוע לאחר הפיגוע בלינדו.', 'הפיגוע בלינדו'],
])('%s: %s', (language, text, to) => {
  expect(pointsTo(text, language)).toMatchObject([{ to, days: [expect.any(Number), expect.any(Number)] }])
})

describe('Nothing is pointed to', () => {
  test.each([
    ['by a rule', 'Parcels must be claimed two weeks after the vote.'],
    ['by a guess', 'If Varn resigns a week after the vote, they will choose again.'],
    ['by what somebody is quoted with', '“It comes a week after the talks in Zawra,” said Marchetti.'],
    ['by a comparison of figures', 'Sales were 5 per cent higher than a year ago.'],
    ['by a time without a happening', 'She moved to Fennick three years ago.'],
    ['by a year to come', 'The railway is to be ready for the 2040 election in Vessaly.'],
    ['by a year named for comparison', 'Not since the 1987 storm has Pellow seen such damage.'],
    ['by a question', 'It said so in response to questions about the vote in Pellow.'],
    ['by what did not happen', 'The minister denied that she had met Thale last month.'],
  ])('%s', (_, text) => {
    expect(pointsTo(text)).toEqual([])
  })
})

test('A row of like happenings is told by its kind and the time it began', () => {
  const text = 'Ilse Varn flew out on Monday. It was her third visit to Karsova since March.'
  expect(referencesOf(text, 'en', TODAY)).toMatchObject([{ kind: 'visit', series: true, days: [-80, 0] }])
})

test('Without a day of its own an article still points, but to no day', () => {
  const [found] = referencesOf('It comes a week after Marchetti visited Querande.', 'en')
  expect(found).toMatchObject({
    kind: 'visit',
    names: [expect.stringContaining('marchett'), expect.stringContaining('querand')],
  })
  expect(found?.days).toBeUndefined()
})

test('What happened longer ago than the sentence says is not dated from today', () => {
  expect(
    pointsTo('Montclair left Vessaly in November 2028, two days after the Corvane bank closed.'),
  ).toEqual([{ to: 'the Corvane bank closed', days: undefined }])
})

test('A day with its year is one time', () => {
  expect(pointsTo('It says nothing since the attack in Lindow on May 3, 2030, its lawyer said.')).toEqual([
    { to: 'the attack in Lindow on May 3, 2030', days: [-383, -380] },
  ])
})

test('A line may end anywhere in a sentence', () => {
  expect(pointsTo('It comes a week\nafter Odile Marchetti visited\u00a0Querande.')).toMatchObject([
    { days: [-12, -4] },
  ])
})

test('What is kept holds the sentence as printed, and is small', () => {
  const sentence = 'Following last month’s talks in Zawra, Marchetti wrote to the port.'
  const kept = keptReferences(`The port has new boats.\n\n${sentence} Nobody answered.`, 'en', TODAY)
  expect(kept).toMatchObject([{ sentence, kind: 'talks' }])
  expect(JSON.stringify(kept).length).toBeLessThan(400)
})
