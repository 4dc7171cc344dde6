/** Links articles and episodes into stories, whatever time and language lies between them, each link with its reason. */

import type { Placement, Reason } from '../model/story.ts'
import { skeleton } from '../words/names.ts'
import type { Features } from './features.ts'
import { itSays, oneSays, openHappenings, type Pointed } from './happenings.ts'
import { type Lasting, lastingOf } from './lasting.ts'
import { openLatest } from './latest.ts'
import { isEnough, type LinkModel, type LinkRule, linkScore, shippedLinks } from './link-scorer.ts'
import type { Profile } from './profile.ts'
import { type Compared, openProfiles } from './profiles.ts'

const PROPOSALS = 5
const MOST_ADDRESSES = 100_000
const MOST_PLACED = 100_000
const MOST_ALIKE = 200
const MOST_BRIDGES = 40_000
/** Two stories are one when further episodes belong to both: one for so many of the smaller story's own. */
const EPISODES_A_BRIDGE = 4
const bridgesFor = (episodes: number): number =>
  Math.ceil((episodes + 1) / EPISODES_A_BRIDGE) + (episodes > 1 ? 1 : 0)

export type StoryIndex = {
  readonly place: (
    features: Features,
    notStories: readonly number[],
  ) => Pick<Placement, 'story' | 'storyReasons' | 'proposals'>
  /** The stories that an article of a story points to in so many words, the likeliest first. */
  readonly pointedBy: (
    features: Features,
    story: number | undefined,
    notStories: readonly number[],
  ) => Placement['proposals']
  readonly add: (features: Features, episode: number, story: number) => void
  readonly move: (features: Features, episode: number, story: number) => void
  readonly rehome: (episode: number, story: number) => void
  readonly storyOf: (episode: number) => number | undefined
  /** An episode was found to belong to both of two stories. */
  readonly bridge: (episode: number, story: number, other: number) => void
  /** The bridges found since this was last asked. */
  readonly newBridges: () => readonly Bridge[]
  /** Takes up bridges that were found before, in their order. */
  readonly restore: (found: readonly Bridge[]) => void
  /** Pairs of stories that turned out to be one since this was last asked. */
  readonly toMerge: () => readonly StoryMerge[]
}

/** The smaller id is `story`. */
export type Bridge = { readonly story: number; readonly other: number; readonly episode: number }
export type StoryMerge = { readonly story: number; readonly into: number; readonly why: string }

type Ranked = {
  readonly story: number
  readonly score: number
  readonly compared: Compared
  readonly linked: boolean
  readonly rule: LinkRule
}

/** Alike enough, and not by one name alone. */
const isClear = ({ score, compared: { likeness }, rule }: Ranked): boolean =>
  score >= rule.assert && isEnough(likeness, rule)

