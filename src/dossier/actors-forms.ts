/** Decides which names of one text name the same actor: fuller and shorter forms, initials, other spellings. */

import type { ActorKind } from '../model/dossier.ts'
import type { Span } from '../model/span.ts'
import { nameKey, sameName } from '../words/names.ts'
import { folded } from './names-lexicon.ts'
import { placeOf } from './places.ts'

export type Draft = {
  readonly kind: ActorKind
  readonly forms: string[]
  readonly at: Span[]
}

const HONORIFIC =
  /^(mr|mrs|ms|miss|dr|sir|dame|lord|lady|prof|rev|gen|lt|col|maj|capt|sgt|sen|rep|gov|sheikh|sheik|sayyed|sayyid|hajj|haj|imam|ayatollah|pope|king|queen|prince|princess|president|minister|general|colonel|captain|major|senator|judge|justice)\.?\s+/iu

/** A name without the title the span may have taken in. */
export const bare = (form: string): string => {
  const cut = form.replace(/['’]s?$/u, '').replace(HONORIFIC, '')
  return cut.length > 1 ? cut : form
}

const ALIASES: ReadonlyMap<string, string> = new Map([
  ['un', 'united nations'],
  ['u.n.', 'united nations'],
  ['eu', 'european union'],
  ['e.u.', 'european union'],
  ['plo', 'palestine liberation organization'],
  ['gcc', 'gulf cooperation council'],
  ['au', 'african union'],
  ['nato', 'north atlantic treaty organization'],
  ['imf', 'international monetary fund'],
  ['wto', 'world trade organization'],
  ['who', 'world health organization'],
  ['iaea', 'international atomic energy agency'],
  ['icc', 'international criminal court'],
  ['icrc', 'international committee of the red cross'],
  ['fbi', 'federal bureau of investigation'],
  ['cia', 'central intelligence agency'],
  ['ecb', 'european central bank'],
  ['fed', 'federal reserve'],
  ['hizbollah', 'hezbollah'],
  ['hizbullah', 'hezbollah'],
  ['afp', 'agence france-presse'],
  ['ap', 'associated press'],
  ['the associated press', 'associated press'],
  ['idf', 'israel defense forces'],
  ['gaza', 'gaza strip'],
  ['un security council', 'united nations security council'],
  ['u.n. security council', 'united nations security council'],
  ['isis', 'islamic state'],
  ['isil', 'islamic state'],
  ['daesh', 'islamic state'],
  ['al qaeda', 'al-qaeda'],
])
/** Parts of a country with a name and a government of their own. */
const OWN = /^(england|scotland|wales|northern ireland|somaliland)$/u

/** What two names of places or bodies must share to be one. */
export function bodyKey(kind: ActorKind, form: string): string {
  const plain = folded(form.replace(/['’]s?$/u, '').replace(/^the\s+/iu, ''))
  if (kind === 'place' && !OWN.test(plain)) {
    const place = placeOf(form) ?? placeOf(form.replace(/^the\s+/iu, ''))
    if (place?.kind === 'country') return `country ${place.country}`
  }
  return ALIASES.get(plain) ?? plain
}

const initialsOf = (form: string): string =>
  form
    .split(/[\s-]+/u)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word[0])
    .join('')

/** Bodies: same key, or an abbreviation that the text itself explains: "Sejong Institute (SI)". */
export function joinBodies(drafts: Draft[], kind: ActorKind, form: string, at: Span, text: string): Draft {
  const key = bodyKey(kind, form)
  let found = drafts.find((d) => d.kind === kind && d.forms.some((f) => bodyKey(kind, f) === key))
  if (!found && /^[\p{Lu}&.-]{2,8}$/u.test(form)) {
    const letters = form.replace(/[^\p{Lu}]/gu, '')
    found = drafts.find(
      (d) =>
        d.kind === kind &&
        (initialsOf(d.forms[0]!) === letters ||
          (d.at.at(-1)!.end + 2 === at.start && text[at.start - 1] === '(')),
    )
  }
  return found ? into(found, form, at) : fresh(drafts, kind, form, at)
}

function into(draft: Draft, form: string, at: Span): Draft {
  if (!draft.forms.includes(form)) draft.forms.push(form)
  draft.at.push(at)
  return draft
}

function fresh(drafts: Draft[], kind: ActorKind, form: string, at: Span): Draft {
  const draft: Draft = { kind, forms: [form], at: [at] }
  drafts.push(draft)
  return draft
}

/** People with two words or more of name: equal, one inside the other, or plainly the same otherwise spelt. */
export function joinFull(drafts: Draft[], form: string, at: Span): Draft {
  const found = drafts.find(
    (d) => d.kind === 'person' && d.forms.some((f) => /\s/u.test(f) && sameFull(f, form)),
  )
  return found ? into(found, form, at) : fresh(drafts, 'person', form, at)
}

function sameFull(a: string, b: string): boolean {
  if (folded(a) === folded(b)) return true
  const x = folded(a).split(/\s+/u)
  const y = folded(b).split(/\s+/u)
  const [short, long] = x.length <= y.length ? [x, y] : [y, x]
  if (
    short.length >= 2 &&
    short.every((word) => long.includes(word)) &&
    (short[0] === long[0] || short.at(-1) === long.at(-1))
  ) {
    return true
  }
  if (nameKey(a) !== nameKey(b)) return false
  const { verdict, score } = sameName(a, b)
  return verdict === 'same' && score > 0.93
}

/**
 * A person named by part of the name. Given back: the one draft it fits; where several fit, the one named last
 * before it in reading order, provided no other was named within `near` characters; else undefined.
 */
export function fitting(drafts: readonly Draft[], form: string, at: Span, near = 900): Draft | undefined {
  const fits = drafts.filter((d) => d.kind === 'person' && d.forms.some((f) => f !== form && isPart(form, f)))
  if (fits.length <= 1) return fits[0]
  const last = (d: Draft): number =>
    Math.max(-1, ...d.at.filter((s) => s.start < at.start).map((s) => s.start))
  const [first, second] = [...fits].sort((a, b) => last(b) - last(a)) as [Draft, Draft]
  if (last(first) < 0) return undefined
  return at.start - last(second) > near || last(second) < 0 ? first : undefined
}

const ARTICLE = /^(al|el|as|ad|ar|an|ash|ul)[-‑\s]/iu

/** Whether `short` is the family name (or all after the given name, or the given name) of `full`. */
function isPart(short: string, full: string): boolean {
  const words = folded(full).split(/\s+/u)
  const part = folded(short).split(/\s+/u)
  if (part.length >= words.length) return false
  const end = words.slice(-part.length)
  if (end.every((word, i) => word === part[i])) return true
  if (part.length === 1) {
    const plain = part[0]!.replace(ARTICLE, '')
    if (words.slice(1).some((word) => word.replace(ARTICLE, '') === plain)) return true
    const last = words.at(-1)!.replace(ARTICLE, '')
    if (last.length > 4 && plain.length > 4 && nameKey(last) === nameKey(plain) && last[0] === plain[0])
      return true
    return words[0] === part[0]
  }
  return words.slice(0, part.length).every((word, i) => word === part[i])
}
