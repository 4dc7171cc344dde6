import { expect, test } from 'vitest'
import type { Actor } from '../model/dossier.ts'
import { joinActors } from './join.ts'

const actor = (kind: Actor['kind'], ...variants: string[]): Actor => ({
  kind,
  name: variants[0] as string,
  variants,
  roles: [],
  part: 'story',
})

test('A person is found again under another spelling and in another script', () => {
  const known = [
    { id: 7, kind: 'person' as const, names: ['Mikhail Dorofeyev'] },
    { id: 8, kind: 'person' as const, names: ['Selim Karam', 'Karam'] },
  ]
  expect(joinActors([actor('person', 'Mikhaïl Dorofeev'), actor('person', 'سليم كرم')], known)).toEqual([
    7, 8,
  ])
})

test('Two people with the same family name stay two', () => {
  const known = [{ id: 1, kind: 'person' as const, names: ['Hassan Masoudi', 'Masoudi'] }]
  expect(joinActors([actor('person', 'Leila Masoudi', 'Masoudi')], known)).toEqual([undefined])
})

test('A person named by one word alone is joined to nobody', () => {
  const known = [{ id: 1, kind: 'person' as const, names: ['Hassan Masoudi', 'Masoudi'] }]
  expect(joinActors([actor('person', 'Masoudi')], known)).toEqual([undefined])
})

test('A person is never joined to a place of the same name, nor two actors of a text to one', () => {
  const known = [{ id: 1, kind: 'place' as const, names: ['Saint Helena'] }]
  expect(
    joinActors(
      [actor('person', 'Saint Helena'), actor('place', 'Saint Helena'), actor('place', 'SAINT HELENA')],
      known,
    ),
  ).toEqual([undefined, 1, undefined])
})

test('A body is found by its name whatever its case and accents, not by a name that only sounds alike', () => {
  const known = [{ id: 3, kind: 'organisation' as const, names: ['Société du Port'] }]
  expect(joinActors([actor('organisation', 'SOCIETE DU PORT')], known)).toEqual([3])
  expect(joinActors([actor('organisation', 'Society the Part')], known)).toEqual([undefined])
})
