/** The dossier against checked pages, dated news and attributed news: names, dates, statements, encounters, speed. */

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fOf, readAttributions, scoreAttributions } from './attributions.ts'
import type { Bar, Bench } from './bar.ts'
import { measurePages } from './dossier-pages.ts'
import { measureSampleDossiers } from './dossier-sample.ts'
import { measureNames } from './names.ts'
import { readSeeds, scoreSeeds } from './seeds.ts'
import { chronos, ours, readTimeml, scoreTimex } from './timex.ts'

const least = (name: string, measured: number, bar: number): Bar => ({
  name: `dossier.${name}`,
  measured,
  op: '>=',
  bar,
})

export const run: Bench = async (options) => [
  ...(await measureNames(options)),
  ...measureDates(options.data),
  ...measureAttributions(options.data),
  ...measureSeeds(options.data),
  ...measurePages(),
  ...(await measureSampleDossiers()),
]

function measureDates(data: string): Bar[] {
  const bars: Bar[] = []
  for (const [set, tuned] of [
    ['AQUAINT', true],
    ['TimeBank', false],
  ] as const) {
    const documents = readTimeml(join(data, 'dossier/timeml', set))
    if (documents.length === 0) {
      console.log(`dates: no ${set} under ${data}/dossier/timeml`)
      continue
    }
    const mine = scoreTimex(documents, ours)
    const theirs = scoreTimex(documents, chronos)
    console.log(
      `dates, DATE and TIME values, ${set}${tuned ? ' (tuned on)' : ' (not tuned on)'}, ${documents.length} documents`,
    )
    for (const [who, { F, P, R }] of [
      ['ours', mine],
      ['chrono-node', theirs],
    ] as const) {
      console.log(`  ${who.padEnd(12)} F ${F.toFixed(1)}  P ${P.toFixed(1)}  R ${R.toFixed(1)}`)
    }
    if (!tuned) bars.push(least('dates', mine.F, 88))
  }
  return bars
}

function measureAttributions(data: string): Bar[] {
  const documents = readAttributions(join(data, 'dossier/polnear-dev'))
  if (documents.length === 0) {
    console.log(`attributions: nothing under ${data}/dossier/polnear-dev`)
    return []
  }
  scoreAttributions(documents.slice(0, 10))
  const before = process.cpuUsage()
  const scores = scoreAttributions(documents)
  const { user, system } = process.cpuUsage(before)
  const { direct } = scores
  const content = (100 * direct.content) / direct.gold
  const speaker = (100 * direct.speaker) / direct.withSource
  const rate = scores.sentences / ((user + system) / 1e6)
  console.log(
    `attributions, ${documents.length} documents: content F ${fOf(scores.content).toFixed(1)}, source F ${fOf(scores.source).toFixed(1)}`,
  )
  console.log(
    `  direct quotes: content ${content.toFixed(1)} %, speaker ${speaker.toFixed(1)} % of ${direct.gold}`,
  )
  console.log(
    `  whole dossier step: ${Math.round(rate)} sentences per CPU second (${scores.sentences} sentences, scoring included)`,
  )
  return [
    least('quote-content', content, 92),
    least('quote-speaker', speaker, 85),
    least('attribution-content', fOf(scores.content), 75),
    least('attribution-source', fOf(scores.source), 75),
    least('speed', rate, 1500),
  ]
}

function measureSeeds(data: string): Bar[] {
  const folder = join(data, 'seeds')
  if (!existsSync(join(folder, 'gold.json'))) {
    console.log(`checked pages: nothing under ${folder}`)
    return []
  }
  const pages = readSeeds(folder)
  const { output, figures } = scoreSeeds(folder, pages)
  console.log(`checked pages, with the article's day given\n${output.trimEnd()}`)
  const windows = pages.filter((page) => page.window)
  const inside = windows.filter(
    ({ window, gold }) => window!.earliest <= gold.best && gold.best <= window!.latest,
  )
  const bare = windows.filter(({ window }) => !window!.evidence.some((e) => e.span))
  console.log(
    `windows given: ${windows.length} of ${pages.length}, the true day inside ${inside.length}, without a sentence ${bare.length}`,
  )
  for (const { file, window } of windows) console.log(`  ${file}: ${window!.earliest} to ${window!.latest}`)
  const figure = (name: string): number => figures.get(name) ?? 0
  return [
    least('encounters', figure('events.F'), 90),
    least('encounter-destination', figure('events.destination'), 95),
    least('encounter-head', figure('events.head'), 90),
    least('encounter-date', figure('events.date'), 95),
    least('encounter-status', figure('events.status'), 95),
    least('statement-content', figure('statements.R'), 85),
    least('statement-speaker', figure('statements.speaker'), 90),
    { name: 'dossier.windows-wrong', measured: windows.length - inside.length, op: '<=', bar: 0 },
    { name: 'dossier.windows-bare', measured: bare.length, op: '<=', bar: 0 },
    { name: 'dossier.traps', measured: figure('traps'), op: '<=', bar: 0 },
  ]
}
