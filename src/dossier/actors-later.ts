/** Finds where a text speaks of an actor again without the name: "the minister", "the movement", "she". */

import type { Actor, Mention } from '../model/dossier.ts'
import type { Sentence, Span } from '../model/span.ts'
import { bodyKey } from './actors-forms.ts'
import { entryOf, folded, LEX, lexOf, ORGANISATION_KINDS } from './names-lexicon.ts'
import { type Token, tokensOf } from './names-tokens.ts'
import people from './people.data.json' with { type: 'json' }

const women: ReadonlySet<string> = new Set(people.female.split(' ').map(folded))
const men: ReadonlySet<string> = new Set(people.male.split(' ').map(folded))

const ANY = /./u

/** Nouns that stand for a body named before, and what its name must hold. */
const BODIES: ReadonlyMap<string, RegExp> = new Map([
  ['movement', ANY],
  ['group', ANY],
  ['party', ANY],
  ['faction', ANY],
  ['organisation', ANY],
  ['organization', ANY],
  ['company', ANY],
  ['firm', ANY],
  ['airline', ANY],
  ['club', ANY],
  ['newspaper', ANY],
  ['bank', /bank|sachs|capital|suisse|morgan|barclays|hsbc|ubs|fed|reserve/iu],
  ['agency', /[Aa]gency|[Aa]gence|[A-Z]{3,}|Reuters|Tass|[Nn]ews/u],
  ['ministry', /ministry|office|department/iu],
  ['union', /union|verdi|unite|federation/iu],
  ['court', /court|tribunal|bailey/iu],
  ['university', /university|college|institute/iu],
  ['council', /council/iu],
  ['committee', /committee/iu],
  ['commission', /commission/iu],
  ['authority', /authority/iu],
  ['institute', /institute/iu],
])

/** Which listed kinds of body a noun can stand for; bodies that no list holds fit all. */
const KINDS_OF: ReadonlyMap<string, readonly string[]> = new Map([
  ['movement', ['party']],
  ['group', ['party', 'company', 'band']],
  ['party', ['party']],
  ['faction', ['party']],
  ['company', ['company']],
  ['firm', ['company']],
  ['airline', ['company']],
  ['club', ['team']],
  ['newspaper', ['media']],
])

/** The kind an organisation is listed under. */
function listedKind(name: string): string | undefined {
  const { organisation } = entryOf(folded(name))
  return organisation === 0 ? undefined : ORGANISATION_KINDS[organisation - 1]
}

type Subject = { readonly actor: number; readonly at: number }

const HE = /^(he|him|his|himself)$/iu
const SHE = /^(she|her|hers|herself)$/iu
const IT = /^(it|its|itself)$/iu

/** 'f', 'm' or undefined where the name does not tell. */
function genderOf(actor: Actor): 'f' | 'm' | undefined {
  const first = folded(actor.name.split(/\s+/u)[0] ?? '')
  if (
    actor.roles.some((r) =>
      /\b(queen|princess|chairwoman|spokeswoman|actress|wife|mother|daughter|sister|widow|duchess|congresswoman|businesswoman)\b/iu.test(
        r.title,
      ),
    )
  )
    return 'f'
  if (
    actor.roles.some((r) =>
      /\b(king|prince|chairman|spokesman|husband|father|son|brother|duke|sheikh|congressman|businessman|pope|imam)\b/iu.test(
        r.title,
      ),
    )
  )
    return 'm'
  if (!/\s/u.test(actor.name)) return undefined
  if (women.has(first)) return 'f'
  return men.has(first) ? 'm' : undefined
}

/**
 * Later mentions by role and pronoun. A role counts where exactly one person of the text so far holds it; a pronoun
 * goes to the person last spoken of as a subject, if the name does not speak against it. Doubtful ones are left out.
 */
