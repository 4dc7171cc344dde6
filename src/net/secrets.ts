/** Credentials at rest: encrypted with a key that lies in a file of its own, never in the database. */

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { chmodSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'

export type Secrets = {
  /** `purpose` names what the secret is for (`source:12`); it opens under the same purpose alone. */
  readonly seal: (plain: string, purpose: string) => string
  /** Undefined where the text was sealed with another key, for another purpose, or was changed. */
  readonly open: (sealed: string, purpose: string) => string | undefined
}

const version = 'v1'
const keyBytes = 32
const nonceBytes = 12
const tagBytes = 16

/** Throws where the key is not 32 bytes. */
export function openSecrets(key: Uint8Array): Secrets {
  if (key.length !== keyBytes) throw new Error('The key for credentials must be 32 bytes')
  return {
    seal: (plain, purpose) => {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
      cipher.setAAD(Buffer.from(purpose))
      const sealed = Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()])
      return `${version}.${sealed.toString('base64url')}`
    },
    open: (sealed, purpose) => {
      const [mark, text = '', ...rest] = sealed.split('.')
      const bytes = Buffer.from(text, 'base64url')
      if (mark !== version || rest.length > 0 || bytes.length < nonceBytes + tagBytes) return undefined
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes), {
        authTagLength: tagBytes,
      })
      decipher.setAAD(Buffer.from(purpose))
      decipher.setAuthTag(bytes.subarray(-tagBytes))
      try {
        const body = bytes.subarray(nonceBytes, -tagBytes)
        return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8')
      } catch {
        return undefined
      }
    },
  }
}

/**
 * Reads the key from its file, or makes both the first time. Only the owner may read the file. Throws where the
 * file holds no key: making a new one would lose every credential sealed with the old.
 */
export function loadKey(file: string): Uint8Array {
  const old = readKey(file)
  if (old) return old
  // Written aside and linked into place, so that two processes that start together end with one whole key.
  const aside = `${file}.${randomBytes(6).toString('hex')}`
  writeFileSync(aside, `${randomBytes(keyBytes).toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
  try {
    linkSync(aside, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(aside, { force: true })
  }
  const made = readKey(file)
  if (!made) throw new Error(`No key could be kept in ${file}`)
  return made
}

function readKey(file: string): Uint8Array | undefined {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new Error(`The key file ${file} cannot be read`, { cause: error })
  }
  const key = Buffer.from(text.trim(), 'base64')
  if (key.length !== keyBytes) throw new Error(`${file} holds no key of ${keyBytes} bytes`)
  chmodSync(file, 0o600)
  return key
}
