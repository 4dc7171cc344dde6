/** The first command as a new user runs it: an address, then stories; and the ways in which it refuses to start. */

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'

const running = new Set<ChildProcess>()
afterEach(async () => {
  for (const child of running) {
    if (child.exitCode !== null) continue
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  running.clear()
})

function serve(env: Record<string, string>) {
  const child = spawn(
    process.execPath,
    ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', join(import.meta.dirname, '../src/main.ts'), 'serve'],
    { env: { ...process.env, THROUGHLINE_PORT: '0', ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  running.add(child)
  let said = ''
  child.stdout.on('data', (chunk) => (said += chunk))
  child.stderr.on('data', (chunk) => (said += chunk))
  return { child, said: () => said }
}

async function until<T>(what: () => Promise<T | undefined> | T | undefined, seconds: number): Promise<T> {
  for (let tries = 0; tries < seconds * 5; tries += 1) {
    const found = await what()
    if (found !== undefined) return found
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error('It did not happen in time')
}

const storiesOn = async (base: string) =>
  new Set((await (await fetch(base)).text()).match(/href="\/story\/\d+"/g) ?? []).size

const folder = () => mkdtempSync(join(tmpdir(), 'serve-'))

test('It prints its address, opens on the sample, stops when asked, and comes back with what it had', {
  timeout: 120_000,
}, async () => {
  const data = folder()
  const first = serve({ THROUGHLINE_DATA: data })
  const base = await until(() => /http:\/\/127\.0\.0\.1:\d+/.exec(first.said())?.[0], 30)
  const stories = await until(async () => ((await storiesOn(base)) >= 10 ? storiesOn(base) : undefined), 60)
  first.child.kill('SIGTERM')
  expect(await once(first.child, 'exit')).toEqual([0, null])

  const second = serve({ THROUGHLINE_DATA: data })
  const again = await until(() => /http:\/\/127\.0\.0\.1:\d+/.exec(second.said())?.[0], 30)
  expect(await storiesOn(again)).toBeGreaterThanOrEqual(stories - 1)
})

test('A port that is taken is named, with what to do', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const { child, said } = serve({
    THROUGHLINE_DATA: folder(),
    THROUGHLINE_PORT: String(port),
    THROUGHLINE_SAMPLE: 'off',
  })
  const [code] = await once(child, 'exit')
  other.close()
  expect(code).toBe(1)
  expect(said()).toContain(`Port ${port} on 127.0.0.1 is taken`)
})

test('It does not listen to the network without a password', async () => {
  const { child, said } = serve({ THROUGHLINE_DATA: folder(), THROUGHLINE_HOST: '0.0.0.0' })
  const [code] = await once(child, 'exit')
  expect(code).toBe(2)
  expect(said()).toContain('set THROUGHLINE_PASSWORD')
})

test('With a password, nobody reads before signing in', async () => {
  const { said } = serve({
    THROUGHLINE_DATA: folder(),
    THROUGHLINE_SAMPLE: 'off',
    THROUGHLINE_PASSWORD: 'herring and rye',
  })
  const base = await until(() => /http:\/\/127\.0\.0\.1:\d+/.exec(said())?.[0], 30)
  const asked = await fetch(base, { redirect: 'manual' })
  expect(asked.status).toBe(303)
  expect(asked.headers.get('location')).toMatch(/^\/sign-in/)
  const signIn = (password: string) =>
    fetch(`${base}/sign-in`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: base, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ password }),
    })
  const refused = await signIn('herring and tea')
  expect(refused.headers.get('set-cookie')).toBeNull()
  const cookie = (await signIn('herring and rye')).headers.get('set-cookie') ?? ''
  expect(cookie).toMatch(/HttpOnly/i)
  const inside = await fetch(base, {
    redirect: 'manual',
    headers: { cookie: cookie.split(';')[0] as string },
  })
  expect(inside.status).toBe(200)
})
