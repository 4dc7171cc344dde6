/** How many feeds a second one core polls over TLS, through the door and in a plain undici loop beside it. */

import { fork } from 'node:child_process'
import { once } from 'node:events'
import { isIP } from 'node:net'
import { Agent, request } from 'undici'
import { openDoor } from '../src/net/door.ts'
import { isFailure } from '../src/net/failure.ts'
import type { Bar } from './bar.ts'

const origins = 2000
const together = 64
const etag = '"crossing-60"'

type Poll = (url: string, etag: string | undefined) => Promise<number>
type Round = {
  readonly who: string
  readonly what: string
  readonly perSecond: number
  readonly perCore: number
  readonly right: number
}

/** Polls every origin once; `right` counts the answers with the status that was due. */
async function round(
  who: string,
  what: string,
  urls: readonly string[],
  due: number,
  poll: Poll,
): Promise<Round> {
  const conditional = due === 304 ? etag : undefined
  const began = performance.now()
  const cpu = process.cpuUsage()
  let at = 0
  let right = 0
  const lane = async () => {
    for (let url = urls[at++]; url !== undefined; url = urls[at++])
      if ((await poll(url, conditional)) === due) right++
  }
  await Promise.all(Array.from({ length: together }, lane))
  const { user, system } = process.cpuUsage(cpu)
  const seconds = (performance.now() - began) / 1000
  return {
    who,
    what,
    perSecond: urls.length / seconds,
    perCore: urls.length / ((user + system) / 1e6),
    right,
  }
}

export async function measurePolling(): Promise<Bar[]> {
  const server = fork(new URL(import.meta.resolve('./net-feed-server.ts')), { execArgv: process.execArgv })
  const [{ port, cert }] = (await once(server, 'message')) as [{ port: number; cert: string }]
  const urls = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, at) => `https://${prefix}${at}.feeds.localhost:${port}/rss`)

  const door = openDoor({
    userAgent: 'Throughline/1.0 (+https://reader.example/)',
    clock: { now: Date.now },
    allowHosts: [`*.feeds.localhost:${port}`],
    trust: [cert],
    // The manners that strangers get, not those of the operator's own network.
    manners: { localGap: 1000 },
  })
  const throughDoor: Poll = async (url, validator) => {
    const outcome = await door.fetch({ url, kind: 'feed', etag: validator })
    return isFailure(outcome) ? (outcome.status ?? 0) : outcome.status
  }

  const agent = new Agent({
    allowH2: false,
    connect: {
      ca: cert,
      lookup: (_host, options, done) =>
        options.all
          ? done(null, [{ address: '127.0.0.1', family: isIP('127.0.0.1') }])
          : done(null, '127.0.0.1', 4),
    },
  })
  const plain: Poll = async (url, validator) => {
    const { statusCode, body } = await request(url, {
      dispatcher: agent,
      headers: { 'accept-encoding': 'gzip', ...(validator ? { 'if-none-match': validator } : {}) },
    })
    await body.bytes()
    return statusCode
  }

  try {
    await round('', '', urls('warm', 150), 200, plain)
    await round('', '', urls('warm', 150), 200, throughDoor)
    const all = urls('f', origins)
    const rounds = [
      await round('plain undici', 'first', all, 200, plain),
      await round('the door', 'first', all, 200, throughDoor),
      await round('plain undici', 'unchanged', all, 304, plain),
      await round('the door', 'unchanged', all, 304, throughDoor),
    ]
    console.log(`\nPolling ${origins} origins over TLS, a new connection each, ${together} at a time`)
    console.log('who           poll        per second   per core second   answered as due')
    for (const { who, what, perSecond, perCore, right } of rounds)
      console.log(
        `${who.padEnd(13)} ${what.padEnd(11)} ${perSecond.toFixed(0).padStart(10)} ${perCore.toFixed(0).padStart(17)} ${String(right).padStart(13)}/${origins}`,
      )
    const [, first, , unchanged] = rounds as [Round, Round, Round, Round]
    const share = 100_000 / unchanged.perCore / 3600
    console.log(
      `100,000 unchanged feeds an hour are 28 a second: ${(share * 100).toFixed(1)} % of one core at ${unchanged.perCore.toFixed(0)} a core second (calculated)`,
    )
    return [
      { name: 'feeds.polled-per-core-second', measured: Math.round(unchanged.perCore), op: '>=', bar: 400 },
      { name: 'feeds.polled-first-per-core-second', measured: Math.round(first.perCore), op: '>=', bar: 400 },
      { name: 'feeds.unchanged-answered-304', measured: unchanged.right / origins, op: '==', bar: 1 },
    ]
  } finally {
    await door.close()
    await agent.destroy()
    server.disconnect()
    await once(server, 'exit')
  }
}