/** Opens an empty index of stories, for articles of every language. */
export function openStoryIndex(model: LinkModel = shippedLinks): StoryIndex {
  const profiles = openProfiles()
  /** Few words on either side are few words in common. */
  const ruleFor = ({ short }: Lasting, { shorts, articles }: Profile): LinkRule =>
    short || 2 * shorts > articles ? model.short : model.whole
  const happenings = openHappenings()
  const homes = new Map<number, number>()
  /** How many episodes a story has. */
  const sizes = new Map<number, number>()
  /** Episodes of articles, the latest; older ones are not moved any more. */
  const placed = openLatest<number, number>(MOST_PLACED)
  /** How many articles stand in an episode; one that is left by all is none of its story's any more. */
  const members = new Map<number, number>()
  /** Stories by the addresses of their articles: a text may refer to one. */
  const addresses = openLatest<string, number>(MOST_ADDRESSES)
  /** The stories an article was found to be like, until it is added; what it then says of two of them being one. */
  const alike = openLatest<number, readonly number[]>(MOST_ALIKE)
  const bridges = openLatest<string, Set<number>>(MOST_BRIDGES)
  const merges: StoryMerge[] = []
  /** An article is placed and then added: what lasts of it is worked out once. */
  let latest: { readonly of: Features; readonly lasting: Lasting } | undefined
  const unsaved: Bridge[] = []

  /** Where one of the two stories is an episode and no more, one bridge is enough. */
  function bridge(episode: number, story: number, other: number): void {
    if (other === story || profiles.get(other) === undefined || profiles.get(story) === undefined) return
    const found = span({ story: Math.min(story, other), other: Math.max(story, other), episode })
    unsaved.push({ story: Math.min(story, other), other: Math.max(story, other), episode })
    const [here, there] = [sizeOf(story), sizeOf(other)]
    if (found.size < bridgesFor(Math.min(here, there))) return
    bridges.delete(`${Math.min(story, other)} ${Math.max(story, other)}`)
    const stays = here > there || (here === there && story < other)
    const [gone, into] = stays ? [other, story] : [story, other]
    merges.push({ story: gone, into, why: 'what came later belongs to both' })
  }

  function span({ story, other, episode }: Bridge): ReadonlySet<number> {
    const key = `${story} ${other}`
    const found = (bridges.get(key) ?? new Set()).add(episode)
    bridges.set(key, found)
    return found
  }

  const sizeOf = (story: number): number => sizes.get(story) ?? 0

  function settleIn(episode: number, story: number): void {
    const before = homes.get(episode)
    if (before === story) return
    quit(before)
    homes.set(episode, story)
    sizes.set(story, sizeOf(story) + 1)
  }

  function quit(story: number | undefined): void {
    if (story === undefined) return
    const left = sizeOf(story) - 1
    if (left > 0) sizes.set(story, left)
    else sizes.delete(story)
  }

  function enter(episode: number): void {
    members.set(episode, (members.get(episode) ?? 0) + 1)
  }

  function leave(episode: number): void {
    const left = (members.get(episode) ?? 1) - 1
    members.set(episode, left)
    if (left > 0) return
    members.delete(episode)
    quit(homes.get(episode))
    homes.delete(episode)
  }

  function lasting(of: Features): Lasting {
    const known = latest
    if (
      known !== undefined &&
      known.of.full === of.full &&
      known.of.names === of.names &&
      known.of.sounds === of.sounds &&
      known.of.meanings === of.meanings &&
      known.of.time === of.time
    )
      return known.lasting
    latest = { of, lasting: lastingOf(of) }
    return latest.lasting
  }

  function ranked(features: Features, terms: Lasting, not: readonly number[]): Ranked[] {
    const pointed = new Set(
      (features.links ?? []).flatMap((link) => homes.get(addresses.get(bare(link)) ?? -1) ?? []),
    )
    return profiles
      .compare(terms)
      .filter(({ profile }) => !not.includes(profile.id))
      .map((compared) => {
        const rule = ruleFor(terms, compared.profile)
        return {
          story: compared.profile.id,
          score: linkScore(compared.likeness, rule),
          compared,
          linked: pointed.has(compared.profile.id),
          rule,
        }
      })
      .sort((a, b) => Number(b.linked) - Number(a.linked) || b.score - a.score || a.story - b.story)
  }

  const told = (features: Features, not: readonly number[]): readonly Pointed[] =>
    happenings.pointed(features, (episode) => homes.get(episode)).filter(({ story }) => !not.includes(story))

  return {
    place(features, notStories) {
      const terms = lasting(features)
      const list = ranked(features, terms, notStories)
      const pointed = told(features, notStories)
      // Of a few sentences the likeliest story may be one of many: the likeliest that has their names is taken.
      const first = list.find((one) => one.linked || one.rule === model.whole || isClear(one))
      alike.set(
        features.id,
        list
          .filter(({ score, compared, rule }) => score >= rule.merge && isEnough(compared.likeness, rule))
          .map(({ story }) => story),
      )
      const isSure = first !== undefined && (first.linked ? first.score >= first.rule.linked : isClear(first))
      const best = isSure
        ? first
        : list.find(
            ({ story, score, rule }) =>
              score >= rule.linked && pointed.some((one) => one.clear && one.story === story),
          )
      const tell = ({ story, score, compared, linked }: Ranked, says: typeof itSays) => {
        const said = pointed.find((one) => one.story === story)
        const reasons = reasonsFor(features, profiles.because(terms, compared.profile, 60), linked)
        return {
          story,
          score: Math.max(said?.score ?? 0, 1 / (1 + Math.exp(-score))),
          reasons: said === undefined ? reasons : [says(said.sentence), ...reasons],
        }
      }
      const others = list.filter((one) => one !== best)
      return {
        story: best?.story,
        storyReasons: best === undefined ? [] : tell(best, itSays).reasons,
        proposals: [
          ...pointed.flatMap(({ story, score, sentence }) => {
            if (story === best?.story) return []
            const known = others.find((one) => one.story === story)
            return [
              known === undefined ? { story, score, reasons: [oneSays(sentence)] } : tell(known, oneSays),
            ]
          }),
          ...others
            .filter(({ story }) => !pointed.some((one) => one.story === story))
            .filter(({ score, linked, rule }) => score >= rule.propose || linked)
            .map((one) => tell(one, oneSays)),
        ].slice(0, PROPOSALS),
      }
    },
    pointedBy: (features, story, notStories) =>
      told(features, notStories)
        .filter((one) => one.story !== story)
        .map(({ story, score, sentence }) => ({ story, score, reasons: [oneSays(sentence)] })),
    add(features, episode, story) {
      settleIn(episode, story)
      enter(episode)
      profiles.include(story, lasting(features))
      happenings.add(features, episode)
      for (const other of alike.get(features.id) ?? []) bridge(episode, story, other)
      alike.delete(features.id)
      placed.set(features.id, episode)
      if (features.url !== undefined) addresses.set(bare(features.url), episode)
    },
    move(features, episode, story) {
      const terms = lasting(features)
      const old = placed.get(features.id)
      const before = homes.get(old ?? -1)
      if (before !== undefined) profiles.exclude(before, terms)
      settleIn(episode, story)
      if (old !== episode) {
        enter(episode)
        if (old !== undefined) leave(old)
      }
      profiles.include(story, terms)
      happenings.move(features.id, episode)
      placed.set(features.id, episode)
      if (features.url !== undefined) addresses.set(bare(features.url), episode)
    },
    rehome(episode, story) {
      const before = homes.get(episode)
      if (before === undefined || before === story) return
      const alone = sizeOf(before) === 1
      settleIn(episode, story)
      // Of a story with several episodes nobody knows any more which of its terms came with this one.
      if (alone) profiles.pour(before, story)
    },
    storyOf: (episode) => homes.get(episode),
    bridge,
    newBridges: () => unsaved.splice(0),
    restore: (found) => found.forEach(span),
    toMerge: () => merges.splice(0),
  }
}

const bare = (url: string): string =>
  url
    .replace(/^https?:\/\/(?:www\.|m\.|amp\.)?/, '')
    .replace(/[?#].*$/, '')
    .replace(/\/$/, '')

/** What the two share, in the article's own words: names that sound alike, and what both speak of. */
function reasonsFor(features: Features, shared: readonly string[], linked: boolean): readonly Reason[] {
  const known = new Set(shared)
  const cast = features.cast
    .filter((name) => name.split(/[\s-]+/).some((word) => known.has(`~${skeleton(word)}`)))
    .slice(0, 4)
  const spoken = shared.flatMap((term) => (term[0] === '#' ? [term.slice(1)] : [])).slice(0, 4)
  const reasons: Reason[] = []
  if (linked) reasons.push({ what: 'it links to an article of this story', values: {}, weight: 1 })
  if (cast.length > 0)
    reasons.push({ what: 'both name {names}', values: { names: cast.join(', ') }, weight: 1 })
  if (spoken.length > 0)
    reasons.push({ what: 'both speak of {words}', values: { words: spoken.join(', ') }, weight: 0.5 })
  return reasons.length > 0 ? reasons : [{ what: 'the same words and names', values: {}, weight: 0.5 }]
}
