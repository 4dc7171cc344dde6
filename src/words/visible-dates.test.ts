import { describe, expect, it } from 'vitest'
import { visibleDates } from './visible-dates.ts'

describe('a date as a page prints it', () => {
  it.each([
    ['March 9, 2024', '2024-03-09'],
    ['Sat., Mar. 9th, 2024', '2024-03-09'],
    ['9 March 2024', '2024-03-09'],
    ['9. M\u00e4rz 2024', '2024-03-09'],
    ['9 mars 2024', '2024-03-09'],
    ['9 de marzo de 2024', '2024-03-09'],
    ['9 de mar\u00e7o de 2024', '2024-03-09'],
    ['9 \u043c\u0430\u0440\u0442\u0430 2024', '2024-03-09'],
    ['9 marca 2024', '2024-03-09'],
    ['9 Mart 2024', '2024-03-09'],
    ['9 \u0645\u0627\u0631\u0633 2024', '2024-03-09'],
    ['2024\u5e743\u67089\u65e5', '2024-03-09'],
    ['2024\ub144 3\uc6d4 9\uc77c', '2024-03-09'],
    ['09.03.2024', '2024-03-09'],
    ['2024/3/9', '2024-03-09'],
    ['9 \u0e21\u0e35\u0e19\u0e32\u0e04\u0e21 2567', '2024-03-09'],
  ])('%s is %s', (text, day) => {
    expect(visibleDates(text)[0]?.day).toBe(day)
  })

  it('keeps the clock beside it', () => {
    expect(visibleDates('March 9, 2024 at 4:05 p.m.')[0]?.time).toBe('16:05')
  })

  it('reads 03/04/2024 by the country, and says that it is open', () => {
    expect(visibleDates('03/04/2024', 'en-US')[0]).toMatchObject({ day: '2024-03-04', open: true })
    expect(visibleDates('03/04/2024', 'fr')[0]).toMatchObject({ day: '2024-04-03', open: true })
    expect(visibleDates('13/04/2024', 'en-US')[0]).toEqual({ day: '2024-04-13', start: 0, end: 10 })
  })

  it('is no date when the day does not exist', () => {
    expect(visibleDates('31 February 2024')).toEqual([])
    expect(visibleDates('version 1.2.2024567')).toEqual([])
  })
})
