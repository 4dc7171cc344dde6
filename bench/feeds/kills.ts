/** Refreshes killed at every moment: whatever a saved validator says was seen must be there, each item once. */

import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { openStore } from '../../src/store/open.ts'
import { addSource, outletFor } from '../../src/store/sources.ts'

const SOURCES = 12
/** Items a feed lists, and how many more after each refresh that was kept. */
const LISTED = 30
const MORE = 3
/** A store is left for a fresh one after so many kills, so that looking through it stays quick. */
const PER_STORE = 250
/** Milliseconds from the store's opening to the latest kill. */
const LATEST = 150

export type Kills = {
  readonly survived: number
  /** What was broken after a kill, in a sentence each. */
  readonly losses: readonly string[]
  /** Answers that were given to a request but never kept: kills that struck in between. */
  readonly unkept: number
  readonly items: number
}

/** Kills as many refreshes, one after another, and looks through the store after each. */
export async function killRefreshes(kills: number): Promise<Kills> {
  const feeds = await serveFeeds()
  const root = mkdtempSync(join(tmpdir(), 'kills-'))
  const losses: string[] = []
  let survived = 0
  let items = 0
  let warm: ChildProcess[] = []
  try {
    for (let begun = 0; begun < kills; begun += PER_STORE) {
      const folder = join(root, String(begun))
      await makeStore(folder, feeds.port)
      feeds.restart()
      const lot = Math.min(PER_STORE, kills - begun)
      warm = [start(folder, feeds.port), start(folder, feeds.port)]
      for (let kill = 0; kill < lot; kill += 1) {
        const child = warm.shift() as ChildProcess
        if (kill + warm.length + 1 < lot) warm.push(start(folder, feeds.port))
        await killed(child, 1 + (((begun + kill) * 0.618034) % 1) * LATEST)
        const broken = lookThrough(folder)
        losses.push(...broken.map((what) => `after kill ${begun + kill + 1}: ${what}`))
        if (broken.length === 0) survived += 1
      }
      items += countItems(folder)
    }
  } finally {
    for (const child of warm) child.kill('SIGKILL')
    feeds.close()
    rmSync(root, { recursive: true, force: true })
  }
  return { survived, losses, unkept: feeds.unkept(), items }
}

async function killed(child: ChildProcess, delay: number): Promise<void> {
  await ready.get(child)
  if (child.exitCode !== null) throw new Error('A refresh ended before it was killed')
  const exited = once(child, 'exit')
  const opened = once(child, 'message')
  child.send('go')
  await Promise.race([opened, exited])
  const timer = setTimeout(() => child.kill('SIGKILL'), delay)
  const [code] = await exited
  clearTimeout(timer)
  if (code !== null) throw new Error(`A refresh ended by itself with ${code}`)
}

const ready = new WeakMap<ChildProcess, Promise<unknown>>()

/** Warmed up beside the one before it; its work begins when it is told to go. */
function start(folder: string, port: number): ChildProcess {
  const child = fork(join(import.meta.dirname, 'kills-child.ts'), {
    execArgv: ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      ...process.env,
      NODE_COMPILE_CACHE: join(tmpdir(), 'throughline-kills-compiled'),
      THROUGHLINE_DATA: folder,
      THROUGHLINE_ALLOW_HOSTS: `*.kills.localhost:${port}`,
    },
  })
  ready.set(child, Promise.race([once(child, 'message'), once(child, 'exit')]))
  return child
}

async function makeStore(folder: string, port: number): Promise<void> {
  const store = await openStore(join(folder, 'throughline.sqlite'))
  if ('failed' in store) throw new Error(store.failed)
  for (let at = 0; at < SOURCES; at += 1) {
    const outlet = await outletFor(store.db, {
      domain: `f${at}.kills.localhost`,
      name: `F${at}`,
      sample: false,
    })
    const url = `http://f${at}.kills.localhost:${port}/feed`
    await addSource(store.db, { url, kind: 'feed', title: url, outlet, sample: false, nextCheck: 0, now: 0 })
  }
  await store.close()
}

/**
 * Feeds that go on only once the validator of their last answer comes back: an item that the reader did not keep is
 * then still listed, so that whatever is missing was lost by the reader.
 */
async function serveFeeds() {
  let lengths = new Map<string, number>()
  let asked = 0
  let unkept = 0
  const server = createServer(({ headers }, response) => {
    const name = (headers.host ?? '').split('.')[0] as string
    const known = lengths.get(name)
    asked += 1
    if (known !== undefined && headers['if-none-match'] !== `"${known}"`) unkept += 1
    else if (known !== undefined && asked % 4 === 0) return response.writeHead(304).end()
    else lengths.set(name, (known ?? LISTED - MORE) + MORE)
    const length = lengths.get(name) as number
    response
      .writeHead(200, { 'content-type': 'application/rss+xml', etag: `"${length}"` })
      .end(feedOf(name, length))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    port: (server.address() as AddressInfo).port,
    unkept: () => unkept,
    restart: () => {
      lengths = new Map()
    },
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

function feedOf(name: string, length: number): string {
  const items = Array.from({ length: LISTED }, (_, back) => length - 1 - back).map(
    (n) =>
      `<item><guid>${n}</guid><title>Report ${n} of ${name}</title><link>https://${name}.example/${n}</link><description>What report ${n} says.</description></item>`,
  )
  return `<rss version="2.0"><channel><title>${name}</title>${items.join('')}</channel></rss>`
}

type SourceRow = {
  readonly id: number
  readonly etag: string | null
  readonly items: number
  readonly guids: number
  readonly urls: number
  /** Items below the length that the validator names. */
  readonly seen: number
}

/** A sentence for whatever is not as it must be; the store is opened as a restart would. */
function lookThrough(folder: string): readonly string[] {
  const database = new DatabaseSync(join(folder, 'throughline.sqlite'), { timeout: 10_000 })
  try {
    const broken: string[] = []
    const sources = database
      .prepare(
        `select source.id, source.etag, count(item.id) as items, count(distinct item.guid) as guids,
         count(distinct item.url) as urls, coalesce(sum(cast(item.guid as integer) < cast(trim(source.etag, '"') as integer)), 0) as seen
         from source left join item on item.source = source.id group by source.id`,
      )
      .all() as unknown as readonly SourceRow[]
    for (const { id, etag, items, guids, urls, seen } of sources) {
      const claimed = etag === null ? 0 : Number(etag.replaceAll('"', ''))
      if (etag !== null && seen !== claimed)
        broken.push(`source ${id} says ${claimed} items, ${seen} are there`)
      if (items !== guids || items !== urls) broken.push(`source ${id} has doubled items`)
    }
    const unread = database
      .prepare(
        `select id from item where article is null and not exists
         (select 1 from job where job.kind = 'read' and job.key = 'item:' || item.id) limit 1`,
      )
      .all()
    if (unread.length > 0) broken.push('an item is neither read nor waiting to be')
    const [check] = database.prepare('pragma quick_check(1)').all() as { quick_check: string }[]
    if (check?.quick_check !== 'ok') broken.push(`the store is damaged: ${check?.quick_check}`)
    return broken
  } finally {
    database.close()
  }
}

function countItems(folder: string): number {
  const database = new DatabaseSync(join(folder, 'throughline.sqlite'), { readOnly: true })
  try {
    return (database.prepare('select count(*) as items from item').get() as { items: number }).items
  } finally {
    database.close()
  }
}
