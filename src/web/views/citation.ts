/** An article as it is cited: who, what, where, when, and its address. */

import type { ArticlePage } from '../../store/article-page.ts'
import { t } from '../messages.ts'
import { dayText } from './dates.ts'

export function citationOf({ authors, title, outlet, published, dateClaim, url }: ArticlePage): string {
  const source = { title, outlet, day: dateClaim ? dayText(published) : t('undated') }
  const words =
    authors.length > 0
      ? t('{authors}. “{title}.” {outlet}, {day}.', { ...source, authors: authors.join(', ') })
      : t('“{title}.” {outlet}, {day}.', source)
  return /^https?:/.test(url) ? `${words} ${url}` : words
}
