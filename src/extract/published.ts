/** When a page says it was published and changed, with where it says so and how exactly. */

import type { DateClaim } from '../model/article.ts'
import { dayInPath } from '../words/urls.ts'
import { visibleDates } from '../words/visible-dates.ts'
import { DATE } from './cues.ts'
import type { Stated } from './json-ld.ts'
import { labelText, type Tree } from './tree.ts'

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
  'dc.date',
  'dcterms.date',
  'dcterms.created',
  'dc.date.created',
  'dc.terms.created',
  'date',
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

export type Moment = { readonly value: string; readonly exact: boolean; readonly floating: boolean }

/** ISO instants keep the zone they came with; without one they float; a bare day stays a day. */
export function momentOf(text: string, language: string): Moment | undefined {
  const trimmed = text.trim()
  const iso =
    /^(\d{4})-(\d\d)-(\d\d)(?!\d)(?:[T ]+(\d\d?):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d)?)?/i.exec(
      trimmed,
    )
  if (iso) {
    const [, y, m, d, hour, minute, second = '00', zone] = iso
    const day = `${y}-${m}-${d}`
    if (!isDay(day)) return undefined
    if (hour === undefined) return { value: day, exact: false, floating: false }
    const local = `${day}T${hour.padStart(2, '0')}:${minute}:${second}`
    if (zone === undefined) return { value: `${local}Z`, exact: true, floating: true }
    const offset = /^[a-z]/i.test(zone)
      ? 'Z'
      : zone.length === 3
        ? `${zone}:00`
        : zone.replace(/^([+-]\d\d):?(\d\d)$/, '$1:$2')
    return { value: local + offset, exact: true, floating: false }
  }
  if (/^\d{10}$|^\d{13}$/.test(trimmed)) {
    const stamp = new Date(Number(trimmed) * (trimmed.length === 10 ? 1000 : 1))
    return { value: stamp.toISOString().replace(/\.\d+Z$/, 'Z'), exact: true, floating: false }
  }
  const compact = /^((?:19|20)\d\d)(\d\d)(\d\d)(?:T?(\d\d)(\d\d))?/.exec(trimmed)
  if (compact && isDay(`${compact[1]}-${compact[2]}-${compact[3]}`)) {
    return { value: `${compact[1]}-${compact[2]}-${compact[3]}`, exact: false, floating: false }
  }
  const seen = visibleDates(trimmed.slice(0, 200), language)[0]
  if (!seen) return undefined
  if (seen.time) return { value: `${seen.day}T${seen.time}:00Z`, exact: true, floating: true }
  return { value: seen.day, exact: false, floating: false }
}

const isDay = (day: string): boolean => {
  const time = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) && day > '1990'
}

export function claim(moment: Moment, from: DateClaim['from'], why: string): DateClaim {
  const { value, exact, floating } = moment
  if (!exact || !floating) return { earliest: value, latest: value, best: value, from, evidence: [{ why }] }
  const time = Date.parse(value)
  const at = (hours: number): string =>
    new Date(time + hours * 3_600_000).toISOString().replace(/\.\d+Z$/, 'Z')
  return {
    earliest: at(-14),
    latest: at(12),
    best: value,
    from,
    evidence: [{ why: `${why}; no time zone given` }],
  }
}

export type Dates = { readonly published?: DateClaim; readonly modified?: string }

export function datesOf(
  tree: Tree,
  stated: Stated,
  main: number,
  language: string,
  url: string | undefined,
  fed: string | undefined,
): Dates {
  const printed = daysPrinted(tree, main, language, url)
  const stating = fromJson(stated.published, language) ?? fromMeta(tree, language)
  const published = stating
    ? inLocalTime(stating, printed)
    : (fromPath(tree, main, url, fed, language) ??
      fromLabels(tree, main, language, true) ??
      fromLabels(tree, main, language, false) ??
      (fed ? claim({ value: fed, exact: true, floating: false }, 'feed', 'the feed says so') : undefined) ??
      fromText(tree, main, language))
  const modified = [stated.modified, ...MODIFIED.map((key) => tree.meta.get(key)?.[0])]
    .map((value) => (value ? momentOf(value, language)?.value : undefined))
    .find((value) => value !== undefined)
  return { ...(published ? { published } : {}), ...(modified ? { modified } : {}) }
}

