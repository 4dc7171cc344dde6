/** The password of this instance and the sign-ins it opens. Passwords are kept as scrypt, tokens as SHA-256. */

import { createHash, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import type { Db } from '../store/engines/engine.ts'
import {
  closeAllSessions,
  closeSession,
  dropExpired,
  firstReader,
  openSession,
  passwordOf,
  type Reader,
  savePassword,
  sessionReader,
} from '../store/readers.ts'

export const SESSION_LENGTH = 30 * 86_400_000

/** OWASP password storage: N=2^17, r=8, p=1; needs 128 MB for the moment it runs. */
const cost: ScryptOptions = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 }
const KEY_BYTES = 32

type Random = (bytes: number) => Buffer

/** Keeps the configured password. A changed one ends every sign-in made with the old. */
export async function setUpPassword(db: Db, password: string, random: Random): Promise<void> {
  const { id } = await firstReader(db)
  const kept = await passwordOf(db, id)
  if (kept && (await fits(password, kept))) return
  const salt = random(16)
  const hash = await derive(password, salt)
  await savePassword(db, id, `scrypt$${salt.toString('base64')}$${hash.toString('base64')}`)
  await closeAllSessions(db, id)
}

/** A token for the cookie, or undefined where the password is not the one. */
export async function signIn(
  db: Db,
  { password, now, random }: { password: string; now: number; random: Random },
): Promise<string | undefined> {
  const { id } = await firstReader(db)
  const kept = await passwordOf(db, id)
  if (!kept || !(await fits(password, kept))) return undefined
  const token = random(32).toString('base64url')
  await dropExpired(db, now)
  await openSession(db, digest(token), id, now + SESSION_LENGTH)
  return token
}

export const signedIn = (db: Db, token: string, now: number): Promise<Reader | undefined> =>
  sessionReader(db, digest(token), now)

export const signOut = (db: Db, token: string) => closeSession(db, digest(token))

async function fits(password: string, kept: string): Promise<boolean> {
  const [kind, salt, hash] = kept.split('$')
  if (kind !== 'scrypt' || !salt || !hash) throw new Error('The kept password has an unknown form.')
  return timingSafeEqual(await derive(password, Buffer.from(salt, 'base64')), Buffer.from(hash, 'base64'))
}

const derive = (password: string, salt: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) =>
    scrypt(password.normalize('NFC'), salt, KEY_BYTES, cost, (error, key) =>
      error ? reject(error) : resolve(key),
    ),
  )

const digest = (token: string): string => createHash('sha256').update(token).digest('base64url')
