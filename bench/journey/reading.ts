/** Page bytes to saved dossier, every step on: articles per second of this process's own CPU time. */

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { bringFiles, type File } from '../../src/app/bring.ts'
import { openContext } from '../../src/app/context.ts'
import { parseConfig } from '../../src/config.ts'
import { drain } from '../../src/jobs/work.ts'
import { serveSample } from '../../src/sample/serve.ts'
import { readWorld } from '../../src/sample/world.ts'
import type { Bar } from '../bar.ts'

/** Given pages read, at the most, of each set. */
const OF_EACH = 150

export async function measureReading(data: string): Promise<readonly Bar[]> {
  const pages = [...(await samplePages()), ...givenPages(data)]
  const folder = mkdtempSync(join(tmpdir(), 'reading-'))
  const config = parseConfig({ THROUGHLINE_DATA: folder })
  if ('failed' in config) throw new Error(config.failed)
  const opened = await openContext(config)
  if ('failed' in opened) throw new Error(opened.failed)
  try {
    await bringFiles(opened.context, pages)
    const before = process.cpuUsage()
    let read = 0
    let failed = 0
    await drain(opened.context, (_, reason) => {
      if (reason === undefined) read += 1
      else failed += 1
    })
    const { user, system } = process.cpuUsage(before)
    const seconds = (user + system) / 1e6
    const rate = read / seconds
    const memory = process.memoryUsage.rss() / 1e6
    console.log(`\nReading: ${read} pages in ${seconds.toFixed(1)} CPU seconds, ${failed} without text`)
    console.log(`${rate.toFixed(1)} articles per CPU second, ${memory.toFixed(0)} MB resident at the end`)
    return [{ name: 'journey.articles-per-cpu-second', measured: rate, op: '>=', bar: 50 }]
  } finally {
    await opened.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function samplePages(): Promise<readonly File[]> {
  const server = await serveSample({ port: 0, now: Date.now })
  server.release()
  try {
    const pages: File[] = []
    for (const { outlet, path, id } of readWorld().articles) {
      const { host } = new URL(server.origin(outlet))
      const bytes = await got(server.port, host, path)
      if (bytes) pages.push({ name: `${id.replace('/', '-')}.html`, bytes })
    }
    return pages
  } finally {
    await server.close()
  }
}

/** Not `fetch`, which does not let the host be named. */
function got(port: number, host: string, path: string): Promise<Uint8Array | undefined> {
  return new Promise((resolve, reject) => {
    get({ port, path, headers: { host } }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve(response.statusCode === 200 ? Buffer.concat(chunks) : undefined))
    }).on('error', reject)
  })
}

function givenPages(data: string): readonly File[] {
  const root = join(data, 'articles')
  if (!existsSync(root)) {
    console.log(`No ${root}: only the sample's own pages are read.`)
    return []
  }
  return readdirSync(root).flatMap((set) =>
    readdirSync(join(root, set))
      .filter((name) => name.endsWith('.html.gz'))
      .slice(0, OF_EACH)
      .map((name) => ({
        name: name.slice(0, -'.gz'.length),
        bytes: new Uint8Array(gunzipSync(readFileSync(join(root, set, name)))),
      })),
  )
}
