/**
 * The words of the interface in the language of whoever asks. Messages are ICU MessageFormat; the English one is the
 * key, a catalogue (`messages/ar.ts`) holds what it is in another language, and what a catalogue lacks stays English.
 */

import type { Context } from 'hono'
import { tryGetContext } from 'hono/context-storage'
import { getCookie } from 'hono/cookie'
import { html } from 'hono/html'
import { IntlMessageFormat } from 'intl-messageformat'
import { ar } from './messages/ar.ts'
import { he } from './messages/he.ts'
import { readPreferences } from './preferences.ts'

export type Html = ReturnType<typeof html>
export type Language = keyof typeof languages

export const languages = {
  en: {
    name: 'English',
    direction: 'ltr',
    locale: 'en-GB',
    catalogue: {} as Readonly<Record<string, string>>,
  },
  ar: { name: 'العربية', direction: 'rtl', locale: 'ar', catalogue: ar },
  he: { name: 'עברית', direction: 'rtl', locale: 'he', catalogue: he },
} as const

const codes = Object.keys(languages) as Language[]

/** The chosen one, else the first the browser asks for that there is, else English; English outside a request. */
export function language(): Language {
  const c = tryGetContext()
  return c ? asked(c) : 'en'
}

/** Plain text: for titles, attributes and whatever holds no markup. */
export function t(message: string, values: Readonly<Record<string, string | number>> = {}): string {
  return String(formatOf(message, language()).format(values))
}

/** What the catalogue has for a sentence that was kept in English and holds no values; the sentence itself where it has none. */
export const spoken = (sentence: string): string =>
  (languages[language()].catalogue as Readonly<Record<string, string>>)[sentence] ?? sentence

/** As `t`, with markup among the values: links, times, names set apart. */
export function rich(message: string, values: Readonly<Record<string, Html | string | number>>): Html {
  const parts = formatOf(message, language()).format<Html>(values as Record<string, Html>)
  return html`${parts}`
}

const kept = new WeakMap<Context, Language>()

function asked(c: Context): Language {
  const known = kept.get(c)
  if (known) return known
  const { language: chosen } = readPreferences((name) => getCookie(c, name))
  const found = chosen === 'auto' ? firstOf(c.req.header('accept-language')) : chosen
  kept.set(c, found)
  return found
}

/** RFC 9110, 12.5.4, without the weights: browsers list the languages in the order they are wanted. */
function firstOf(header: string | undefined): Language {
  const wanted = (header ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase())
  return codes.find((code) => code === wanted.find((one) => codes.includes(one as Language))) ?? 'en'
}

const formats = new Map<string, IntlMessageFormat>()

function formatOf(message: string, code: Language): IntlMessageFormat {
  const key = `${code} ${message}`
  const ready = formats.get(key)
  if (ready) return ready
  const { catalogue, locale } = languages[code]
  const made = new IntlMessageFormat(catalogue[message] ?? message, locale, undefined, { ignoreTag: true })
  formats.set(key, made)
  return made
}