export function laterMentions(
  text: string,
  sentences: readonly Sentence[],
  actors: readonly Actor[],
  mentions: readonly Mention[],
): Mention[] {
  const found: Mention[] = []
  const genders = actors.map(genderOf)
  let people: Subject[] = []
  let bodies: Subject[] = []
  let next = 0
  for (const sentence of sentences) {
    const tokens = tokensOf(text, sentence)
    const here: Mention[] = []
    while (next < mentions.length && mentions[next]!.start < sentence.end) {
      if (mentions[next]!.start >= sentence.start) here.push(mentions[next]!)
      next++
    }
    const peopleBefore = people
    const bodiesBefore = bodies
    const add = (m: Mention): void => {
      found.push(m)
      here.push(m)
    }
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i]!
      if (here.some((m) => m.start <= token.start && token.end <= m.end)) continue
      const role = roleMention(tokens, i, actors, mentions, text)
      if (role) {
        add(role)
        continue
      }
      const word = token.text
      const gender = HE.test(word) ? 'm' : SHE.test(word) ? 'f' : undefined
      if (gender) {
        const actor = personFor(gender, token, here, peopleBefore, actors, genders)
        if (actor !== undefined) {
          genders[actor] ??= gender
          add({ start: token.start, end: token.end, actor, form: 'pronoun' })
        }
      } else if (IT.test(word)) {
        const actor = bodyFor(token, i, here, bodiesBefore, actors, tokens)
        if (actor !== undefined) add({ start: token.start, end: token.end, actor, form: 'pronoun' })
      }
    }
    here.sort((a, b) => a.start - b.start)
    const of = (kinds: readonly string[]): Subject[] =>
      here
        .filter((m) => kinds.includes(actors[m.actor]!.kind) && actors[m.actor]!.part === 'story')
        .map((m) => ({ actor: m.actor, at: m.start }))
    const persons = of(['person'])
    const others = of(['organisation', 'place']).filter(
      (s) => actors[s.actor]!.kind === 'organisation' || isCountry(actors[s.actor]!),
    )
    // The first named is the likeliest subject, so it goes last, where the search begins.
    if (persons.length > 0) people = [...people.slice(-3), ...persons.slice(1).reverse(), persons[0]!]
    if (others.length > 0) bodies = [...bodies.slice(-2), others[0]!]
  }
  return found
}

const isCountry = (actor: Actor): boolean =>
  actor.kind === 'place' && bodyKey('place', actor.name).startsWith('country ')

function personFor(
  gender: 'f' | 'm',
  token: Token,
  here: readonly Mention[],
  before: readonly Subject[],
  actors: readonly Actor[],
  genders: readonly ('f' | 'm' | undefined)[],
): number | undefined {
  const fits = (actor: number): boolean =>
    actors[actor]!.kind === 'person' &&
    actors[actor]!.part === 'story' &&
    (genders[actor] ?? gender) === gender
  const inside = here.filter((m) => m.end <= token.start && fits(m.actor)).sort((a, b) => a.start - b.start)
  if (inside.length > 0) return inside[0]!.actor
  for (let i = before.length - 1; i >= 0; i--) {
    if (token.start - before[i]!.at > 900) break
    if (fits(before[i]!.actor)) return before[i]!.actor
  }
  return undefined
}

