/** The gazetteer of places. */

import { describe, expect, test } from 'vitest'
import { placeOf } from './places.ts'

describe('the gazetteer', () => {
  test('knows countries by the names that news gives them', () => {
    for (const name of ['United States', 'US', 'U.S.', 'America']) expect(placeOf(name)?.country).toBe('US')
    expect(placeOf('Ivory Coast')?.country).toBe('CI')
  })
  test('puts a city in its country, on the map', () => {
    expect(placeOf('Nairobi')).toMatchObject({ kind: 'city', country: 'KE' })
    expect(placeOf('Nairobi')!.latitude).toBeCloseTo(-1.3, 0)
  })
  test('takes the largest of several cities of one name', () => {
    expect(placeOf('Paris')?.country).toBe('FR')
    expect(placeOf('Birmingham')?.country).toBe('GB')
  })
  test('knows old spellings, regions and countries in their own tongue', () => {
    expect(placeOf('Kiev')?.country).toBe('UA')
    expect(placeOf('Gaza Strip')?.country).toBe('PS')
    expect(placeOf('مصر', 'ar')?.country).toBe('EG')
    expect(placeOf('Allemagne', 'fr')?.country).toBe('DE')
    expect(placeOf('Россия', 'ru')?.country).toBe('RU')
  })
  test('does not guess', () => {
    expect(placeOf('Blorptown')).toBeUndefined()
  })
})
