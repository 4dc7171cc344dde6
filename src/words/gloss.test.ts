import { expect, test } from 'vitest'
import { hasMeanings, meaningOf } from './gloss.ts'
import { tokens } from './tokens.ts'

const of = (text: string, language: string) =>
  tokens(text).flatMap(({ word }) => meaningOf(word, language) ?? [])

test('One sentence has the same meanings in every language of the table', () => {
  const meant = ['police', 'arrest', 'banker', 'boat']
  const told: Record<string, string> = {
    en: 'Police arrested a banker on a boat',
    fr: 'La police a arrêté le banquier sur un bateau',
    es: 'La policía detuvo: arresto del banquero en un barco',
    de: 'Polizei: Festnahme eines Bankiers auf einem Boot',
    ru: 'Полиция задержала банкира на катере',
    ar: 'الشرطة تعتقل: اعتقال مصرفي على قارب',
    he: 'המשטרה: מעצר הבנקאי על הסירה',
  }
  for (const [language, text] of Object.entries(told))
    expect
      .soft([...new Set(of(text, language))], language)
      .toEqual(meant.map((word) => meaningOf(word, 'en')))
})

test('What is written as one with a word in Arabic and Hebrew does not hide its meaning', () => {
  expect(of('بالشرطة', 'ar')).toEqual(['police'])
  expect(of('והמשטרה', 'he')).toEqual(['police'])
})

test('A word or a language outside the table has no meaning', () => {
  expect(meaningOf('marzipan', 'en')).toBeUndefined()
  expect(meaningOf('polis', 'tr')).toBeUndefined()
  expect(hasMeanings('tr')).toBe(false)
})
