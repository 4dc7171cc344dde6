import { expect, test } from 'vitest'
import { countryCalled } from './countries.ts'

test.each([
  ['Switzerland', 'CH'],
  ['suisse', 'CH'],
  ['مصر', 'EG'],
  ['צרפת', 'FR'],
  ['Port Callan', undefined],
  ['', undefined],
])('%s is %s', (name, code) => {
  expect(countryCalled(name)).toBe(code)
})
