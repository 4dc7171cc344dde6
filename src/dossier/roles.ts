/** Reads the roles a text gives a person next to the name: "deputy head of X", "then-President", "a member of Y". */

import type { Role } from '../model/dossier.ts'
import type { Span } from '../model/span.ts'
import { countryOfDemonym } from './demonyms.ts'
import { LEX, lexOf } from './names-lexicon.ts'
import type { NameSpan } from './names-tokens.ts'
import { type Token, tokensOf } from './names-tokens.ts'

/** Words that open or fill a role without being its head. */
const MODIFIERS =
  /^(former|ex|then|late|current|incumbent|outgoing|incoming|acting|interim|caretaker|deputy|vice|assistant|associate|senior|junior|chief|prime|foreign|interior|defen[cs]e|finance|health|justice|education|energy|oil|trade|labou?r|culture|transport|agriculture|economy|economic|information|housing|environment|security|intelligence|military|naval|army|police|political|politburo|general|special|state|federal|regional|provincial|local|national|presidential|parliamentary|opposition|majority|minority|party|union|human|rights|peace|climate|press|media|government|cabinet|executive|managing|operating|financial|technical|technology|medical|scientific|research|investment|market|chief|founding|honorary|permanent|resident|attorney|lead|head|top|veteran|longtime|long-time|prominent|leading|powerful|self-declared|de|facto|supreme|crown|first|second|field|secretary|high|humanitarian|relations|affairs|bureau|commander-in-chief|co)$/iu
const LATIN_PREFIX = /^(then|ex|former|vice|deputy|co|now)[-‑]/iu
const FORMER =
  /^(former|ex|late|onetime|one-time|erstwhile|retired|ousted|deposed|previous)$|^(ex|former)[-‑]/iu
const THEN = /^then$|^then[-‑]/iu
const FUTURE = /^(incoming|designate|elect|future|prospective)$|[-‑](elect|designate)$/iu
const DETERMINER = /^(the|a|an|his|her|its|their|our|another|one)$/iu
const EXTRA_HEADS =
  /^(member|official|heads?|deputy|leader|chief|boss|number|nominee|veteran|native|expert|specialist|mediator|figure|ally|critic|supporter|opponent|cleric|preacher|militant|fighter|student|owner|partner|fellow|organi[sz]er|campaigner|investor|trader|broker|manufacturer|king|monarch|lawmaker|legislator|premier|patriarch|interpreter|bodyguard|executive|consultant|diplomat|bureaucrat|statesman|politician|mathematician|archaeologist|astronomer|chemist|cardiologist|surgeon|psychologist|sociologist|architect|designer|composer|conductor|musician|artist|painter|sculptor|comedian|dancer|filmmaker|producer|screenwriter|playwright|critic|blogger|publisher|chef|cook|baker|fisherman|seamstress|carpenter|mechanic|electrician|miner|worker|labourer|shopkeeper|bartender|waiter|waitress|cleaner|guard|soldier|marine|veteran|paratrooper|policeman|policewoman|firefighter|paramedic|midwife|pharmacist|dentist|vet|grandmother|grandfather|aunt|uncle|nephew|niece|friend|neighbou?r)s?$/iu

/** Says how someone is addressed, not what they do. */
const HONORIFIC =
  /^(mr|mrs|ms|miss|dr|sir|dame|lord|lady|sheikh|sheik|shaikh|sayyed|sayyid|hajj|haji|st)\.?$/iu

const isHead = (word: string): boolean => {
  const plain = word.replace(LATIN_PREFIX, '')
  if ((lexOf(plain) & LEX.title) !== 0 || EXTRA_HEADS.test(plain)) return true
  // "Secretary-General", "commander-in-chief".
  const parts = plain.split(/[-‑]/u)
  return parts.length > 1 && (lexOf(parts[0]!) & LEX.title) !== 0
}
const isModifier = (word: string): boolean =>
  MODIFIERS.test(word) ||
  LATIN_PREFIX.test(word) ||
  (lexOf(word.replace(LATIN_PREFIX, '')) & LEX.demonym) !== 0 ||
  FUTURE.test(word)

