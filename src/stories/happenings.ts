/** What was told lately, by day, names and kind, so that "a week after the talks in Zawra" finds the talks. */

import type { Reason } from '../model/story.ts'
import type { Features } from './features.ts'
import { type HappeningIndex, openHappeningIndex, type Told } from './happening-index.ts'
import { happeningOf, kindOfMeaning } from './happening-words.ts'
import { wordIn } from './lasting.ts'
import type { KeptReference } from './references.ts'

const DAY = 86_400_000
const LEAD_MEANINGS = 20
const MOST_SOUNDS = 48
const LEADS = 3
const LOOKED_AT = 400
/** As if so many articles had been before, with so large a share of them holding a name. */
const BEFORE = 60
const SHARE = 0.008

/** So much of the names' weight must be there at all; a lead over the next story makes it clear which is meant. */
const NAMES = 0.6
const CLEAR = 0.72
const LIKELY = 0.55
const LEAD = 0.12
/** Log-odds against all its names standing together by chance. */
const RARE = 4.5
const MOST_STORIES = 3
const CONTEXT = 5

/** A story that an article points to in so many words; `clear` where one and no other can be meant. */
export type Pointed = {
  readonly story: number
  readonly score: number
  readonly clear: boolean
  readonly sentence: string
}

/** Why an article stands in a story, and why two stories may be one. */
export const itSays = (sentence: string): Reason => ({
  what: 'it says “{sentence}”',
  values: { sentence },
  weight: 1,
})
export const oneSays = (sentence: string): Reason => ({
  what: 'one of the two says “{sentence}”',
  values: { sentence },
  weight: 1,
})

export type Happenings = {
  readonly add: (features: Features, episode: number) => void
  readonly move: (article: number, episode: number) => void
  /** The stories an article's references lead to, the likeliest first. */
  readonly pointed: (
    features: Features,
    storyOf: (episode: number) => number | undefined,
  ) => readonly Pointed[]
}

export function openHappenings(): Happenings {
  const index = openHappeningIndex()

  const rarity = (term: number | undefined): number =>
    -Math.log(
      ((term === undefined ? 0 : index.live(term)) + 0.5 + BEFORE * SHARE) / (index.size() + BEFORE + 1),
    )
  /** What says most is the word itself; the sound of a name may be many others' as well. */
  const weigh = (text: string): Weighed => {
    const texts = text.split('|')
    const terms = texts.map((one) => index.numberOf(one))
    return { texts, terms, weights: terms.map(rarity), known: terms.some((term) => term !== undefined) }
  }

  /** The slots of what was told in the days meant, of what is named; without days, of whatever was told before. */
  function candidates(names: readonly Weighed[], { days, own, self }: When): readonly number[] {
    const found = new Set<number>()
    const rarest = names
      .filter(({ known }) => known)
      .sort((a, b) => b.weights[0]! - a.weights[0]! || (a.texts[0]! < b.texts[0]! ? -1 : 1))
    for (const { terms } of rarest.slice(0, LEADS))
      for (const term of terms) {
        let looked = 0
        if (term === undefined) continue
        index.each(term, (slot) => {
          const told = index.told(slot)
          if (told.id === self || !isMeant(told, days, own)) return true
          found.add(slot)
          return ++looked < LOOKED_AT
        })
      }
    return [...found].sort((a, b) => index.told(a).id - index.told(b).id)
  }

  function resolve(
    features: Features,
    reference: KeptReference,
    storyOf: (episode: number) => number | undefined,
  ): readonly Pointed[] {
    const inContext = reference.series === true || reference.names.length === 0
    const names = (inContext ? [...reference.names, ...contextOf(features)] : reference.names).map(weigh)
    const words = reference.words.map(weigh)
    const own = features.dated ? Math.floor(features.time / DAY) : undefined
    const when = { days: reference.days, own, self: features.id }
    const [leads, told] = [index.numberOf(`!${reference.kind}`), index.numberOf(`/${reference.kind}`)]
    const best = new Map<number, { readonly score: number; readonly rare: number; readonly dated: boolean }>()
    for (const slot of candidates(names, when)) {
      const { episode, day } = index.told(slot)
      const story = storyOf(episode)
      const kind = holds(index, slot, leads) ? 1 : holds(index, slot, told) ? 0.6 : 0
      const [named, rare] = shareOf(names, index, slot)
      if (story === undefined || kind === 0 || named < NAMES) continue
      const score =
        0.55 * named + 0.3 * kind + 0.15 * (words.length === 0 ? named : shareOf(words, index, slot)[0])
      const known = best.get(story)
      if (known === undefined || score > known.score)
        best.set(story, { score, rare, dated: day !== undefined })
    }
    const list = [...best].sort((a, b) => b[1].score - a[1].score || a[0] - b[0])
    // What might be any of many is none.
    if (list.filter(([, { score }]) => score >= LIKELY).length > MOST_STORIES) return []
    const isSure = own !== undefined && reference.days !== undefined && reference.days[1] <= 0 && !inContext
    return list.flatMap(([story, { score, rare, dated }], at) => {
      if (score < LIKELY) return []
      const next = list[1]?.[1].score ?? 0
      const clear = at === 0 && isSure && dated && score >= CLEAR && rare >= RARE && score - next >= LEAD
      return [{ story, score, clear, sentence: reference.sentence }]
    })
  }

  return {
    add(features, episode) {
      const { id, language } = features
      const day = features.dated ? Math.floor(features.time / DAY) : undefined
      index.add({ id, episode, language, day }, termsOf(features))
    },
    move: index.move,
    pointed(features, storyOf) {
      const found = new Map<number, Pointed>()
      for (const reference of features.references ?? [])
        for (const one of resolve(features, reference, storyOf)) {
          const known = found.get(one.story)
          if (known === undefined || Number(one.clear) > Number(known.clear)) found.set(one.story, one)
        }
      return [...found.values()].sort(
        (a, b) => Number(b.clear) - Number(a.clear) || b.score - a.score || a.story - b.story,
      )
    },
  }
}

