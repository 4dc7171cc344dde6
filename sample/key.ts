/** The answer key of the living sample: what a reader that works well finds in it, taken from the notes beside each text. */

import { outletOf } from '../src/sample/outlets.ts'
import { listOf } from '../src/sample/parse.ts'
import { readWorld, type World } from '../src/sample/world.ts'

export type KeyEncounter = {
  readonly article: string
  /** visit, meeting, talks, call or invitation. */
  readonly kind: string
  /** As in the model: occurred, expected, cancelled, denied, unconfirmed, hypothetical, under-way, habitual. */
  readonly status: string
  readonly travellers?: string
  readonly head?: string
  readonly host?: string
  readonly participants?: string
  readonly place?: string
  readonly via?: string
  /** ISO date or month; absent in live articles, whose days move. */
  readonly date?: string
}

export type KeyArticle = {
  /** `outlet/slug`. */
  readonly id: string
  readonly outlet: string
  readonly path: string
  readonly title: string
  readonly authors: readonly string[]
  /** ISO 8601 with offset, or minutes from the server's start. */
  readonly published: string | number
  readonly language: string
  readonly undated: boolean
  readonly access: 'free' | 'sign-up' | 'paid'
  /** Absent for news that belongs to no long story. */
  readonly story?: string
  /** `story/episode`, or `single/slug` where nothing else tells of it. */
  readonly episode: string
  readonly copyOf?: { readonly kind: string; readonly article: string }
  readonly edited: boolean
}

export type KeyStory = {
  readonly id: string
  readonly title: string
  readonly keywords: readonly string[]
  readonly episodes: readonly string[]
  readonly cast: readonly {
    readonly kind: string
    readonly name: string
    readonly variants: readonly string[]
  }[]
  /** The same quantity as different articles give it. */
  readonly differing: readonly { readonly of: string; readonly said: Readonly<Record<string, string>> }[]
}

export type SampleKey = {
  readonly articles: readonly KeyArticle[]
  readonly stories: readonly KeyStory[]
  readonly encounters: readonly KeyEncounter[]
  /**
   * Stories whose encounters are noted completely; in the others only some are. An invitation that is told only as the
   * ground of a visit is not noted apart from it, nor is what stands behind a sign-up wall.
   */
  readonly storiesWithAllEncounters: readonly string[]
  readonly statements: readonly {
    readonly article: string
    readonly speaker: string
    readonly content: string
  }[]
  readonly figures: readonly { readonly article: string; readonly of: string; readonly said: string }[]
  /** Events that were planned, denied or imagined and must never be shown as having occurred. */
  readonly traps: readonly { readonly article: string; readonly kind: string; readonly what: string }[]
}

function copyOf(note: string | undefined): KeyArticle['copyOf'] {
  const [kind, article] = listOf(note, ' ')
  return kind && article ? { kind, article } : undefined
}

export function readKey(world: World = readWorld()): SampleKey {
  const articles = world.articles.map((article): KeyArticle => {
    const { story, episode, copy } = article.draft.head
    const origin = copyOf(copy)
    return {
      id: article.id,
      outlet: article.outlet,
      path: article.path,
      title: article.title,
      authors: article.authors,
      published: article.published,
      language: outletOf(article.outlet).language,
      undated: article.undated,
      access: article.access,
      ...(story && { story }),
      episode: story ? `${story}/${episode}` : `single/${episode ?? article.slug}`,
      ...(origin && { copyOf: origin }),
      edited: article.second !== undefined,
    }
  })
  return {
    articles,
    stories: world.stories.map(({ figures, traps: _, ...story }) => ({
      ...story,
      differing: figures.map(({ of = '', ...said }) => ({ of, said })),
    })),
    encounters: world.articles.flatMap(({ id, draft }) =>
      draft.encounters.map((fields) => ({ kind: '', status: '', ...fields, article: id })),
    ),
    storiesWithAllEncounters: ['dahra-talks', 'halmora-strait'],
    statements: world.articles.flatMap(({ id, draft }) =>
      draft.statements.map((statement) => ({ ...statement, article: id })),
    ),
    figures: world.articles.flatMap(({ id, draft }) =>
      draft.figures.flatMap((line) =>
        listOf(line, ';').map((figure) => {
          const [of = '', ...said] = listOf(figure, ' ')
          return { article: id, of, said: said.join(' ') }
        }),
      ),
    ),
    traps: world.stories.flatMap(({ traps }) =>
      traps.map(({ article = '', kind = '', what = '' }) => ({ article, kind, what })),
    ),
  }
}
