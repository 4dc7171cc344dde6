/** What can be set from outside, decided once. Only `main.ts` reads the environment; all else takes a `Config`. */

import { join, resolve } from 'node:path'

export type Config = {
  readonly folder: string
  readonly database: string
  readonly host: string
  readonly port: number
  /** scrypt is applied at sign-in set-up; needed to listen beyond loopback. */
  readonly password: string | undefined
  /** `host` or `host:port`, `*.` for any subdomain: private addresses that may be fetched from. */
  readonly allowHosts: readonly string[]
  readonly sample: boolean
  readonly userAgent: string
  /** Where the outside can reach this reader; no slash at the end. */
  readonly publicUrl: string | undefined
  /** The own address for newsletters and where its mail server listens. */
  readonly mail: { readonly address: string; readonly host: string; readonly port: number } | undefined
  /** A chat endpoint that may suggest records. */
  readonly engine: { readonly url: string; readonly model: string; readonly key?: string } | undefined
  /** The server mail goes out by, as an smtp or smtps address, and whom it is from. */
  readonly smtp: { readonly server: string; readonly from: string } | undefined
}

export type Setting = {
  readonly name: string
  readonly fallback: string
  readonly meaning: string
}

/** Every setting there is; `docs/settings.md` is held against this list by a test. */
export const settings: readonly Setting[] = [
  {
    name: 'THROUGHLINE_DATA',
    fallback: 'data',
    meaning: 'The folder that holds everything; back this one up.',
  },
  {
    name: 'THROUGHLINE_HOST',
    fallback: '127.0.0.1',
    meaning: 'The address to listen on. Anything but loopback needs a password.',
  },
  { name: 'THROUGHLINE_PORT', fallback: '8420', meaning: 'The port to listen on; 0 takes any free one.' },
  {
    name: 'THROUGHLINE_PASSWORD',
    fallback: '',
    meaning: 'The password readers sign in with. At least 8 characters.',
  },
  {
    name: 'THROUGHLINE_ALLOW_HOSTS',
    fallback: '',
    meaning: 'Hosts on private networks that may be fetched from, separated by commas.',
  },
  {
    name: 'THROUGHLINE_SAMPLE',
    fallback: 'on',
    meaning: 'Whether a new reader opens on the fictional sample: on or off.',
  },
  {
    name: 'THROUGHLINE_CONTACT',
    fallback: '',
    meaning: 'An address or URL put in the User-Agent, so that site owners can reach you.',
  },
  {
    name: 'THROUGHLINE_PUBLIC_URL',
    fallback: '',
    meaning:
      'Where the outside reaches this reader; with it, feeds that have a hub (WebSub) tell their news.',
  },
  {
    name: 'THROUGHLINE_MAIL_ADDRESS',
    fallback: '',
    meaning: 'An own address for newsletters; with it, the reader takes mail for it.',
  },
  {
    name: 'THROUGHLINE_MAIL_LISTEN',
    fallback: '127.0.0.1:2525',
    meaning: 'Where mail for that address is taken in (SMTP).',
  },
  {
    name: 'THROUGHLINE_SMTP',
    fallback: '',
    meaning: 'The server mail goes out by: smtps://NAME:PASSWORD@HOST or smtp://HOST:PORT.',
  },
  {
    name: 'THROUGHLINE_SMTP_FROM',
    fallback: '',
    meaning: 'Whom that mail is from, such as reader@example.org.',
  },
  {
    name: 'THROUGHLINE_ENGINE',
    fallback: '',
    meaning:
      'An OpenAI-compatible chat endpoint, such as http://127.0.0.1:11434/v1, that may suggest records; it is sent the text of articles.',
  },
  { name: 'THROUGHLINE_ENGINE_MODEL', fallback: '', meaning: 'The model to ask there.' },
  { name: 'THROUGHLINE_ENGINE_KEY', fallback: '', meaning: 'The key it asks for, where it does.' },
]

export type Env = Readonly<Record<string, string | undefined>>

