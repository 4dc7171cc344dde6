/** The command line: what it answers, and how it refuses. */

import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commands } from '../src/cli/commands.ts'
import { run } from '../src/cli/run.ts'
import { inventedTexts } from './kill/texts.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'cli-'))

async function call(data: string, ...argv: string[]) {
  const out: string[] = []
  const err: string[] = []
  const exit = await run(
    argv,
    { THROUGHLINE_DATA: data },
    { out: (text) => out.push(text), err: (text) => err.push(text), terminal: false },
  )
  return { exit, out: out.join('\n'), err: err.join('\n') }
}

test.each(commands.map(({ usage }) => usage.split(' ')[0] as string))('%s explains itself', async (name) => {
  const { exit, out } = await call(folder(), name, '--help')
  expect(exit).toBe(0)
  expect(out).toContain(`throughline ${name}`)
})

test('An unknown command is refused with exit code 2 and a hint', async () => {
  const { exit, err } = await call(folder(), 'sing')
  expect(exit).toBe(2)
  expect(err).toContain('--help')
})

test('A misspelt setting is refused by name', async () => {
  const err: string[] = []
  const exit = await run(
    ['stories'],
    { THROUGHLINE_PROT: '80', THROUGHLINE_DATA: folder() },
    { out: () => {}, err: (text) => err.push(text), terminal: false },
  )
  expect(exit).toBe(2)
  expect(err.join()).toContain('THROUGHLINE_PROT is not a setting')
})

test('Files are imported once, told as stories, and printed with the sentences that say so', async () => {
  const data = folder()
  const files = folder()
  for (const [at, text] of inventedTexts(12).entries()) writeFileSync(join(files, `${100 + at}.txt`), text)

  const first = await call(data, 'import', files, '--json')
  expect(first.exit).toBe(0)
  expect(JSON.parse(first.out)).toEqual({ brought: 12, known: 0, failed: [] })

  const second = await call(data, 'import', files)
  expect(second.out).toBe('0 brought in, 12 were there already.')

  const listed = (await call(data, 'stories', '--json')).out.split('\n').map((line) => JSON.parse(line))
  expect(listed.reduce((sum, { articles }) => sum + articles, 0)).toBe(12)

  const story = JSON.parse((await call(data, 'story', String(listed[0].id), '--json')).out)
  expect(story.articles.length).toBe(listed[0].articles)
  expect(story.encounters.length + story.statements.length).toBeGreaterThan(0)
  for (const { sentence } of [...story.encounters, ...story.statements]) expect(sentence).not.toBe('')

  const doctor = await call(data, 'doctor')
  expect(doctor.exit).toBe(0)
  expect(doctor.out).toContain('The store is whole.')
})

test('A list of 5,000 sources is taken in whole, in its folders, once, and given back the same', async () => {
  const data = folder()
  const list = join(folder(), 'list.opml')
  const outlines = Array.from({ length: 5_000 }, (_, n) => {
    const feed = `<outline type="rss" text="Feed ${n}" xmlUrl="https://f${n}.example.org/feed?a=1&amp;b=${n}"/>`
    return n % 2 ? feed : `<outline text="Even"><outline text="By ${n % 10}">${feed}</outline></outline>`
  })
  writeFileSync(list, `<opml version="2.0"><head/><body>${outlines.join('')}</body></opml>`)
  expect(await call(data, 'import', list)).toMatchObject({ exit: 0, out: '5000 sources added.' })
  expect((await call(data, 'import', list)).out).toBe('0 sources added, 5000 were there already.')

  const given = await call(data, 'export', 'opml')
  const again = join(folder(), 'again.opml')
  writeFileSync(again, given.out)
  const other = folder()
  expect((await call(other, 'import', again)).out).toBe('5000 sources added.')
  // The head tells when it was made.
  const body = (text: string) => text.slice(text.indexOf('<body>'))
  expect(body((await call(other, 'export', 'opml')).out)).toBe(body(given.out))
})

test('What is missing or cannot hold an article is named, and the rest is still imported', async () => {
  const files = folder()
  writeFileSync(join(files, 'note.txt'), inventedTexts(1)[0] as string)
  const { exit, out, err } = await call(
    folder(),
    'import',
    join(files, 'note.txt'),
    join(files, 'gone.txt'),
    import.meta.filename,
  )
  expect(exit).toBe(1)
  expect(out).toBe('1 brought in.')
  expect(err).toContain('gone.txt: there is no such file')
  expect(err).toContain('only .txt, .html and .eml files hold articles')
})

test('A story that is not there, and an address that is none, get a sentence each', async () => {
  const data = folder()
  expect(await call(data, 'story', '99')).toMatchObject({
    exit: 1,
    err: expect.stringContaining('no story 99'),
  })
  expect(await call(data, 'story', 'x')).toMatchObject({
    exit: 1,
    err: expect.stringContaining('no story x'),
  })
  expect(await call(data, 'add', 'ftp://example.org/feed')).toMatchObject({
    exit: 1,
    err: expect.stringContaining('is not a web address'),
  })
  expect(await call(data, 'add', 'http://127.0.0.1:9/feed')).toMatchObject({
    exit: 1,
    err: expect.stringContaining('cannot be read'),
  })
  expect(await call(data, 'stories', '--limit', 'many')).toMatchObject({ exit: 2 })
})

test('A backup is written once and never over another file unasked', async () => {
  const data = folder()
  const target = join(folder(), 'copy.sqlite')
  expect((await call(data, 'backup', target)).exit).toBe(0)
  expect(await call(data, 'backup', target)).toMatchObject({
    exit: 1,
    err: expect.stringContaining('--force'),
  })
  expect((await call(data, 'backup', target, '--force')).exit).toBe(0)
  expect((await call(data, 'backup', '/nowhere/at/all.sqlite')).exit).toBe(1)
})

test('A Node that is too old gets one sentence that says what to do', () => {
  const pretend = "data:text/javascript,Object.defineProperty(process.versions,'node',{value:'20.11.0'})"
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    ['--import', pretend, join(import.meta.dirname, '../src/main.ts'), 'stories'],
    { encoding: 'utf8' },
  )
  expect(status).toBe(1)
  expect(stdout).toBe('')
  expect(stderr.trim().split('\n')).toEqual([
    expect.stringMatching(/runs on Node 26 and this is Node 20\.11\.0.*npm start/),
  ])
})
