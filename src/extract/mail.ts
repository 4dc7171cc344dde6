/** A newsletter or any mail as something the page and text readers take, without what only tracks or unsubscribes. */

import PostalMime, { type Address, type Email } from 'postal-mime'
import type { Extracted } from '../model/article.ts'
import { extractPage } from './page.ts'
import { extractText } from './text.ts'

export type Mail = {
  readonly subject: string
  readonly from: { readonly name: string; readonly address: string }
  /** ISO instant, UTC. */
  readonly date?: string
  readonly messageId?: string
  readonly html?: string
  readonly text?: string
}

/** Reads the source of one message (RFC 5322). Never rejects: what is no mail becomes a text of its own. */
export async function parseMail(bytes: Uint8Array): Promise<Mail> {
  const email = await read(bytes)
  if (!email) return { subject: '', from: { name: '', address: '' }, text: new TextDecoder().decode(bytes) }
  const date = email.date ? new Date(email.date) : undefined
  return {
    subject: email.subject ?? '',
    from: senderOf(email.from),
    ...(date && !Number.isNaN(date.getTime()) ? { date: date.toISOString() } : {}),
    ...(email.messageId ? { messageId: email.messageId } : {}),
    ...(email.html ? { html: withoutTrackers(email.html) } : {}),
    ...(email.text ? { text: email.text } : {}),
  }
}

async function read(bytes: Uint8Array): Promise<Email | undefined> {
  try {
    return await PostalMime.parse(bytes)
  } catch {
    return undefined
  }
}

const senderOf = (from: Address | undefined): Mail['from'] => ({
  name: from?.name ?? '',
  address: from?.address ?? '',
})

/** Pictures of one point, and those no one is meant to see. */
const withoutTrackers = (html: string): string =>
  html.replace(/<img\b[^>]*>/gi, (tag) =>
    /\b(?:width|height)\s*=\s*["']?[0-2](?:px)?["'\s>/]/i.test(tag) ||
    /display\s*:\s*none|(?:width|height)\s*:\s*[01]px/i.test(tag)
      ? ''
      : tag,
  )

/** The message as an article: the subject is its title, the sender its outlet. */
export function readMail(mail: Mail): Extracted {
  const read = mail.html ? extractPage(mail.html, {}) : extractText(mail.text ?? '', { name: mail.subject })
  const body = retitled(read, mail.subject.replace(/^\s*(?:(?:re|fwd?|aw|wg)\s*:\s*)+/i, '').trim())
  const name = mail.from.name || mail.from.address
  const domain = /@([^\s>]+)$/.exec(mail.from.address)?.[1]?.toLowerCase()
  return {
    ...body,
    ...(name
      ? { outlet: { name, ...(domain ? { domain } : {}), inferred: false, why: 'it sent the mail' } }
      : {}),
    ...(mail.date
      ? {
          published: {
            earliest: mail.date,
            latest: mail.date,
            best: mail.date,
            from: 'file' as const,
            evidence: [{ why: 'the mail is dated so' }],
          },
        }
      : {}),
  }
}

/** Puts the subject in the title's place and moves every span along. */
function retitled(read: Extracted, title: string): Extracted {
  if (!title) return read
  const old = read.blocks[0]?.kind === 'title' ? read.blocks[0] : undefined
  const from = old ? old.end : 0
  const shift = title.length - from + (old || read.text.length === 0 ? 0 : 2)
  const move = <T extends { readonly start: number; readonly end: number }>(span: T): T => ({
    ...span,
    start: span.start + shift,
    end: span.end + shift,
  })
  return {
    ...read,
    title,
    text: old ? title + read.text.slice(from) : read.text ? `${title}\n\n${read.text}` : title,
    blocks: [
      { kind: 'title', start: 0, end: title.length },
      ...read.blocks
        .slice(old ? 1 : 0)
        .map((b) => ({ ...move(b), ...(b.rows ? { rows: b.rows.map((row) => row.map(move)) } : {}) })),
    ],
    marks: read.marks.filter((m) => m.start >= from).map(move),
  }
}
