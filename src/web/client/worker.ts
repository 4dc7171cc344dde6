/**
 * The service worker: pages from the network first and else a saved copy that says so; forms kept until they can be
 * sent; the reader's own files from the device. Nothing is answered from a cache while the network answers.
 */

import { dropActs, fact, forgetAll, keepAct, setFact, waitingActs } from './queue.ts'
import { dropPages, hold, isHeld, keyOf, marked, picture, savedCopy, tidy } from './saved.ts'
import type { WorkerScope } from './worker-scope.ts'

export type Shell = {
  /** Changes with any of the files. */
  readonly version: string
  readonly files: readonly string[]
}

/** Forms that may wait, and where each leads. */
const WAITING = /^\/(?:article\/\d+\/(?:mark|notes)|notes\/[\w-]+\/remove)$/
/** With a saved copy at hand, no longer wait (ms) for a network that hangs. */
const PATIENCE = 6000
/** A kept page is fetched anew after this (ms). */
const STALE = 6 * 3_600_000
/** Between the pages fetched to be kept (ms). */
const PAUSE = 60
const OFFLINE = '/offline'

export function startWorker(scope: WorkerScope, shell: Shell): void {
  const name = `shell-${shell.version}`
  scope.addEventListener('install', (event) => {
    event.waitUntil(
      (async () => {
        const cache = await caches.open(name)
        await cache.addAll([...shell.files, OFFLINE])
        await scope.skipWaiting()
      })(),
    )
  })
  scope.addEventListener('activate', (event) => {
    event.waitUntil(
      (async () => {
        for (const old of await caches.keys())
          if (old.startsWith('shell-') && old !== name) await caches.delete(old)
        await scope.clients.claim()
      })(),
    )
  })
  scope.addEventListener('sync', (event) => event.waitUntil(flush()))
  scope.addEventListener('message', (event) => {
    const { kind, reader } = (event.data ?? {}) as { kind?: string; reader?: number }
    if (kind === 'here' && reader !== undefined) event.waitUntil(welcome(scope, reader, name))
    if (kind === 'back') event.waitUntil(flush())
  })
  scope.addEventListener('fetch', (event) => {
    const { request } = event
    const { origin, pathname } = new URL(request.url)
    if (origin !== location.origin) return
    if (request.method === 'POST') {
      if (WAITING.test(pathname)) event.respondWith(send(scope, request))
      else if (pathname === '/sign-out') event.respondWith(signOut(request))
      return
    }
    if (request.method !== 'GET') return
    if (request.mode === 'navigate') event.respondWith(page(event.waitUntil.bind(event), request, name))
    else if (pathname.startsWith('/assets/')) event.respondWith(file(request, name))
    else if (pathname.startsWith('/picture/')) event.respondWith(picture(request))
  })
}

async function page(
  waitUntil: (work: Promise<unknown>) => void,
  request: Request,
  shell: string,
): Promise<Response> {
  const key = keyOf(request.url)
  // What was done here comes first, so that the page shows it.
  await flush()
  const saved = key !== undefined && (await isHeld(key))
  const answer = await answerWithin(request, saved ? PATIENCE : undefined)
  // 502 to 504 come from what stands before a server that is away.
  if (answer && !(saved && answer.status >= 502 && answer.status <= 504)) {
    // An address with a question shows more than the page: a marked sentence, an outcome.
    const plain = new URL(request.url).search === ''
    if (key !== undefined && plain && answer.ok && !answer.redirected && !leaving)
      waitUntil(hold(key, answer.clone(), 'opened'))
    return answer
  }
  const copy = saved ? await savedCopy(key) : undefined
  if (copy && key !== undefined) {
    if (/^\/article\/\d+$/.test(key)) await keepAct(`${key}/mark`, { mark: 'read' })
    return copy
  }
  const offline = await (await caches.open(shell)).match(OFFLINE)
  return offline ? marked(offline, '') : Response.error()
}

async function answerWithin(request: Request, patience: number | undefined): Promise<Response | undefined> {
  const answer = fetch(request).catch(() => undefined)
  if (patience === undefined) return answer
  return Promise.race([answer, new Promise<undefined>((resolve) => setTimeout(resolve, patience))])
}

