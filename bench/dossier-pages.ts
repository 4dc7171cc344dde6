/** Invented pages of many kinds of story against hand-made answers: encounters, what never was one, statements. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readDossier } from '../src/dossier/read.ts'
import { extractText } from '../src/extract/text.ts'
import type { Dossier, Encounter, Party } from '../src/model/dossier.ts'
import type { Span } from '../src/model/span.ts'
import { nameKey } from '../src/words/names.ts'
import { sentences } from '../src/words/sentences.ts'
import type { Bar } from './bar.ts'

/**
 * A page is `===== name | published`, its text, `-----` and its answers, one a line:
 * `visit occurred @ words of the telling | who A + B | head H | place P | via V | date D | optional`,
 * `maybe visit @ words` is neither wanted nor wrong, `trap @ words` must not be told as having occurred,
 * `say SPEAKER | content` with `…` for what stands between, `maybe-say` likewise.
 */
type Page = { readonly name: string; readonly published: string; readonly text: string; readonly key: Key }
type WantedEncounter = {
  readonly kind: string
  readonly status: string | undefined
  readonly at: string
  readonly fields: ReadonlyMap<string, string>
  readonly optional: boolean
}
type WantedStatement = { readonly speaker: string; readonly content: string; readonly optional: boolean }
type Key = {
  readonly encounters: readonly WantedEncounter[]
  readonly traps: readonly string[]
  readonly statements: readonly WantedStatement[]
}

const FIELDS = ['status', 'who', 'head', 'place', 'via', 'date'] as const

type PageScores = {
  wanted: number
  found: number
  right: number
  fields: Record<(typeof FIELDS)[number], [number, number]>
  traps: number
  said: [number, number]
  speaker: [number, number]
  readonly lines: string[]
}

export function measurePages(): readonly Bar[] {
  const bars: Bar[] = []
  for (const set of ['looked-at', 'kept-aside']) {
    const scores = scorePages(readPages(set))
    const precision = scores.right / (scores.found || 1)
    const recall = scores.right / scores.wanted
    const f = (200 * scores.right) / (scores.wanted + scores.found)
    console.log(
      `invented pages, ${set}: encounters F ${f.toFixed(1)}  P ${(100 * precision).toFixed(1)}  R ${(100 * recall).toFixed(1)} of ${scores.wanted}, traps hit ${scores.traps}`,
    )
    console.log(
      `  ${FIELDS.map((name) => `${name} ${scores.fields[name].join('/')}`).join('  ')}  statements ${scores.said.join('/')}  speaker ${scores.speaker.join('/')}`,
    )
    bars.push({ name: `dossier.pages-${set}`, measured: f, op: '>=', bar: 80 })
    bars.push({ name: `dossier.pages-${set}-traps`, measured: scores.traps, op: '<=', bar: 0 })
  }
  return bars
}

export function readPages(set: string): Page[] {
  const raw = readFileSync(join(import.meta.dirname, 'dossier-pages', `${set}.txt`), 'utf8')
  return raw
    .split(/^===== /m)
    .slice(1)
    .map((part) => {
      const [, name, published, body, answers] =
        /^(\S+) \| (\S+)\n([\s\S]*?)\n-----\n([\s\S]*)$/.exec(part) ?? []
      if (!answers) throw new Error(`no answers for ${part.slice(0, 40)}`)
      return { name: name!, published: published!, text: body!, key: readKey(answers, body!) }
    })
}

