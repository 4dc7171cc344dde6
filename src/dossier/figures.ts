/** Numbers that a text gives for something countable. */

import type { Figure } from '../model/dossier.ts'
import type { Sentence } from '../model/span.ts'

export function findFigures(_text: string, _sentences: readonly Sentence[]): Figure[] {
  return []
}
