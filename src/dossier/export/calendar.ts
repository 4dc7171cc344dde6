/** A timeline as iCalendar (RFC 5545). */

import { boundsOf } from '../date-value.ts'
import type { DossierRecords, EncounterRecord, PartyRecord } from './record.ts'

/** RFC 5545 3.1: lines of at most 75 octets, continued after CRLF and a space. */
function fold(line: string): string {
  const encoder = new TextEncoder()
  let out = ''
  let width = 0
  for (const character of line) {
    const size = encoder.encode(character).length
    if (width + size > 75) {
      out += '\r\n '
      width = 1
    }
    out += character
    width += size
  }
  return out
}

/** RFC 5545 3.3.11 */
const escaped = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .replace(/([\\;,])/g, '\\$1')
    .replace(/\r\n|[\r\n\u2028\u2029]/g, '\\n')
    .toWellFormed()

const STATUS: Partial<Record<EncounterRecord['status'], string>> = {
  occurred: 'CONFIRMED',
  'under-way': 'CONFIRMED',
  expected: 'TENTATIVE',
  unconfirmed: 'TENTATIVE',
  cancelled: 'CANCELLED',
}

/** Dated encounters as all-day events; what is denied, hypothetical, habitual or undated is left out. `stamp` is an ISO instant. */
export function toCalendar({ story, encounters }: DossierRecords, stamp: string): string {
  const at = stamp.replace(/\.\d+/, '').replace(/[-:]/g, '')
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Throughline//Timeline//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(story)}`,
  ]
  for (const encounter of encounters) {
    const bounds = encounter.date === undefined ? undefined : boundsOf(encounter.date)
    const status = STATUS[encounter.status]
    if (!bounds || !status) continue
    const next = Temporal.PlainDate.from(bounds.latest).add({ days: 1 }).toString()
    lines.push(
      'BEGIN:VEVENT',
      `UID:${escaped(encounter.id)}@throughline`,
      `DTSTAMP:${at}`,
      `DTSTART;VALUE=DATE:${bounds.earliest.replaceAll('-', '')}`,
      `DTEND;VALUE=DATE:${next.replaceAll('-', '')}`,
      `SUMMARY:${escaped(summaryOf(encounter))}`,
      `STATUS:${status}`,
      ...(encounter.place ? [`LOCATION:${escaped(encounter.place.text)}`] : []),
      `DESCRIPTION:${escaped(encounter.evidence.map((one) => one.quote).join('\n'))}`,
      'END:VEVENT',
    )
  }
  lines.push('END:VCALENDAR')
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}

function summaryOf(encounter: EncounterRecord): string {
  const names = (parties: readonly PartyRecord[]): string => parties.map((party) => party.text).join(', ')
  const lead =
    encounter.status === 'occurred' || encounter.status === 'under-way' ? '' : `${encounter.status}: `
  if (encounter.kind === 'visit') {
    return `${lead}${encounter.head?.text ?? names(encounter.travellers)} → ${encounter.place?.text ?? '?'}`
  }
  return `${lead}${encounter.kind}: ${names(encounter.participants.length > 0 ? encounter.participants : encounter.travellers)}`
}
