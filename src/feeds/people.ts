/** Who wrote it, out of the many ways feeds write a person. */

import type { Person } from '../model/feed.ts'
import { htmlToText } from '../words/html-text.ts'

const address = /[^\s<>()[\]:;,"@]+@[^\s<>()[\]:;,"@]+\.[^\s<>()[\]:;,"@]+/

/** "a@b.org (Name)", "Name <a@b.org>", "Name (a@b.org)", "a@b.org", "Name"; undefined for nothing. */
export function parsePerson(text: string): Person | undefined {
  if (text.length > 1_000) return parsePerson(text.slice(0, 1_000))
  const plain = htmlToText(text.replace(/<([^<>\s]+@[^<>\s]+)>/g, ' ($1)')).replace(/\s+/g, ' ')
  if (plain === '') return undefined
  const email = address.exec(plain)?.[0]
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

/** Name, else address: what a reader is shown. */
export const shownName = (person: Person): string => person.name ?? person.email ?? person.url ?? ''
