import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { firstFonts, fontCss, fontPath, wantsAllFaces } from './fonts.ts'

test('Every face the sheet names is there', () => {
  const named = [...fontCss.matchAll(/\/assets\/fonts\/([\w.-]+)/g)].map(([, file]) => file!)
  expect(named.length).toBeGreaterThan(10)
  for (const file of [...named, ...firstFonts('en', 'ar', 'he')])
    expect([file, existsSync(fontPath(file) ?? '')]).toEqual([file, true])
})

test('A page in a script of its own starts with that script’s face, another does not', () => {
  expect(firstFonts('ar', 'en')).toContain('reading-arabic.woff2')
  expect(firstFonts('en', 'he')).toContain('reading-hebrew.woff2')
  expect(firstFonts('en', 'de')).toEqual(['reading-latin.woff2', 'interface-latin.woff2'])
  expect([wantsAllFaces('en', 'de'), wantsAllFaces('ar', 'en')]).toEqual([false, true])
})