function readKey(answers: string, text: string): Key {
  const encounters: WantedEncounter[] = []
  const traps: string[] = []
  const statements: WantedStatement[] = []
  for (const line of answers.split('\n').filter((l) => l.trim() !== '')) {
    const [first, ...rest] = line.split(' | ')
    const said = /^(maybe-)?say (.*)$/.exec(first!)
    if (said) {
      const [from, to] = rest[0]!.split(' … ')
      const start = text.indexOf(from!)
      const end = to === undefined ? start + from!.length : text.indexOf(to, start) + to.length
      if (start < 0 || end <= start) throw new Error(`not in the text: ${line}`)
      statements.push({
        speaker: said[2]!,
        content: text.slice(start, end),
        optional: said[1] !== undefined,
      })
      continue
    }
    const [head, at] = first!.split(' @ ')
    if (!at || !text.includes(at)) throw new Error(`not in the text: ${line}`)
    if (head === 'trap') traps.push(at)
    else {
      const [kind, status] = head!.split(' ')
      encounters.push({
        kind: kind === 'maybe' ? status! : kind!,
        status: kind === 'maybe' ? undefined : status,
        at,
        fields: new Map(
          rest
            .filter((field) => field !== 'optional')
            .map((field) => [field.slice(0, field.indexOf(' ')), field.slice(field.indexOf(' ') + 1)]),
        ),
        optional: kind === 'maybe' || rest.includes('optional'),
      })
    }
  }
  return { encounters, traps, statements }
}

const family = (kind: string): string => (kind === 'talks' || kind === 'call' ? 'meeting' : kind)
const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

export function scorePages(pages: readonly Page[]): PageScores {
  const scores: PageScores = {
    wanted: 0,
    found: 0,
    right: 0,
    fields: { status: [0, 0], who: [0, 0], head: [0, 0], place: [0, 0], via: [0, 0], date: [0, 0] },
    traps: 0,
    said: [0, 0],
    speaker: [0, 0],
    lines: [],
  }
  for (const page of pages) {
    const article = extractText(page.text, { name: `${page.name}.txt` })
    const dossier = readDossier(article, sentences(article.text, article.blocks), {
      published: page.published,
    })
    scoreEncounters(page, article.text, dossier, scores)
    scoreStatements(page, article.text, dossier, scores)
  }
  return scores
}

function scoreEncounters(page: Page, text: string, dossier: Dossier, scores: PageScores): void {
  const span = (words: string): Span => {
    const start = text.indexOf(words)
    return { start, end: start + words.length }
  }
  const pairs = page.key.encounters
    .flatMap((want) => {
      const at = span(want.at)
      return dossier.encounters
        .filter((have) => family(have.kind) === family(want.kind))
        .map((have) => {
          const told = overlap(have.trigger, at) ? 4 : have.evidence.some((e) => overlap(e, at)) ? 1 : 0
          return { want, have, told, fit: told + fitOf(dossier, want, have) }
        })
    })
    .filter((pair) => pair.told > 0)
    .sort((a, b) => b.fit - a.fit)
  const taken = new Set<Encounter>()
  const found = new Map<WantedEncounter, Encounter>()
  for (const { want, have } of pairs)
    if (!taken.has(have) && !found.has(want)) {
      taken.add(have)
      found.set(want, have)
    }
  for (const want of page.key.encounters) {
    const have = found.get(want)
    if (want.optional) continue
    scores.wanted++
    const wish = `${page.name}: ${want.kind} ${want.status} @ ${want.at} ${[...want.fields].map((f) => f.join('=')).join(' ')}`
    if (!have) {
      scores.lines.push(`MISS  ${wish}`)
      continue
    }
    scores.right++
    scores.found++
    const wrong: string[] = []
    const count = (name: (typeof FIELDS)[number], is: boolean): void => {
      scores.fields[name][0] += Number(is)
      scores.fields[name][1]++
      if (!is) wrong.push(name)
    }
    count('status', want.status === have.status)
    for (const name of FIELDS)
      if (want.fields.has(name)) count(name, fits(dossier, name, want.fields.get(name)!, have))
    if (wrong.length > 0) scores.lines.push(`WRONG ${wrong} ${wish}\n      :: ${shown(dossier, text, have)}`)
  }
  for (const have of dossier.encounters) {
    const sprung = page.key.traps.find((words) => overlap(have.trigger, span(words)))
    if (sprung !== undefined) {
      if (have.status === 'occurred' || have.status === 'under-way') {
        scores.traps++
        scores.lines.push(`TRAP  ${page.name}: ${sprung} :: ${shown(dossier, text, have)}`)
      }
      continue
    }
    if (taken.has(have)) continue
    scores.found++
    scores.lines.push(`FALSE ${page.name}: ${shown(dossier, text, have)}`)
  }
}