/** "It" goes to a body only as a subject, where the sentence names none before it. */
function bodyFor(
  token: Token,
  i: number,
  here: readonly Mention[],
  before: readonly Subject[],
  actors: readonly Actor[],
  tokens: readonly Token[],
): number | undefined {
  const isBody = (actor: number): boolean =>
    actors[actor]!.kind === 'organisation' ? actors[actor]!.part === 'story' : isCountry(actors[actor]!)
  const inside = here.filter((m) => m.end <= token.start && isBody(m.actor)).sort((a, b) => a.start - b.start)
  if (/^its$/iu.test(token.text) && inside.length > 0) return inside[0]!.actor
  const verb = tokens[i + 1]?.text ?? ''
  // "It is expected", "it was raining": the empty subject.
  if (/^(is|was|seems?|appears?|rain(s|ed)|remains?|would|could|might|may|['’]s)$/iu.test(verb))
    return undefined
  if (!/^it$/iu.test(token.text)) return undefined
  if (inside.length > 0) return inside[0]!.actor
  const last = before.at(-1)
  return i <= 2 && last && token.start - last.at < 700 ? last.actor : undefined
}

const HEADS_LEFT = /^(the|this|that)$/iu

/** "the minister", "the Egyptian foreign minister", "the movement": where one actor named so far fits. */
function roleMention(
  tokens: readonly Token[],
  i: number,
  actors: readonly Actor[],
  mentions: readonly Mention[],
  text: string,
): Mention | undefined {
  const open = tokens[i]!
  if (!HEADS_LEFT.test(open.text)) return undefined
  let j = i + 1
  while (j < tokens.length && j - i < 5 && /^\p{L}/u.test(tokens[j]!.text)) {
    const word = tokens[j]!.text.toLowerCase()
    const after = tokens[j + 1]?.text ?? ''
    const headHere = ((lexOf(word) & LEX.title) !== 0 || BODIES.has(word)) && !/^\p{Lu}/u.test(after)
    const goesOn = (lexOf(after) & LEX.title) !== 0 || /^(of|for|in)$/u.test(after)
    if (headHere && !goesOn) {
      const phrase = tokens.slice(i + 1, j + 1)
      const actor = BODIES.has(word)
        ? bodyNamed(word, phrase.length, open, actors, mentions)
        : holderOf(phrase, open, actors, mentions, text)
      return actor === undefined ? undefined : { start: open.start, end: tokens[j]!.end, actor, form: 'role' }
    }
    if (/^(of|for|in|and|who|that|said|says|is|was|has|had)$/u.test(word)) return undefined
    j++
  }
  return undefined
}

function holderOf(
  phrase: readonly Token[],
  open: Span,
  actors: readonly Actor[],
  mentions: readonly Mention[],
  text: string,
): number | undefined {
  const head = phrase.at(-1)!.text.toLowerCase()
  const narrowing = phrase.slice(0, -1).map((t) => t.text.toLowerCase())
  const last = new Map<number, number>()
  for (let i = firstFrom(mentions, open.start) - 1; i >= 0; i--) {
    const m = mentions[i]!
    if (!last.has(m.actor) && actors[m.actor]!.roles.length > 0) last.set(m.actor, m.start)
    if (open.start - m.start > FAR) break
  }
  const holders = [...last.keys()].filter((a) => {
    const actor = actors[a]!
    return (
      actor.kind === 'person' &&
      actor.part === 'story' &&
      actor.roles.some((role) => {
        const told = `${text.slice(role.evidence.start, role.evidence.end)} ${role.title}`.toLowerCase()
        const title = role.title.toLowerCase().split(/ (?:of|for|in|to|at) /u)[0]!
        return (
          (title === head || title.endsWith(` ${head}`) || title.endsWith(`-${head}`)) &&
          narrowing.every((word) => told.includes(word) || /^(new|same|visiting)$/u.test(word))
        )
      })
    )
  })
  if (holders.length <= 1) return holders[0]
  const [first, second] = holders.sort((a, b) => last.get(b)! - last.get(a)!) as [number, number]
  // Two hold it: only one named far later than the other is meant.
  return last.get(first)! - last.get(second)! > 250 ? first : undefined
}

/** How far back a role is looked for, in UTF-16 units: a long article, not a whole live page. */
const FAR = 20_000

/** Index of the first mention at or after `at`; mentions are in reading order. */
function firstFrom(mentions: readonly Mention[], at: number): number {
  let low = 0
  let high = mentions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (mentions[middle]!.start < at) low = middle + 1
    else high = middle
  }
  return low
}

function bodyNamed(
  word: string,
  words: number,
  open: Span,
  actors: readonly Actor[],
  mentions: readonly Mention[],
): number | undefined {
  if (words > 1) return undefined
  const like = BODIES.get(word)!
  const kinds = KINDS_OF.get(word)
  for (let i = firstFrom(mentions, open.start) - 1; i >= 0; i--) {
    const m = mentions[i]!
    if (open.start - m.start > 1500) return undefined
    const actor = actors[m.actor]!
    if (actor.kind !== 'organisation' || actor.part !== 'story') continue
    if (!like.test(actor.name) || WORLD.test(actor.name)) continue
    const listed = listedKind(actor.name)
    if (!kinds || !listed || kinds.includes(listed)) return m.actor
  }
  return undefined
}

/** Bodies that "the movement" or "the company" never means. */
const WORLD =
  /^(the )?(UN|U\.N\.|EU|E\.U\.|NATO|United Nations|European Union|Security Council|Congress|Senate|Knesset|Parliament)$|(Ministry|Department|Council|Court|Times|Post)$/u
