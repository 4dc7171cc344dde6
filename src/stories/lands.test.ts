import { expect, test } from 'vitest'
import { features } from './features.ts'
import { landCalled, landsOf } from './lands.ts'

const lands = (text: string, language = 'en') => {
  const { full, names } = features({ id: 1, title: '', text, language, seen: 0, names: [] })
  return landsOf([...full.terms, ...names.terms], new Set(names.terms), language)
}

test('Countries are told by their names, their peoples, and their cities and regions', () => {
  expect(lands('Bakers in Kenya met, and a Kenyan miller came.')).toEqual(['KE'])
  expect(lands('The choir of Nairobi sang.')).toEqual(['KE'])
  expect(lands('Frost came over the vineyards of Bavaria.')).toEqual(['DE'])
  expect(lands('Envoys of France and Peru spoke of cheese.').toSorted()).toEqual(['FR', 'PE'])
})

test('A country within a longer name is not told of', () => {
  expect(lands('Fires burn in New South Wales, said the premier.')).toEqual(['AU'])
})

test('A word that is only a name with a capital is not taken for one without', () => {
  expect(lands('She bought a reading lamp for the nice room.')).toEqual([])
})

test('Other languages call countries as they do', () => {
  expect(lands('El ministro viajó a Siria y a Egipto.', 'es').toSorted()).toEqual(['EG', 'SY'])
  expect(lands('Министр приехал из Кении. Египет ждёт.', 'ru')).toContain('EG')
  expect(landCalled('DE', 'fr')).toBe('Allemagne')
  expect(landCalled('DE', 'und')).toBe('Germany')
})