/** Files are named by their content; a saved page may ask for one of an older program, and gets today's. */
async function file(request: Request, shell: string): Promise<Response> {
  const known = await caches.match(request)
  if (known) return known
  const cache = await caches.open(shell)
  try {
    const answer = await fetch(request)
    if (answer.ok) await cache.put(request, answer.clone())
    return answer
  } catch (cause) {
    const name = request.url.slice(request.url.lastIndexOf('/'))
    const like = (await cache.keys()).find(({ url }) => url.endsWith(name))
    const found = like && (await cache.match(like))
    if (found) return found
    throw cause
  }
}

/** The form as it is; without a connection it is kept, and the reader is led where it would have led. */
async function send(scope: WorkerScope, request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  const form = Object.fromEntries(
    [...(await request.formData())].flatMap(([key, value]) =>
      typeof value === 'string' ? [[key, value] as const] : [],
    ),
  )
  // So that a form whose answer was lost is not taken twice.
  if (pathname.endsWith('/notes') && !form.key) form.key = crypto.randomUUID()
  await flush()
  try {
    return await fetch(pathname, {
      method: 'POST',
      body: new URLSearchParams(form),
      redirect: request.redirect,
      credentials: 'same-origin',
    })
  } catch {
    await keepAct(pathname, form)
    await scope.registration.sync?.register('acts').catch(() => undefined)
    return Response.redirect(afterwards(pathname, form), 303)
  }
}

function afterwards(pathname: string, form: Readonly<Record<string, string>>): string {
  if (pathname.startsWith('/notes/')) return form.back?.startsWith('/') ? form.back : '/notes'
  if (form.mark === 'unread') return '/'
  return pathname.replace(/\/(?:mark|notes)$/, '')
}

/** Sends what waits; what the server has taken or refused is let go of, whatever else fails is sent again later. */
function flush(): Promise<void> {
  return navigator.locks.request('flush', async () => {
    const acts = await waitingActs()
    if (acts.length === 0) return
    const sent = acts.map(({ id, at, path, form }) => ({ id, at, path, form }))
    try {
      const answer = await fetch('/sync', {
        method: 'POST',
        body: new URLSearchParams({ sent: String(Date.now()), acts: JSON.stringify(sent) }),
        redirect: 'error',
      })
      if (!answer.ok) return
      await answer.json()
      await dropActs(acts.map(({ id }) => id))
    } catch {
      // No connection, or signed out: they wait on.
    }
  })
}

/** A page is open with a connection: send, see what to keep, fetch what is missing. */
async function welcome(scope: WorkerScope, reader: number, shell: string): Promise<void> {
  leaving = false
  const before = await fact<number>('reader')
  if (before !== undefined && before !== reader) await dropPages()
  await setFact('reader', reader)
  await flush()
  // In the language and the colours of today.
  await (await caches.open(shell)).add(OFFLINE).catch(() => undefined)
  const answer = await fetch('/sync', { redirect: 'error' }).catch(() => undefined)
  if (!answer?.ok) return
  const { keep, told } = (await answer.json()) as { keep: { path: string }[]; told: number }
  if (told > 0) await scope.navigator.setAppBadge?.(told).catch(() => undefined)
  else await scope.navigator.clearAppBadge?.().catch(() => undefined)
  await navigator.locks.request('keep', { ifAvailable: true }, async (lock) => {
    if (!lock) return
    for (const { path } of keep) {
      const saved = (await savedAt(path)) ?? 0
      if (Date.now() - saved < STALE) continue
      // Whoever reads meanwhile comes first.
      await new Promise((resolve) => setTimeout(resolve, PAUSE))
      const page = await fetch(path, { headers: { 'X-Keep': '1' }, redirect: 'error' }).catch(() => undefined)
      if (!page || leaving) return
      if (page.ok) await hold(path, page, 'kept')
    }
    await tidy(new Set(keep.map(({ path }) => path)))
  })
}

async function savedAt(path: string): Promise<number | undefined> {
  const headers = (await caches.match(path))?.headers
  if (!headers?.has('x-saved') || headers.get('x-why') !== 'kept') return undefined
  return Date.parse(headers.get('x-saved')!)
}

/** Set from signing out until a page of a reader is open again: what is still on its way is not kept. */
let leaving = false

/** What waits is sent before; after it nothing of the reader is left on the device. */
async function signOut(request: Request): Promise<Response> {
  await flush()
  // Never thrown away unsent: the page it leads to says that they wait.
  if ((await waitingActs()).length > 0) return Response.redirect(OFFLINE, 303)
  const answer = await fetch(request)
  leaving = true
  await dropPages()
  await forgetAll()
  return answer
}
