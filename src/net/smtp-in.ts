/** An own SMTP address: takes in newsletters for the recipients we know, and nothing else. */

import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export type InMail = {
  /** Envelope addresses, lower case. */
  readonly from: string
  readonly to: readonly string[]
  /** The message as it came. */
  readonly bytes: Uint8Array
}

export type SmtpInOptions = {
  readonly port: number
  readonly host?: string
  /** The name this server greets with. */
  readonly name: string
  /** Whether mail for this address (lower case) is taken. */
  readonly accepts: (address: string) => Promise<boolean> | boolean
  /** Keeps the mail. The sender is told that it is kept only once this resolves; a rejection makes it try again. */
  readonly receive: (mail: InMail) => Promise<void>
  /** Bytes of one message. */
  readonly most?: number
  readonly tls?: { readonly key: string; readonly cert: string }
}

export type SmtpIn = { readonly port: number; readonly close: () => Promise<void> }

const reply = (code: number, words: string): Error => Object.assign(new Error(words), { responseCode: code })

/** Opens the server. Rejects where the port cannot be had. */
export async function openSmtpIn(options: SmtpInOptions): Promise<SmtpIn> {
  const most = options.most ?? 5_000_000
  const server = new SMTPServer({
    name: options.name,
    banner: 'newsletters only',
    size: most,
    authOptional: true,
    disabledCommands: options.tls ? ['AUTH'] : ['AUTH', 'STARTTLS'],
    ...options.tls,
    disableReverseLookup: true,
    maxClients: 20,
    socketTimeout: 60_000,
    closeTimeout: 5_000,
    logger: false,
    onRcptTo: (address, session, done) => {
      if (session.envelope.rcptTo.length >= 20) return done(reply(452, 'too many recipients'))
      Promise.resolve(options.accepts(address.address.toLowerCase())).then(
        (taken) => done(taken ? null : reply(550, 'no such address here')),
        () => done(reply(451, 'try again later')),
      )
    },
    onData: (stream, session, done) => {
      const chunks: Uint8Array[] = []
      let size = 0
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length
        // The rest is read and dropped, so that the refusal reaches the sender.
        if (size <= most) chunks.push(chunk)
        else chunks.length = 0
      })
      stream.on('error', () => {})
      stream.on('end', () => {
        if (size > most) return done(reply(552, 'the message is too large'))
        const { mailFrom, rcptTo } = session.envelope
        options
          .receive({
            from: mailFrom ? mailFrom.address.toLowerCase() : '',
            to: rcptTo.map(({ address }) => address.toLowerCase()),
            bytes: Buffer.concat(chunks),
          })
          .then(
            () => done(null, 'kept'),
            () => done(reply(451, 'try again later')),
          )
      })
    },
  })
  await new Promise<void>((opened, failed) => {
    server.once('error', failed)
    server.listen(options.port, options.host, () => {
      server.off('error', failed)
      opened()
    })
  })
  // Errors of single connections (resets, bad TLS) are the senders' affair.
  server.on('error', () => {})
  return {
    port: (server.server.address() as AddressInfo).port,
    close: () => new Promise((closed) => server.close(() => closed())),
  }
}
