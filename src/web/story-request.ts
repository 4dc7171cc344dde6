/** What every page of a story does first: find the story, follow a merge, and know whether the reader follows it. */

import type { Context } from 'hono'
import { followsOf, type Reader } from '../store/readers.ts'
import { type StoryHead, storyHead } from '../store/story-page.ts'
import type { Env, Site } from './site.ts'
import { problemPage } from './views/problem.ts'

export type StoryRequest = {
  readonly story: StoryHead
  readonly followed: boolean
  readonly reader: Reader
  readonly now: number
}

export async function openStoryPage(
  site: Site,
  c: Context<Env>,
): Promise<StoryRequest | { readonly answer: Response | Promise<Response> }> {
  const id = numberOf(c.req.param('id'))
  const story = id === undefined ? undefined : await storyHead(site.store.db, id)
  if (!story) return { answer: problemPage(c, 404, 'There is no story under this address.') }
  if (story.merged_into !== null) return { answer: c.redirect(`/story/${story.merged_into}`, 301) }
  const reader = c.get('reader')
  const follows = await followsOf(site.store.db, reader.id)
  const followed = follows.some(({ kind, target }) => kind === 'story' && target === String(story.id))
  return { story, followed, reader, now: site.now() }
}

/** A row's id in an address; undefined for anything else, so that garbage is a 404 and not a query. */
export function numberOf(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined
}
