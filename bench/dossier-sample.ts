/** The sample's English pages through extraction and dossier, held against the encounters and statements its key notes. */

import { get } from 'node:http'
import { type KeyEncounter, readKey } from '../sample/key.ts'
import type { Dossier, Encounter, Party } from '../src/model/dossier.ts'
import { clean, consider } from '../src/pipeline.ts'
import { serveSample } from '../src/sample/serve.ts'
import { nameKey } from '../src/words/names.ts'
import type { Bar } from './bar.ts'

type Page = { readonly id: string; readonly text: string; readonly dossier: Dossier }

const FAMILY: Record<string, string> = { talks: 'meeting', call: 'meeting' }
const family = (kind: string): string => FAMILY[kind] ?? kind

export type SampleScores = {
  readonly noted: number
  readonly found: number
  readonly matched: number
  /** Found in articles of stories whose encounters are all noted. */
  readonly whole: { readonly found: number; readonly matched: number }
  readonly right: Readonly<Record<'kind' | 'status' | 'place' | 'head' | 'date', readonly [number, number]>>
  readonly said: readonly [number, number]
  readonly speaker: readonly [number, number]
  /** One line for each miss or mistake. */
  readonly lines: readonly string[]
}

export async function measureSampleDossiers(): Promise<readonly Bar[]> {
  const scores = scoreSample(await samplePages())
  const recall = scores.matched / scores.noted
  const precision = scores.whole.matched / scores.whole.found
  const f = (200 * recall * precision) / (recall + precision)
  const of = ([right, all]: readonly [number, number]): string => `${right}/${all}`
  console.log(
    `the sample's English pages: encounters F ${f.toFixed(1)}, ${scores.matched} of ${scores.noted} noted; precision ${(100 * precision).toFixed(1)} % where all are noted`,
  )
  console.log(
    `  ${Object.entries(scores.right)
      .map(([name, counts]) => `${name} ${of(counts)}`)
      .join('  ')}  statements ${of(scores.said)}, speaker ${of(scores.speaker)}`,
  )
  return [{ name: 'dossier.sample-encounters', measured: f, op: '>=', bar: 80 }]
}

/** Each article's page as its outlet serves it, read as on the first visit. */
export async function samplePages(): Promise<readonly Page[]> {
  const server = await serveSample({ port: 0, now: Date.now })
  server.release()
  try {
    const pages: Page[] = []
    for (const { outlet, path, id, language } of readKey().articles) {
      if (language !== 'en') continue
      const url = `${server.origin(outlet)}${path}`
      const html = await got(server.port, new URL(url).host, path)
      if (!html) continue
      const { extracted, dossier } = consider(clean({ kind: 'page', html, url }).extracted, {
        url,
        seen: Date.now(),
      })
      pages.push({ id, text: extracted.text, dossier })
    }
    return pages
  } finally {
    await server.close()
  }
}

/** Not `fetch`, which does not let the host be named. */
function got(port: number, host: string, path: string): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    get({ port, path, headers: { host } }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve(response.statusCode === 200 ? Buffer.concat(chunks).toString('utf8') : undefined),
      )
    }).on('error', reject)
  })
}

