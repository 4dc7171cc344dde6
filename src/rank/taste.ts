/** For You: what a reader's own reading teaches, and which stories that speaks for, each with its reasons. */

import type { Reason } from '../model/story.ts'

export type TasteKind = 'story' | 'actor' | 'topic' | 'outlet'

/** Something a story can be about or come from. `target` is an id, or a topic's words. */
export type Subject = { readonly kind: TasteKind; readonly target: string }

/** What the reader said of a subject: from -2, much less, to 2, much more; 0 asks to conclude nothing of it. */
export type Said = Subject & { readonly weight: number }

/** The weight of a subject that is never to be shown. */
export const MUTED = -9

/** One thing the reader did with an article, or did not do with a story that was shown to them. */
export type Done = {
  readonly how: 'read' | 'starred' | 'skipped'
  readonly at: number
  readonly story?: number
  readonly outlet?: number
  readonly actors: readonly number[]
}

/** `weight` -1 to 1; `times` is how often it was read or starred, `skipped` how often it was passed over. */
export type Learned = Subject & { readonly weight: number; readonly times: number; readonly skipped: number }

const DAY = 86_400_000
/** What was read so many days ago teaches half as much. */
const HALF_LIFE = 21
const worth: Readonly<Record<Done['how'], number>> = { read: 1, starred: 3, skipped: -0.5 }
/** One reading is chance: so many are wanted before anything is concluded. */
const FEWEST = 2

export const keyOf = ({ kind, target }: Subject): string => `${kind}:${target}`

/** A story passed over was shown several times already. */
const enough = ({ kind }: Subject, times: number, skipped: number): boolean =>
  times + skipped >= FEWEST || (kind === 'story' && skipped > 0)

/** What the acts teach, the strongest first; nothing of subjects the reader spoke about, their word stands. */
export function learnTaste(acts: readonly Done[], said: readonly Said[], now: number): readonly Learned[] {
  const sums = new Map<
    string,
    { subject: Subject; liked: number; passed: number; times: number; skipped: number }
  >()
  const count = (subject: Subject, act: Done) => {
    const key = keyOf(subject)
    const sum = sums.get(key) ?? { subject, liked: 0, passed: 0, times: 0, skipped: 0 }
    const value = worth[act.how] * 0.5 ** (Math.max(0, now - act.at) / DAY / HALF_LIFE)
    if (value > 0) {
      sum.liked += value
      sum.times += 1
    } else {
      sum.passed -= value
      sum.skipped += 1
    }
    sums.set(key, sum)
  }
  for (const act of acts) {
    if (act.story !== undefined) count({ kind: 'story', target: String(act.story) }, act)
    if (act.outlet !== undefined) count({ kind: 'outlet', target: String(act.outlet) }, act)
    for (const actor of new Set(act.actors)) count({ kind: 'actor', target: String(actor) }, act)
  }
  const spoken = new Set(said.map(keyOf))
  return [...sums.values()]
    .filter(({ subject, times, skipped }) => enough(subject, times, skipped) && !spoken.has(keyOf(subject)))
    .map(({ subject, liked, passed, times, skipped }) => ({
      ...subject,
      weight: Math.round((liked / (liked + 3) - passed / (passed + 3)) * 100) / 100,
      times,
      skipped,
    }))
    .filter(({ weight }) => Math.abs(weight) >= 0.05)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (keyOf(a) < keyOf(b) ? -1 : 1))
}

/** A story that could be for the reader. */
export type Offer = {
  readonly id: number
  readonly title: string
  readonly lastChange: number
  /** Articles not read yet, and read. */
  readonly unread: number
  readonly read: number
  readonly outlets: readonly number[]
  readonly actors: readonly number[]
}

export type Taste = {
  readonly said: readonly Said[]
  readonly learned: readonly Learned[]
  /** What the reader follows, of the same kinds. */
  readonly followed: readonly Subject[]
  /** What subjects are called, by `keyOf`. */
  readonly names: ReadonlyMap<string, string>
}

const HOUR = 3_600_000
/** Slower than on the top of the page: what one cares for is worth coming back to. */
const STORY_HALF_LIFE = 36
/** Below this a story is not put before the reader as theirs. */
const ENOUGH = 0.35
/** How much of what an outlet is liked for speaks for each of its stories. */
const OUTLET_SHARE = 0.4

