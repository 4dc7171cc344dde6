import { connect, createServer, type Socket } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { closeAll, listening } from '../../test/loopback.ts'
import { takeLetters } from '../jobs/letters.ts'
import { drain } from '../jobs/work.ts'
import type { FetchedMail } from '../net/imap.ts'
import { openSecrets } from '../net/secrets.ts'
import type { Store } from '../store/engines/engine.ts'
import { openStore } from '../store/open.ts'
import { enqueue, refreshJob } from '../store/queue.ts'
import { listSources, makeDue } from '../store/sources.ts'
import type { Context } from './context.ts'
import { keepCredential } from './credentials.ts'
import { addMailbox, mailboxOf } from './newsletter.ts'
import { changeSource } from './source-state.ts'

let store: Store
beforeEach(async () => {
  store = (await openStore(':memory:')) as Store
})
afterEach(closeAll)

const now = Date.parse('2026-05-04T10:00:00Z')
const letter = (from: string, subject: string, id: string) =>
  new TextEncoder().encode(
    [
      `From: ${from}`,
      `Subject: ${subject}`,
      `Message-ID: <${id}@post.example>`,
      'Date: Mon, 04 May 2026 08:00:00 +0000',
      'Content-Type: text/plain; charset=utf-8',
      '',
      `${subject}: the council of Marren said on Sunday that the ${id} would be rebuilt before winter.`,
      '',
      `Nobody in the town had asked for it, Ada Lindqvist of the Harbour Board said. "We will pay for the ${id} ourselves."`,
    ].join('\r\n'),
  )

function context(answers: FetchedMail[]): Context & { readonly asked: unknown[] } {
  const asked: unknown[] = []
  const secrets = openSecrets(new Uint8Array(32).fill(7))
  return {
    db: store.db,
    now: () => now,
    fetch: async () => ({ failed: 'No page is to be fetched for a letter', code: 'blocked' }),
    secrets: () => secrets,
    fetchMail: async (mailbox, since) => {
      asked.push({ ...mailbox, since })
      return (
        answers.shift() ?? { mark: { uidValidity: '7', uid: 9 }, messages: [], tooLarge: [], more: false }
      )
    },
    asked,
  }
}

async function check(given: Context): Promise<readonly (string | undefined)[]> {
  const failed: (string | undefined)[] = []
  await makeDue(store.db, now)
  await enqueue(store.db, [refreshJob(1, now, now)])
  await drain(given, (_, reason) => failed.push(reason))
  return failed.filter((reason) => reason !== undefined)
}

const articles = () =>
  store.db
    .selectFrom('article')
    .innerJoin('outlet', 'outlet.id', 'article.outlet')
    .select(['article.title', 'outlet.name as outlet'])
    .orderBy('article.title')
    .execute()

test('Letters of a mailbox are read, each sender an outlet, and asked for once', async () => {
  const messages = [
    { uid: 3, bytes: letter('The Marren Letter <hello@letters.marren.example>', 'On the mole', 'mole') },
    { uid: 4, bytes: letter('Quay Notes <quay@substack.com>', 'On the crane', 'crane') },
  ]
  const given = context([
    { mark: { uidValidity: '7', uid: 4 }, messages, tooLarge: [5], more: false },
    { mark: { uidValidity: '7', uid: 4 }, messages: messages.slice(0, 1), tooLarge: [], more: false },
  ])
  const added = await addMailbox(given, 'imaps://lena%40post.example@imap.post.example/Letters')
  if ('failed' in added) throw new Error(added.failed)
  await keepCredential(given, added.source, { kind: 'password', secret: 'tar\n' })
  expect(await check(given)).toEqual([])
  expect(await articles()).toEqual([
    { title: 'On the crane', outlet: 'Quay Notes' },
    { title: 'On the mole', outlet: 'The Marren Letter' },
  ])
  expect(await check(given)).toEqual([])
  expect((await articles()).length).toBe(2)
  expect(given.asked).toEqual([
    {
      host: 'imap.post.example',
      secure: true,
      user: 'lena@post.example',
      folder: 'Letters',
      password: 'tar',
      since: undefined,
    },
    {
      host: 'imap.post.example',
      secure: true,
      user: 'lena@post.example',
      folder: 'Letters',
      password: 'tar',
      since: { uidValidity: '7', uid: 4 },
    },
  ])
  const sources = await listSources(store.db)
  expect(sources.map(({ kind, title }) => [kind, title]).toSorted()).toEqual([
    ['mail', 'Quay Notes'],
    ['mail', 'The Marren Letter'],
    ['mailbox', 'Mailbox of lena@post.example'],
  ])
})