function fitOf(dossier: Dossier, want: WantedEncounter, have: Encounter): number {
  let fit = want.status === have.status ? 0.5 : 0
  for (const name of FIELDS)
    if (want.fields.has(name) && fits(dossier, name, want.fields.get(name)!, have)) fit++
  return fit
}

function fits(dossier: Dossier, field: string, want: string, have: Encounter): boolean {
  if (field === 'date')
    return have.date !== undefined && (have.date.startsWith(want) || want.startsWith(have.date))
  if (field === 'who') {
    const parties = [have.head, have.host, ...have.travellers, ...have.participants].filter((p) => !!p)
    return want.split(' + ').every((one) => parties.some((p) => same(dossier, one, p)))
  }
  return same(dossier, want, have[field as 'head' | 'place' | 'via'])
}

const nameOf = (dossier: Dossier, party: Party): string =>
  party.actor === undefined ? party.text : dossier.actors[party.actor]!.name

function same(dossier: Dossier, want: string, have: Party | undefined): boolean {
  if (!have) return false
  const wanted = nameKey(want.replace(/^the /, ''))
  const actor = have.actor === undefined ? undefined : dossier.actors[have.actor]!
  return [have.text, ...(actor ? [actor.name, ...actor.variants] : [])].some((name) => {
    const key = nameKey(name.replace(/^the /i, ''))
    return key !== '' && (key.includes(wanted) || wanted.includes(key))
  })
}

const shown = (dossier: Dossier, text: string, e: Encounter): string =>
  `${e.kind} ${e.status} ${[...e.travellers, ...e.participants].map((p) => nameOf(dossier, p)).join(' + ')} head=${e.head ? nameOf(dossier, e.head) : '-'} host=${e.host ? nameOf(dossier, e.host) : '-'} place=${e.place?.text ?? '-'} via=${e.via?.text ?? '-'} date=${e.date ?? '-'} [${text.slice(e.trigger.start, e.trigger.end)}] "${text.slice(e.evidence[0]!.start, e.evidence[0]!.end)}"`

function scoreStatements(page: Page, text: string, dossier: Dossier, scores: PageScores): void {
  const taken = new Set<number>()
  for (const want of page.key.statements) {
    const start = text.indexOf(want.content)
    const span = { start, end: start + want.content.length }
    let best = -1
    let most = 0
    dossier.statements.forEach((s, i) => {
      if (taken.has(i)) return
      const whole = { start: s.content[0]!.start, end: s.content.at(-1)!.end }
      const fit = Math.max(iou(whole, span), ...s.content.map((c) => iou(c, span)))
      if (fit > most) {
        most = fit
        best = i
      }
    })
    if (most < 0.5) {
      if (!want.optional) {
        scores.said[1]++
        scores.lines.push(`UNSAID ${page.name}: ${want.speaker} | ${want.content}`)
      }
      continue
    }
    taken.add(best)
    if (want.optional) continue
    scores.said[0]++
    scores.said[1]++
    scores.speaker[1]++
    if (same(dossier, want.speaker, dossier.statements[best]!.speaker)) scores.speaker[0]++
    else {
      const { speaker } = dossier.statements[best]!
      scores.lines.push(
        `SPEAKER ${page.name}: ${want.speaker} | ${want.content} :: ${speaker ? nameOf(dossier, speaker) : '-'}`,
      )
    }
  }
}

const iou = (a: Span, b: Span): number =>
  Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start)) /
  (Math.max(a.end, b.end) - Math.min(a.start, b.start))
