/** CSV and JSON Lines of a dossier's records. */

import type { DossierRecords, PartyRecord } from './record.ts'

/** A cell that a spreadsheet would take for a formula is set off by an apostrophe (OWASP, CSV injection). */
function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** RFC 4180: comma, CRLF, quotes doubled. */
export const toCsv = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  [header, ...rows]
    .map((row) => row.map(cell).join(','))
    .join('\r\n')
    .concat('\r\n')

const text = (party: PartyRecord | undefined): string => party?.text ?? ''
const list = (parties: readonly PartyRecord[]): string => parties.map(text).join('; ')

export function encountersCsv({ encounters, articles }: DossierRecords): string {
  const outlet = new Map(articles.map((article) => [article.id, article.outlet]))
  return toCsv(
    [
      'id',
      'kind',
      'status',
      'date',
      'travellers',
      'head',
      'host',
      'participants',
      'place',
      'via',
      'topics',
      'outlets',
      'evidence',
    ],
    encounters.map((e) => [
      e.id,
      e.kind,
      e.status,
      e.date ?? '',
      list(e.travellers),
      text(e.head),
      text(e.host),
      list(e.participants),
      text(e.place),
      text(e.via),
      e.topics.join('; '),
      [...new Set(e.evidence.map((one) => outlet.get(one.article) ?? one.article))].join('; '),
      e.evidence.map((one) => one.quote).join(' | '),
    ]),
  )
}

export const statementsCsv = ({ statements }: DossierRecords): string =>
  toCsv(
    ['id', 'kind', 'polarity', 'speaker', 'addressee', 'content', 'evidence'],
    statements.map((s) => [
      s.id,
      s.kind,
      s.polarity,
      text(s.speaker),
      text(s.addressee),
      s.content,
      s.evidence.map((one) => one.quote).join(' | '),
    ]),
  )

/** One record a line, each with its `type`. */
export const toJsonLines = ({ actors, articles, encounters, statements, mentions }: DossierRecords): string =>
  [
    ...articles.map((record) => ({ type: 'article', ...record })),
    ...actors.map((record) => ({ type: 'actor', ...record })),
    ...encounters.map((record) => ({ type: 'encounter', ...record })),
    ...statements.map((record) => ({ type: 'statement', ...record })),
    ...mentions.map((record) => ({ type: 'mention', ...record })),
  ]
    .map((record) => `${JSON.stringify(record)}\n`)
    .join('')
