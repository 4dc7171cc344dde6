/** Reads the checked pages, runs the dossier on each and hands the predictions to their own scorer. */

import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deriveWindow } from '../src/dossier/publication.ts'
import { readDossier } from '../src/dossier/read.ts'
import { extractText } from '../src/extract/text.ts'
import type { DateClaim } from '../src/model/article.ts'
import type { Dossier } from '../src/model/dossier.ts'
import type { Span } from '../src/model/span.ts'
import { sentences } from '../src/words/sentences.ts'

/** A page is always seen some day; this one is later than every page of the set. */
const SEEN = new Date().toISOString()

type Gold = {
  documents: { file: string; publication_date: { best: string; earliest: string; latest: string } }[]
}

export type ReadPage = {
  readonly file: string
  readonly text: string
  readonly sentences: number
  readonly dossier: Dossier
  readonly window: DateClaim | undefined
  readonly gold: { best: string; earliest: string; latest: string }
  /** From a span of the extracted text to the file's offsets; undefined where it has no words of the file. */
  readonly place: (span: Span) => Span | undefined
}

export function readSeeds(folder: string): ReadPage[] {
  const key = join(folder, 'gold.json')
  if (!existsSync(key)) return []
  const { documents } = JSON.parse(readFileSync(key, 'utf8')) as Gold
  return documents.map(({ file, publication_date: gold }) => {
    const raw = readFileSync(join(folder, file), 'utf8')
    const article = extractText(raw, { name: file })
    const cut = sentences(article.text, article.blocks)
    const dossier = readDossier(article, cut, { published: gold.best })
    return {
      file,
      text: article.text,
      sentences: cut.length,
      dossier,
      window: deriveWindow(article, cut, { seen: SEEN }),
      gold,
      place: aligned(article.text, raw),
    }
  })
}

/** Both texts hold the same words in nearly the same order: each word is sought from where the last was found. */
function aligned(text: string, raw: string): (span: Span) => Span | undefined {
  const at = new Int32Array(text.length).fill(-1)
  let from = 0
  for (const block of text.matchAll(/[^\n]+/g)) {
    const words = [...block[0].matchAll(/\S+/g)]
    // A heading may stand before what precedes it in the file: seek the block's opening words anywhere.
    const opening = block[0].slice(0, 60)
    const near = raw.indexOf(opening, from)
    let cursor = near >= 0 ? near : Math.max(0, raw.indexOf(opening))
    for (const word of words) {
      const hit = raw.indexOf(word[0], cursor)
      if (hit < 0 || hit > cursor + 400) continue
      for (let i = 0; i < word[0].length; i++) at[block.index + word.index + i] = hit + i
      cursor = hit + word[0].length
    }
    if (near >= 0) from = cursor
  }
  return ({ start, end }) => {
    let first = start
    let last = end - 1
    while (first < end && at[first]! < 0) first++
    while (last >= first && at[last]! < 0) last--
    return last < first ? undefined : { start: at[first]!, end: at[last]! + 1 }
  }
}

const KINDS: Record<string, string> = { talks: 'meeting', call: 'meeting' }
const TYPES: Record<string, string> = { person: 'PER', organisation: 'ORG', place: 'LOC' }

export function predictions(pages: readonly ReadPage[]): unknown {
  return {
    documents: pages.map(({ file, gold, dossier, place, text }) => ({
      file,
      publicationDate: gold.best,
      persons: dossier.actors
        .filter((a) => a.kind === 'person' && a.part === 'story')
        .map((a) => ({ name: a.name })),
      entities: dossier.mentions
        .filter((m) => m.form === 'name' || m.form === 'short')
        .flatMap((m) => {
          const span = place(m)
          return span ? [{ ...span, type: TYPES[dossier.actors[m.actor]!.kind] }] : []
        }),
      events: dossier.encounters.flatMap((e) => {
        const span = place(e.trigger)
        if (!span) return []
        const said = (p: { text: string; actor?: number } | undefined) =>
          p && (p.actor === undefined ? p.text : dossier.actors[p.actor]!.name)
        return [
          {
            type: KINDS[e.kind] ?? e.kind,
            status: e.status,
            ...span,
            destination: e.place?.text,
            head: said(e.head),
            via: e.via?.text,
            participants: e.participants.map(said),
            date: e.date,
          },
        ]
      }),
      statements: dossier.statements.flatMap((s) => {
        const speaker =
          s.speaker &&
          (s.speaker.actor === undefined ? s.speaker.text : dossier.actors[s.speaker.actor]!.name)
        // The form has one span a statement: parts that a full stop parts are given one by one.
        return s.content.flatMap((part) => {
          const span = place(part)
          return span && text.slice(part.start, part.end).trim()
            ? [{ ...span, speaker, kind: s.kind === 'reported' ? 'indirect' : s.kind }]
            : []
        })
      }),
    })),
  }
}

export type SeedScores = { readonly output: string; readonly figures: ReadonlyMap<string, number> }

/** Runs the folder's `score.mjs` on what was read, and reads its lines. */
export function scoreSeeds(folder: string, pages: readonly ReadPage[]): SeedScores {
  const work = mkdtempSync(join(tmpdir(), 'seeds-'))
  const file = join(work, 'predictions.json')
  writeFileSync(file, JSON.stringify(predictions(pages)))
  const { stdout } = spawnSync(process.execPath, [join(folder, 'score.mjs'), file], { encoding: 'utf8' })
  rmSync(work, { recursive: true })
  const figures = new Map<string, number>()
  for (const line of stdout.split('\n')) {
    const name = /^(\w+)/.exec(line)?.[1]
    if (!name) continue
    for (const [, key, value] of line.matchAll(/\b([PRF]): ([\d.]+)/g))
      figures.set(`${name}.${key}`, Number(value))
    for (const [, key, hit, of] of line.matchAll(
      /(destination|head|via|participants|date|status|speaker|window) (\d+)\/(\d+)/g,
    ))
      figures.set(`${name}.${key}`, (100 * Number(hit)) / Number(of))
    const traps = /^traps hit +(\d+)/.exec(line)
    if (traps) figures.set('traps', Number(traps[1]))
  }
  return { output: stdout, figures }
}
