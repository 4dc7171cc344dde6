import { expect, test } from 'vitest'
import { translatedSentences } from './translated-sentences.ts'

const told = (language: string, ...sentences: readonly string[]) => {
  let at = 0
  return {
    language,
    text: sentences.join(' '),
    sentences: sentences.map((sentence) => {
      const span = { start: at, end: at + sentence.length }
      at = span.end + 1
      return span
    }),
  }
}

const french = told(
  'fr',
  'Le maire de Quérande a fermé mardi matin les deux ponts de la rivière.',
  'La police avait trouvé sous le premier une bombe de 250 kilos.',
  'Trois cents habitants ont quitté leurs maisons pour la nuit, et une école du port les a reçus.',
  '« Nous avons peur de la pluie, pas de la guerre », a répondu une femme.',
)
const english = told(
  'en',
  'The mayor of Querande closed Tuesday morning the two bridges of the river.',
  'The police had found under the first a bomb of 250 kilos.',
  'Three hundred inhabitants have left their houses for the night.',
  'A school of the port received them.',
  'Our reporter had coffee.',
)

const words = (of: { readonly text: string }, { start, end }: { start: number; end: number }) =>
  of.text.slice(start, end)

test('Sentences that say the same stand beside each other, in the order of both texts', () => {
  const found = translatedSentences(english, french)
  expect(found.slice(0, 2).map((one) => [words(english, one.here), words(french, one.there)])).toEqual([
    [
      'The mayor of Querande closed Tuesday morning the two bridges of the river.',
      'Le maire de Quérande a fermé mardi matin les deux ponts de la rivière.',
    ],
    [
      'The police had found under the first a bomb of 250 kilos.',
      'La police avait trouvé sous le premier une bombe de 250 kilos.',
    ],
  ])
})

test('What both have of a sentence is named, each in its own language', () => {
  const [, second] = translatedSentences(english, french)
  expect(second?.shared.map((one) => [words(english, one.here), words(french, one.there)])).toContainEqual([
    '250',
    '250',
  ])
})

test('What only one of them says stands beside nothing', () => {
  const found = translatedSentences(english, french).map((one) => words(english, one.here))
  expect(found.some((one) => one.includes('coffee'))).toBe(false)
})

test('A sentence that the translator cut in two stands once, beside both halves', () => {
  const long = told(
    'fr',
    `${words(french, french.sentences[1]!)}`.replace('.', ',') +
      ' et le maire de Quérande a fermé mardi les deux ponts.',
  )
  const cut = told(
    'en',
    'The police had found under the first a bomb of 250 kilos.',
    'The mayor of Querande closed Tuesday the two bridges.',
  )
  const found = translatedSentences(cut, long)
  expect(found.map((one) => [words(cut, one.here), words(long, one.there)])).toEqual([[cut.text, long.text]])
})

test('Texts with nothing in common have no sentence beside another', () => {
  expect(translatedSentences(told('en', 'The cat slept.'), told('fr', 'Il pleut.'))).toEqual([])
  expect(translatedSentences(told('en'), french)).toEqual([])
})
