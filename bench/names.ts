/** Measures names: on news annotated in the CoNLL way, on the seed pages' cast, on pairs of spellings, and speed. */

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { resolveActors } from '../src/dossier/actors.ts'
import { findNames } from '../src/dossier/names.ts'
import type { Block } from '../src/model/article.ts'
import type { Sentence } from '../src/model/span.ts'
import { sentences } from '../src/words/sentences.ts'
import type { Bar, BenchOptions } from './bar.ts'
import { pairBars } from './name-pairs.ts'

const TYPES = { person: 'PER', organisation: 'ORG', place: 'LOC' } as const

type Text = { text: string; sentences: Sentence[]; gold: Set<string> }

/** The documents of a CoNLL-style file (`token start end tag`), their text laid out by the offsets given. */
export function readConll(file: string): Text[] {
  const documents: Text[] = []
  let text = ''
  let spans: Sentence[] = []
  let gold = new Set<string>()
  let from = -1
  let open: { start: number; end: number; type: string } | undefined
  const close = (): void => {
    if (open) gold.add(`${open.start},${open.end},${open.type}`)
    open = undefined
  }
  const endSentence = (): void => {
    close()
    if (from >= 0) spans.push({ start: from, end: text.length, block: spans.length })
    from = -1
  }
  const endDocument = (): void => {
    endSentence()
    if (spans.length > 0) documents.push({ text, sentences: spans, gold })
    text = ''
    spans = []
    gold = new Set()
  }
  let base = 0
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.startsWith('-DOCSTART-')) {
      endDocument()
      base = -1
      continue
    }
    const parts = line.split(' ')
    if (parts.length < 4) {
      endSentence()
      continue
    }
    const token = parts.slice(0, -3).join(' ')
    const [start, , tag] = parts.slice(-3) as [string, string, string]
    if (base < 0) base = Number(start)
    const gap = Number(start) - base - text.length
    if (gap > 0) text += (from < 0 ? '\n' : ' ').repeat(gap)
    else if (from < 0 && text) text += '\n'
    else if (gap < 0) text += ' '
    base = Number(start) - text.length
    if (from < 0) from = text.length
    const type = tag.slice(2)
    if (tag === 'O' || tag.startsWith('B-') || (open && open.type !== type)) close()
    const at = text.length
    text += token
    if (tag !== 'O') {
      if (open) open.end = text.length
      else open = { start: at, end: text.length, type }
    }
  }
  endDocument()
  return documents
}

export async function measureNames({ data }: BenchOptions): Promise<Bar[]> {
  const bars: Bar[] = []
  const conll = join(data, 'dossier/conllpp-2020.txt')
  if (existsSync(conll)) bars.push(...conllBars(readConll(conll)))
  else console.log(`names: no ${conll}`)
  const seeds = join(data, 'seeds/gold.json')
  if (existsSync(seeds)) bars.push(...castBars(join(data, 'seeds')))
  else console.log(`names: no ${seeds}`)
  const pairs = join(data, 'dossier/name-pairs.csv')
  if (existsSync(pairs)) bars.push(...pairBars(pairs))
  else console.log(`names: no ${pairs}`)
  return bars
}

