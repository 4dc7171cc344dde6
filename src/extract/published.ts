/** When a page says it was published and changed, with where it says so and how exactly. */

import type { DateClaim } from '../model/article.ts'
import { dayInPath } from '../words/urls.ts'
import type { Stated } from './json-ld.ts'
import { claim, isDay, momentOf } from './moments.ts'
import { type Around, dateAnywhere, dateAtTop, daysMarked, markedDate } from './printed-dates.ts'
import type { Tree } from './tree.ts'

/** Said of the first publication. */
const PUBLISHED = [
  'article:published_time',
  'og:published_time',
  'og:article:published_time',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'publication_date',
  'publicationdate',
  'published',
  'article.published',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date.created',
  'dc.terms.created',
  'originalpublicationdate',
  'article_date_original',
  'cxenseparse:recs:publishtime',
  'cxenseparse:publishtime',
  'lp.article:published_time',
  'vr:published_time',
  'article.created',
  'bt:pubdate',
  'rnews:datepublished',
  'datecreated',
  'citation_publication_date',
  'citation_date',
  'og:pubdate',
  'analytics.date',
  'date.release',
  'uploaddate',
  'iso-8601-publish-date',
  'dc.created',
  'ptime',
  'gwa_publishdate',
  'displaydate',
  'article:post_date',
  'video:release_date',
]
/** Said of some date of the page: what it prints to its readers counts for more. */
const DATED = ['date', 'dc.date', 'dcterms.date']
const MODIFIED = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'last-modified',
  'dcterms.modified',
  'dc.date.modified',
  'lastmod',
  'article.updated',
  'modified',
  'revised',
  'updated_time',
]

export type Dates = { readonly published?: DateClaim; readonly modified?: string }

export type DatesFrom = Around & {
  readonly stated: Stated
  readonly url: string | undefined
  /** What the feed says. */
  readonly fed: string | undefined
}

export function datesOf(tree: Tree, from: DatesFrom): Dates {
  const { stated, language } = from
  const published = publishedOf(tree, from)
  const modified = [stated.modified, ...MODIFIED.map((key) => tree.meta.get(key)?.[0])]
    .map((value) => (value ? momentOf(value, language)?.value : undefined))
    .find((value) => value !== undefined)
  return { ...(published ? { published } : {}), ...(modified ? { modified } : {}) }
}

function publishedOf(tree: Tree, from: DatesFrom): DateClaim | undefined {
  const { stated, language, url, fed } = from
  const inPath = url ? dayInPath(url) : undefined
  const printed = [...(inPath ? [inPath] : []), ...daysMarked(tree, from)]
  const claims = [...statedIn(tree, stated, language)].map((dated) => inLocalTime(dated, printed))
  // Where a page states several dates of publication, the one it prints is the one its readers know.
  const best = claims.find((dated) => printed.includes(dayOf(dated))) ?? claims[0]
  if (best) return best
  const near = markedDate(tree, from, 12)
  const loose = fromMeta(tree, DATED, language).next().value
  if (loose) {
    const local = inLocalTime(loose, printed)
    return near && !printed.includes(dayOf(local)) ? near : local
  }
  return (
    fromPath(inPath, near, fed, language) ??
    near ??
    dateAtTop(tree, from) ??
    (fed
      ? claim({ value: fed, exact: true, floating: false }, 'feed', { why: 'the feed says so' })
      : undefined) ??
    markedDate(tree, from) ??
    dateAnywhere(tree, from)
  )
}

const dayOf = ({ best }: DateClaim): string => best?.slice(0, 10) ?? ''

function* statedIn(tree: Tree, stated: Stated, language: string): Iterable<DateClaim> {
  const moment = stated.published ? momentOf(stated.published, language) : undefined
  if (moment) yield claim(moment, 'json-ld', { why: 'the page’s data for machines (JSON-LD) says so' })
  yield* fromMeta(tree, PUBLISHED, language)
}

function* fromMeta(tree: Tree, keys: readonly string[], language: string): Generator<DateClaim, undefined> {
  for (const key of keys) {
    const value = tree.meta.get(key)?.[0]
    const moment = value ? momentOf(value, language) : undefined
    if (moment) yield claim(moment, 'meta', { why: 'the page’s {key} says so', values: { key } })
  }
  return undefined
}

/**
 * An instant in UTC may fall on another day than the one its readers saw. Where the page prints the day before or
 * after, the same instant is written with the smallest offset that gives that day.
 */
function inLocalTime(dated: DateClaim, printed: readonly string[]): DateClaim {
  const { best } = dated
  if (
    !best ||
    !/T.*(?:Z|[+]00:00)$/.test(best) ||
    printed.length === 0 ||
    printed.includes(best.slice(0, 10))
  )
    return dated
  const time = Date.parse(best)
  for (const step of [1, -1]) {
    const day = new Date(time + step * 86_400_000).toISOString().slice(0, 10)
    if (!printed.includes(day)) continue
    for (let hours = step; Math.abs(hours) <= 14; hours += step) {
      const local = new Date(time + hours * 3_600_000).toISOString().slice(0, 19)
      if (!local.startsWith(day)) continue
      const value = `${local}${hours < 0 ? '-' : '+'}${String(Math.abs(hours)).padStart(2, '0')}:00`
      const evidence = [...dated.evidence, { why: 'the page prints {day}', values: { day } }]
      return dated.earliest === best
        ? { ...dated, earliest: value, latest: value, best: value, evidence }
        : { ...dated, best: value, evidence }
    }
  }
  return dated
}

/** The day in the address, with the time of a marked date or the feed's where that falls on the same day. */
function fromPath(
  day: string | undefined,
  near: DateClaim | undefined,
  fed: string | undefined,
  language: string,
): DateClaim | undefined {
  if (!day || !isDay(day)) return undefined
  if (near?.best?.startsWith(day)) return near
  if (fed?.startsWith(day))
    return claim({ value: fed, exact: true, floating: false }, 'feed', { why: 'the feed says so' })
  const moment = momentOf(day, language)
  return moment && claim(moment, 'url', { why: 'the day stands in the address' })
}
