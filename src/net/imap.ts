/** Reads newsletters out of an IMAP mailbox. Nothing there is changed: no mark set, no mail deleted. */

import { isIP } from 'node:net'
import { getCACertificates } from 'node:tls'
import { ImapFlow } from 'imapflow'
import { checkedAddresses } from './dial.ts'
import { type Failure, failure, failureOf, isFailure } from './failure.ts'
import { bareHost, openGate } from './gate.ts'
import { type Resolve, systemResolve } from './names.ts'

export type Mailbox = {
  readonly host: string
  readonly port?: number
  /** Secure from the first byte (993). Without it the line must turn secure before the password is spoken. */
  readonly secure?: boolean
  readonly user: string
  readonly password: string
  /** INBOX unless said otherwise. */
  readonly folder?: string
}

/** How far a folder has been read. Numbers count only as long as `uidValidity` stays the same. */
export type MailMark = { readonly uidValidity: string; readonly uid: number }

export type FetchedMail = {
  /** To be kept together with the messages, never before them. */
  readonly mark: MailMark
  readonly messages: readonly {
    readonly uid: number
    readonly received?: string
    readonly bytes: Uint8Array
  }[]
  /** Messages over the cap, which were left where they are. */
  readonly tooLarge: readonly number[]
  /** More are waiting: ask again. */
  readonly more: boolean
}

export type ImapOptions = {
  readonly allowHosts?: readonly string[]
  readonly resolve?: Resolve
  readonly trust?: readonly string[]
  /** Messages at a time. */
  readonly most?: number
  /** How many of the newest to take from a folder never read before. */
  readonly first?: number
  /** Bytes of one message. */
  readonly largest?: number
  /** Milliseconds for everything. */
  readonly total?: number
}

const mailPorts = new Set([143, 993])

/** The address to dial for a mailbox, by the same rules as any other fetch. */
async function mailAddress(mailbox: Mailbox, port: number, options: ImapOptions): Promise<string | Failure> {
  const host = bareHost(mailbox.host)
  const gate = openGate(options.allowHosts)
  if (!mailPorts.has(port) && !gate.allows(host, port))
    return failure('blocked', `Port ${port} does not belong to a mail server`)
  // The URL parser folds every notation of a literal address into the one that is checked.
  const folded = URL.parse(
    `http://${mailbox.host.includes(':') && !mailbox.host.startsWith('[') ? `[${mailbox.host}]` : mailbox.host}/`,
  )
  if (folded?.pathname !== '/' || folded.port !== '')
    return failure('address', 'That is not the name of a mail server')
  const found = await checkedAddresses(bareHost(folded.hostname), port, {
    gate,
    resolve: options.resolve ?? systemResolve(),
  })
  return 'failed' in found ? found : (found[0] as string)
}

/** Gives the mails that came after `since`, oldest first. Never rejects. */
export async function fetchMail(
  mailbox: Mailbox,
  since: MailMark | undefined,
  options: ImapOptions = {},
): Promise<FetchedMail | Failure> {
  const secure = mailbox.secure ?? true
  const port = mailbox.port ?? (secure ? 993 : 143)
  let address: string | Failure
  try {
    address = await mailAddress(mailbox, port, options)
  } catch (error) {
    return failureOf(error, false)
  }
  if (typeof address !== 'string') return address
  const largest = options.largest ?? 10_000_000
  const client = new ImapFlow({
    host: address,
    port,
    secure,
    doSTARTTLS: !secure,
    ...(isIP(mailbox.host) ? {} : { servername: bareHost(mailbox.host) }),
    auth: { user: mailbox.user, pass: mailbox.password },
    tls: options.trust ? { ca: [...getCACertificates('default'), ...options.trust] } : {},
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 60_000,
    maxLineLength: 1_000_000,
    maxLiteralSize: largest + 1000,
    maxResponseSize: largest + 2_000_000,
    maxResponseTokens: 200_000,
  })
  // What breaks the connection is told here; the command under way only learns that the connection is gone.
  let broke: unknown
  client.on('error', (error: unknown) => {
    broke ??= error
  })
  const timer = setTimeout(() => client.close(), options.total ?? 120_000)
  try {
    await client.connect()
    return await readFolder(client, mailbox.folder ?? 'INBOX', since, { ...options, largest })
  } catch (error) {
    return imapFailure(broke ?? error)
  } finally {
    clearTimeout(timer)
    await client.logout().catch(() => {})
    client.close()
  }
}

async function readFolder(
  client: ImapFlow,
  folder: string,
  since: MailMark | undefined,
  { most = 50, first = 50, largest = 0 }: ImapOptions,
): Promise<FetchedMail> {
  const opened = await client.mailboxOpen(folder, { readOnly: true })
  const uidValidity = String(opened.uidValidity)
  const known = since?.uidValidity === uidValidity ? since.uid : undefined
  // RFC 3501 6.4.8: `n:*` always holds the last message, even one below n.
  const range = known === undefined ? '1:*' : `${known + 1}:*`
  const found = opened.exists === 0 ? [] : (await client.search({ uid: range }, { uid: true })) || []
  const fresh = found.filter((uid) => uid > (known ?? 0)).sort((a, b) => a - b)
  const wanted = known === undefined ? fresh.slice(-first) : fresh
  const batch = wanted.slice(0, most)
  const messages: FetchedMail['messages'][number][] = []
  const tooLarge: number[] = []
  for (const uid of batch) {
    const head = await client.fetchOne(String(uid), { size: true, internalDate: true }, { uid: true })
    // Deleted by its owner in the meantime.
    if (!head) continue
    if ((head.size ?? 0) > largest) {
      tooLarge.push(uid)
      continue
    }
    const whole = await client.fetchOne(String(uid), { source: true }, { uid: true })
    if (whole === false || whole.source === undefined) continue
    const received = head.internalDate ? new Date(head.internalDate) : undefined
    messages.push({
      uid,
      bytes: whole.source,
      ...(received && !Number.isNaN(received.getTime()) ? { received: received.toISOString() } : {}),
    })
  }
  const last = batch.at(-1) ?? (known === undefined ? (opened.uidNext ?? 1) - 1 : known)
  return { mark: { uidValidity, uid: last }, messages, tooLarge, more: wanted.length > batch.length }
}

function imapFailure(error: unknown): Failure {
  const { authenticationFailed, code, responseText, mailboxMissing } = (error ?? {}) as Record<
    string,
    unknown
  >
  const said = typeof responseText === 'string' && responseText ? `: ${responseText.slice(0, 200)}` : ''
  if (authenticationFailed) return failure('http', `The mailbox does not accept the name and password${said}`)
  if (mailboxMissing) return failure('http', 'The mailbox has no such folder')
  if (code === 'CONNECT_TIMEOUT' || code === 'GREETING_TIMEOUT' || code === 'ETIMEOUT')
    return failure('timeout', 'The mail server does not answer in time')
  if (
    code === 'LiteralTooLarge' ||
    code === 'LineTooLarge' ||
    code === 'ResponseTooLarge' ||
    code === 'TooManyTokens'
  )
    return failure('too-large', 'The mail server answers with more than can be taken')
  if (code === 'NoConnection' || code === 'EConnectionClosed' || code === 'ClosedAfterConnectTLS')
    return failure('refused', 'The mail server closed the connection')
  if (said) return failure('http', `The mail server refuses${said}`)
  const known = failureOf(error, false)
  return isFailure(known) ? known : failure('refused', 'The mail server cannot be reached')
}
