/** Reads attributions in brat form (source, cue, content) and scores statements against them. */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readDossier } from '../src/dossier/read.ts'
import type { Statement } from '../src/model/dossier.ts'
import type { Span } from '../src/model/span.ts'
import { sentences } from '../src/words/sentences.ts'
import { blocksOf } from './timex.ts'

export type Attributed = {
  readonly source: readonly Span[]
  readonly cue: readonly Span[]
  readonly content: readonly Span[]
}
export type AttributedDocument = {
  readonly file: string
  readonly text: string
  readonly attributions: readonly Attributed[]
}

export function readAttributions(folder: string): AttributedDocument[] {
  if (!existsSync(join(folder, 'attributions'))) return []
  return readdirSync(join(folder, 'text'))
    .sort()
    .flatMap((file) => {
      const stem = file.replace(/\.txt$/, '')
      const marks = readdirSync(join(folder, 'attributions')).find((name) => name.startsWith(stem))
      if (!marks) return []
      const text = readFileSync(join(folder, 'text', file), 'utf8')
      return [
        { file, text, attributions: parseBrat(readFileSync(join(folder, 'attributions', marks), 'utf8')) },
      ]
    })
}

function parseBrat(raw: string): Attributed[] {
  const spans = new Map<string, Span[]>()
  const events: Attributed[] = []
  for (const line of raw.split('\n')) {
    const [id, body] = line.split('\t')
    if (id?.startsWith('T')) {
      const [, ...offsets] = /^\S+ (.*)$/.exec(body!)!
      spans.set(
        id,
        offsets[0]!
          .split(';')
          .map((pair) => ({ start: Number(pair.split(' ')[0]), end: Number(pair.split(' ')[1]) })),
      )
    } else if (id?.startsWith('E')) {
      const parts = { Source: [] as Span[], Cue: [] as Span[], Content: [] as Span[] }
      for (const argument of body!.split(' ').slice(1)) {
        const [role, target] = argument.split(':')
        const key = role!.replace(/\d+$/, '') as keyof typeof parts
        parts[key]?.push(...(spans.get(target!) ?? []))
      }
      events.push({ source: parts.Source, cue: parts.Cue, content: parts.Content })
    }
  }
  return events
}

const shared = (a: readonly Span[], b: readonly Span[]): number => {
  let sum = 0
  for (const x of a)
    for (const y of b) sum += Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start))
  return sum
}
const size = (spans: readonly Span[]): number => spans.reduce((sum, span) => sum + span.end - span.start, 0)
const iou = (a: readonly Span[], b: readonly Span[]): number => {
  const both = shared(a, b)
  return both / (size(a) + size(b) - both || 1)
}

export type AttributionScores = {
  content: { tp: number; gold: number; ours: number }
  source: { tp: number; gold: number; ours: number }
  direct: { gold: number; content: number; withSource: number; speaker: number }
  sentences: number
  log: string[]
}

const OPENS = /^["“”'‘`]/
const CLOSES = /["”“'’][.,]?$/

export function scoreAttributions(documents: readonly AttributedDocument[]): AttributionScores {
  const scores: AttributionScores = {
    content: { tp: 0, gold: 0, ours: 0 },
    source: { tp: 0, gold: 0, ours: 0 },
    direct: { gold: 0, content: 0, withSource: 0, speaker: 0 },
    sentences: 0,
    log: [],
  }
  for (const document of documents) {
    const { text } = document
    const blocks = blocksOf(text)
    const cut = sentences(text, blocks)
    scores.sentences += cut.length
    const { statements } = readDossier({ title: '', text, blocks, authors: [], language: 'en' }, cut)
    const pairs: { gold: number; ours: number; overlap: number }[] = []
    document.attributions.forEach((gold, g) => {
      statements.forEach((mine, m) => {
        const overlap = iou(gold.content, mine.content)
        // Of nested attributions that share words, the one of the same speaker is the same one.
        const same = mine.speaker && shared([mine.speaker.span], gold.source) > 0 ? 0.5 : 0
        if (overlap > 0) pairs.push({ gold: g, ours: m, overlap: overlap + same })
      })
    })
    pairs.sort((a, b) => b.overlap - a.overlap)
    const match = new Map<number, Statement>()
    const used = new Set<number>()
    for (const pair of pairs) {
      if (match.has(pair.gold) || used.has(pair.ours)) continue
      match.set(pair.gold, statements[pair.ours]!)
      used.add(pair.ours)
    }
    scores.content.gold += document.attributions.length
    scores.content.ours += statements.length
    scores.content.tp += match.size
    scores.source.ours += statements.filter((s) => s.speaker).length
    const show = (spans: readonly Span[]): string =>
      spans
        .map((s) => text.slice(s.start, s.end))
        .join(' ')
        .replace(/\s+/g, ' ')
    document.attributions.forEach((gold, g) => {
      const mine = match.get(g)
      if (gold.source.length > 0) {
        scores.source.gold++
        if (mine?.speaker && shared([mine.speaker.span], gold.source) > 0) scores.source.tp++
        else if (mine)
          scores.log.push(
            `SRC ${show(gold.source)} | ours ${mine.speaker ? show([mine.speaker.span]) : '-'} | ${show(gold.cue)} | ${show(gold.content).slice(0, 90)}`,
          )
      }
      const words = show(gold.content)
      const direct = OPENS.test(words) && CLOSES.test(words)
      if (direct) {
        scores.direct.gold++
        const best = statements.reduce<Statement | undefined>(
          (top, one) =>
            iou(one.content, gold.content) > (top ? iou(top.content, gold.content) : 0) ? one : top,
          undefined,
        )
        if (best && iou(best.content, gold.content) >= 0.5) {
          scores.direct.content++
          if (gold.source.length > 0) {
            scores.direct.withSource++
            const spoken =
              best.speaker &&
              (shared([best.speaker.span], gold.source) > 0 || show(gold.source).includes(best.speaker.text))
            if (spoken) scores.direct.speaker++
          }
        } else
          scores.log.push(
            `DIRECT ${show(gold.source)} | ${show(gold.cue)} | ${words.slice(0, 160)} || ours ${mine ? show(mine.content).slice(0, 160) : '-'}`,
          )
      }
      if (!mine) scores.log.push(`MISS ${show(gold.source)} | ${show(gold.cue)} | ${words.slice(0, 160)}`)
    })
    statements.forEach((mine, m) => {
      if (!used.has(m))
        scores.log.push(
          `EXTRA ${mine.speaker?.text ?? '-'} | ${mine.cue ? show([mine.cue]) : '-'} | ${show(mine.content).slice(0, 160)}`,
        )
    })
  }
  return scores
}

export const fOf = ({ tp, gold, ours }: { tp: number; gold: number; ours: number }): number =>
  (200 * tp) / (gold + ours || 1)
