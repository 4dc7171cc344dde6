/** Names across spellings and scripts. */

import { describe, expect, test } from 'vitest'
import { nameKey, sameName } from './names.ts'
import { transliterate } from './transliterate.ts'

describe('sameName', () => {
  test.each([
    ['Samir Khalidi', 'Sameer al-Khalidi'],
    ['Youssef Chahine', 'Yusuf Shahin'],
    ['Aleksandr Solovyov', 'Alexander Soloviev'],
    ['Александр Соловьёв', 'Alexander Solovyov'],
    ['RUIZ, Ana', 'Ana Ruiz'],
    ['Ana María Ruiz', 'Ana Ruiz'],
    ['JaneDoe', 'Jane Doe'],
    ['Abdul Rahman Saleh', 'Abdulrahman Saleh'],
    ['William Carver', 'Bill Carver'],
    ['Dr. Ito Haruka', 'Haruka Ito'],
    ['سمير الخالدي', 'Samir al-Khalidi'],
    ['דוד כהן', 'David Cohen'],
    ['Margaret Osei', 'Margret Osei'],
    ['F. Delgado', 'Fernanda Delgado'],
  ])('%s is %s', (a, b) => {
    expect(sameName(a, b).verdict).toBe('same')
    expect(sameName(b, a).verdict).toBe('same')
  })

  test.each([
    ['Yusuf Darwish', 'Darwish Tamer'],
    ['Bashir al-Qadi', 'Hamid al-Qadi'],
    ['Kim Min-su', 'Kim Jae-won'],
    ['Raul Castillo', 'Raul Carmona'],
    ['Anna Berg', 'Anna Holm'],
    ['Peter Muller', 'Paula Miller'],
    ['', 'Ana Ruiz'],
  ])('%s is not %s', (a, b) => {
    expect(sameName(a, b).verdict).toBe('different')
  })

  test('a family name alone is never enough', () => {
    expect(sameName('Delgado', 'Fernanda Delgado').verdict).not.toBe('same')
  })
})

describe('nameKey', () => {
  test.each([
    ['Shukriyeh', 'Shukriya', 'Shukria', 'شكرية'],
    ['Khaled Suleiman', 'Khalid Sulaiman', 'خالد سليمان', 'Халед Сулейман'],
    ['Qaddoumi', 'Kaddoumi', 'القدومي', 'al-Qaddumi'],
  ])('is one for the spellings of a name: %s', (...forms) => {
    expect(new Set(forms.map(nameKey)).size).toBe(1)
  })
  test('differs for different names', () => {
    expect(nameKey('Carmona')).not.toBe(nameKey('Delgado'))
  })
})

test('transliterate writes plain Latin', () => {
  expect(transliterate('Жанна')).toBe('zhanna')
  expect(transliterate('김')).toBe('gim')
  expect(transliterate('Ōtani')).toBe('otani')
})
