/** Who went where and met whom. */

import type { Encounter } from '../model/dossier.ts'
import type { FoundWithStatements } from './found.ts'

export function findEncounters(_found: FoundWithStatements): Encounter[] {
  return []
}
