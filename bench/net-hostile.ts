/** What hostile servers cost: every trick must end in a clear failure within a second of CPU and 256 MB. */

import { fork } from 'node:child_process'
import { once } from 'node:events'
import { openDoor } from '../src/net/door.ts'
import { isFailure } from '../src/net/failure.ts'
import type { Bar } from './bar.ts'

/** The tricks that only waste time are cut short here; all other limits are the usual ones. */
const limits = { firstByte: 1000, total: 3000 }

export async function measureHostileServers(): Promise<Bar[]> {
  const server = fork(new URL(import.meta.resolve('./net-hostile-server.ts')), { execArgv: process.execArgv })
  const [{ port, names }] = (await once(server, 'message')) as [{ port: number; names: string[] }]
  const door = openDoor({
    userAgent: 'Throughline/1.0 (+https://reader.example/)',
    clock: { now: Date.now },
    allowHosts: [`*.hostile.localhost:${port}`],
  })
  let mostCpu = 0
  let mostMemory = 0
  let clear = 0
  try {
    console.log('\nHostile servers            CPU ms   more MB   what the reader is told')
    for (const [at, name] of names.entries()) {
      const before = process.memoryUsage.rss()
      let peak = before
      const watch = setInterval(() => {
        peak = Math.max(peak, process.memoryUsage.rss())
      }, 5)
      const cpu = process.cpuUsage()
      const outcome = await door.fetch({
        url: `http://h${at}.hostile.localhost:${port}/${name}`,
        kind: 'feed',
        limits,
      })
      const { user, system } = process.cpuUsage(cpu)
      clearInterval(watch)
      peak = Math.max(peak, process.memoryUsage.rss())
      const milliseconds = (user + system) / 1000
      const megabytes = (peak - before) / 1e6
      mostCpu = Math.max(mostCpu, milliseconds)
      mostMemory = Math.max(mostMemory, megabytes)
      if (isFailure(outcome)) clear++
      const told = isFailure(outcome)
        ? `${outcome.code}: ${outcome.failed}`
        : `an answer of ${outcome.body.length} bytes`
      console.log(
        `${name.padEnd(24)} ${milliseconds.toFixed(0).padStart(8)} ${megabytes.toFixed(0).padStart(9)}   ${told}`,
      )
    }
  } finally {
    await door.close()
    server.disconnect()
    await once(server, 'exit')
  }
  return [
    { name: 'feeds.hostile-servers-cpu-seconds', measured: mostCpu / 1000, op: '<=', bar: 1 },
    { name: 'feeds.hostile-servers-megabytes', measured: Math.round(mostMemory), op: '<=', bar: 256 },
    { name: 'feeds.hostile-servers-clear', measured: clear / names.length, op: '==', bar: 1 },
  ]
}
