/** Sends mail over the SMTP server that the operator named. */

import { isIP } from 'node:net'
import { getCACertificates } from 'node:tls'
import { createTransport } from 'nodemailer'
import { addressKind } from './addresses.ts'
import { type Failure, failure, failureOf } from './failure.ts'
import { bareHost, isLocalhost } from './gate.ts'

export type MailerOptions = {
  /** `smtps://name:password@mail.example:465`, or `smtp://…:587` which then turns secure (STARTTLS). */
  readonly server: string
  /** `Throughline <reader@example.org>` */
  readonly from: string
  /** PEM certificates trusted besides the usual ones. */
  readonly trust?: readonly string[]
}

export type Mail = {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html?: string | undefined
  /** Where one click stops these mails (RFC 8058); an https address. */
  readonly unsubscribe?: string | undefined
  /** The same for every attempt at one mail: mailboxes drop the second copy. Letters, digits and dashes. */
  readonly id?: string | undefined
}

export type Mailer = {
  /** Undefined once the server has taken the mail. Never rejects. `retryAfter` is set where another try may help. */
  readonly send: (mail: Mail) => Promise<Failure | undefined>
  readonly close: () => void
}

/** Throws where `server` is no smtp or smtps address. */
export function openMailer(options: MailerOptions): Mailer {
  const url = URL.parse(options.server)
  if (!url || (url.protocol !== 'smtp:' && url.protocol !== 'smtps:') || url.hostname === '')
    throw new Error('The mail server must be given as smtp://HOST or smtps://HOST')
  const secure = url.protocol === 'smtps:'
  const user = decodeURIComponent(url.username)
  const near = isLocalhost(url.hostname) || addressKind(url.hostname) === 'loopback'
  const domain = /@([^\s>]+)>?\s*$/.exec(options.from)?.[1] ?? 'localhost'
  const transport = createTransport({
    // RFC 6761: names under localhost never reach a name server.
    host: isLocalhost(url.hostname) ? '127.0.0.1' : url.hostname,
    port: url.port ? Number(url.port) : secure ? 465 : 587,
    secure,
    // A password is never spoken over an open line, save to this machine itself.
    requireTLS: !secure && user !== '' && !near,
    ...(user === '' ? {} : { auth: { user, pass: decodeURIComponent(url.password) } }),
    tls: {
      ...(isIP(bareHost(url.hostname)) ? {} : { servername: url.hostname }),
      ...(options.trust ? { ca: [...getCACertificates('default'), ...options.trust] } : {}),
    },
    pool: true,
    maxConnections: 2,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })

  const send = async (mail: Mail): Promise<Failure | undefined> => {
    try {
      await transport.sendMail({
        from: options.from,
        to: mail.to,
        subject: mail.subject,
        text: mail.text,
        ...(mail.html === undefined ? {} : { html: mail.html }),
        ...(mail.id === undefined ? {} : { messageId: `<${mail.id.replace(/[^\w.-]/g, '-')}@${domain}>` }),
        headers: {
          // RFC 3834: no holiday reply wanted.
          'Auto-Submitted': 'auto-generated',
          ...(mail.unsubscribe === undefined
            ? {}
            : {
                'List-Unsubscribe': `<${mail.unsubscribe}>`,
                'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
              }),
        },
      })
      return undefined
    } catch (error) {
      return mailFailure(error)
    }
  }

  return { send, close: () => transport.close() }
}

/** What the mail server's refusal means; its reply is shown, our password never is. */
function mailFailure(error: unknown): Failure {
  const { code, originalCode, responseCode, response, message } = (error ?? {}) as {
    originalCode?: string
    message?: string
    code?: string
    responseCode?: number
    response?: string
  }
  const said = response ? `: ${response.slice(0, 200)}` : ''
  if (code === 'EAUTH') return failure('http', `The mail server does not accept our name and password${said}`)
  // RFC 5321 4.2.1: 4yz may work later, 5yz never will.
  if (responseCode !== undefined && responseCode >= 500)
    return failure('http', `The mail server refuses the mail${said}`, { status: responseCode })
  if (responseCode !== undefined && responseCode >= 400)
    return failure('http', `The mail server cannot take the mail now${said}`, {
      status: responseCode,
      retryAfter: 600,
    })
  if (code === 'EENVELOPE') return failure('address', 'The mail has no valid address to go to')
  if (code === 'ETLS') return failure('tls', 'The mail server offers no secure connection')
  if (code === 'EDNS') return failure('dns', 'No mail server is known by that name', { retryAfter: 600 })
  const known = failureOf({ code: originalCode ?? code, message }, false)
  return known.code === 'tls' ? known : { ...known, retryAfter: 600 }
}
