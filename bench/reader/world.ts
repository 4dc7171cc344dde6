/** A generated store of any size: stories of very uneven length over five years, common and rare words and names. */

import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { openStore } from '../../src/store/open.ts'
import type { Features } from '../../src/stories/features.ts'
import { skeleton } from '../../src/words/names.ts'

const migrations = join(import.meta.dirname, '../../src/store/migrations')

const YEARS = 5 * 365 * 86_400_000
export const worldNow = Date.parse('2026-03-20T12:00:00Z')
/** Part of the file's name: a world made by an older recipe, or with other tables, is not used again. */
const recipe = createHash('sha256')
for (const file of readdirSync(migrations).sort()) recipe.update(readFileSync(join(migrations, file)))
recipe.update(readFileSync(import.meta.filename))
const RECIPE = recipe.digest('hex').slice(0, 8)
const VOCABULARY = 40_000
const WORDS = 110

export type World = {
  readonly file: string
  readonly stories: number
  readonly actors: number
  readonly common: readonly string[]
  readonly rare: readonly string[]
  /** When the middle one of the articles came out. */
  readonly middle: number
}

/** Made once and kept in the machine's temporary folder; a million articles take some minutes and 4 GB. */
export async function readerWorld(articles: number): Promise<World> {
  const file = join(tmpdir(), `throughline-reader-${RECIPE}-${articles}.sqlite`)
  if (!existsSync(file)) {
    const making = `${file}.making`
    for (const end of ['', '-wal', '-shm']) rmSync(`${making}${end}`, { force: true })
    const store = await openStore(making)
    if ('failed' in store) throw new Error(store.failed)
    await store.close()
    const database = new DatabaseSync(making)
    fill(database, articles)
    database.close()
    renameSync(making, file)
  }
  const database = new DatabaseSync(file, { readOnly: true })
  const count = (table: string) =>
    Number(Object.values(database.prepare(`select count(*) from ${table}`).get()!)[0])
  const world = {
    file,
    stories: count('story'),
    actors: count('actor'),
    common: [0, 1, 2, 5].map(wordOf),
    rare: [9_000, 20_000, 39_000].map(wordOf),
    middle: Number(
      Object.values(
        database.prepare('select published from article where id = ?').get(Math.floor(articles / 2))!,
      )[0],
    ),
  }
  database.close()
  return world
}

/** mulberry32: the same world on every machine. */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const syllables = [
  'ka',
  'lo',
  'mi',
  'tra',
  'ven',
  'sor',
  'dul',
  'pe',
  'gan',
  'rit',
  'hol',
  'zen',
  'bar',
  'qui',
  'os',
  'tem',
]

function wordOf(index: number): string {
  let word = ''
  for (let rest = index + 16; rest > 0; rest = Math.floor(rest / 16)) word += syllables[rest % 16]
  return word
}

