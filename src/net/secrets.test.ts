import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { loadKey, openSecrets } from './secrets.ts'

const folder = mkdtempSync(join(tmpdir(), 'throughline-key-'))
afterAll(() => rmSync(folder, { recursive: true }))

const secrets = openSecrets(new Uint8Array(32).fill(7))

test('a secret comes back under the same key and purpose', () => {
  const sealed = secrets.seal('pässword, "with" ünicode', 'source:12')
  expect(sealed).not.toContain('word')
  expect(secrets.open(sealed, 'source:12')).toBe('pässword, "with" ünicode')
  expect(secrets.open(secrets.seal('', 'x'), 'x')).toBe('')
})

test('the same secret is never sealed the same way twice', () => {
  expect(secrets.seal('same', 'a')).not.toBe(secrets.seal('same', 'a'))
})

test('another key, another purpose or a changed letter opens nothing', () => {
  const sealed = secrets.seal('password', 'source:12')
  expect(openSecrets(new Uint8Array(32).fill(8)).open(sealed, 'source:12')).toBeUndefined()
  expect(secrets.open(sealed, 'source:13')).toBeUndefined()
  for (let at = 0; at < sealed.length - 1; at++) {
    const changed = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1)
    expect(secrets.open(changed, 'source:12')).toBeUndefined()
  }
  for (const text of ['', 'v1', 'v1.', 'v1.AAAA', 'v2.AAAA', 'plain text'])
    expect(secrets.open(text, '')).toBeUndefined()
})

test('the key is made once, kept for the owner alone, and read again', () => {
  const file = join(folder, 'key')
  const key = loadKey(file)
  expect(key.length).toBe(32)
  expect(loadKey(file)).toEqual(key)
  expect(statSync(file).mode & 0o777).toBe(0o600)
})

test('a damaged key file is reported and left as it is', () => {
  const file = join(folder, 'damaged')
  writeFileSync(file, 'c2hvcnQ=')
  expect(() => loadKey(file)).toThrow('holds no key')
  expect(readFileSync(file, 'utf8')).toBe('c2hvcnQ=')
})

test('a key of the wrong length is refused', () => {
  expect(() => openSecrets(new Uint8Array(16))).toThrow('32 bytes')
})