/** Reads the settings; what is wrong with them comes back in plain words, all at once. */
export function parseConfig(env: Env): Config | { readonly failed: string } {
  const read = (name: string) =>
    env[name]?.trim() || (settings.find((setting) => setting.name === name)?.fallback ?? '')
  const wrong: string[] = []
  const unknown = Object.keys(env).filter(
    (name) => name.startsWith('THROUGHLINE_') && !settings.some((setting) => setting.name === name),
  )
  for (const name of unknown) wrong.push(`${name} is not a setting; see docs/settings.md.`)

  const folder = resolve(read('THROUGHLINE_DATA'))
  const host = read('THROUGHLINE_HOST')
  const port = Number(read('THROUGHLINE_PORT'))
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    wrong.push('THROUGHLINE_PORT must be a number from 0 to 65535.')
  const password = read('THROUGHLINE_PASSWORD') || undefined
  if (password !== undefined && password.length < 8)
    wrong.push('THROUGHLINE_PASSWORD must have at least 8 characters.')
  if (!isLoopback(host) && password === undefined) {
    wrong.push(
      `Listening on ${host} lets others on the network in: set THROUGHLINE_PASSWORD, or listen on 127.0.0.1.`,
    )
  }
  const sample = read('THROUGHLINE_SAMPLE')
  if (sample !== 'on' && sample !== 'off') wrong.push('THROUGHLINE_SAMPLE must be on or off.')

  const publicUrl = read('THROUGHLINE_PUBLIC_URL').replace(/\/+$/, '')
  if (publicUrl !== '' && !/^https?:$/.test(URL.parse(publicUrl)?.protocol ?? ''))
    wrong.push('THROUGHLINE_PUBLIC_URL must be an address such as https://news.example.org.')
  const address = read('THROUGHLINE_MAIL_ADDRESS').toLowerCase()
  if (address !== '' && !/^[^\s@]+@[^\s@]+$/.test(address))
    wrong.push('THROUGHLINE_MAIL_ADDRESS must be an address such as news@example.org.')
  const listen = /^(.+):(\d{1,5})$/.exec(read('THROUGHLINE_MAIL_LISTEN'))
  if (!listen || Number(listen[2]) > 65_535)
    wrong.push('THROUGHLINE_MAIL_LISTEN must be an address and a port, such as 127.0.0.1:2525.')

  const server = read('THROUGHLINE_SMTP')
  const from = read('THROUGHLINE_SMTP_FROM')
  if (server !== '' && !/^smtps?:\/\/[^/]/i.test(server))
    wrong.push('THROUGHLINE_SMTP must be an address such as smtps://name:password@mail.example.org.')
  if ((server === '') !== (from === ''))
    wrong.push('THROUGHLINE_SMTP and THROUGHLINE_SMTP_FROM are set together, or neither.')

  const engine = read('THROUGHLINE_ENGINE').replace(/\/+$/, '')
  const model = read('THROUGHLINE_ENGINE_MODEL')
  const key = read('THROUGHLINE_ENGINE_KEY')
  if (engine !== '' && !/^https?:$/.test(URL.parse(engine)?.protocol ?? ''))
    wrong.push('THROUGHLINE_ENGINE must be an address such as http://127.0.0.1:11434/v1.')
  if ((engine === '') !== (model === ''))
    wrong.push('THROUGHLINE_ENGINE and THROUGHLINE_ENGINE_MODEL are set together, or neither.')

  if (wrong.length > 0) return { failed: wrong.join('\n') }
  const contact = read('THROUGHLINE_CONTACT')
  return Object.freeze({
    folder,
    database: join(folder, 'throughline.sqlite'),
    host,
    port,
    password,
    allowHosts: read('THROUGHLINE_ALLOW_HOSTS')
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
    sample: sample === 'on',
    userAgent: `Throughline/0.1 (self-hosted news reader${contact ? `; ${contact}` : ''})`,
    publicUrl: publicUrl || undefined,
    engine: engine === '' ? undefined : { url: engine, model, ...(key === '' ? {} : { key }) },
    smtp: server === '' ? undefined : { server, from },
    mail: address === '' ? undefined : { address, host: listen![1]!, port: Number(listen![2]) },
  })
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
}