function conllBars(documents: readonly Text[]): Bar[] {
  const tally = { PER: [0, 0, 0], LOC: [0, 0, 0], ORG: [0, 0, 0], all: [0, 0, 0] }
  const began = process.cpuUsage()
  const all = documents.map(({ text, sentences }) => findNames(text, sentences, 'en'))
  const { user, system } = process.cpuUsage(began)
  documents.forEach(({ gold }, i) => {
    const names = all[i]!.map((name) => `${name.start},${name.end},${TYPES[name.kind]}`)
    for (const key of gold) {
      const type = key.slice(key.lastIndexOf(',') + 1)
      if (type in tally) for (const row of [tally[type as 'PER'], tally.all]) row[1]!++
    }
    for (const key of names) {
      const type = key.slice(key.lastIndexOf(',') + 1) as 'PER'
      for (const row of [tally[type], tally.all]) {
        row[2]!++
        if (gold.has(key)) row[0]!++
      }
    }
  })
  console.log('names on CoNLL++ 2020    P      R      F')
  for (const [kind, [hit, there, found]] of Object.entries(tally) as [string, [number, number, number]][]) {
    const row = [hit / found, hit / there, (2 * hit) / (there + found)].map((x) =>
      (100 * x).toFixed(1).padStart(6),
    )
    console.log(`  ${kind.padEnd(20)} ${row.join(' ')}`)
  }
  const count = documents.reduce((n, d) => n + d.sentences.length, 0)
  const speed = count / ((user + system) / 1e6)
  console.log(`  ${count} sentences, ${speed.toFixed(0)} a CPU second`)
  const [hit, there, found] = tally.all as [number, number, number]
  return [
    { name: 'dossier.names-f', measured: (200 * hit) / (there + found), op: '>=', bar: 83 },
    { name: 'dossier.names-speed', measured: speed, op: '>=', bar: 1500 },
  ]
}

type Gold = {
  entities: Record<string, { surface_forms_in_seeds?: string[] }>
  documents: {
    file: string
    body: { start: number; end: number }
    entities: { start: number; end: number; type: string; text: string }[]
    persons: { name: string; entity: string; part: string }[]
  }[]
}

/** The body's paragraphs as blocks: what extraction would give for such a page. */
export function bodyBlocks(text: string, body: { start: number; end: number }): Block[] {
  const blocks: Block[] = []
  let at = body.start
  for (const gap of text.slice(body.start, body.end).matchAll(/\n\n+|$/gu)) {
    const end = body.start + gap.index
    if (end > at) blocks.push({ kind: blocks.length === 0 ? 'title' : 'paragraph', start: at, end })
    at = end + gap[0].length
  }
  return blocks
}

function castBars(folder: string): Bar[] {
  const gold = JSON.parse(readFileSync(join(folder, 'gold.json'), 'utf8')) as Gold
  let there = 0
  let hit = 0
  let found = 0
  const names = [0, 0, 0] as [number, number, number]
  for (const document of gold.documents) {
    const text = readFileSync(join(folder, document.file), 'utf8')
    const blocks = bodyBlocks(text, document.body)
    const split = sentences(text, blocks)
    const spans = findNames(text, split, 'en')
    const { actors } = resolveActors(text, split, spans, blocks, [])
    const keys = new Set(document.entities.map((e) => `${e.start},${e.end},${e.type}`))
    names[1] += keys.size
    names[2] += spans.length
    for (const name of spans) {
      if (keys.has(`${name.start},${name.end},${TYPES[name.kind]}`)) names[0]++
      else console.log(`  seeds: not in the key: ${name.kind} ${text.slice(name.start, name.end)}`)
    }
    const ours = new Set(spans.map((name) => `${name.start},${name.end},${TYPES[name.kind]}`))
    for (const e of document.entities) {
      if (!ours.has(`${e.start},${e.end},${e.type}`)) console.log(`  seeds: missed ${e.type} ${e.text}`)
    }
    const cast = actors.filter((actor) => actor.kind === 'person' && actor.part === 'story')
    const story = document.persons.filter((person) => person.part === 'story')
    const forms = (person: { name: string; entity: string }): string[] => [
      person.name,
      ...(gold.entities[person.entity]?.surface_forms_in_seeds ?? []),
    ]
    there += story.length
    found += cast.length
    for (const person of story) {
      if (cast.some((actor) => /\s/u.test(actor.name) && forms(person).includes(actor.name))) hit++
    }
  }
  const f = (200 * names[0]) / (names[1] + names[2])
  console.log(`seeds: cast ${hit} of ${there}, ${found} given; names F ${f.toFixed(1)}`)
  return [
    { name: 'dossier.cast-recall', measured: (100 * hit) / there, op: '>=', bar: 95 },
    { name: 'dossier.cast-precision', measured: (100 * hit) / found, op: '>=', bar: 90 },
  ]
}
