import { describe, expect, it } from 'vitest'
import { agencyOf, credits } from './credits.ts'

const news = `The harbour council voted on Thursday to close the eastern quay for repairs that will last until the autumn, and
fishing boats are to move to the smaller basin behind the customs house, where the council promises new moorings by the end
of the month. The captain who speaks for the fleet called the plan hasty and said that forty crews had not been asked. The
engineer answered that the piles under the quay had been eaten away by worms and that a storm could bring it down.`

const named = (last: string): readonly string[] =>
  credits(`${news}\n${last}`)
    .filter(({ how }) => how !== 'agency')
    .map(({ name }) => name)

describe('A line of credit', () => {
  it.each([
    ['Source: The Quay Courier', 'the quay courier'],
    ['Source : Le Courrier du Port', 'le courrier du port'],
    ['Fuente: El Diario del Puerto', 'el diario del puerto'],
    ['Quelle: Hafenbote', 'hafenbote'],
    ['Источник: Вестник порта', 'вестник порта'],
    ['المصدر: صحيفة الميناء', 'صحيفة الميناء'],
    ['מקור: קול הנמל', 'קול הנמל'],
    ['This article first appeared in The Quay Courier.', 'the quay courier'],
    ['Cet article a été publié initialement dans Le Courrier du Port.', 'le courrier du port'],
    ['Publicado originalmente en El Diario del Puerto', 'el diario del puerto'],
    ['Zuerst erschienen im Hafenboten', 'hafenboten'],
    ['По материалам «Вестника порта»', 'вестника порта'],
    ['Впервые опубликовано в «Вестнике порта»', 'вестнике порта'],
    ['نقلاً عن صحيفة الميناء', 'صحيفة الميناء'],
    ['نشر المقال لأول مرة في صحيفة الميناء', 'صحيفة الميناء'],
    ['פורסם לראשונה בקול הנמל', 'קול הנמל'],
    ['(via The Quay Courier)', 'the quay courier'],
    ['Vía El Diario del Puerto', 'el diario del puerto'],
    ['через Вестник порта', 'вестник порта'],
    ['عبر صحيفة الميناء', 'صحيفة الميناء'],
    ['דרך קול הנמל', 'קול הנמל'],
    ['Source: https://www.quay.example/plan?x=1', 'quay.example'],
  ])('is read in "%s"', (line, name) => {
    expect(named(line)).toContain(name)
  })
  it('is no sentence that speaks of sources', () => {
    expect(named('Sources close to the mayor said that nothing was decided')).toEqual([])
    expect(named('The source of the river lies in the hills')).toEqual([])
  })
})

describe('The mark of an agency', () => {
  it.each([
    ['VERRIN (Reuters) - The harbour', 'reuters'],
    ['VERRIN, le 3 mars (AFP) — Le port', 'afp'],
    ['القاهرة (رويترز) - قال', 'reuters'],
    ['(ТАСС). Порт', 'tass'],
    ['VERRIN (Northwire) — The harbour', 'northwire'],
  ])('is read in "%s"', (line, name) => {
    expect(credits(`${line} ${news}`)).toContainEqual({ name, how: 'agency' })
  })
  it('is none where an agency is named in mid-text alone', () => {
    expect(credits(`${news} The minister told Reuters so. ${news}`)).toEqual([])
  })
  it('is known by the names of the agency', () => {
    expect(agencyOf('Agence France-Presse')).toBe('afp')
    expect(agencyOf('The Quay Courier')).toBeUndefined()
  })
})
