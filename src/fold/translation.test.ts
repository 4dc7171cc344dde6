import { expect, test } from 'vitest'
import type { Copyable } from './copies.ts'
import { translationOf } from './translation.ts'

const article = (id: number, text: string): Copyable => ({ id, title: '', text, seen: id })

const arabic = article(
  1,
  'وصل الوزير نديم برخان إلى زراندول يوم الاثنين ومعه 48 مندوبا. واستقبله تمسين اورلوفسكي رئيس بعثة كرفاست. وقال برخان إن 320 طنا ستصل.',
)
const translated = article(
  2,
  'This page was translated automatically. The minister Nadim Barakhan arrived in Zarandol on Monday with 48 delegates. He was met by Tamsin Orlovsky, head of the Karvast mission. Barakhan said that 320 tonnes would come.',
)
const own = article(
  3,
  'Tamsin Orlovsky had tea ready in Karvast. Of 320 tonnes nobody spoke. It took 48 delegates to carry the bags of Barakhan, who came to Zarandol as Nadim always does, late on a Monday and with a cold.',
)

test('A text that says it is translated, with the same names in the same order, is a translation', () => {
  const found = translationOf(translated, [arabic])
  expect(found).toMatchObject({ copy: 2, edge: { origin: 1, kind: 'translation' } })
  expect(found?.edge.why[0]).toMatchObject({
    what: expect.stringMatching(/^\{n\} names/),
    values: { n: expect.any(Number) },
  })
  expect(found?.edge.why.map(({ what }) => what)).toContain('it says that it is translated, or from whom')
})

test('The original that comes in later is known for the origin', () => {
  expect(translationOf(arabic, [translated])).toMatchObject({ copy: 2, edge: { origin: 1 } })
})

test('One that says nothing of it must be more alike, and came out later', () => {
  const unsaid = { ...translated, text: translated.text.replace(/^[^.]*\. /, '') }
  expect(translationOf(unsaid, [arabic])).toMatchObject({ copy: 2, edge: { origin: 1 } })
  expect(translationOf({ ...unsaid, seen: 0 }, [arabic])).toMatchObject({ copy: 1, edge: { origin: 2 } })
})

test('Another account of the same happening is no translation', () => {
  expect(translationOf(own, [arabic])).toBeUndefined()
  expect(translationOf({ ...own, text: `Translated. ${own.text}` }, [arabic])).toBeUndefined()
})

const french = {
  ...article(
    4,
    'Le maire de Quérande a fermé mardi matin les deux ponts de la rivière. La police avait trouvé sous le premier une bombe de 250 kilos. Trois cents habitants ont quitté leurs maisons pour la nuit, et une école du port les a reçus. « Nous avons peur de la pluie, pas de la guerre », a répondu une femme. Le maire, Odile Brac, promet un rapport dans deux semaines.',
  ),
  language: 'fr',
}
const half = {
  ...article(
    5,
    'The mayor of Querande closed Tuesday morning the two bridges of the river. The police had found under the first a bomb of 250 kilos. Three hundred inhabitants have left their houses for the night, and a school of the port received them.',
  ),
  language: 'en',
}

test('A part of a text, translated, is told by meanings where there are few names', () => {
  expect(translationOf(half, [french])).toMatchObject({ copy: 5, edge: { origin: 4 } })
  expect(translationOf(french, [half])).toMatchObject({ copy: 5, edge: { origin: 4 } })
})

test('Who wrote the same news from the same facts did not translate', () => {
  const colleague = {
    ...half,
    text: 'A school in Querande took in three hundred people overnight. They live near two bridges over the river, where on Tuesday a wartime bomb weighing 250 kilos came to light; police want the streets empty until it is gone. Mayor Odile Brac spoke of rain.',
  }
  expect(translationOf(colleague, [french])).toBeUndefined()
})

test('Where only the start of the original can be read, the outlet that prints translations is the one that translated', () => {
  const start = { ...french, text: french.text.slice(0, french.text.indexOf('«')), seen: 9 }
  const pair = (translations: number) => translationOf({ ...half, translations }, [start])
  expect(pair(0)).toMatchObject({ copy: 4 })
  expect(pair(3)).toMatchObject({ copy: 5 })
})
