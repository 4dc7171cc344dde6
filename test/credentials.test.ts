/** A reader's own subscription: kept sealed, sent to its outlet alone, and shown nowhere. */

import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { run } from '../src/cli/run.ts'
import { closeAll, listening } from './loopback.ts'

afterEach(closeAll)

const SECRET = 'lena:driftwood-and-tar'
const basic = `Basic ${Buffer.from(SECRET).toString('base64')}`

async function call(data: string, argv: readonly string[], input = '') {
  const said: string[] = []
  const exit = await run(
    argv,
    { THROUGHLINE_DATA: data, THROUGHLINE_ALLOW_HOSTS: '*.test.localhost' },
    {
      out: (text) => said.push(text),
      err: (text) => said.push(text),
      terminal: false,
      input: async () => input,
    },
  )
  return { exit, said: said.join('\n') }
}

const paragraphs =
  '<p>The harbour master said on Monday that the eastern quay would be closed until the spring, and that boats would have to wait outside.</p>'.repeat(
    4,
  )

/** A paper that answers only subscribers, and lists one article of its own and one on another host. */
async function paper() {
  const asked: {
    readonly host: string
    readonly path: string
    readonly headers: IncomingMessage['headers']
  }[] = []
  const port = await listening(
    createServer(({ url = '', headers }, response) => {
      const host = (headers.host ?? '').split(':')[0] as string
      asked.push({ host, path: url, headers })
      if (url === '/robots.txt') return response.writeHead(404).end()
      if (
        url === '/feed' &&
        headers.authorization !== basic &&
        asked.some((one) => one.headers.authorization)
      )
        return response.writeHead(401).end()
      if (url === '/feed')
        return response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(
          `<rss version="2.0"><channel><title>The Closed Quay</title><link>http://paper.test.localhost:${port}/</link>
          <item><guid>a</guid><title>Quay shut</title><link>http://paper.test.localhost:${port}/quay-shut</link></item>
          <item><guid>b</guid><title>Elsewhere</title><link>http://other.test.localhost:${port}/elsewhere</link></item>
          <item><guid>c</guid><title>Moved away</title><link>http://paper.test.localhost:${port}/moved</link></item></channel></rss>`,
        )
      if (url === '/moved')
        return response.writeHead(302, { location: `http://other.test.localhost:${port}/landed` }).end()
      response.writeHead(200, { 'content-type': 'text/html' }).end(`<h1>On ${url}</h1>${paragraphs}`)
    }),
  )
  return { asked, feed: `http://paper.test.localhost:${port}/feed` }
}

test('Credentials go to their outlet with feed and page, and to no other host, not even after a redirect', {
  timeout: 60_000,
}, async () => {
  const data = mkdtempSync(join(tmpdir(), 'credentials-'))
  const { asked, feed } = await paper()
  expect((await call(data, ['add', feed])).exit).toBe(0)
  const kept = await call(data, ['credentials', feed, 'basic'], `${SECRET}\n`)
  expect(kept).toEqual({ exit: 0, said: 'Kept, sealed, for paper.test.localhost.' })
  asked.length = 0
  const refreshed = await call(data, ['refresh', '--all'])
  expect(refreshed.said).toBe('')
  const sent = (path: string) =>
    asked.filter((one) => one.path === path).map(({ host, headers }) => [host, headers.authorization])
  expect(sent('/feed')).toEqual([['paper.test.localhost', basic]])
  expect(sent('/quay-shut')).toEqual([['paper.test.localhost', basic]])
  expect(sent('/elsewhere')).toEqual([['other.test.localhost', undefined]])
  expect(sent('/landed')).toEqual([['other.test.localhost', undefined]])
  expect(sent('/robots.txt').every(([, authorization]) => authorization === undefined)).toBe(true)

  const shown = await Promise.all([
    call(data, ['credentials', feed]),
    call(data, ['doctor', '--json']),
    call(data, ['export', 'opml']),
    call(data, ['backup', join(data, 'copy.sqlite')]),
  ])
  for (const { said } of shown) expect(said).not.toMatch(/driftwood/)
  for (const name of readdirSync(data)) {
    const bytes = readFileSync(join(data, name)).toString('latin1')
    expect(bytes.includes('driftwood'), name).toBe(false)
    expect(bytes.includes(basic.slice(6)), name).toBe(false)
  }
  expect(statSync(join(data, 'credentials.key')).mode & 0o777).toBe(0o600)

  expect((await call(data, ['credentials', feed, '--remove'])).said).toBe('Forgotten.')
  expect((await call(data, ['credentials', feed])).said).toBe('Nothing is kept for it.')
  await call(data, ['refresh', '--all'])
  const { exit, said } = await call(data, ['doctor'])
  expect(exit).toBe(1)
  expect(said).toMatch(/The server asks for a name and password \(401\)/)
  expect(said).toMatch(/Next check: \d{4}-/)
  expect(said).toContain('What to do: If you subscribe to it')
})

test('What cannot be a credential is refused with a sentence', async () => {
  const data = mkdtempSync(join(tmpdir(), 'credentials-'))
  const { feed } = await paper()
  await call(data, ['add', feed])
  for (const [kind, input] of [
    ['basic', 'no colon'],
    ['header', 'Host: elsewhere.example'],
    ['header', 'no colon'],
    ['cookie', 'nothing'],
    ['basic', ''],
    ['password', 'word'],
  ] as const)
    expect((await call(data, ['credentials', feed, kind], input)).exit, `${kind} ${input}`).toBe(1)
  expect((await call(data, ['credentials', feed, 'guess'], 'x')).exit).toBe(2)
  expect((await call(data, ['credentials', 'https://nobody.example/feed', 'basic'], SECRET)).exit).toBe(1)
})
