/** Killed at any moment of an import or a refresh, the reader comes to the state an undisturbed run comes to. */

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type SampleServer, serveSample } from '../../src/sample/serve.ts'
import { brokenInvariants, dumpStore } from './dump.ts'
import { inventedTexts } from './texts.ts'

const main = join(import.meta.dirname, '../../src/main.ts')
const root = mkdtempSync(join(tmpdir(), 'kill-'))
/** The sample lives by the clock; here it stands still, so that every run is given the same. */
const now = Date.now()
let server: SampleServer
beforeAll(async () => {
  server = await serveSample({ port: 0, now: () => now })
})
afterAll(async () => {
  await server.close()
  rmSync(root, { recursive: true, force: true })
})

function run(folder: string, ...args: string[]): ChildProcess {
  return spawn(process.execPath, ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', main, ...args], {
    env: {
      ...process.env,
      THROUGHLINE_DATA: folder,
      THROUGHLINE_ALLOW_HOSTS: `*.sample.localhost:${server.port}`,
    },
    stdio: 'ignore',
  })
}

async function runToEnd(folder: string, ...args: string[]): Promise<void> {
  const [code] = await once(run(folder, ...args), 'exit')
  expect(code, args.join(' ')).toBe(0)
}

/** Starts the command again and again and kills it each time, a little later than at what point the last one died. */
async function killOften(
  folder: string,
  kills: number,
  args: readonly string[],
  wholeRun: number,
): Promise<number> {
  const file = join(folder, 'throughline.sqlite')
  let ended = 0
  for (let kill = 0; kill < kills; kill += 1) {
    // From "not yet open" to "nearly done", spread evenly and then again.
    const delay = 60 + ((kill * 0.618034) % 1) * wholeRun
    const child = run(folder, ...args)
    const exited = once(child, 'exit')
    const timer = setTimeout(() => child.kill('SIGKILL'), delay)
    const [code] = await exited
    clearTimeout(timer)
    if (code !== null) ended += 1
    if (existsSync(file)) expect(brokenInvariants(file), `after kill ${kill + 1}`).toEqual([])
  }
  return ended
}

async function undisturbed(
  folder: string,
  before: readonly string[][],
  args: readonly string[],
): Promise<number> {
  for (const step of before) await runToEnd(folder, ...step)
  const started = performance.now()
  await runToEnd(folder, ...args)
  return performance.now() - started
}

test('An import killed 30 times ends as one that was never disturbed', { timeout: 300_000 }, async () => {
  const files = join(root, 'files')
  mkdirSync(files)
  for (const [at, text] of inventedTexts(120).entries()) writeFileSync(join(files, `${100 + at}.txt`), text)
  const calm = join(root, 'calm-import')
  const wild = join(root, 'wild-import')
  const wholeRun = await undisturbed(calm, [], ['import', files])
  await killOften(wild, 30, ['import', files], wholeRun)
  await runToEnd(wild, 'import', files)
  expect(brokenInvariants(join(wild, 'throughline.sqlite'))).toEqual([])
  expect(dumpStore(join(wild, 'throughline.sqlite'))).toEqual(dumpStore(join(calm, 'throughline.sqlite')))
})

test('A refresh killed 30 times ends as one that was never disturbed', { timeout: 300_000 }, async () => {
  const add = server.sources.map(({ url }) => ['add', url])
  const calm = join(root, 'calm-refresh')
  const wild = join(root, 'wild-refresh')
  const wholeRun = await undisturbed(calm, add, ['refresh'])
  for (const step of add) await runToEnd(wild, ...step)
  await killOften(wild, 30, ['refresh'], wholeRun)
  await runToEnd(wild, 'refresh')
  expect(brokenInvariants(join(wild, 'throughline.sqlite'))).toEqual([])
  expect(dumpStore(join(wild, 'throughline.sqlite'))).toEqual(dumpStore(join(calm, 'throughline.sqlite')))
})
