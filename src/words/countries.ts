/** Countries by their names in many languages, out of the names that the runtime has anyway (CLDR). */

import { foldWord } from './tokens.ts'

const languages = ['en', 'ar', 'he', 'fr', 'es', 'ru', 'de', 'fa', 'tr', 'it', 'pt']

let byName: ReadonlyMap<string, string> | undefined

/** ISO 3166-1 alpha-2 of the country with this name, in any of the languages; undefined where it is none's. */
export function countryCalled(name: string): string | undefined {
  byName ??= allNames()
  return byName.get(key(name))
}

const key = (name: string): string => name.trim().split(/\s+/u).map(foldWord).join(' ')

function allNames(): ReadonlyMap<string, string> {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  // Codes in use: what CLDR has no name for is not one. The reserved ones at the ends are groups and tests.
  const codes = letters
    .flatMap((a) => letters.map((b) => a + b))
    .filter((code) => !/^(?:AA|Q[M-Z]|X.|Z.|EU|EZ|UN)$/.test(code))
  const names = new Map<string, string>()
  for (const language of languages) {
    const display = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })
    for (const code of codes) {
      const name = display.of(code)
      if (name !== undefined && !names.has(key(name))) names.set(key(name), code)
    }
  }
  return names
}
