import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { createServer as createSecureServer } from 'node:tls'
import { afterEach, describe, expect, test } from 'vitest'
import { makeCertificate } from '../../bench/net-certificate.ts'
import { isFailure } from './failure.ts'
import { type FetchedMail, fetchMail, type ImapOptions, type Mailbox } from './imap.ts'

const certificate = makeCertificate(['mail.test.localhost'], Date.now())
const servers: { server: Server; sockets: Set<Socket> }[] = []

afterEach(async () => {
  for (const { server, sockets } of servers.splice(0)) {
    for (const socket of sockets) socket.destroy()
    await new Promise((done) => server.close(done))
  }
})

type Message = { readonly uid: number; readonly text: string }
type Play = {
  messages: Message[]
  uidValidity: number
  readonly commands: string[]
  /** What to say instead, by the beginning of a command. */
  readonly instead?: Record<string, string>
  readonly password?: string
}

/** Enough of IMAP4rev1 to be read from, as a mail server would speak it. */
function speak(socket: Socket, play: Play) {
  let rest = ''
  const line = (text: string) => socket.write(`${text}\r\n`)
  line('* OK harbour mail ready')
  socket.on('error', () => {})
  socket.on('data', (chunk) => {
    rest += chunk.toString('latin1')
    for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
      const text = rest.slice(0, end)
      rest = rest.slice(end + 2)
      const [tag = '', ...words] = text.split(' ')
      const command = words.join(' ')
      play.commands.push(command)
      const other = Object.entries(play.instead ?? {}).find(([start]) =>
        command.toUpperCase().startsWith(start),
      )
      if (other) line(other[1].replaceAll('TAG', tag))
      else for (const reply of replies(command, play)) line(reply)
      if (!other) line(`${tag} ${verdict(command, play)}`)
      if (command.toUpperCase() === 'LOGOUT') socket.end()
    }
  })
}

