/** Compares an article with a story: what the scorer of links looks at. */

/** How an article compares with a story. All lie between 0 and 1, and all speak for it. */
export type StoryLikeness = {
  /** Cosine of words, where the story was told in the article's language. */
  readonly words: number
  /** Cosine of what names sound like. */
  readonly sounds: number
  readonly meanings: number
  /** How much likelier the article's terms are in this story than in the news at large, as a share of the most possible. */
  readonly gain: number
  /** The gain beyond that of the next best story. */
  readonly lead: number
  /** Names that the story keeps coming back to and few other stories have: 1 is six of them. */
  readonly own: number
  /** How telling the names in common are together, whatever the lengths. */
  readonly mass: number
  /** The same of names that the story keeps coming back to, without the heaviest: one name shared is not a story shared. */
  readonly rest: number
  /** How far the article's names are all such as the story is told with. */
  readonly cover: number
  /** How far the names that the story keeps coming back to are the article's as well. */
  readonly core: number
  /** How telling those are together. */
  readonly cast: number
  /** Cosine of words that are not the article's names. */
  readonly topic: number
  /** How lately the story was told of: 1 is that day, half is a month off. */
  readonly near: number
}

/** A term of an article: how telling it is, how large a part of all stories holds it, and whether hardly any other does. */
export type Asked = {
  readonly kind: 'word' | 'sound' | 'meaning' | 'name'
  /** Of a word: it stands in one of the article's names. */
  readonly naming: boolean
  readonly weight: number
  readonly large: number
  readonly own: boolean
}

/** A story as an article sees it: how many of its articles hold each term asked for, and what its terms weigh, squared. */
export type Told = {
  readonly held: ArrayLike<number>
  readonly articles: number
  /** What the names it keeps coming back to weigh. */
  readonly core: number
  /** Days to the nearest day on which it was told of. */
  readonly silence: number
  /** Of the language asked in; 0 where the story was never told in it. */
  readonly words: number
  readonly sounds: number
  readonly meanings: number
}

/** How far an article's terms are its story's, and how far anybody's. */
const OF_STORY = 0.7
const OWN_NAMES = 6
/** Two or three rare names. */
const HALF_MASS = 10
const HALF_REST = 5
const HALF_CAST = 5
const HALF_NEAR = 30
/** Names in a fifth of a story's articles are its own; it keeps coming back to those in a third. */
const OWN_SHARE = 0.2
export const CORE_SHARE = 0.3

type Sums = { dot: number; left: number }

/** `strange` is what the article's names weigh that no story has. The lead over others is not known here, and 0. */
export function likenessOf(query: readonly Asked[], strange: number, story: Told): StoryLikeness {
  const words: Sums = { dot: 0, left: 0 }
  const sounds: Sums = { dot: 0, left: 0 }
  const meanings: Sums = { dot: 0, left: 0 }
  let gain = 0
  let most = 0
  let own = 0
  let mass = 0
  let core = 0
  let heaviest = 0
  let names = strange
  let ownNames = 0
  let cast = 0
  let coreNames = 0
  const topic: Sums = { dot: 0, left: 0 }
  let named = 0
  const hasWords = story.words > 0
  for (let i = 0; i < query.length; i++) {
    const { kind, naming, weight, large, own: rare } = query[i]!
    const share = Math.min(1, story.held[i]! / story.articles)
    if (kind === 'name') {
      names += weight
      if (share >= OWN_SHARE) ownNames += weight
      if (share >= CORE_SHARE) coreNames += weight * share
      cast += weight * share
      continue
    }
    const isSound = kind === 'sound'
    const sums = isSound ? sounds : kind === 'meaning' ? meanings : words
    sums.left += weight * weight
    sums.dot += weight * weight * share
    if (naming) named += weight * weight * share * share
    else if (sums === words) {
      topic.left += weight * weight
      topic.dot += weight * weight * share
    }
    // In another language than the story's its words say nothing either way.
    if (sums === words && !hasWords) continue
    gain += Math.log((OF_STORY * share + (1 - OF_STORY) * large) / large)
    most += Math.log((OF_STORY + (1 - OF_STORY) * large) / large)
    if (!isSound || share === 0) continue
    mass += weight * Math.sqrt(share)
    core += weight * share
    heaviest = Math.max(heaviest, weight * share)
    if (rare) own += Math.sqrt(share)
  }
  const cosine = ({ dot, left }: Sums, right: number): number =>
    dot === 0 || right === 0 ? 0 : Math.min(1, dot / Math.sqrt(left * right))
  return {
    words: cosine(words, story.words),
    sounds: cosine(sounds, story.sounds),
    meanings: cosine(meanings, story.meanings),
    gain: Math.max(0, gain / Math.max(1, most)),
    lead: 0,
    own: Math.min(1, own / OWN_NAMES),
    mass: mass / (mass + HALF_MASS),
    rest: (core - heaviest) / (core - heaviest + HALF_REST),
    cover: names === 0 ? 0 : ownNames / names,
    core: story.core === 0 ? 0 : Math.min(1, coreNames / story.core),
    cast: cast / (cast + HALF_CAST),
    topic: cosine(topic, Math.max(0, story.words - named)),
    near: HALF_NEAR / (HALF_NEAR + story.silence),
  }
}
