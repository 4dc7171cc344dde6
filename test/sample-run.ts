/** Runs the living sample through the whole journey, over real sockets, into a store of its own. */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type KeyArticle, readKey, type SampleKey } from '../sample/key.ts'
import { type Opened, openContext } from '../src/app/context.ts'
import { addSample } from '../src/app/sample.ts'
import { type Config, parseConfig } from '../src/config.ts'
import { drain } from '../src/jobs/work.ts'
import { type SampleServer, serveSample } from '../src/sample/serve.ts'

export type SampleRun = {
  readonly opened: Opened
  readonly server: SampleServer
  readonly key: SampleKey
  readonly failed: readonly string[]
  /** The key's article behind each article of the store. */
  readonly byId: ReadonlyMap<number, KeyArticle>
  readonly close: () => Promise<void>
}

/** A configuration with a folder of its own, allowed to fetch from the sample's sites. */
export function sampleConfig(port: number, folder = mkdtempSync(join(tmpdir(), 'sample-'))): Config {
  const config = parseConfig({
    THROUGHLINE_DATA: folder,
    THROUGHLINE_ALLOW_HOSTS: `*.sample.localhost:${port}`,
  })
  if ('failed' in config) throw new Error(config.failed)
  return config
}

/** Everything the sample will ever publish is out from the start. */
export async function runSample(): Promise<SampleRun> {
  const server = await serveSample({ port: 0, now: Date.now })
  server.release()
  const config = sampleConfig(server.port)
  const opened = await openContext(config)
  if ('failed' in opened) throw new Error(opened.failed)
  const failed = [
    ...(await addSample(
      opened.context,
      server.sources.map(({ url }) => url),
    )),
  ]
  await drain(opened.context, (job, reason) => {
    if (reason !== undefined) failed.push(`${job.key}: ${reason}`)
  })
  const key = readKey()
  const byUrl = new Map(
    key.articles.map((article) => [`${server.origin(article.outlet)}${article.path}`, article]),
  )
  const rows = await opened.context.db.selectFrom('article').select(['id', 'url']).execute()
  const byId = new Map(
    rows.flatMap(({ id, url }) => (byUrl.has(url) ? [[id, byUrl.get(url) as KeyArticle]] : [])),
  )
  return {
    opened,
    server,
    key,
    failed,
    byId,
    close: async () => {
      await opened.close()
      await server.close()
      rmSync(config.folder, { recursive: true, force: true })
    },
  }
}

/** Pairs put together: of all pairs formed, of all pairs that belong together, and their harmonic mean. */
export function pairwise<T>(
  items: readonly T[],
  formed: (item: T) => unknown,
  belongs: (item: T) => unknown,
) {
  let both = 0
  let made = 0
  let meant = 0
  for (const [at, a] of items.entries()) {
    for (const b of items.slice(at + 1)) {
      const together = formed(a) === formed(b)
      const should = belongs(a) === belongs(b)
      if (together) made += 1
      if (should) meant += 1
      if (together && should) both += 1
    }
  }
  const precision = made === 0 ? 1 : both / made
  const recall = meant === 0 ? 1 : both / meant
  return { precision, recall, f1: both === 0 ? 0 : (2 * precision * recall) / (precision + recall) }
}
