/** Who wrote it, out of the many ways feeds write a person. */

import type { Person } from '../model/feed.ts'
import { htmlToText } from '../words/html-text.ts'

const longest = 500
const endsAddress = /[\s<>()[\]:;,"]/

/** "a@b.org (Name)", "Name <a@b.org>", "Name (a@b.org)", "a@b.org", "Name"; undefined for nothing. */
export function parsePerson(text: string): Person | undefined {
  const plain = htmlToText(text.slice(0, longest).replace(/<(?=[^<>\s]+@)/g, ' (')).replace(/\s+/g, ' ')
  if (plain === '') return undefined
  const email = emailIn(plain)
  if (email === undefined) return { name: plain }
  const rest = plain
    .replace(email, ' ')
    .replace(/mailto:/i, ' ')
    .replace(/[<([]\s*[>)\]]/g, ' ')
    .trim()
    .replace(/^[("'<\s,;-]+|[)"'>\s,;-]+$/g, '')
    .replace(/\s+/g, ' ')
  return rest === '' ? { email } : { name: rest, email }
}

/** The address around the first "@", if it has a host with a dot. */
function emailIn(text: string): string | undefined {
  const at = text.indexOf('@')
  if (at <= 0) return undefined
  let [from, to] = [at, at + 1]
  while (from > 0 && !endsAddress.test(text[from - 1]!)) from--
  while (to < text.length && !endsAddress.test(text[to]!)) to++
  return from < at && /^[^@.]+(?:\.[^@.]+)+$/.test(text.slice(at + 1, to)) ? text.slice(from, to) : undefined
}

/** Name, else address: what a reader is shown. */
export const shownName = (person: Person): string => person.name ?? person.email ?? person.url ?? ''
