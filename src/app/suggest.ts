/** Asks the engine about one article and keeps what stands in its text, marked as suggested, beside what was read. */

import { firstEvidence, identityOf, sentenceKey } from '../dossier/corrected.ts'
import { questionFor, suggestionsIn } from '../dossier/suggest.ts'
import type { AnyRecord, Party, RecordKind } from '../model/dossier.ts'
import type { Engine } from '../net/engine.ts'
import { recordsOfVersion, touch, touchedIn, versionText, writeRecord } from '../store/corrections.ts'
import type { Db } from '../store/engines/engine.ts'
import { namedIn } from '../store/evidence.ts'
import { finish, type Job } from '../store/queue.ts'

export type SuggestedCount = { readonly kept: number } | { readonly failed: string }

/** Safe to run twice: what was suggested before, or read, or rejected since is not suggested again. */
export async function suggestFor(
  db: Db,
  ask: Engine['ask'],
  article: number,
  job?: Job,
): Promise<SuggestedCount> {
  const version = await versionText(db, article)
  if (!version) return { failed: `There is no article ${article}.` }
  const { text, number } = version
  const answer = await ask(questionFor(text))
  if (typeof answer !== 'string') return { failed: answer.failed }
  const found = suggestionsIn(answer, text)
  return db.transaction().execute(async (trx) => {
    if (job) await finish(trx, job)
    // Read again while the engine thought: its spans are of another text.
    if ((await versionText(trx, article))?.number !== number) return { kept: 0 }
    const named = await namedIn(trx, article, number)
    const touched = await touchedIn(trx, article)
    let kept = 0
    for (const [what, records] of [
      ['encounter', found.encounters],
      ['statement', found.statements],
      ['figure', found.figures],
    ] as const satisfies readonly (readonly [RecordKind, readonly AnyRecord[]])[]) {
      const read = (await recordsOfVersion(trx, what, article, number)).map(({ record }) => record)
      const known = new Set([
        ...read.map((record) => sentenceKey(text, firstEvidence(record))),
        ...touched.filter((one) => one.what === what).map(({ sentence }) => sentence),
      ])
      for (const suggested of records) {
        const record = withActors(suggested, text, named)
        const sentence = sentenceKey(text, firstEvidence(record))
        // One sentence read or decided on needs no second opinion; several suggestions of one sentence are one too.
        if (known.has(sentence)) continue
        known.add(sentence)
        const one = await touch(trx, {
          what,
          article,
          version: number,
          sentence,
          identity: identityOf(what, record, text),
          asRead: record,
          origin: 'engine',
          row: null,
          standing: 'suggested',
        })
        await writeRecord(trx, one, record, 'suggested')
        kept += 1
      }
    }
    return { kept }
  })
}

/** Parties name the actors that the article itself names in these words. */
function withActors<T>(record: T, text: string, named: ReadonlyMap<string, number>): T {
  if (Array.isArray(record)) return record.map((one) => withActors(one, text, named)) as T
  if (typeof record !== 'object' || record === null) return record
  const party = record as Partial<Party>
  if (party.span && typeof party.text === 'string') {
    const actor = named.get(party.text.toLowerCase())
    return actor === undefined ? record : { ...record, actor }
  }
  return Object.fromEntries(
    Object.entries(record).map(([key, one]) => [key, withActors(one, text, named)]),
  ) as T
}
