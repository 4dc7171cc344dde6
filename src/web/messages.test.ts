import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { ar } from './messages/ar.ts'
import { he } from './messages/he.ts'

const source = join(import.meta.dirname, '..')
const used = new Set([...messagesIn(import.meta.dirname), ...reasonsIn(source), ...answersIn(source)])

describe.each([
  ['Arabic', 'ar', ar],
  ['Hebrew', 'he', he],
])('The interface in %s', (_, code, catalogue) => {
  test('has a word for every message', () => {
    expect([...used].filter((message) => !(message in catalogue))).toEqual([])
  })

  test('holds no message that nothing says any more', () => {
    expect(Object.keys(catalogue).filter((message) => !used.has(message))).toEqual([])
  })

  test('takes the values the English message takes, and no others', () => {
    const wrong = Object.entries(catalogue).filter(
      ([message, translated]) => valuesOf(message, 'en').join() !== valuesOf(translated, code).join(),
    )
    expect(wrong).toEqual([])
  })
})

/** The literal first arguments of `t` and `rich`, and what `count` makes of its nouns. */
function messagesIn(folder: string): ReadonlySet<string> {
  const found = new Set<string>()
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts') || name.endsWith('.test.ts') || name.startsWith('messages')) continue
    const text = readFileSync(join(folder, name), 'utf8')
    for (const [, quote, message] of text.matchAll(/\b(?:t|rich)\(\s*(['"`])((?:\\.|(?!\1).)*)\1/gsu))
      found.add(message!.replaceAll(`\\${quote}`, quote!))
    for (const [, one, many = `${one}s`] of text.matchAll(
      /\bcount\(\s*[^'"`]*?,\s*'([^']*)'(?:,\s*'([^']*)')?\s*,?\s*\)/gsu,
    ))
      found.add(`{n, plural, one {# ${one}} other {# ${many}}}`)
  }
  // What `count` itself is made of.
  return new Set([...found].filter((message) => !message.includes('${')))
}

/** Reasons are made below the pages, as keys with their values. */
function reasonsIn(source: string): ReadonlySet<string> {
  const read = (path: string) => readFileSync(join(source, path), 'utf8')
  const inRooms = ['fold', 'stories', 'app', 'extract', 'dossier'].flatMap((room) =>
    readdirSync(join(source, room), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map((name) => join(room, name)),
  )
  return new Set([
    ...['rank/front.ts', 'rank/taste.ts'].flatMap((path) =>
      [...read(path).matchAll(/'([a-z{][^'\n]* [^'\n]*)'/g)].map(([, message]) => message!),
    ),
    ...inRooms.flatMap((path) =>
      [...read(path).matchAll(/what: '([^']+)',\s*values|\bwhy(?: =|:) '([^']+)'/g)].map(
        ([, what, why]) => (what ?? why)!,
      ),
    ),
  ])
}

/** What sources answer and what can be done about it is said below the pages too: whole sentences in quotes. */
function answersIn(source: string): ReadonlySet<string> {
  const rooms = {
    net: ['failure', 'door', 'gate', 'exchange', 'inflate', 'redirects', 'time-span', 'imap'],
    feeds: ['front-page', 'json-feed', 'parse', 'sitemap', 'xml-feed', 'schedule'],
    app: ['refresh', 'source-health'],
  }
  return new Set(
    Object.entries(rooms).flatMap(([room, files]) =>
      files.flatMap((file) =>
        [
          ...readFileSync(join(source, room, `${file}.ts`), 'utf8').matchAll(/'([A-Z][a-z]+:? [^'\n]+)'/g),
        ].map(([, sentence]) => sentence!),
      ),
    ),
  )
}

type Part = ReturnType<IntlMessageFormat['getAst']>[number]

/** Names of the values, sorted, each once. */
function valuesOf(message: string, locale: string): readonly string[] {
  const names = new Set<string>()
  const walk = (parts: readonly Part[]) => {
    for (const part of parts) {
      if (part.type !== 0 && part.type !== 7) names.add(part.value)
      if ('options' in part) for (const { value } of Object.values(part.options)) walk(value)
    }
  }
  walk(new IntlMessageFormat(message, locale, undefined, { ignoreTag: true }).getAst())
  return [...names].sort()
}