/** Whether anything in the story is muted. */
export function isMuted(offer: Offer, said: readonly Said[]): boolean {
  const muted = said.filter(({ weight }) => weight <= MUTED)
  // A story of many outlets does not go because one of them is muted.
  return muted.some((one) =>
    one.kind === 'outlet' ? offer.outlets.length === 1 && holds(offer, one) : holds(offer, one),
  )
}

/** Stories with something unread that the taste speaks for, best first, with the reasons, heaviest first. */
export function rankForYou(
  offers: readonly Offer[],
  taste: Taste,
  now: number,
): readonly { readonly id: number; readonly score: number; readonly reasons: readonly Reason[] }[] {
  const weigh = weigher(offers, taste)
  return offers
    .filter((offer) => offer.unread > 0 && !isMuted(offer, taste.said))
    .map((offer) => {
      const reasons = weigh(offer)
      const sum = reasons.reduce((total, { weight }) => total + weight, 0)
      const fresh = 0.5 ** (Math.max(0, now - offer.lastChange) / HOUR / STORY_HALF_LIFE)
      return {
        id: offer.id,
        score: sum * fresh,
        worth: sum,
        reasons: reasons.filter(({ weight }) => weight > 0),
      }
    })
    .filter(({ worth: sum }) => sum >= ENOUGH)
    .sort((a, b) => b.score - a.score || b.id - a.id)
    .map(({ id, score, reasons }) => ({ id, score, reasons }))
}

function weigher(offers: readonly Offer[], { said, learned, followed, names }: Taste) {
  /** What every second story names tells nothing about this one. */
  const rarity = (subject: Subject) => {
    if (offers.length < 5) return 1
    return 1 - offers.filter((offer) => holds(offer, subject)).length / offers.length
  }
  const rarities = new Map(learned.map((one) => [keyOf(one), rarity(one)]))
  return (offer: Offer): Reason[] => {
    const reasons: Reason[] = []
    const because = (what: string, weight: number, values: Reason['values'] = {}) =>
      reasons.push({ what, weight: Math.round(weight * 100) / 100, values })
    const nameOf = (subject: Subject) => names.get(keyOf(subject)) ?? subject.target
    for (const one of followed.filter((subject) => holds(offer, subject))) {
      if (one.kind === 'story') because('you follow this story', 3)
      else because('you follow {name}', 2, { name: nameOf(one) })
    }
    for (const one of said.filter((subject) => holds(offer, subject))) {
      if (one.weight === 0 || one.weight <= MUTED) continue
      const more = one.weight > 0
      if (one.kind === 'story')
        because(more ? 'you asked for more of this story' : 'you asked for less of this story', one.weight)
      else
        because(more ? 'you asked for more of {name}' : 'you asked for less of {name}', one.weight, {
          name: nameOf(one),
        })
    }
    for (const one of learned.filter((subject) => holds(offer, subject))) {
      const weight = one.weight * (rarities.get(keyOf(one)) ?? 1)
      if (one.weight < 0)
        because('you often pass over {name}', weight, {
          name: one.kind === 'story' ? offer.title : nameOf(one),
        })
      else if (one.kind === 'story')
        because('you read {n, plural, one {# article} other {# articles}} of this story', 1.5 * weight, {
          n: offer.read || one.times,
        })
      else if (one.kind === 'outlet')
        because('you often read {name}', OUTLET_SHARE * weight, { name: nameOf(one) })
      else because('you read much about {name}', weight, { name: nameOf(one) })
    }
    return reasons.sort((a, b) => b.weight - a.weight)
  }
}

function holds(offer: Offer, { kind, target }: Subject): boolean {
  if (kind === 'story') return String(offer.id) === target
  if (kind === 'outlet') return offer.outlets.includes(Number(target))
  if (kind === 'actor') return offer.actors.includes(Number(target))
  const words = target.toLocaleLowerCase().split(/\s+/u).filter(Boolean)
  const title = offer.title.toLocaleLowerCase()
  return words.length > 0 && words.every((word) => title.includes(word))
}