function fill(database: DatabaseSync, articles: number): void {
  const random = dice(7)
  /** Zipf-like: the first of n far more often than the last. */
  const skewed = (n: number) => Math.floor(n ** random()) - 1
  database.exec('pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -400000; begin')
  const outlets = Math.max(20, Math.floor(articles / 500))
  const outlet = database.prepare('insert into outlet (domain, name, home, sample) values (?, ?, null, 0)')
  const source = database.prepare(
    "insert into source (outlet, kind, url, title, state, next_check, last_checked, last_answer, failures, sample, added) values (?, 'feed', ?, ?, 'active', 0, 1, '200, 12 items', 0, 0, 0)",
  )
  for (let n = 1; n <= outlets; n += 1) {
    outlet.run(`outlet${n}.example`, `The ${wordOf(n + 3000)} Post`)
    source.run(n, `https://outlet${n}.example/feed`, `The ${wordOf(n + 3000)} Post`)
  }
  const actors = Math.max(200, Math.floor(articles / 5))
  const actor = database.prepare('insert into actor (kind, name) values (?, ?)')
  const actorName = database.prepare('insert into actor_name (actor, name, key) values (?, ?, ?)')
  for (let n = 1; n <= actors; n += 1) {
    const name = `${wordOf(n % 4000)} ${wordOf(n + 5000)}`
    actor.run(['person', 'organisation', 'place'][n % 3]!, name)
    actorName.run(n, name, name)
  }
  const times = new Float64Array(articles)
  const storyOf = new Int32Array(articles)
  const episodeOf = new Int32Array(articles)
  const story = database.prepare(
    'insert into story (title, opened, changed, merged_into, sample) values (?, ?, ?, null, 0)',
  )
  const episode = database.prepare('insert into episode (story, opened, sample) values (?, ?, 0)')
  let made = 0
  for (let id = 1, episodes = 0; made < articles; id += 1) {
    const size = Math.min(articles - made, id === 1 ? 3000 : Math.min(5000, Math.floor(1 / random() ** 0.95)))
    const start = worldNow - YEARS * random()
    const length = Math.min(worldNow - start, 86_400_000 * size * 2)
    const own = Array.from({ length: size }, () => start + length * random()).sort((a, b) => a - b)
    story.run(`${wordOf(skewed(VOCABULARY))} ${wordOf(skewed(VOCABULARY))} story ${id}`, own[0]!, own.at(-1)!)
    for (const [index, time] of own.entries()) {
      if (index % 12 === 0) {
        episode.run(id, Math.floor(time))
        episodes += 1
      }
      times[made] = Math.floor(time)
      storyOf[made] = id
      episodeOf[made] = episodes
      made += 1
    }
  }
  const order = Uint32Array.from({ length: articles }, (_, n) => n).sort((a, b) => times[a]! - times[b]!)
  const article = database.prepare(
    "insert into article (url, outlet, version, title, language, direction, access, confidence, published, dated, first_seen, episode, lead, words, sample) values (?, ?, 1, ?, ?, 'ltr', 'free', 0.9, ?, 1, ?, ?, ?, ?, 0)",
  )
  const version = database.prepare(
    "insert into version (article, number, title, text, blocks, marks, sentences, authors, about, hash, made) values (?, 1, ?, ?, ?, '[]', ?, '[]', '{}', ?, ?)",
  )
  const trace = database.prepare('insert into trace (article, fingerprint, features) values (?, ?, ?)')
  const nameOf = database.prepare('select name from actor where id = ?')
  const search = database.prepare('insert into search (rowid, title, text) values (?, ?, ?)')
  const mention = database.prepare(
    "insert or ignore into mention (article, version, actor, form, part, start, \"end\") values (?, 1, ?, 'name', 'story', ?, ?)",
  )
  const role = database.prepare(
    "insert into role (actor, article, version, title, tense, start, \"end\") values (?, ?, 1, 'minister', 'current', 0, 20)",
  )
  const statement = database.prepare(
    "insert into statement (article, version, kind, polarity, speaker, record) values (?, 1, 'direct', 'said', ?, ?)",
  )
  const encounter = database.prepare(
    "insert into encounter (article, version, kind, status, day, date, record) values (?, 1, 'visit', 'occurred', ?, ?, ?)",
  )
  const party = database.prepare(
    'insert or ignore into encounter_party (encounter, part, actor) values (?, ?, ?)',
  )
  const figure = database.prepare(
    'insert into figure (article, version, value, "of", record) values (?, 1, ?, ?, ?)',
  )
  const copy = database.prepare(
    "insert into copy (article, origin, kind, containment, confidence, why, passages) values (?, ?, 'wire', 0.9, 0.9, 'same words', '[]')",
  )
  const last = new Map<number, number>()
  for (const [index, at] of order.entries()) {
    const id = index + 1
    const time = times[at]!
    const words = Array.from({ length: WORDS }, () => wordOf(skewed(VOCABULARY)))
    const title = words.slice(0, 8).join(' ')
    const text = `${title}\n\n${words.slice(8).join(' ')}.`
    const body = { start: title.length + 2, end: text.length }
    const here = episodeOf[at]!
    article.run(
      `https://outlet.example/${id}`,
      1 + skewed(outlets),
      title,
      ['en', 'en', 'ar', 'fr', 'he'][id % 5]!,
      time,
      time,
      here,
      text.slice(body.start, body.start + 250),
      WORDS,
    )
    version.run(
      id,
      title,
      text,
      JSON.stringify([
        { kind: 'title', start: 0, end: title.length },
        { kind: 'paragraph', ...body },
      ]),
      JSON.stringify([
        { start: 0, end: title.length, block: 0 },
        { ...body, block: 1 },
      ]),
      `h${id}`,
      time,
    )
    search.run(id, title, text)
    const named = Array.from({ length: 8 }, () => 1 + skewed(actors))
    for (const [n, who] of named.entries()) mention.run(id, who, body.start + n * 10, body.start + n * 10 + 8)
    const cast = named.map((who) => String(nameOf.get(who)!.name))
    const own = { id, language: ['en', 'en', 'ar', 'fr', 'he'][id % 5]!, time, title, words, cast }
    trace.run(id, new Uint8Array(400), JSON.stringify(featuresOf(own)))
    const span = JSON.stringify(body)
    if (id % 2 === 0) role.run(named[0]!, id)
    statement.run(
      id,
      named[0]!,
      `{"kind":"direct","polarity":"said","speaker":{"span":${span},"text":"x","actor":${named[0]}},"content":[${span}],"evidence":[${span}]}`,
    )
    if (id % 3 === 0) {
      const day = new Date(time).toISOString().slice(0, 10)
      const made = encounter.run(
        id,
        day,
        day,
        `{"kind":"visit","status":"occurred","trigger":${span},"travellers":[{"span":${span},"text":"x","actor":${named[1]}}],"participants":[],"topics":[],"date":"${day}","evidence":[${span}]}`,
      )
      party.run(made.lastInsertRowid, 'traveller', named[1]!)
      party.run(made.lastInsertRowid, 'place', named[2]!)
    }
    figure.run(
      id,
      id % 17,
      'wounded',
      `{"span":${span},"value":${id % 17},"bound":"exact","of":"wounded","evidence":${span}}`,
    )
    const before = last.get(here)
    if (id % 4 === 0 && before) copy.run(id, before)
    else last.set(here, id)
    if (id % 20_000 === 0) database.exec('commit; begin')
  }
  lists(database, articles)
  database.exec('commit; analyze')
}