test('Letters of a paused sender are left unread', async () => {
  const bytes = (id: string) => letter('Quay Notes <quay@paper.example>', `On the ${id}`, id)
  const given = context([
    {
      mark: { uidValidity: '7', uid: 1 },
      messages: [{ uid: 1, bytes: bytes('mole') }],
      tooLarge: [],
      more: false,
    },
    {
      mark: { uidValidity: '7', uid: 2 },
      messages: [{ uid: 2, bytes: bytes('crane') }],
      tooLarge: [],
      more: false,
    },
  ])
  const added = await addMailbox(given, 'imaps://lena@imap.post.example')
  if ('failed' in added) throw new Error(added.failed)
  await keepCredential(given, added.source, { kind: 'password', secret: 'tar' })
  await check(given)
  const sender = (await listSources(store.db)).find(({ kind }) => kind === 'mail')
  expect(await changeSource(store.db, { source: sender!.id, change: 'pause', now })).toBe(true)
  await check(given)
  expect((await articles()).map(({ title }) => title)).toEqual(['On the mole'])
})

test('A mailbox without its password says what to do', async () => {
  const given = context([])
  await addMailbox(given, 'imaps://lena@imap.post.example')
  await check(given)
  expect((await listSources(store.db))[0]?.last_answer).toContain('throughline credentials 1 password')
})

test('A mailbox address gives its parts, and what is none gives nothing', () => {
  expect(mailboxOf('imap://a%20b@host.example:1143/Post/News')).toEqual({
    host: 'host.example',
    secure: false,
    user: 'a b',
    port: 1143,
    folder: 'Post/News',
  })
  for (const none of ['imaps://host.example', 'https://a@host.example', 'lena@host.example'])
    expect(mailboxOf(none), none).toBeUndefined()
})

/** Speaks just enough SMTP to leave a letter; gives the server's last answer before it says goodbye. */
function send(port: number, to: string, bytes: Uint8Array): Promise<string> {
  const lines = [
    'EHLO post.example',
    'MAIL FROM:<quay@paper.example>',
    `RCPT TO:<${to}>`,
    'DATA',
    `${new TextDecoder().decode(bytes)}\r\n.`,
  ]
  return new Promise((resolve, reject) => {
    const socket: Socket = connect(port, '127.0.0.1')
    socket.on('error', reject)
    socket.on('data', (chunk) => {
      const answer = chunk.toString().trimEnd().split('\r\n').at(-1) as string
      const next = lines.shift()
      if (next !== undefined && !/^[45]/.test(answer)) return void socket.write(`${next}\r\n`)
      socket.end('QUIT\r\n')
      resolve(answer)
    })
  })
}

test('The own address takes letters sent to it and refuses the rest', async () => {
  const free = createServer()
  const port = await listening(free)
  await new Promise((done) => free.close(done))
  const given = context([])
  const post = await takeLetters(given, { mail: { address: 'news@reader.example', host: '127.0.0.1', port } })
  const bytes = letter('Quay Notes <quay@paper.example>', 'On the mole', 'mole')
  expect(await send(port, 'News+quay@reader.example', bytes)).toMatch(/^250/)
  expect(await send(port, 'someone@reader.example', bytes)).toMatch(/^550/)
  await post?.close()
  await drain(given)
  expect(await articles()).toEqual([{ title: 'On the mole', outlet: 'Quay Notes' }])
})
