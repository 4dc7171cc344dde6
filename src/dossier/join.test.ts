import { expect, test } from 'vitest'
import type { Actor } from '../model/dossier.ts'
import { joinActors, unitedKinds } from './join.ts'

const actor = (kind: Actor['kind'], ...variants: string[]): Actor => ({
  kind,
  name: variants[0] as string,
  variants,
  roles: [],
  part: 'story',
})

const known = (id: number, kind: Actor['kind'], ...names: string[]) => ({ id, kind, names, articles: 1 })

test('A person is found again under another spelling and in another script', () => {
  const lasting = [known(7, 'person', 'Mikhail Dorofeyev'), known(8, 'person', 'Selim Karam', 'Karam')]
  expect(joinActors([actor('person', 'Mikhaïl Dorofeev'), actor('person', 'سليم كرم')], lasting)).toEqual([
    7, 8,
  ])
})

test('Two people with the same family name stay two', () => {
  const lasting = [known(1, 'person', 'Hassan Masoudi', 'Masoudi')]
  expect(joinActors([actor('person', 'Leila Masoudi', 'Masoudi')], lasting)).toEqual([undefined])
})

test('A person named by one word alone is joined to nobody', () => {
  const lasting = [known(1, 'person', 'Hassan Masoudi', 'Masoudi')]
  expect(joinActors([actor('person', 'Masoudi')], lasting)).toEqual([undefined])
})

test('What is spelled alike is one, of whatever kind it was taken to be, but no two actors of a text are', () => {
  const lasting = [known(1, 'place', 'Saint Helena')]
  expect(joinActors([actor('person', 'Saint Helena')], lasting)).toEqual([1])
  expect(joinActors([actor('place', 'Saint Helena'), actor('place', 'SAINT HELENA')], lasting)).toEqual([
    1,
    undefined,
  ])
})

test('A lone word taken for a person is the place that many articles name, if the text has no fuller name', () => {
  const orland = known(4, 'place', 'Orland')
  expect(joinActors([actor('person', 'Orland')], [{ ...orland, articles: 3 }])).toEqual([4])
  expect(joinActors([actor('person', 'Orland')], [{ ...orland, articles: 2 }])).toEqual([undefined])
  expect(joinActors([actor('person', 'Rikke Orland', 'Orland')], [{ ...orland, articles: 3 }])).toEqual([
    undefined,
  ])
})

test('A body is found by its name whatever its case and accents, not by a name that only sounds alike', () => {
  const lasting = [known(3, 'organisation', 'Société du Port')]
  expect(joinActors([actor('organisation', 'SOCIETE DU PORT')], lasting)).toEqual([3])
  expect(joinActors([actor('organisation', 'Society the Part')], lasting)).toEqual([undefined])
})

test('A place and a body of one name are one, of the same kind sooner than of the other', () => {
  const country = known(4, 'place', 'Orland')
  const state = known(5, 'organisation', 'Orland')
  expect(joinActors([actor('organisation', 'Orland')], [country])).toEqual([4])
  expect(joinActors([actor('organisation', 'Orland')], [country, state])).toEqual([5])
})

test('What one text names alike as a place and as a body is one actor under all its names', () => {
  const { united, at, mixed } = unitedKinds([
    actor('organisation', 'Orland', 'the Republic'),
    actor('person', 'Orland'),
    actor('place', 'ORLAND'),
    actor('place', 'Vessby'),
  ])
  expect(at).toEqual([0, 1, 0, 2])
  expect([...mixed]).toEqual([0])
  expect(united[0]).toMatchObject({ kind: 'organisation', variants: ['Orland', 'the Republic', 'ORLAND'] })
})

test('What the gazetteer knows is a place, however the text speaks of it first', () => {
  const { united } = unitedKinds([
    actor('organisation', 'Orland'),
    { ...actor('place', 'Orland'), country: 'OR' },
  ])
  expect(united).toMatchObject([{ kind: 'place', country: 'OR' }])
})
