/** What every page of a story does first: find the story, follow a merge, and know whether the reader follows it. */

import type { Context } from 'hono'
import { followsOf, type Reader } from '../store/readers.ts'
import { type StoryCounts, type StoryHead, storyCounts, storyHead } from '../store/story-page.ts'
import { feedAddress } from './feed-address.ts'
import { t } from './messages.ts'
import type { Env, Site } from './site.ts'
import { problemPage } from './views/problem.ts'

export type StoryRequest = {
  readonly story: StoryHead
  readonly followed: boolean
  readonly reader: Reader
  readonly now: number
  readonly counts: StoryCounts
  /** Address of its feed. */
  readonly feed: string
}

export async function openStoryPage(
  site: Site,
  c: Context<Env>,
): Promise<StoryRequest | { readonly answer: Response | Promise<Response> }> {
  const id = numberOf(c.req.param('id'))
  const story = id === undefined ? undefined : await storyHead(site.store.db, id)
  if (!story) return { answer: problemPage(c, 404, t('There is no story under this address.')) }
  // Not for good: what was merged by hand can be parted again.
  if (story.merged_into !== null) return { answer: c.redirect(`/story/${story.merged_into}`, 302) }
  const reader = c.get('reader')
  const [follows, counts, feed] = await Promise.all([
    followsOf(site.store.db, reader.id),
    storyCounts(site.store.db, story.id, reader.previous_visit),
    feedAddress(site, c, `/story/${story.id}/feed.xml`),
  ])
  const followed = follows.some(({ kind, target }) => kind === 'story' && target === String(story.id))
  return { story, followed, reader, now: site.now(), counts, feed }
}

/** A row's id in an address; undefined for anything else, so that garbage is a 404 and not a query. */
export function numberOf(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined
}