/** A role before it is known which actor it speaks of. */
export type FoundRole = Role & {
  /** Where a possessive or definite word stands for the body the role is in: "the movement's". */
  readonly ofPhrase?: string
}

/** Roles told right before or after the person named at `name`, within its sentence. `names` are all names there. */
export function rolesAt(text: string, sentence: Span, name: Span, names: readonly NameSpan[]): FoundRole[] {
  const before = tokensOf(text, { start: sentence.start, end: name.start })
  const after = tokensOf(text, { start: name.end, end: sentence.end })
  return [...rolesBefore(text, before, names), ...rolesAfter(text, after, names)]
}

/** "Unity spokesman", "the head of Peruvian customs,", "then-Chilean Senator (now a judge)". */
function rolesBefore(text: string, tokens: readonly Token[], names: readonly NameSpan[]): FoundRole[] {
  let end = tokens.length
  const found: FoundRole[] = []
  // "(and current prime minister)" between the role and the name.
  if (tokens[end - 1]?.text === ')') {
    let open = end - 1
    while (open > 0 && tokens[open]!.text !== '(') open--
    const inside = tokens.slice(open + 1, end - 1)
    const role = roleOf(text, inside[0]?.text === 'and' ? inside.slice(1) : inside, names)
    if (role) found.push(role)
    end = open
  }
  const comma = tokens[end - 1]?.text === ','
  if (comma) end--
  let from = end
  let depth = 0
  while (from > 0) {
    const token = tokens[from - 1]!
    const word = token.text
    const inName = names.some((n) => n.start <= token.start && token.end <= n.end)
    const fits =
      inName ||
      isHead(word) ||
      isModifier(word) ||
      /^(of|for|in|to|and|at|['’]s|['’]|[-‑])$/u.test(word) ||
      /^['’]s?$/u.test(tokens[from]?.text ?? '') ||
      /^\p{Lu}/u.test(word) ||
      (depth > 0 && /^\p{Ll}+$/u.test(word) && !isVerb(word))
    // "X of the Y and former ambassador Z": the "and" is not the role's unless it joins two.
    if (word === 'and' && (inName || !isRoleWord(tokens[from - 2], names))) break
    if (DETERMINER.test(word)) {
      // Without a comma a determiner opens the role: "the Egyptian minister X". Past one only "of the" goes on.
      from--
      const back = tokens[from - 1]?.text ?? ''
      if (/^(of|for|in|to|at)$/u.test(back)) {
        depth++
        continue
      }
      break
    }
    // A rank after a comma belongs to the same person: "the chief of staff, Brigadier Ana Ruiz".
    if (
      word === ',' &&
      from < end &&
      isHead(tokens[from]!.text) &&
      isHead(tokens[from - 2]?.text ?? '') &&
      !names.some((n) => n.kind === 'person' && n.end === tokens[from - 2]!.end)
    ) {
      from--
      continue
    }
    if (!fits) {
      if (comma && /^\p{Ll}/u.test(word) && !isVerb(word) && end - from < 8) {
        depth++
        from--
        continue
      }
      break
    }
    if (inName && names.some((n) => n.kind === 'person' && n.start <= token.start && token.end <= n.end))
      break
    if (/^(of|for|in|to|at)$/u.test(word)) depth++
    from--
  }
  // ", head of the office, Ana Ruiz": the phrase after a person's name is that person's.
  if (
    comma &&
    tokens[from - 1]?.text === ',' &&
    names.some((n) => n.kind === 'person' && n.end === tokens[from - 2]?.end)
  ) {
    return found
  }
  let phrase = tokens.slice(from, end)
  while (
    phrase.length > 0 &&
    (/^(and|of|in|to|at|for|,|['’]s?)$/u.test(phrase[0]!.text) || isVerb(phrase[0]!.text))
  )
    phrase = phrase.slice(1)
  // After a comma only a phrase that opens as one does is the name's role.
  if (
    comma &&
    !(
      phrase[0] &&
      (DETERMINER.test(phrase[0].text) || isModifier(phrase[0].text) || isHead(phrase[0].text) || from === 0)
    )
  )
    return found
  if (comma && phrase.length < 2) return found
  const ranks = splitAt(phrase, (t) => t.text === ',')
  for (const part of ranks) {
    const role = roleOf(text, part, names)
    if (role) found.push(role)
  }
  return found
}

/** ", head of the bureau,", ", a member of X and the Y's representative in Z.", ", who heads W". */
function rolesAfter(text: string, tokens: readonly Token[], names: readonly NameSpan[]): FoundRole[] {
  if (tokens[0]?.text !== ',' && tokens[0]?.text !== '(') return []
  let end = 1
  while (end < tokens.length && !/^[,.;:()"“”]$/u.test(tokens[end]!.text) && end < 24) end++
  let phrase = tokens.slice(1, end)
  // An age comes first: ", 54, a seamstress".
  if (phrase.length === 1 && /^\d+$/u.test(phrase[0]!.text) && tokens[end]?.text === ',') {
    return rolesAfter(text, tokens.slice(end), names)
  }
  if (/^(who|whose|which)$/u.test(phrase[0]?.text ?? '')) {
    const verb = phrase[1]?.text ?? ''
    const heads: Record<string, string> = {
      heads: 'head',
      leads: 'leader',
      chairs: 'chair',
      runs: 'head',
      headed: 'head',
      led: 'leader',
      chaired: 'chair',
      commands: 'commander',
    }
    if (!Object.hasOwn(heads, verb)) return []
    const rest = phrase.slice(2)
    if (rest.length === 0) return []
    const of = bodyOf(text, rest, names)
    const tense = /ed$/u.test(verb) ? 'former' : 'current'
    return [{ title: heads[verb]!, tense, evidence: spanOf(phrase.slice(1)), ...of }]
  }
  const clause = phrase.findIndex((t) =>
    /^(who|whom|which|that|when|where|as|but|while|said|says|told)$/u.test(t.text),
  )
  if (clause >= 0) phrase = phrase.slice(0, clause)
  const first = phrase[0]?.text ?? ''
  const opens = DETERMINER.test(first) || isModifier(first) || isHead(first)
  const named = phrase[0] && names.some((n) => n.kind !== 'person' && n.start === phrase[0]!.start)
  if (!opens && !named) return []
  // A second person named inside means a list, unless the role is a relation to that person.
  const other = phrase.findIndex((t) =>
    names.some((n) => n.kind === 'person' && n.start <= t.start && t.end <= n.end),
  )
  if (
    other >= 0 &&
    !/^(of|to)$/u.test(phrase[other - 1]?.text ?? '') &&
    !/^['’]s?$/u.test(phrase[other + 1]?.text ?? '')
  )
    return []
  return splitAt(
    phrase,
    (t, i, all) =>
      t.text === 'and' && (DETERMINER.test(all[i + 1]?.text ?? '') || isHead(all[i + 1]?.text ?? '')),
  ).flatMap((part) => roleOf(text, part, names) ?? [])
}

const isRoleWord = (token: Token | undefined, names: readonly NameSpan[]): boolean =>
  token !== undefined &&
  (isHead(token.text) || isModifier(token.text)) &&
  !names.some((n) => n.start <= token.start && token.end <= n.end)

function splitAt(
  tokens: readonly Token[],
  cut: (t: Token, i: number, all: readonly Token[]) => boolean,
): Token[][] {
  const parts: Token[][] = [[]]
  tokens.forEach((t, i) => {
    if (cut(t, i, tokens)) parts.push([])
    else parts.at(-1)!.push(t)
  })
  return parts.filter((part) => part.length > 0)
}

const spanOf = (tokens: readonly Token[]): Span => ({ start: tokens[0]!.start, end: tokens.at(-1)!.end })

const isVerb = (word: string): boolean =>
  (lexOf(word) & LEX.speech) !== 0 ||
  /^(is|was|are|were|has|had|have|be|been|will|would|by|with|from|on|that|than|as)$/iu.test(word)

/** The role a phrase tells, or undefined where it holds no head noun of one. */
function roleOf(text: string, phrase: readonly Token[], names: readonly NameSpan[]): FoundRole | undefined {
  if (phrase.length === 0) return undefined
  // The head is the last role word before the first preposition.
  const preposition = phrase.findIndex((t, i) => i > 0 && /^(of|for|in|to|at|on|from|with)$/u.test(t.text))
  const front = preposition < 0 ? phrase : phrase.slice(0, preposition)
  let head = -1
  front.forEach((t, i) => {
    if (
      isHead(t.text) &&
      !names.some(
        (n) =>
          n.kind !== 'person' &&
          n.start <= t.start &&
          t.end <= n.end &&
          n.end - n.start > t.end - t.start &&
          !isHead(text.slice(n.start, n.end)),
      )
    )
      head = i
  })
  if (head < 0 || (phrase.length === 1 && HONORIFIC.test(phrase[0]!.text))) return undefined
  const words = phrase.map((t) => t.text)
  const tense = words.some((w) => FORMER.test(w))
    ? 'former'
    : words.some((w) => THEN.test(w))
      ? 'then'
      : words.some((w) => FUTURE.test(w))
        ? 'future'
        : 'current'
  const { of, ofPhrase } = bodyOf(text, phrase, names)
  const inBody = (t: Token): boolean =>
    names.some((n) => n.kind !== 'person' && n.start <= t.start && t.end <= n.end)
  let from = 0
  while (
    from < head &&
    (DETERMINER.test(words[from]!) ||
      inBody(front[from]!) ||
      /^(['’]s?|movement|group|party|company|country|organisation|organization)$/u.test(words[from]!) ||
      (lexOf(words[from]!) & LEX.demonym) !== 0)
  )
    from++
  const title = front
    .slice(from, head + 1)
    .filter((t) => !inBody(t) && (lexOf(t.text) & LEX.demonym) === 0 && !/^['’]s?$/u.test(t.text))
    .map((t) => (/^then-/iu.test(t.text) && (lexOf(t.text.slice(5)) & LEX.demonym) !== 0 ? 'then-' : t.text))
    .join(' ')
    .replace('then- ', 'then-')
  const tail = preposition < 0 ? '' : text.slice(phrase[preposition]!.start, phrase.at(-1)!.end)
  const lean = tail.length > 0 && tail.length < 80 ? ` ${tail}` : ''
  return {
    title: `${title}${lean}`,
    tense,
    evidence: spanOf(phrase),
    ...(of ? { of } : {}),
    ...(ofPhrase ? { ofPhrase } : {}),
  }
}

/** Which body, country or place a role phrase names. */
function bodyOf(
  text: string,
  phrase: readonly Token[],
  names: readonly NameSpan[],
): { of?: string; ofPhrase?: string } {
  const inside = names.filter(
    (n) => n.kind !== 'person' && phrase[0]!.start <= n.start && n.end <= phrase.at(-1)!.end,
  )
  const body = inside.find((n) => n.kind === 'organisation')
  if (body) return { of: text.slice(body.start, body.end) }
  const whole = text.slice(phrase[0]!.start, phrase.at(-1)!.end)
  const definite =
    /\b(?:the|its|their|his|her) (movement|group|party|company|organi[sz]ation|bureau|bank|ministry|union|agency|club|army)\b/iu.exec(
      whole,
    )
  if (definite) return { ofPhrase: definite[1]!.toLowerCase() }
  if (/^(its|their)$/iu.test(phrase[0]!.text)) return { ofPhrase: phrase[0]!.text.toLowerCase() }
  if (inside[0]) return { of: text.slice(inside[0].start, inside[0].end) }
  for (const t of phrase) {
    const code = countryOfDemonym(t.text.replace(LATIN_PREFIX, ''))
    if (code) return { of: COUNTRIES.of(code) ?? code }
  }
  return {}
}

const COUNTRIES = new Intl.DisplayNames(['en'], { type: 'region' })