function verdict(command: string, play: Play): string {
  if (/^LOGIN /i.test(command) && !command.includes(play.password ?? 'harbour'))
    return 'NO [AUTHENTICATIONFAILED] wrong name or password'
  if (/^(EXAMINE|SELECT) "?(?!INBOX)/i.test(command)) return 'NO [NONEXISTENT] no such folder'
  return /^EXAMINE/i.test(command) ? 'OK [READ-ONLY] done' : 'OK done'
}

function replies(command: string, { messages, uidValidity }: Play): string[] {
  const upper = command.toUpperCase()
  if (upper === 'CAPABILITY') return ['* CAPABILITY IMAP4rev1']
  if (upper === 'LOGOUT') return ['* BYE until next time']
  if (/^(EXAMINE|SELECT)/.test(upper))
    return [
      '* FLAGS (\\Seen \\Deleted)',
      `* ${messages.length} EXISTS`,
      `* OK [UIDVALIDITY ${uidValidity}] valid`,
      `* OK [UIDNEXT ${(messages.at(-1)?.uid ?? 0) + 1}] next`,
    ]
  if (upper === 'LIST "" ""') return ['* LIST (\\Noselect) "/" ""']
  if (upper.startsWith('LIST')) return ['* LIST (\\HasNoChildren) "/" INBOX']
  if (upper.startsWith('UID SEARCH')) {
    const from = Number(/(\d+):\*/.exec(command)?.[1] ?? 1)
    const found = messages.filter(({ uid }) => uid >= from).map(({ uid }) => uid)
    const last = messages.at(-1)?.uid
    return [`* SEARCH ${[...new Set(last === undefined ? found : [...found, last])].join(' ')}`]
  }
  if (upper.startsWith('UID FETCH')) {
    const uid = Number(/UID FETCH (\d+)/i.exec(command)?.[1])
    const at = messages.findIndex((message) => message.uid === uid)
    const message = messages[at]
    if (!message) return []
    const body = upper.includes('BODY.PEEK[]') ? ` BODY[] {${message.text.length}}\r\n${message.text}` : ''
    return [
      `* ${at + 1} FETCH (UID ${uid} RFC822.SIZE ${message.text.length} INTERNALDATE "01-Jun-2026 10:00:00 +0000"${body})`,
    ]
  }
  return []
}

async function mailServer(play: Partial<Play> = {}, secure = true) {
  const whole: Play = { messages: [], uidValidity: 7, commands: [], ...play }
  const sockets = new Set<Socket>()
  const listener = (socket: Socket) => {
    sockets.add(socket)
    speak(socket, whole)
  }
  const server = secure ? createSecureServer(certificate, listener) : createServer(listener)
  server.on('error', () => {})
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  servers.push({ server, sockets })
  return { play: whole, port: (server.address() as AddressInfo).port }
}

const letters = (...uids: number[]): Message[] =>
  uids.map((uid) => ({ uid, text: `Subject: letter ${uid}\r\n\r\nShip number ${uid} came in.\r\n` }))

const mailbox = (port: number, more: Partial<Mailbox> = {}): Mailbox => ({
  host: 'mail.test.localhost',
  port,
  user: 'reader',
  password: 'harbour',
  ...more,
})

const options = (more: ImapOptions = {}): ImapOptions => ({
  allowHosts: ['mail.test.localhost'],
  trust: [certificate.cert],
  total: 10_000,
  ...more,
})

const got = (outcome: Awaited<ReturnType<typeof fetchMail>>): FetchedMail => {
  if (isFailure(outcome)) throw new Error(outcome.failed)
  return outcome
}
const uids = ({ messages }: FetchedMail) => messages.map(({ uid }) => uid)

describe('a mailbox', () => {
  test('gives what came since the last time, oldest first, and how far it was read', async () => {
    const { play, port } = await mailServer({ messages: letters(3, 5) })
    const first = got(await fetchMail(mailbox(port), undefined, options()))
    expect(uids(first)).toEqual([3, 5])
    expect(first.mark).toEqual({ uidValidity: '7', uid: 5 })
    expect(Buffer.from(first.messages[0]?.bytes ?? []).toString()).toBe(play.messages[0]?.text)
    expect(first.messages[0]?.received).toBe('2026-06-01T10:00:00.000Z')

    const nothing = got(await fetchMail(mailbox(port), first.mark, options()))
    expect([uids(nothing), nothing.mark]).toEqual([[], first.mark])

    play.messages = letters(3, 5, 9)
    expect(uids(got(await fetchMail(mailbox(port), first.mark, options())))).toEqual([9])
  })

  test('is only looked at: nothing is marked, moved or deleted', async () => {
    const { play, port } = await mailServer({ messages: letters(1, 2) })
    await fetchMail(mailbox(port), undefined, options())
    expect(play.commands.some((command) => /^EXAMINE/i.test(command))).toBe(true)
    expect(
      play.commands.filter((command) => /STORE|EXPUNGE|MOVE|COPY|DELETE|SELECT|BODY\[/i.test(command)),
    ).toEqual([])
  })

  test('gives a batch at a time, and says that more is there', async () => {
    const { port } = await mailServer({ messages: letters(1, 2, 3, 4, 5) })
    const first = got(await fetchMail(mailbox(port), { uidValidity: '7', uid: 0 }, options({ most: 2 })))
    expect([uids(first), first.more, first.mark.uid]).toEqual([[1, 2], true, 2])
    const second = got(await fetchMail(mailbox(port), first.mark, options({ most: 3 })))
    expect([uids(second), second.more, second.mark.uid]).toEqual([[3, 4, 5], false, 5])
  })

  test('never read before gives its newest only', async () => {
    const { port } = await mailServer({ messages: letters(1, 2, 3, 4, 5) })
    const first = got(await fetchMail(mailbox(port), undefined, options({ first: 2 })))
    expect([uids(first), first.mark.uid]).toEqual([[4, 5], 5])
  })

  test('that was rebuilt is read as new', async () => {
    const { port } = await mailServer({ messages: letters(1, 2), uidValidity: 8 })
    const outcome = got(await fetchMail(mailbox(port), { uidValidity: '7', uid: 900 }, options()))
    expect([uids(outcome), outcome.mark]).toEqual([[1, 2], { uidValidity: '8', uid: 2 }])
  })

  test('that is empty is read to where the next mail will come', async () => {
    const { port } = await mailServer()
    expect(got(await fetchMail(mailbox(port), undefined, options())).mark).toEqual({
      uidValidity: '7',
      uid: 0,
    })
  })

  test('keeps mails over the cap to itself, and the rest still come', async () => {
    const big = { uid: 2, text: `Subject: big\r\n\r\n${'x'.repeat(5000)}` }
    const { port } = await mailServer({ messages: [...letters(1), big, ...letters(3)] })
    const outcome = got(await fetchMail(mailbox(port), undefined, options({ largest: 1000 })))
    expect([uids(outcome), outcome.tooLarge]).toEqual([[1, 3], [2]])
  })
})

describe('a mailbox that cannot be read', () => {
  test.each([
    ['a wrong password', { password: 'wrong' }, {}, 'http'],
    ['a folder that is not there', { folder: 'Letters' }, {}, 'http'],
    ['a certificate nobody vouches for', {}, { trust: [] }, 'tls'],
    [
      'a name the certificate does not hold',
      { host: 'other.test.localhost' },
      { allowHosts: ['*.test.localhost'] },
      'tls',
    ],
    ['a host that is not allowed', {}, { allowHosts: [] }, 'blocked'],
    ['a port of something else', { host: 'mail.example', port: 6379 }, {}, 'blocked'],
    ['this machine in another notation', { host: '0x7f.1', port: 993 }, {}, 'blocked'],
    ['a cloud platform', { host: '169.254.169.254', port: 143 }, {}, 'blocked'],
    ['a mapped address', { host: '::ffff:127.0.0.1', port: 993 }, {}, 'blocked'],
    ['no host', { host: 'not a host', port: 993 }, {}, 'address'],
    ['a path', { host: 'mail.example/x', port: 993 }, {}, 'address'],
  ] as [string, Partial<Mailbox>, ImapOptions, string][])('for %s says so', async (_why, box, more, code) => {
    const { port } = await mailServer({ messages: letters(1) })
    const outcome = await fetchMail(mailbox(port, box), undefined, options(more))
    expect(isFailure(outcome) && outcome.code).toBe(code)
    expect(JSON.stringify(outcome)).not.toContain('wrong"')
  })

  test('is never told the password over an open line', async () => {
    const { play, port } = await mailServer({}, false)
    const outcome = await fetchMail(mailbox(port, { secure: false }), undefined, options())
    expect(isFailure(outcome)).toBe(true)
    expect(play.commands.filter((command) => command.includes('harbour'))).toEqual([])
  })

  test('because it announces a mail without end', async () => {
    const { port } = await mailServer({
      messages: letters(1),
      instead: { 'UID FETCH': '* 1 FETCH (UID 1 RFC822.SIZE 10 BODY[] {99999999999}' },
    })
    expect(await fetchMail(mailbox(port), undefined, options())).toMatchObject({ code: 'too-large' })
  })

  test('because it falls silent', async () => {
    const { port } = await mailServer({ messages: letters(1), instead: { 'UID SEARCH': '* OK one moment' } })
    const outcome = await fetchMail(mailbox(port), undefined, options({ total: 300 }))
    expect(isFailure(outcome)).toBe(true)
  })
})
