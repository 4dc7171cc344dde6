/** The whole journey: how right the sample's stories come out, articles read per CPU second, pages beside an import. */

import { pairwise, runSample } from '../test/sample-run.ts'
import type { Bar, Bench } from './bar.ts'
import { measurePages } from './journey/pages-beside-import.ts'
import { measureReading } from './journey/reading.ts'

export const run: Bench = async ({ data }) => [
  ...(await measureSample()),
  ...(await measureReading(data)),
  ...(await measurePages()),
]

async function measureSample(): Promise<readonly Bar[]> {
  const sample = await runSample()
  try {
    const { db } = sample.opened.context
    const rows = await db
      .selectFrom('article')
      .innerJoin('episode', 'episode.id', 'article.episode')
      .leftJoin('copy', 'copy.article', 'article.id')
      .select(['article.id', 'article.title', 'episode.id as episode', 'episode.story', 'copy.origin'])
      .execute()
    const known = rows.flatMap((row) => {
      const key = sample.byId.get(row.id)
      return key ? [{ ...row, key }] : []
    })
    const stories = pairwise(
      known,
      (row) => row.story,
      ({ key }) => key.story ?? key.episode,
    )
    const episodes = pairwise(
      known,
      (row) => row.episode,
      ({ key }) => key.episode,
    )
    const copied = known.filter(({ key }) => key.copyOf)
    const found = copied.filter(
      ({ key, origin }) => origin !== null && sample.byId.get(origin)?.id === key.copyOf?.article,
    )
    const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole)
    const figure = (value: number) => value.toFixed(3)
    console.log(`\nThe sample: ${known.length} of ${sample.key.articles.length} articles read`)
    console.log(
      `stories   P ${figure(stories.precision)}  R ${figure(stories.recall)}  F1 ${figure(stories.f1)}`,
    )
    console.log(
      `episodes  P ${figure(episodes.precision)}  R ${figure(episodes.recall)}  F1 ${figure(episodes.f1)}`,
    )
    console.log(`copies    ${found.length} of ${copied.length} on their origin`)
    return [
      {
        name: 'journey.sample-read',
        measured: share(known.length, sample.key.articles.length),
        op: '==',
        bar: 1,
      },
      { name: 'journey.sample-stories-f1', measured: stories.f1, op: '>=', bar: 0.9 },
      { name: 'journey.sample-episodes-f1', measured: episodes.f1, op: '>=', bar: 0.85 },
      { name: 'journey.sample-copies', measured: share(found.length, copied.length), op: '>=', bar: 0.9 },
    ]
  } finally {
    await sample.close()
  }
}