/** As long as those of real articles, about two kilobytes. */
function featuresOf(of: {
  readonly id: number
  readonly language: string
  readonly time: number
  readonly title: string
  readonly words: readonly string[]
  readonly cast: readonly string[]
}): Features {
  const bag = (terms: readonly string[]) => ({ terms, weights: terms.map((_, n) => 1 / (n + 1)) })
  return {
    id: of.id,
    language: of.language,
    time: of.time,
    dated: true,
    headline: of.title,
    title: bag(of.words.slice(0, 8)),
    full: bag([...new Set(of.words)].slice(0, 70)),
    names: bag([...new Set([...of.cast, ...of.cast.flatMap((name) => name.split(' '))])]),
    numbers: [],
    slots: [],
    cast: of.cast,
    whole: true,
    sounds: [...new Set(of.cast.flatMap((name) => name.split(' ').map(skeleton)))],
  }
}

/** What one reader did: the newest fiftieth read, some starred and tagged, a hundred sources in a folder, rules, picks. */
function lists(database: DatabaseSync, articles: number): void {
  const entry = '{"guid":"x","title":"x","authors":[],"categories":[],"enclosures":[]}'
  const item = database.prepare(
    'insert into item (source, guid, url, title, entry, first_seen, article, filed) select outlet, url, url, title, ?, first_seen, id, published from article where id = ?',
  )
  const reading = database.prepare(
    'insert into reading (reader, article, "read", starred, read_act, starred_act, changed) values (1, ?, ?, ?, ?, ?, 0)',
  )
  const tag = database.prepare("insert into tag (reader, name, article, at) values (1, 'later', ?, ?)")
  for (let id = 1; id <= articles; id += 1) {
    item.run(entry, id)
    if (id <= articles - articles / 50) continue
    const at = worldNow - (articles - id) * 1000
    reading.run(id, at, id % 9 === 0 ? at : null, at, at)
    if (id % 11 === 0) tag.run(id, at)
  }
  database.exec("update source set folder = 'News' where id <= 100")
  const pick = database.prepare(
    "insert into pick (kind, story, note, made) values ('pick', ?, 'worth it', ?)",
  )
  for (let n = 1; n <= 60; n += 1) pick.run(n, worldNow)
}