/** A name or word in its forms, the text's own first, each with what it weighs. */
type Weighed = {
  readonly texts: readonly string[]
  readonly terms: readonly (number | undefined)[]
  readonly weights: readonly number[]
  readonly known: boolean
}
type When = {
  readonly days: KeptReference['days']
  readonly own: number | undefined
  readonly self: number
}

function isMeant({ day }: Told, days: When['days'], own: number | undefined): boolean {
  if (own === undefined || day === undefined) return true
  if (days === undefined) return day <= own
  return own + days[0] <= day && day <= own + days[1]
}

/**
 * Of what is named the share by weight that an article holds, and the weight. Of an article in another language only
 * sounds, meanings and numbers can be asked.
 */
function shareOf(
  asked: readonly Weighed[],
  index: HappeningIndex,
  slot: number,
): readonly [share: number, weight: number] {
  const { language } = index.told(slot)
  let all = 0
  let held = 0
  for (const { texts, terms, weights } of asked) {
    const first = texts.findIndex((text) => /^[~#\d]/.test(text) || text.startsWith(`${language} `))
    if (first < 0) continue
    const at = terms.findIndex((term) => holds(index, slot, term))
    all += Math.max(weights[first]!, at < 0 ? 0 : weights[at]!)
    if (at >= 0) held += weights[at]!
  }
  return [all === 0 ? 0 : held / all, held]
}

const holds = (index: HappeningIndex, slot: number, term: number | undefined): boolean =>
  term !== undefined && index.holds(slot, term)

/** Where a reference names nobody ("the third such attack"), the article's own heaviest names tell who is meant. */
const contextOf = ({ language, names }: Features): readonly string[] =>
  names.terms
    .map((term, at) => ({ term, weight: names.weights[at]! }))
    .filter(({ term }) => !term.includes(' '))
    .sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1))
    .slice(0, CONTEXT)
    .map(({ term }) => wordIn(language, term))

/** What an article can be found by: `!` and `/` open the kinds of happening it leads with and speaks of. */
function termsOf(features: Features): readonly string[] {
  const { language, title, names, full, sounds = [], meanings = [], numbers } = features
  const terms = new Set<string>()
  for (const bag of [title, names, full])
    for (const term of bag.terms.slice(0, 24)) if (!/[\s@]/.test(term)) terms.add(wordIn(language, term))
  for (const number of numbers.slice(0, 12)) terms.add(number)
  for (const sound of sounds.slice(0, MOST_SOUNDS)) terms.add(`~${sound}`)
  for (const meaning of meanings.slice(0, LEAD_MEANINGS)) terms.add(`#${meaning}`)
  const leads = new Set([
    ...title.terms.map((term) => happeningOf(term, language)),
    ...meanings.slice(0, LEAD_MEANINGS).map(kindOfMeaning),
  ])
  const told = new Set([
    ...full.terms.map((term) => happeningOf(term, language)),
    ...meanings.map(kindOfMeaning),
  ])
  for (const kind of told) if (kind !== undefined && !leads.has(kind)) terms.add(`/${kind}`)
  for (const kind of leads) if (kind !== undefined) terms.add(`!${kind}`)
  return [...terms]
}
