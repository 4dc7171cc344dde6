import { connect } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { makeCertificate } from '../../bench/net-certificate.ts'
import { type Mailer, openMailer } from './mail.ts'
import { type InMail, openSmtpIn, type SmtpInOptions } from './smtp-in.ts'

const closers: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

async function mailbox(
  more: Partial<SmtpInOptions> = {},
): Promise<{ kept: InMail[]; mailer: Mailer; port: number }> {
  const kept: InMail[] = []
  const server = await openSmtpIn({
    port: 0,
    host: '127.0.0.1',
    name: 'reader.test',
    accepts: (address) => address === 'news@reader.test',
    receive: async (mail) => void kept.push(mail),
    ...more,
  })
  closers.push(server.close)
  const mailer = openMailer({
    server: `smtp://127.0.0.1:${server.port}`,
    from: 'Harbour Letter <Letter@Harbour.test>',
  })
  closers.push(mailer.close)
  return { kept, mailer, port: server.port }
}

const letter = { to: 'News@Reader.test', subject: 'Grüße from the quay', text: 'Three ships came in.' }

describe('a newsletter sent to our own address', () => {
  test('is kept whole, with the envelope in lower case', async () => {
    const { kept, mailer } = await mailbox()
    expect(
      await mailer.send({
        ...letter,
        html: '<p>Three ships</p>',
        id: 'alert 7',
        unsubscribe: 'https://reader.test/stop/7',
      }),
    ).toBeUndefined()
    expect(kept).toHaveLength(1)
    expect(kept[0]).toMatchObject({ from: 'letter@harbour.test', to: ['news@reader.test'] })
    const text = Buffer.from(kept[0]?.bytes ?? []).toString()
    expect(text).toContain('Three ships came in.')
    expect(text).toContain('Message-ID: <alert-7@Harbour.test>')
    expect(text).toContain('List-Unsubscribe: <https://reader.test/stop/7>')
    expect(text).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
    expect(text).toContain('Auto-Submitted: auto-generated')
  })

  test('to an address we do not know is refused for good', async () => {
    const { kept, mailer } = await mailbox()
    const outcome = await mailer.send({ ...letter, to: 'someone@elsewhere.test' })
    expect(outcome).toMatchObject({ code: 'http', status: 550 })
    expect(outcome?.retryAfter).toBeUndefined()
    expect(kept).toEqual([])
  })

  test('that is too large is refused for good, whether or not its size was announced', async () => {
    const { kept, mailer } = await mailbox({ most: 2000 })
    expect(await mailer.send({ ...letter, text: 'x'.repeat(70_000) })).toMatchObject({ status: 552 })
    expect(kept).toEqual([])
  })

  test('that could not be kept is asked for again', async () => {
    const { mailer } = await mailbox({
      receive: async () => {
        throw new Error('the disk is full')
      },
    })
    expect(await mailer.send(letter)).toMatchObject({ status: 451, retryAfter: 600 })
  })
})

/** Says these lines one after another, each when the last was answered, and gives the answers. */
async function talk(port: number, lines: readonly string[]): Promise<string[]> {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => {})
  const answers: string[] = []
  const rest = [...lines]
  for await (const chunk of socket) {
    answers.push(String(chunk).trim())
    const line = rest.shift()
    if (line === undefined) break
    socket.write(`${line}\r\n`)
  }
  socket.destroy()
  return answers
}

describe('a sender who is not a newsletter', () => {
  test('may be nobody, as bounces are', async () => {
    const { kept, port } = await mailbox()
    const lines = [
      'EHLO a.test',
      'MAIL FROM:<>',
      'RCPT TO:<news@reader.test>',
      'DATA',
      'Subject: x\r\n\r\nbody\r\n.',
      'QUIT',
    ]
    await talk(port, lines)
    expect(kept).toMatchObject([{ from: '', to: ['news@reader.test'] }])
  })

  test('is offered no login and no relaying', async () => {
    const { kept, port } = await mailbox()
    const answers = await talk(port, [
      'EHLO a.test',
      'AUTH PLAIN AHgAeA==',
      'MAIL FROM:<a@a.test>',
      'RCPT TO:<b@b.test>',
      'QUIT',
    ])
    expect(answers[1]).not.toContain('AUTH')
    expect(answers[2]).toMatch(/^5/)
    expect(answers[4]).toMatch(/^550/)
    expect(kept).toEqual([])
  })

  test('cannot name recipients without end', async () => {
    const { kept, mailer } = await mailbox({ accepts: () => true })
    const to = Array.from({ length: 25 }, (_, at) => `news${at}@reader.test`).join(', ')
    await mailer.send({ ...letter, to })
    expect(kept[0]?.to).toHaveLength(20)
  })

  test('cannot talk on one line without end', async () => {
    const { port } = await mailbox()
    const answers = await talk(port, ['EHLO a.test', `MAIL FROM:<${'a'.repeat(200_000)}@a.test>`, 'QUIT'])
    expect(answers.slice(2).join(' ')).toMatch(/^(5|421)/)
  })
})

describe('over a line that turns secure', () => {
  const certificate = makeCertificate(['mail.test.localhost'], Date.now())

  test('a mail arrives where the certificate is trusted', async () => {
    const { kept, port } = await mailbox({ tls: certificate })
    const mailer = openMailer({
      server: `smtp://mail.test.localhost:${port}`,
      from: 'letter@harbour.test',
      trust: [certificate.cert],
    })
    closers.push(mailer.close)
    expect(await mailer.send(letter)).toBeUndefined()
    expect(kept).toHaveLength(1)
  })

  test('a mail is not sent where it is not', async () => {
    const { kept, mailer } = await mailbox({ tls: certificate })
    expect(await mailer.send(letter)).toMatchObject({ code: 'tls' })
    expect(kept).toEqual([])
  })
})

describe('a mail that cannot be sent', () => {
  test('cannot smuggle a header in through its subject or address', async () => {
    const { kept, mailer } = await mailbox()
    await mailer.send({ ...letter, subject: 'Hello\r\nBcc: all@reader.test\r\n\r\nbody' })
    await mailer.send({ ...letter, to: 'news@reader.test\r\nBcc: all@reader.test' })
    for (const { bytes, to } of kept) {
      expect(Buffer.from(bytes).toString()).not.toMatch(/^Bcc:/m)
      expect(to).toEqual(['news@reader.test'])
    }
  })

  test('names the trouble when nobody listens, and never the password', async () => {
    const { port, mailer } = await mailbox()
    mailer.close()
    await closers.shift()?.()
    const away = openMailer({ server: `smtp://reader:open%20sesame@127.0.0.1:${port}`, from: 'a@b.test' })
    closers.push(away.close)
    const outcome = await away.send(letter)
    expect(outcome).toMatchObject({ code: 'refused', retryAfter: 600 })
    expect(JSON.stringify(outcome)).not.toContain('sesame')
  })

  test.each(['mail.example', 'http://mail.example', 'smtp:', ''])('%j is no mail server', (server) => {
    expect(() => openMailer({ server, from: 'a@b.test' })).toThrow('smtp://HOST')
  })
})
