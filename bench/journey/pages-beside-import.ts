/** How fast pages answer while 1,000 articles are imported beside them, on the same machine. */

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inventedTexts } from '../../test/kill/texts.ts'
import type { Bar } from '../bar.ts'

const ARTICLES = 1_000
const main = join(import.meta.dirname, '../../src/main.ts')

export async function measurePages(): Promise<readonly Bar[]> {
  const folder = mkdtempSync(join(tmpdir(), 'pages-'))
  const files = join(folder, 'files')
  mkdirSync(files)
  for (const [at, text] of inventedTexts(ARTICLES).entries())
    writeFileSync(join(files, `${10_000 + at}.txt`), text)
  const env = {
    ...process.env,
    THROUGHLINE_DATA: join(folder, 'data'),
    THROUGHLINE_PORT: '0',
    THROUGHLINE_SAMPLE: 'off',
  }
  const run = (...args: string[]) =>
    spawn(process.execPath, ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', main, ...args], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
  const reader = run('serve')
  try {
    const base = await addressOf(reader)
    const importing = run('import', files)
    const ended = once(importing, 'exit')
    let done = false
    void ended.then(() => {
      done = true
    })
    const times: number[] = []
    const paths = ['/', '/story/1', '/article/1', '/search?q=harbour', '/sources']
    for (let n = 0; !done; n += 1) {
      const started = performance.now()
      const response = await fetch(base + paths[n % paths.length])
      await response.arrayBuffer()
      if (response.ok) times.push(performance.now() - started)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    times.sort((a, b) => a - b)
    const at = (share: number) =>
      times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN
    console.log(`\nPages while ${ARTICLES} articles are imported: ${times.length} answers`)
    console.log(`median ${at(0.5).toFixed(1)} ms, 95th percentile ${at(0.95).toFixed(1)} ms`)
    return [{ name: 'journey.page-median-ms-during-import', measured: at(0.5), op: '<=', bar: 50 }]
  } finally {
    reader.kill()
    await once(reader, 'exit')
    rmSync(folder, { recursive: true, force: true })
  }
}

async function addressOf(reader: ChildProcess): Promise<string> {
  let said = ''
  for await (const chunk of reader.stdout ?? []) {
    said += chunk
    const address = /http:\/\/\S+/.exec(said)
    if (address) return address[0]
  }
  throw new Error(`The reader ended without giving its address: ${said}`)
}