export function scoreSample(pages: readonly Page[]): SampleScores {
  const key = readKey()
  const stories = new Map(key.articles.map(({ id, story }) => [id, story]))
  const right = { kind: [0, 0], status: [0, 0], place: [0, 0], head: [0, 0], date: [0, 0] } as Record<
    'kind' | 'status' | 'place' | 'head' | 'date',
    [number, number]
  >
  const lines: string[] = []
  const whole = { found: 0, matched: 0 }
  const said: [number, number] = [0, 0]
  const speaker: [number, number] = [0, 0]
  let noted = 0
  let found = 0
  let matched = 0
  for (const { id, text, dossier } of pages) {
    const wanted = key.encounters.filter(({ article }) => article === id)
    const pairs = wanted
      .flatMap((want) =>
        dossier.encounters.map((have) => ({ want, have, fit: likeness(dossier, want, have) })),
      )
      .filter((pair) => pair.fit > 0)
      .sort((a, b) => b.fit - a.fit)
    const wants = new Map<KeyEncounter, Encounter>()
    const haves = new Set<Encounter>()
    for (const { want, have } of pairs) {
      if (wants.has(want) || haves.has(have)) continue
      wants.set(want, have)
      haves.add(have)
    }
    noted += wanted.length
    found += dossier.encounters.length
    matched += haves.size
    if (key.storiesWithAllEncounters.includes(stories.get(id) ?? '')) {
      whole.found += dossier.encounters.length
      whole.matched += haves.size
      for (const have of dossier.encounters)
        if (!haves.has(have)) lines.push(`FALSE ${id} ${shown(dossier, text, have)}`)
    }
    for (const want of wanted) {
      const have = wants.get(want)
      const { article: _, ...fields } = want
      if (!have) {
        lines.push(`MISS  ${id} ${JSON.stringify(fields)}`)
        continue
      }
      const wrong: string[] = []
      const count = (name: keyof typeof right, is: boolean): void => {
        right[name][0] += Number(is)
        right[name][1]++
        if (!is) wrong.push(name)
      }
      count('kind', have.kind === want.kind)
      count('status', have.status === want.status)
      if (want.place) count('place', same(dossier, want.place, have.place))
      if (want.head && want.kind === 'visit') count('head', same(dossier, want.head, have.head))
      if (want.date)
        count('date', (have.date ?? '').startsWith(want.date) || want.date.startsWith(have.date ?? '-'))
      if (wrong.length > 0)
        lines.push(
          `WRONG ${wrong.join(',')} ${id} ${JSON.stringify(fields)} :: ${shown(dossier, text, have)}`,
        )
    }
    for (const want of key.statements.filter(({ article }) => article === id)) {
      said[1]++
      const at = text.indexOf(want.content)
      const have = dossier.statements.find((s) =>
        s.content.some(({ start, end }) => start < at + want.content.length && at < end),
      )
      if (at < 0 || !have) {
        lines.push(`UNSAID ${id} ${want.speaker} | ${want.content}${at < 0 ? ' (not in the text)' : ''}`)
        continue
      }
      said[0]++
      speaker[1]++
      if (same(dossier, want.speaker, have.speaker)) speaker[0]++
      else
        lines.push(
          `SPEAKER ${id} ${want.speaker} | ${want.content} :: ${have.speaker ? nameOf(dossier, have.speaker) : '-'}`,
        )
    }
  }
  return { noted, found, matched, whole, right, said, speaker, lines }
}

const nameOf = (dossier: Dossier, party: Party): string =>
  party.actor === undefined ? party.text : dossier.actors[party.actor]!.name

function same(dossier: Dossier, want: string, have: Party | undefined): boolean {
  if (!have) return false
  const names = [have.text]
  if (have.actor !== undefined) {
    const { name, variants } = dossier.actors[have.actor]!
    names.push(name, ...variants)
  }
  const keys = nameKey(want).split(' ')
  return names.some((name) => {
    const own = nameKey(name)
    return own !== '' && (nameKey(want).includes(own) || own.includes(keys.at(-1)!))
  })
}

/** How well a found encounter fits a noted one; 0 where nothing but the kind is shared. */
function likeness(dossier: Dossier, want: KeyEncounter, have: Encounter): number {
  if (family(want.kind) !== family(have.kind)) return 0
  const parties = [have.head, have.host, ...have.travellers, ...have.participants].filter(
    (p) => p !== undefined,
  )
  const told = [
    want.head,
    want.host,
    want.travellers,
    ...(want.participants?.split(/, | and /) ?? []),
  ].filter((name) => name !== undefined)
  const shared = told.filter((name) => parties.some((party) => same(dossier, name, party))).length
  const place = want.place !== undefined && same(dossier, want.place, have.place)
  const else_ = told.length === 0 && want.place === undefined
  if (shared === 0 && !place && !else_) return 0
  return (
    shared +
    Number(place) * 2 +
    Number(want.status === have.status) +
    Number(want.kind === have.kind) +
    Number(want.date !== undefined && have.date === want.date)
  )
}

const shown = (dossier: Dossier, text: string, e: Encounter): string =>
  `${e.kind} ${e.status} ${[...e.travellers, ...e.participants].map((p) => nameOf(dossier, p)).join('+')} head=${e.head ? nameOf(dossier, e.head) : '-'} host=${e.host ? nameOf(dossier, e.host) : '-'} place=${e.place?.text ?? '-'} via=${e.via?.text ?? '-'} date=${e.date ?? '-'} [${text.slice(e.trigger.start, e.trigger.end)}] "${text.slice(e.evidence[0]!.start, e.evidence[0]!.end)}"`
