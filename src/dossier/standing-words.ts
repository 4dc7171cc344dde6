/** The words by which a text says whether something happened, is to come, was called off or denied. */

import type { EncounterStatus } from '../model/dossier.ts'
import { lowerAt, type Word } from './clause.ts'

export const EXPECTED_BY =
  /^(?:expected|scheduled|due|set|slated|planned|plans?|planning|preparing|prepared|prepares|intends?|intended|agreed|agrees?|decided|decides|about|arranged|bound|poised|promised|vowed|pledged|confirmed|is|are|was|were|begin|start|going)$/

export const WISHED_BY =
  /^(?:wants?|wanted|hopes?|hoped|hoping|seeks?|seeking|sought|wish|wishes|wished|asked|asks?|urged|urges?|urging|calls?|called|calling|offered|offers?|offering|proposed|proposes?|proposing|opportunity|chance|need|needs?|needed|keen|eager|able|ready|willing|like|love|request|requested|requests|invited|invites?|inviting|invitation|permission|allowed|pressed|pressure|try|tried|trying|attempt|attempts|attempted|failed|unable|unwilling|reluctant|refusal|desire|suggested|suggests?|suggesting|considering|considered|mulling|advised|demand|demanded|persuade|persuaded|convince|for|him|her|them|us|me|you)$/

export const REFUSED_BY =
  /^(?:refused|refuses|refusing|declined|declines|declining|failed|denied|denies|denying|avoided|avoids|avoiding|rejected|rejects|rejecting)$/

export const NEGATIVE = /^(?:not|never|no|neither|nor|without|nobody|hardly)$|n't$/

export const HEDGED =
  /^(?:reportedly|allegedly|purportedly|supposedly|apparently|unconfirmed|rumou?red|rumou?rs?|speculation|unverified|unclear|possibly)$/

export const HABIT =
  /^(?:usually|regularly|often|frequently|always|routinely|typically|normally|sometimes|occasionally|periodically|annually|every|each|whenever)$/

export const PLANNED =
  /^(?:planned|upcoming|scheduled|expected|forthcoming|coming|next|future|anticipated|approaching|impending|imminent)$/

export const SPOKEN_OF =
  /^(?:possible|potential|proposed|prospective|hypothetical|any|eventual|suggested|further|more|future)$/

export const CANCELLED =
  /^(?:cancel(?:l?ed|s|l?ing)?|postpone[ds]?|postponing|annul(?:l?ed|s)|scrapped|scraps|shelved|aborted|axed|suspended|delayed)$/

export const HAPPENED =
  /^(?:held|had|conducted|ended|concluded|finished|began|started|opened|resumed|paid|made|took|occurred|kicked|wrapped|attended|hosted|convened|completed|chaired|launched|undertook|went|came|met|followed|lasted|was|were|has|described|tackled|dealt|discussed|focused|focussed|addressed|covered)$/

export const COMING =
  /^(?:hold|have|conduct|pay|make|take|attend|host|convene|begin|start|open|resume|launch)$/

export const anyBefore = (words: readonly Word[], at: number, reach: number, pattern: RegExp): boolean => {
  for (let i = at - 1; i >= 0 && i >= at - reach; i--) {
    if (/^[.;:]$/.test(lowerAt(words, i))) return false
    if (pattern.test(lowerAt(words, i))) return true
  }
  return false
}

export type Standing = EncounterStatus | 'skip'
