/** How a reader wants pages set. Kept in one cookie, so that the first paint is right and needs no script. */

export const COOKIE = 'set'

const choices = {
  theme: ['auto', 'light', 'dark', 'sepia'],
  size: ['m', 's', 'l', 'xl'],
  width: ['medium', 'narrow', 'wide'],
  face: ['serif', 'sans'],
  language: ['auto', 'en', 'ar', 'he'],
} as const

type Choices = typeof choices

export type Preferences = { readonly [K in keyof Choices]: Choices[K][number] }

/** The first of each is what a new reader gets. */
export const preferenceChoices: { readonly [K in keyof typeof choices]: readonly string[] } = choices

/** Reads `theme:dark.size:l`; anything unknown falls back. */
export function readPreferences(cookie: (name: string) => string | undefined): Preferences {
  const kept = new Map<string, string>()
  for (const part of (cookie(COOKIE) ?? '').split('.')) {
    const [key = '', value = ''] = part.split(':')
    kept.set(key, value)
  }
  return preferencesFrom((key) => kept.get(key))
}

export function preferencesFrom(given: (key: string) => string | undefined): Preferences {
  const pick = <T extends string>(key: keyof Choices, known: readonly [T, ...T[]]): T =>
    known.find((choice) => choice === given(key)) ?? known[0]
  return {
    theme: pick('theme', choices.theme),
    size: pick('size', choices.size),
    width: pick('width', choices.width),
    face: pick('face', choices.face),
    language: pick('language', choices.language),
  }
}

export const writePreferences = (preferences: Preferences): string =>
  Object.entries(preferences)
    .map(([key, value]) => `${key}:${value}`)
    .join('.')
