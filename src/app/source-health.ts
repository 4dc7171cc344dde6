/** How each source is doing, in plain words, with what a person can do about it. */

import type { Db } from '../store/engines/engine.ts'
import { lastAnswers, type Source } from '../store/sources.ts'
import type { Context } from './context.ts'
import { hubWords } from './hub.ts'

export type Health = {
  readonly well: boolean
  readonly state: string
  /** ISO instant; absent where it is not asked again. */
  readonly nextCheck?: string
  readonly hub?: string
  /** Absent where there is nothing to do. */
  readonly toDo?: string
  /** Newest first. */
  readonly answers: readonly { readonly at: string; readonly ok: boolean; readonly said: string }[]
}

type Asked = Pick<Source, 'id' | 'kind' | 'state' | 'failures' | 'last_answer' | 'next_check' | 'moved_to'>

export async function healthOf(context: Context, source: Asked): Promise<Health> {
  const polled = source.kind !== 'files' && source.kind !== 'mail'
  const well = source.failures === 0 && source.state !== 'retired'
  const hub = await hubWords(context, source.id)
  const toDo = well ? undefined : whatToDo(source)
  return {
    well,
    state: stateWords(source),
    ...(polled && source.state === 'active' ? { nextCheck: new Date(source.next_check).toISOString() } : {}),
    ...(hub === undefined ? {} : { hub }),
    ...(toDo === undefined ? {} : { toDo }),
    answers: await answersOf(context.db, source.id),
  }
}

const answersOf = async (db: Db, source: number): Promise<Health['answers']> =>
  (await lastAnswers(db, source)).map(({ at, ok, said }) => ({
    at: new Date(at).toISOString(),
    ok: ok === 1,
    said,
  }))

function stateWords({ state, failures, moved_to }: Asked): string {
  if (state === 'paused') return 'paused by you'
  if (state === 'retired') return 'retired: it is asked no more'
  if (failures > 0) return failures === 1 ? 'failed last time' : `failed ${failures} times in a row`
  return moved_to === null ? 'well' : `well; it says it now lives at ${moved_to}`
}

/** By what the last answer said: a message that may hold the `id` of the source. */
export function adviceOn({ state, last_answer }: Pick<Asked, 'state' | 'last_answer'>): string {
  const said = last_answer ?? ''
  const known = advice.find(([words]) => words.test(said))?.[1]
  if (known !== undefined) return known
  return state === 'retired'
    ? 'Look at its address in a browser; add the new one, or press Resume under Sources to try it again.'
    : 'Nothing: it is tried again, ever less often.'
}

/** The same for the command line. */
export const whatToDo = (source: Pick<Asked, 'id' | 'state' | 'last_answer'>): string =>
  adviceOn(source).replaceAll('{id}', String(source.id))

/** `words` from our door, with the status in brackets where a server answered. */
const advice: readonly (readonly [words: RegExp, toDo: string])[] = [
  [/No password is kept/, 'Give it: "throughline credentials {id} password" reads it from standard input.'],
  [
    /\(401\)|\(402\)|name and password/,
    'If you subscribe to it, give what you sign in with: "throughline credentials {id} basic" (or header, or cookie).',
  ],
  [/\(410\)/, 'It is gone for good; look on the site for another feed and add that.'],
  [/\(404\)/, 'Look on the site for its new address and add that.'],
  [/\(403\)|\(451\)/, 'The site refuses readers such as this one; look there for another feed.'],
  [/\(429\)|\(503\)|left alone/, 'Nothing: it is left alone for a while, then asked again.'],
  [/\(5\d\d\)/, 'Nothing: the fault is theirs, and it is tried again.'],
  [/No server is known/, 'Check the address and your own connection; the site may have moved.'],
  [/certificate|secure connection|signed its/, 'The site must put its certificate right; it is tried again.'],
  [
    /does not fetch from|does not belong/,
    'If this host is yours, name it in THROUGHLINE_ALLOW_HOSTS and start the reader again.',
  ],
  [/asks readers like this one/, 'The site asks not to be read by programs; look there for a feed.'],
  [
    /cannot be read|no feed|no links/i,
    'What stands there is no list of articles; look on the site for its feed.',
  ],
]
