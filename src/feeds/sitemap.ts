/** News sitemaps and sitemap indexes: the list of articles an outlet keeps where it has no feed. */

import type { Feed } from '../model/feed.ts'
import type { FeedFailure } from './failure.ts'

export function readSitemap(_xml: string, _url: string): Feed | FeedFailure {
  return { failed: 'This is a sitemap' }
}
