/** Who said what. */

import type { Statement } from '../model/dossier.ts'
import type { Found } from './found.ts'

export function findStatements(_found: Found): Statement[] {
  return []
}
