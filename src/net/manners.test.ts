import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { isFailure } from './failure.ts'
import { type HostWait, type Lane, type MannersOptions, openManners, usualManners } from './manners.ts'

/** A clock that stands still until everyone sleeps, then jumps to the first who wakes. */
function simulated(start = 1_000_000) {
  let now = start
  const sleepers: { at: number; wake: () => void }[] = []
  const sleep = (milliseconds: number, signal?: AbortSignal) =>
    new Promise<void>((wake) => {
      sleepers.push({ at: now + milliseconds, wake })
      signal?.addEventListener('abort', () => wake())
    })
  const run = async () => {
    for (;;) {
      await turn()
      sleepers.sort((a, b) => a.at - b.at)
      const next = sleepers.shift()
      if (!next) return
      now = Math.max(now, next.at)
      next.wake()
    }
  }
  const pass = (milliseconds: number) => {
    now += milliseconds
  }
  return { now: () => now, sleep, run, pass }
}

type Visit = { readonly from: number; readonly to: number; readonly who: number }

function polite(options: Partial<MannersOptions> = {}, waits: readonly HostWait[] = [], clock = simulated()) {
  const manners = openManners({ ...usualManners, ...options }, clock, waits)
  const visits: Visit[] = []
  const refused: number[] = []
  const visit = async (
    who: number,
    {
      host = 'news.example',
      lane = 'reading' as Lane,
      takes = 10,
      status = 200 as number | undefined,
      retryAfter = undefined as number | undefined,
      ...more
    } = {} as {
      host?: string
      lane?: Lane
      takes?: number
      status?: number | undefined
      retryAfter?: number
      crawlDelay?: number
      local?: boolean
      signal?: AbortSignal
    },
  ) => {
    const entered = await manners.enter(host, lane, more)
    if (isFailure(entered)) {
      refused.push(entered.retryAfter ?? 0)
      return entered
    }
    const from = clock.now()
    await clock.sleep(takes)
    visits.push({ from, to: clock.now(), who })
    entered.leave({ status, retryAfter })
    return undefined
  }
  return { manners, clock, visit, visits, refused }
}

const gaps = (visits: readonly Visit[]): number[] => {
  const starts = visits.map(({ from }) => from).sort((a, b) => a - b)
  return starts.slice(1).map((from, at) => from - (starts[at] ?? 0))
}

