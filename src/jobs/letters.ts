/** The reader's own address for newsletters: takes mail for it, if one is set, and keeps each letter at once. */

import type { Context } from '../app/context.ts'
import { receiveLetter } from '../app/newsletter.ts'
import type { Config } from '../config.ts'
import { openSmtpIn, type SmtpIn } from '../net/smtp-in.ts'

/** Undefined where no address is set, or its port cannot be had: the reader goes on without. */
export async function takeLetters(
  context: Context,
  { mail }: Pick<Config, 'mail'>,
): Promise<SmtpIn | undefined> {
  if (!mail) return undefined
  const [name = '', domain = 'localhost'] = mail.address.split('@')
  try {
    return await openSmtpIn({
      port: mail.port,
      host: mail.host,
      name: domain,
      // news+anything@ is the same address: a reader may give each newsletter its own.
      accepts: (address) =>
        address === mail.address || (address.startsWith(`${name}+`) && address.endsWith(`@${domain}`)),
      receive: ({ bytes }) => receiveLetter(context, bytes),
    })
  } catch (cause) {
    console.error(`Mail for ${mail.address} is not taken: ${(cause as Error).message}`)
    return undefined
  }
}
