/** Picks: an editor chooses a story or article with a note, words the note anew, orders the list, takes one out. */

import type { Db } from '../store/engines/engine.ts'
import {
  type Chosen,
  changePick,
  dropPick,
  type PickKind,
  pickBeside,
  pickById,
  pickOf,
  savePick,
  titleOfChosen,
} from '../store/picks.ts'

const MOST_NOTE = 500
const kinds: readonly PickKind[] = ['pick', 'good-news']

export type NewPick = { readonly kind: PickKind; readonly note: string; readonly chosen: Chosen }

/** What a form chooses; undefined where it names no kind or nothing. */
export function pickFrom(form: Readonly<Record<string, unknown>>): NewPick | undefined {
  const kind = kinds.find((one) => one === form.kind)
  const chosen = chosenFrom(form)
  return kind && chosen ? { kind, note: noteFrom(form.note), chosen } : undefined
}

export function chosenFrom(form: Readonly<Record<string, unknown>>): Chosen | undefined {
  const number = (value: unknown) => (/^\d{1,15}$/.test(String(value ?? '')) ? Number(value) : undefined)
  const story = number(form.story)
  const article = number(form.article)
  if (story !== undefined) return { story }
  return article === undefined ? undefined : { article }
}

export const noteFrom = (note: unknown): string =>
  typeof note === 'string' ? note.trim().slice(0, MOST_NOTE) : ''

/** False where there is no such story or article. Choosing it again in the same list words its note anew. */
export async function pick(
  db: Db,
  { kind, note, chosen, by, now }: NewPick & { readonly by: string; readonly now: number },
): Promise<boolean> {
  if ((await titleOfChosen(db, chosen)) === undefined) return false
  const known = await pickOf(db, { kind, ...chosen })
  if (known) await changePick(db, known.id, { note })
  else await savePick(db, { kind, note, by, made: now, ...chosen })
  return true
}

export const reword = (db: Db, id: number, note: string) => changePick(db, id, { note })

export const unpick = (db: Db, id: number) => dropPick(db, id)

/** Changes places with the one above or below; at an end nothing happens. */
export async function movePick(db: Db, id: number, side: 'up' | 'down'): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const moved = await pickById(trx, id)
    const other = moved && (await pickBeside(trx, moved, side))
    if (!moved || !other) return
    await changePick(trx, moved.id, { position: other.place })
    await changePick(trx, other.id, { position: moved.place })
  })
}