test('requests to one host begin a gap apart, in the order in which they were asked for', async () => {
  const { visit, visits, clock } = polite()
  for (let who = 0; who < 8; who++) void visit(who)
  await clock.run()
  expect(visits.map(({ who }) => who)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
  expect(Math.min(...gaps(visits))).toBe(1000)
})

test('no more than two slow requests run at the same time', async () => {
  const { visit, visits, clock } = polite()
  for (let who = 0; who < 6; who++) void visit(who, { takes: 5000 })
  await clock.run()
  expect(visits).toHaveLength(6)
  for (const { from } of visits)
    expect(visits.filter((other) => other.from <= from && from < other.to).length).toBeLessThanOrEqual(2)
  expect(Math.min(...gaps(visits))).toBeGreaterThanOrEqual(1000)
})

test('hosts do not wait for one another', async () => {
  const { visit, visits, clock } = polite()
  for (let who = 0; who < 50; who++) void visit(who, { host: `${who}.example` })
  await clock.run()
  expect(new Set(visits.map(({ from }) => from)).size).toBe(1)
})

test('the crawl delay stretches the gap, within reason', async () => {
  const { visit, visits, clock } = polite()
  for (let who = 0; who < 3; who++) void visit(who, { crawlDelay: 10 })
  await clock.run()
  expect(gaps(visits)).toEqual([10_000, 10_000])
  void visit(3, { crawlDelay: 86_400 })
  await clock.run()
  expect(gaps(visits)[2]).toBe(30_000)
})

test('a wait past all patience comes back at once, with the time to come again', async () => {
  const { visit, visits, refused, clock } = polite({ patience: 5000 })
  for (let who = 0; who < 20; who++) void visit(who)
  await clock.run()
  expect(visits.length).toBeGreaterThan(3)
  expect(visits.length + refused.length).toBe(20)
  expect(Math.min(...refused)).toBeGreaterThan(0)
  expect(Math.min(...gaps(visits))).toBe(1000)
})

test('Retry-After silences the host, those that wait in line included', async () => {
  const { visit, visits, refused, clock } = polite()
  void visit(0, { status: 429, retryAfter: 3600 })
  for (let who = 1; who < 5; who++) void visit(who)
  await clock.run()
  expect(visits.map(({ who }) => who)).toEqual([0])
  expect(refused).toHaveLength(4)
  expect(Math.min(...refused)).toBeGreaterThan(3590)
  clock.pass(3_600_000)
  await Promise.all([visit(9), clock.run()])
  expect(visits.at(-1)?.who).toBe(9)
})

test('refusals without a time double the wait, and an answer ends them', async () => {
  const { visit, manners, clock } = polite()
  const waits: number[] = []
  for (let who = 0; who < 3; who++) {
    await Promise.all([visit(who, { status: 503 }), clock.run()])
    const wait = (manners.waits()[0]?.until ?? 0) - clock.now()
    waits.push(wait)
    clock.pass(wait)
  }
  expect(waits).toEqual([60_000, 120_000, 240_000])
  await Promise.all([visit(4), clock.run()])
  expect(manners.waits()).toEqual([])
  await Promise.all([visit(5, { status: 503 }), clock.run()])
  expect((manners.waits()[0]?.until ?? 0) - clock.now()).toBe(60_000)
})

test('a host cannot silence itself for longer than a day', async () => {
  const { visit, manners, clock } = polite()
  await Promise.all([visit(0, { status: 503, retryAfter: 1e9 }), clock.run()])
  expect((manners.waits()[0]?.until ?? 0) - clock.now()).toBe(86_400_000)
})

test('what a host asked for holds over a restart, and the first request after one keeps the gap', async () => {
  const clock = simulated()
  const before = polite({}, [], clock)
  await Promise.all([
    before.visit(0, { status: 429, retryAfter: 600 }),
    before.visit(1, { host: 'calm.example' }),
    clock.run(),
  ])
  const after = polite({}, before.manners.waits(), clock)
  const restarted = clock.now()
  void after.visit(2)
  void after.visit(3, { host: 'calm.example' })
  await clock.run()
  expect(after.refused).toHaveLength(1)
  expect(after.visits.map(({ from, who }) => [who, from - restarted])).toEqual([[3, 1000]])
})

test('pictures and sending have lanes of their own', async () => {
  const { visit, visits, clock } = polite()
  void visit(0, { status: 429, retryAfter: 600 })
  await clock.run()
  const began = clock.now()
  for (let who = 1; who < 7; who++) void visit(who, { lane: 'images' })
  for (let who = 7; who < 10; who++) void visit(who, { lane: 'sending' })
  await clock.run()
  expect(visits.filter(({ from }) => from === began)).toHaveLength(9)
})

test('hosts of the own network are spared the gap but not the limit', async () => {
  const { visit, visits, clock } = polite()
  for (let who = 0; who < 4; who++) void visit(who, { local: true })
  await clock.run()
  expect(gaps(visits)).toEqual([0, 10, 0])
})

test('one that is stopped while it waits gives up its place', async () => {
  const { visit, visits, clock } = polite()
  const stop = new AbortController()
  const stopped = visit(0, { signal: stop.signal })
  await turn()
  stop.abort()
  expect(await stopped).toMatchObject({ code: 'cancelled' })
  for (let who = 1; who < 4; who++) void visit(who)
  await clock.run()
  expect(visits.map(({ who }) => who)).toEqual([1, 2, 3])
})

test('leaving twice frees one place only', async () => {
  const { manners, clock } = polite({ reading: { together: 1, gap: 0 } })
  const first = await manners.enter('a.example', 'reading')
  if (isFailure(first)) throw new Error(first.failed)
  let entered = 0
  const enter = () => void manners.enter('a.example', 'reading').then(() => entered++)
  enter()
  enter()
  first.leave({})
  first.leave({})
  await clock.run()
  expect(entered).toBe(1)
})

test('thousands of hosts are forgotten once they are of no more concern', async () => {
  const { visit, manners, visits, clock } = polite()
  for (let who = 0; who < 45_000; who += 1) {
    if (who % 15_000 === 0) clock.pass(3_600_000)
    const entered = await manners.enter(`${who}.example`, 'sending')
    if (!isFailure(entered))
      entered.leave({ status: who === 3 ? 429 : 200, retryAfter: who === 3 ? 80_000 : undefined })
  }
  expect(manners.waits().map(({ host }) => host)).toEqual(['3.example'])
  void visit(1)
  await clock.run()
  expect(visits).toHaveLength(1)
})
