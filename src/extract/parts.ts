/** Other pages of the same article: the next part where a site cuts it into several, its AMP twin. */

import { absolute, domainOf, siteOf } from '../words/urls.ts'

type Link = { readonly rel: string; readonly href: string }

/** Path without the number of a part, and that number: "/a/quay/2/", "/a/quay-page-2.html", "/a/quay?page=2". */
function partOf(address: string): { readonly whole: string; readonly number: number } {
  const url = new URL(address)
  let number = 1
  const take = (found: string | undefined): string => {
    if (found !== undefined) number = Number(found)
    return ''
  }
  for (const name of ['page', 'p', 'pg', 'seite', 'pagina', 'part', 'paged']) {
    const value = url.searchParams.get(name)
    if (value === null || !/^\d{1,2}$/.test(value)) continue
    take(value)
    url.searchParams.delete(name)
  }
  const path = url.pathname.replace(
    /(?:\/|[-_,.](?=page|p\d|seite|part|\d))(?:(?:page|seite|pagina|part|p)[-_/,]?)?(\d{1,2})(?=(?:\.[a-z]{3,5})?\/?$)/i,
    (_, found: string) => take(found),
  )
  return { whole: url.host + path.replace(/\/$/, '') + url.search, number }
}

/**
 * The address of the part after this one, absolute, where the page states it (`rel=next`). Many sites state the next
 * article of a list the same way: only the same address with the next number is believed.
 */
export function nextPart(links: readonly Link[], address: string, base = address): string | undefined {
  for (const { rel, href } of links) {
    if (!/(?:^|\s)next(?:\s|$)/i.test(rel)) continue
    const next = absolute(href, base)
    if (!next || !sameSite(next, address)) continue
    const here = partOf(address)
    const there = partOf(next)
    if (there.whole === here.whole && there.number === here.number + 1) return next
  }
  return undefined
}

/** The address of the page's AMP twin, absolute, where it states one on its own site. */
export function ampAlternate(links: readonly Link[], address: string, base = address): string | undefined {
  const stated = links.find(({ rel }) => /(?:^|\s)amphtml(?:\s|$)/i.test(rel))
  const twin = stated && absolute(stated.href, base)
  return twin && twin !== address && sameSite(twin, address) ? twin : undefined
}

export const sameSite = (a: string, b: string): boolean => {
  const [x, y] = [domainOf(a), domainOf(b)]
  return x !== undefined && y !== undefined && siteOf(x) === siteOf(y)
}