/** Days the page shows its readers: in its address, and in dates marked near the article. */
function daysPrinted(tree: Tree, main: number, language: string, url: string | undefined): readonly string[] {
  const start = tree.boxes[main]?.first ?? 0
  const inPath = url ? dayInPath(url) : undefined
  const near = tree.labels.filter((l) => (l.cues & DATE) !== 0 && Math.abs(l.first - start) <= 15).slice(0, 8)
  const shown = near.flatMap((label) => {
    const text = labelText(tree, label)
    return text.length > 120 || UPDATED.test(text) ? [] : visibleDates(text, language).map(({ day }) => day)
  })
  return inPath ? [inPath, ...shown] : shown
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
      const evidence = [...dated.evidence, { why: `the page prints ${day}` }]
      return dated.earliest === best
        ? { ...dated, earliest: value, latest: value, best: value, evidence }
        : { ...dated, best: value, evidence }
    }
  }
  return dated
}

const UPDATED = /updat|modif|aktual|actuali|mis \u00e0 jour|aggiorn/i

function fromJson(value: string | undefined, language: string): DateClaim | undefined {
  const moment = value ? momentOf(value, language) : undefined
  return moment && claim(moment, 'json-ld', 'datePublished in the page\u2019s JSON-LD')
}

function fromMeta(tree: Tree, language: string): DateClaim | undefined {
  for (const key of PUBLISHED) {
    const value = tree.meta.get(key)?.[0]
    const moment = value ? momentOf(value, language) : undefined
    if (moment) return claim(moment, 'meta', `the page's ${key}`)
  }
  return undefined
}

/** Marked dates, the nearest to the start of the article first; "updated" ones only when nothing else is there. */
function fromLabels(tree: Tree, main: number, language: string, machine: boolean): DateClaim | undefined {
  const start = tree.boxes[main]?.first ?? 0
  const end = tree.boxes[main]?.end ?? 0
  const found: { moment: Moment; rank: number }[] = []
  for (const label of tree.labels) {
    if ((label.cues & DATE) === 0) continue
    if (machine && !label.value) continue
    const shown =
      machine && /^\d{4}-\d\d-\d\d\d/.test(label.value)
        ? labelText(tree, label)
        : machine
          ? label.value
          : labelText(tree, label)
    if (!shown || shown.length > 160) continue
    const moment = momentOf(shown, language)
    if (!moment) continue
    const updated = UPDATED.test(machine ? labelText(tree, label) : shown)
    const distance =
      label.first < start
        ? start - label.first
        : label.first > end
          ? label.first - end + 20
          : Math.min(label.first - start, 30)
    found.push({ moment, rank: distance + (updated ? 40 : 0) })
  }
  const best = found.sort((a, b) => a.rank - b.rank)[0]
  return (
    best &&
    claim(best.moment, 'visible', machine ? 'a marked time on the page' : 'a date printed on the page')
  )
}

/** The day in the address, with the time of a marked date or the feed's where that falls on the same day. */
function fromPath(
  tree: Tree,
  main: number,
  url: string | undefined,
  fed: string | undefined,
  language: string,
): DateClaim | undefined {
  const day = url ? dayInPath(url) : undefined
  if (!day || !isDay(day)) return undefined
  const marked = fromLabels(tree, main, language, true)
  if (marked?.best?.startsWith(day)) return marked
  if (fed?.startsWith(day))
    return claim({ value: fed, exact: true, floating: false }, 'feed', 'the feed says so')
  const moment = momentOf(day, language)
  return moment && claim(moment, 'url', 'the day in the address')
}

/** A date in a short line near the top of the article or just above it. */
function fromText(tree: Tree, main: number, language: string): DateClaim | undefined {
  const start = tree.boxes[main]?.first ?? 0
  for (const [from, to] of [
    [start - 12, start + 10],
    [0, start],
    [start + 10, tree.units.length],
  ] as const) {
    for (let i = Math.max(0, from); i < Math.min(tree.units.length, to); i++) {
      const { text } = tree.units[i]!
      if (text.length < 6 || text.length > 140) continue
      const moment = /\d/.test(text) ? momentOf(text, language) : undefined
      if (moment) return claim(moment, 'visible', 'a date printed on the page')
    }
  }
  return undefined
}
