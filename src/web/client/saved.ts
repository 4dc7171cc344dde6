/** Pages held for a time without a connection: which, since when, and how a saved one says that it is one. */

const PAGES = 'pages'
const PICTURES = 'pictures'
/** Pages opened lately that nothing else keeps. */
const MOST_OPENED = 60
const MOST_PICTURES = 400
const KIND = /^\/(?:article\/\d+|story\/\d+(?:\/\w+)?|actor\/\d+|following|notes|river)?$/

/** Where a page is kept: an article is one page whatever sentence is marked in it; other questions are not kept. */
export function keyOf(address: string): string | undefined {
  const { pathname, searchParams } = new URL(address)
  if (!KIND.test(pathname)) return undefined
  if (pathname.startsWith('/article/')) return searchParams.has('version') ? undefined : pathname
  return searchParams.size === 0 ? pathname : undefined
}

export type Held = {
  readonly path: string
  readonly title: string
  /** ISO 8601 */
  readonly saved: string
  readonly why: 'kept' | 'opened'
}

export async function hold(path: string, response: Response, why: Held['why']): Promise<void> {
  const pages = await caches.open(PAGES)
  const text = await response.text()
  const title = /<title>([^<]*)<\/title>/.exec(text)?.[1]?.replace(/ · Throughline$/, '') ?? path
  const headers = new Headers(response.headers)
  for (const name of ['content-encoding', 'content-length', 'set-cookie']) headers.delete(name)
  headers.set('x-saved', new Date().toISOString())
  headers.set('x-title', encodeURIComponent(title))
  // An article kept for good does not turn into one merely opened.
  const before = (await pages.match(path))?.headers.get('x-why')
  headers.set('x-why', before === 'kept' ? 'kept' : why)
  await pages.put(path, new Response(text, { headers }))
  if (why === 'kept') await holdPictures(text)
}

export async function held(): Promise<readonly Held[]> {
  const pages = await caches.open(PAGES)
  const all: Held[] = []
  for (const request of await pages.keys()) {
    const headers = (await pages.match(request))?.headers
    if (!headers) continue
    all.push({
      path: new URL(request.url).pathname,
      title: unescaped(decodeURIComponent(headers.get('x-title') ?? '')),
      saved: headers.get('x-saved') ?? '',
      why: headers.get('x-why') === 'kept' ? 'kept' : 'opened',
    })
  }
  return all.sort((a, b) => (a.saved < b.saved ? 1 : -1))
}

const unescaped = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? '')
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

/** Lets go of what is neither to be kept any longer nor among the last opened. */
export async function tidy(keep: ReadonlySet<string>): Promise<void> {
  const pages = await caches.open(PAGES)
  const all = await held()
  const loose = all.filter(({ path }) => !keep.has(path))
  for (const { path } of loose.slice(MOST_OPENED)) await pages.delete(path)
  const pictures = await caches.open(PICTURES)
  const names = await pictures.keys()
  for (const name of names.slice(0, Math.max(0, names.length - MOST_PICTURES))) await pictures.delete(name)
}

export const isHeld = async (path: string): Promise<boolean> =>
  (await (await caches.open(PAGES)).match(path)) !== undefined

/** The saved page, saying when it was saved; undefined where there is none. */
export async function savedCopy(path: string): Promise<Response | undefined> {
  const found = await (await caches.open(PAGES)).match(path)
  if (!found) return undefined
  return marked(found, found.headers.get('x-saved') ?? '')
}

/** `data-copy` on the root element lets the page's own note about it be seen; its time is filled in. */
export async function marked(page: Response, saved: string): Promise<Response> {
  const text = await page.text()
  const language = / data-locale="([\w-]+)"/.exec(text)?.[1] ?? 'en'
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
  const time = saved ? when.format(new Date(saved)) : ''
  const body = text
    .replace('<html ', `<html data-copy="${saved}" `)
    .replace('<time data-copied></time>', `<time data-copied datetime="${saved}">${time}</time>`)
  const headers = new Headers(page.headers)
  headers.set('cache-control', 'no-store')
  return new Response(body, { headers })
}

export const dropPages = async (): Promise<void> => {
  await caches.delete(PAGES)
  await caches.delete(PICTURES)
}

/** A picture's address changes with it, so the one held is the right one. */
export async function picture(request: Request): Promise<Response> {
  const known = await (await caches.open(PICTURES)).match(request)
  return known ?? fetch(request)
}

async function holdPictures(text: string): Promise<void> {
  const pictures = await caches.open(PICTURES)
  for (const [, path] of text.matchAll(/src="(\/picture\/[\w/-]+)"/g)) {
    if (!path || (await pictures.match(path))) continue
    const answer = await fetch(path).catch(() => undefined)
    if (answer?.ok) await pictures.put(path, answer)
  }
}
