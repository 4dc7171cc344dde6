/** Newsletters: messages out of a mailbox or sent to an own address; each sender is a source of its own. */

import { createHash } from 'node:crypto'
import { type Mail, parseMail } from '../extract/mail.ts'
import { type Failure, failure, isFailure } from '../net/failure.ts'
import type { FetchedMail, Mailbox, MailMark } from '../net/imap.ts'
import type { Db } from '../store/engines/engine.ts'
import { saveDocument, saveItems } from '../store/items.ts'
import { enqueue, readJob } from '../store/queue.ts'
import { addSource, loadSource, outletFor, outletOfDomain, type Source } from '../store/sources.ts'
import { siteOf } from '../words/urls.ts'
import type { Context } from './context.ts'
import { passwordOf } from './credentials.ts'

/** A message with what is known of it before it is read. */
export type Letter = { readonly bytes: Uint8Array; readonly mail: Mail; readonly received?: string }

export type ReadMailbox = {
  readonly letters: readonly Letter[]
  /** To be saved with the letters, never before them. */
  readonly mark: MailMark
  readonly tooLarge: number
  readonly more: boolean
}

/** Letters that many people write through: such an address says nothing of whose paper it is. */
const carriers =
  /(?:^|\.)(?:substack\.com|beehiiv\.com|buttondown\.(?:email|com)|ghost\.io|mailchimp(?:app)?\.com|mcsv\.net|convertkit\.com|kit\.com|tinyletter\.com|medium\.com|patreon\.com|revue\.email|gmail\.com|googlemail\.com|outlook\.com|hotmail\.com|yahoo\.com|icloud\.com|proton\.me|protonmail\.com|gmx\.(?:de|net|com)|web\.de)$/

/** The parts of `imaps://NAME@HOST:PORT/FOLDER`; the password is kept apart. Undefined where it is no such address. */
export function mailboxOf(address: string): Omit<Mailbox, 'password'> | undefined {
  const url = URL.parse(address.trim())
  if (!url || !/^imaps?:$/.test(url.protocol) || url.hostname === '' || url.username === '') return undefined
  try {
    const folder = decodeURIComponent(url.pathname.slice(1))
    return {
      host: url.hostname,
      secure: url.protocol === 'imaps:',
      user: decodeURIComponent(url.username),
      ...(url.port === '' ? {} : { port: Number(url.port) }),
      ...(folder === '' ? {} : { folder }),
    }
  } catch {
    return undefined
  }
}

/** What came since the mark kept for a mailbox. Nothing is written, here or there. */
export async function readMailbox(context: Context, source: Source): Promise<ReadMailbox | Failure> {
  const mailbox = mailboxOf(source.url)
  const password = await passwordOf(context, source)
  if (!mailbox || !context.fetchMail) return failure('address', 'This mailbox cannot be asked')
  if (password === undefined)
    return failure(
      'blocked',
      `No password is kept for it; give it with "throughline credentials ${source.id} password"`,
    )
  const fetched = await context.fetchMail({ ...mailbox, password }, markOf(source.etag))
  return isFailure(fetched) ? fetched : lettersOf(fetched)
}

async function lettersOf({ messages, mark, tooLarge, more }: FetchedMail): Promise<ReadMailbox> {
  const letters: Letter[] = []
  for (const { bytes, received } of messages)
    letters.push({ bytes, mail: await parseMail(bytes), ...(received === undefined ? {} : { received }) })
  return { letters, mark, tooLarge: tooLarge.length, more }
}

/** The mark stands where a feed keeps its validator: both say what has been seen. */
export const markText = ({ uidValidity, uid }: MailMark): string => `${uidValidity}:${uid}`

function markOf(text: string | null): MailMark | undefined {
  const [, uidValidity = '', uid = ''] = /^(.+):(\d+)$/.exec(text ?? '') ?? []
  return uidValidity === '' ? undefined : { uidValidity, uid: Number(uid) }
}

/** Saves letters with the jobs that read them, each once, under its sender. To be called in a transaction. */
export async function saveLetters(db: Db, letters: readonly Letter[], now: number): Promise<number> {
  let fresh = 0
  for (const letter of letters) if (await saveLetter(db, letter, now)) fresh += 1
  return fresh
}

async function saveLetter(db: Db, { bytes, mail, received }: Letter, now: number): Promise<boolean> {
  const source = await senderOf(db, mail, now)
  if (source.state !== 'active') return false
  const published = mail.date ?? received
  const [item] = await saveItems(
    db,
    source.id,
    [
      {
        guid: mail.messageId ?? createHash('sha256').update(bytes).digest('hex'),
        title: mail.subject,
        authors: mail.from.name === '' ? [] : [mail.from.name],
        categories: [],
        enclosures: [],
        ...(published === undefined ? {} : { published }),
      },
    ],
    now,
  )
  if (!item) return false
  await saveDocument(db, item.id, 'message.eml', bytes)
  await enqueue(db, [readJob(item.id, item.published ?? now, now)])
  return true
}

/** The sender's source, made when its first letter comes. Pausing it leaves its letters unread. */
async function senderOf(db: Db, { from }: Mail, now: number): Promise<Source> {
  const address = from.address.toLowerCase()
  const host = /@([^\s>]+)$/.exec(address)?.[1]
  const domain = host === undefined || carriers.test(host) ? undefined : siteOf(host)
  const name = from.name || address || 'Unknown sender'
  const outlet =
    (domain === undefined ? undefined : await outletOfDomain(db, domain)) ??
    (await outletFor(db, { domain, name, sample: false }))
  const { id } = await addSource(db, {
    url: `mailto:${address || 'unknown'}`,
    kind: 'mail',
    title: name,
    outlet,
    sample: false,
    nextCheck: Number.MAX_SAFE_INTEGER,
    now,
  })
  return (await loadSource(db, id)) as Source
}

/** Adds a mailbox as a source; its password is kept apart. Adding it again changes nothing. */
export async function addMailbox(
  { db, now }: Context,
  address: string,
): Promise<{ readonly source: Source; readonly added: boolean } | { readonly failed: string }> {
  const mailbox = mailboxOf(address)
  if (!mailbox)
    return { failed: 'Give a mailbox as imaps://NAME@HOST/FOLDER, with %40 for an @ in the name.' }
  const url = new URL(address.trim())
  url.password = ''
  return db.transaction().execute(async (trx) => {
    const outlet = await outletFor(trx, { domain: undefined, name: 'Newsletters', sample: false })
    const { id, added } = await addSource(trx, {
      url: url.href,
      kind: 'mailbox',
      title: `Mailbox of ${mailbox.user}`,
      outlet,
      sample: false,
      nextCheck: now(),
      now: now(),
    })
    return { source: (await loadSource(trx, id)) as Source, added }
  })
}

/** Keeps one message that was sent to the reader's own address; resolves once it is kept. */
export async function receiveLetter({ db, now }: Context, bytes: Uint8Array): Promise<void> {
  const mail = await parseMail(bytes)
  await db.transaction().execute((trx) => saveLetters(trx, [{ bytes, mail }], now()))
}
