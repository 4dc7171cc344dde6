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
  expect(translationOf(translated, [arabic])).toMatchObject({ origin: 1, kind: 'translation' })
  expect(translationOf(translated, [arabic])?.why).toMatch(/^likely/)
})

test('The original is no translation, though it comes in later', () => {
  expect(translationOf(arabic, [translated])).toBeUndefined()
})

test('One that says nothing of it must be later and more alike', () => {
  const unsaid = { ...translated, text: translated.text.replace(/^[^.]*\. /, '') }
  expect(translationOf(unsaid, [arabic])).toMatchObject({ kind: 'translation' })
  expect(translationOf({ ...unsaid, seen: 0 }, [arabic])).toBeUndefined()
})

test('Another account of the same happening is no translation', () => {
  expect(translationOf(own, [arabic])).toBeUndefined()
  expect(translationOf({ ...own, text: `Translated. ${own.text}` }, [arabic])).toBeUndefined()
})
