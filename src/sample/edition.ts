/** What of the world can be read at a moment: relative days written out, late articles held back, edits applied. */

import { outletOf } from './outlets.ts'
import type { Block } from './parse.ts'
import type { SampleArticle, World } from './world.ts'

/** An article as it stands at one moment; instants are milliseconds since the epoch. */
export type Dated = Omit<SampleArticle, 'published' | 'second' | 'draft'> & {
  readonly published: number
  readonly modified?: number
  readonly note?: string
}

const minute = 60_000
const locales = { en: 'en-GB', ar: 'ar-EG-u-nu-latn', he: 'he-IL', fr: 'fr-FR', ru: 'ru-RU' }

export function shown(instant: number, outletId: string, options: Intl.DateTimeFormatOptions): string {
  const { language, zone } = outletOf(outletId)
  return new Intl.DateTimeFormat(locales[language], { timeZone: zone, ...options }).format(instant)
}

/** ISO 8601 in the outlet's own offset, as its pages and feeds write it. */
export function isoIn(instant: number, outletId: string): string {
  const { zone } = outletOf(outletId)
  const minutes = Number(zone.slice(1, 3)) * 60 * (zone.startsWith('-') ? -1 : 1)
  return new Date(instant + minutes * minute).toISOString().slice(0, 19) + zone
}

const forms: Record<string, Intl.DateTimeFormatOptions> = {
  weekday: { weekday: 'long' },
  date: { day: 'numeric', month: 'long' },
  fulldate: { day: 'numeric', month: 'long', year: 'numeric' },
}

/** `{{weekday:-2}}` is the name of the day two days before publication. */
function written(text: string, published: number, outletId: string): string {
  return text.replace(/\{\{(weekday|date|fulldate)(?::(-?\d+))?\}\}/g, (_, form: string, days = '0') =>
    shown(published + Number(days) * 1440 * minute, outletId, forms[form] as Intl.DateTimeFormatOptions),
  )
}

export const publishedAt = (article: SampleArticle, start: number): number =>
  typeof article.published === 'number' ? start + article.published * minute : Date.parse(article.published)

/** The article as readers see it; `edited` asks for the second version where there is one. */
export function datedArticle(
  article: SampleArticle,
  start: number,
  edited: boolean,
  released?: number,
): Dated {
  const { second, draft: _, ...rest } = article
  const due = publishedAt(article, start)
  const published =
    typeof article.published === 'number' && released !== undefined ? Math.min(due, released) : due
  const fill = (text: string) => written(text, published, article.outlet)
  const blocks = (body: readonly Block[]) => body.map((block) => ({ ...block, text: fill(block.text) }))
  const now = edited && second ? second : undefined
  return {
    ...rest,
    title: fill(now?.title ?? article.title),
    ...(article.lead && { lead: fill(article.lead) }),
    published,
    body: blocks(now?.body ?? article.body),
    ...(now && {
      note: fill(now.note),
      modified: Math.max(
        published + minute,
        Math.min(start + now.afterMinutes * minute, released ?? Infinity),
      ),
    }),
  }
}

/** Every article that is out at `now`, newest first. */
export function editionAt(world: World, start: number, now: number, released?: number): Dated[] {
  return world.articles
    .filter((article) => released !== undefined || publishedAt(article, start) <= now)
    .map((article) => {
      const due = start + (article.second?.afterMinutes ?? Infinity) * minute
      return datedArticle(article, start, released !== undefined || due <= now, released)
    })
    .sort((a, b) => b.published - a.published || (a.id < b.id ? -1 : 1))
}
