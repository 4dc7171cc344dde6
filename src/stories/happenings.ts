/** What was told lately, by day, names and kind, so that "a week after the talks in Zawra" finds the talks. */

import type { Reason } from '../model/story.ts'
import type { Features } from './features.ts'
import { happeningOf, kindOfMeaning } from './happening-words.ts'
import { wordIn } from './lasting.ts'
import type { KeptReference } from './references.ts'

const DAY = 86_400_000
/**
 * Articles remembered, by their ids, which are given in the order of placing: what is remembered depends on the newest
 * id alone, so that a memory rebuilt from the store is the one that was lost. About a kilobyte each.
 */
export const REACH = 12_000
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
const SHORT = 12
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

type Entry = {
  readonly id: number
  episode: number
  readonly language: string
  readonly day: number | undefined
  readonly terms: readonly Posting[]
}
/** What a term is held by: `ids` ascend, some of them of what is forgotten. */
type Posting = { readonly term: string; ids: number[]; live: number }

export function openHappenings(): Happenings {
  const entries = new Map<number, Entry>()
  const postings = new Map<string, Posting>()
  let floor = Number.NEGATIVE_INFINITY

  function raise(to: number): void {
    if (to <= floor) return
    const gone = to - floor > entries.size ? [...entries.keys()].filter((id) => id < to) : between(floor, to)
    for (const id of gone) forget(id)
    floor = to
  }

  function forget(id: number): void {
    const entry = entries.get(id)
    if (entry === undefined) return
    entries.delete(id)
    for (const posting of entry.terms) {
      posting.live--
      if (posting.live === 0) postings.delete(posting.term)
      // Not each time: taking one out of a long list costs its length.
      else if (posting.ids.length > posting.live * 2 + 8)
        posting.ids = posting.ids.filter((one) => entries.has(one))
    }
  }

  const rarity = (posting: Posting | undefined): number =>
    -Math.log(((posting?.live ?? 0) + 0.5 + BEFORE * SHARE) / (entries.size + BEFORE + 1))
  /** What says most is the word itself; the sound of a name may be many others' as well. */
  const weigh = (text: string): Weighed => {
    const terms = text.split('|')
    const held = terms.map((term) => postings.get(term))
    return { terms, held, weights: held.map(rarity), known: held.some((posting) => posting !== undefined) }
  }

  function opened(term: string): Posting {
    const posting = { term, ids: [], live: 0 }
    postings.set(term, posting)
    return posting
  }

  /** What was told in the days meant, of what is named; without days, whatever was told before. */
  function candidates(names: readonly Weighed[], { days, own, self }: When): readonly Entry[] {
    const found = new Set<number>()
    const rarest = names
      .filter(({ known }) => known)
      .sort((a, b) => b.weights[0]! - a.weights[0]! || (a.terms[0]! < b.terms[0]! ? -1 : 1))
    for (const { held } of rarest.slice(0, LEADS))
      for (const posting of held) {
        let looked = 0
        for (const id of posting?.ids.toReversed() ?? []) {
          const entry = entries.get(id)
          if (entry === undefined || id === self || !isMeant(entry, days, own)) continue
          found.add(id)
          if (++looked >= LOOKED_AT) break
        }
      }
    return [...found].sort((a, b) => a - b).map((id) => entries.get(id)!)
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
    const [leads, told] = [postings.get(`!${reference.kind}`), postings.get(`/${reference.kind}`)]
    const best = new Map<number, { readonly score: number; readonly rare: number; readonly dated: boolean }>()
    for (const entry of candidates(names, when)) {
      const story = storyOf(entry.episode)
      const kind = holds(entry, leads) ? 1 : holds(entry, told) ? 0.6 : 0
      const [named, rare] = shareOf(names, entry)
      if (story === undefined || kind === 0 || named < NAMES) continue
      const score = 0.55 * named + 0.3 * kind + 0.15 * (words.length === 0 ? named : shareOf(words, entry)[0])
      const known = best.get(story)
      if (known === undefined || score > known.score)
        best.set(story, { score, rare, dated: entry.day !== undefined })
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
      if (features.id < floor || entries.has(features.id)) return
      const { id, language } = features
      const terms = termsOf(features).map((term) => postings.get(term) ?? opened(term))
      const day = features.dated ? Math.floor(features.time / DAY) : undefined
      entries.set(id, { id, episode, language, day, terms })
      for (const posting of terms) {
        const isLast = posting.live === 0 || posting.ids.at(-1)! < id
        // Most are short, and kept at their exact length.
        if (posting.ids.length < SHORT) posting.ids = [...posting.ids, id]
        else posting.ids.push(id)
        if (!isLast) posting.ids.sort((a, b) => a - b)
        posting.live++
      }
      raise(features.id - REACH + 1)
    },
    move(article, episode) {
      const entry = entries.get(article)
      if (entry !== undefined) entry.episode = episode
    },
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
  readonly terms: readonly string[]
  readonly held: readonly (Posting | undefined)[]
  readonly weights: readonly number[]
  readonly known: boolean
}
type When = {
  readonly days: KeptReference['days']
  readonly own: number | undefined
  readonly self: number
}

function isMeant({ day }: Entry, days: When['days'], own: number | undefined): boolean {
  if (own === undefined || day === undefined) return true
  if (days === undefined) return day <= own
  return own + days[0] <= day && day <= own + days[1]
}

/**
 * Of what is named the share by weight that an article holds, and the weight. Of an article in another language only
 * sounds, meanings and numbers can be asked.
 */
function shareOf(asked: readonly Weighed[], entry: Entry): readonly [share: number, weight: number] {
  let all = 0
  let held = 0
  for (const { terms, held: forms, weights } of asked) {
    const first = terms.findIndex((term) => /^[~#\d]/.test(term) || term.startsWith(`${entry.language} `))
    if (first < 0) continue
    const at = forms.findIndex((form) => holds(entry, form))
    all += Math.max(weights[first]!, at < 0 ? 0 : weights[at]!)
    if (at >= 0) held += weights[at]!
  }
  return [all === 0 ? 0 : held / all, held]
}

const holds = ({ terms }: Entry, posting: Posting | undefined): boolean =>
  posting !== undefined && terms.includes(posting)

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

const between = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at)
