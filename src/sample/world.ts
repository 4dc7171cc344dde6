/** The sample's content as plain data: reads `sample/world`, fills in what copies repeat, and gives every page its path. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { outletOf } from './outlets.ts'
import { type Block, type Draft, listOf, parseWorldFile, type StoryHead } from './parse.ts'

export type SampleArticle = {
  /** `outlet/slug`, unique in the world. */
  readonly id: string
  readonly outlet: string
  readonly slug: string
  readonly path: string
  readonly title: string
  readonly lead?: string
  readonly authors: readonly string[]
  readonly section: string
  readonly tags: readonly string[]
  readonly dateline?: string
  readonly picture?: { readonly caption: string; readonly credit: string }
  readonly access: 'free' | 'sign-up' | 'paid'
  /** Shown nowhere on the page or in the feed, though the world knows it. */
  readonly undated: boolean
  /** The source a re-post names in its last line. */
  readonly sourceLine?: string
  /** ISO 8601 with offset, or minutes from the server's start. */
  readonly published: string | number
  readonly body: readonly Block[]
  readonly second?: {
    readonly title: string
    readonly note: string
    readonly body: readonly Block[]
    readonly afterMinutes: number
  }
  readonly draft: Draft
}

export type World = { readonly stories: readonly StoryHead[]; readonly articles: readonly SampleArticle[] }

export const worldFolder = join(import.meta.dirname, '../../sample/world')

function pathOf(draft: Draft): string {
  const { permalink } = outletOf(draft.outlet)
  if (typeof draft.when === 'number' && permalink.includes('{y}')) return `/live/${draft.slug}`
  const [y = '', m = '', d = ''] = String(draft.when).slice(0, 10).split('-')
  return permalink.replace('{y}', y).replace('{m}', m).replace('{d}', d).replace('{slug}', draft.slug)
}

/** A paragraph `<< outlet/slug 1-4` stands for those paragraphs of another article. */
function filled(body: readonly Block[], drafts: ReadonlyMap<string, Draft>): Block[] {
  return body.flatMap((block) => {
    const found = /^<< (\S+) (\d+)-(\d+)$/.exec(block.text)
    if (!found) return [block]
    const origin = drafts.get(found[1] as string)
    if (!origin) throw new Error(`Nothing called ${found[1]} to copy from.`)
    return filled(origin.body.slice(Number(found[2]) - 1, Number(found[3])), drafts)
  })
}

function articleOf(draft: Draft, drafts: ReadonlyMap<string, Draft>): SampleArticle {
  const { head } = draft
  const id = `${draft.outlet}/${draft.slug}`
  if (!head.title) throw new Error(`${id} has no title.`)
  const [caption = '', credit = ''] = listOf(head.picture, '|')
  const access = head.access ?? 'free'
  if (access !== 'free' && access !== 'sign-up' && access !== 'paid')
    throw new Error(`${id}: access ${access}`)
  return {
    id,
    outlet: draft.outlet,
    slug: draft.slug,
    path: pathOf(draft),
    title: head.title,
    ...(head.lead && { lead: head.lead }),
    authors: listOf(head.by),
    section: head.section ?? '',
    tags: listOf(head.tags),
    ...(head.dateline && { dateline: head.dateline }),
    ...(caption && { picture: { caption, credit } }),
    access,
    undated: head.undated === 'yes',
    ...(head.source && { sourceLine: head.source }),
    published:
      typeof draft.when === 'number'
        ? draft.when
        : `${draft.when.replace(' ', 'T')}:00${outletOf(draft.outlet).zone}`,
    body: filled(draft.body, drafts),
    ...(draft.second && {
      second: {
        title: draft.second.head.title ?? head.title,
        note: draft.second.head.note ?? '',
        body: filled(draft.second.body, drafts),
        afterMinutes: Number(draft.second.head.after ?? 10),
      },
    }),
    draft,
  }
}

/** Reads and checks every file of the folder; throws with the file's name where one is malformed. */
export function readWorld(folder: string = worldFolder): World {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => {
      try {
        return parseWorldFile(readFileSync(join(folder, name), 'utf8'))
      } catch (cause) {
        throw new Error(`${name} is malformed: ${(cause as Error).message}`, { cause })
      }
    })
  const drafts = new Map<string, Draft>()
  for (const draft of files.flatMap((file) => file.drafts)) {
    const id = `${draft.outlet}/${draft.slug}`
    if (drafts.has(id)) throw new Error(`Two articles are called ${id}.`)
    drafts.set(id, draft)
  }
  return {
    stories: files.flatMap((file) => file.story ?? []),
    articles: [...drafts.values()].map((draft) => articleOf(draft, drafts)),
  }
}
