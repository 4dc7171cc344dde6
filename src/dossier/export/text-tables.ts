/** CSV and JSON Lines of a dossier's records. */

import type { DossierRecords, EvidenceRecord, PartyRecord } from './record.ts'

/** A cell that a spreadsheet would take for a formula is set off by an apostrophe (OWASP, CSV injection). */
function cell(value: string): string {
  const safe = /^\s*[=+\-@\t\r＝＋－＠]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** RFC 4180: comma, CRLF, quotes doubled. */
const toCsv = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  [header, ...rows]
    .map((row) => row.map(cell).join(','))
    .join('\r\n')
    .concat('\r\n')

const text = (party: PartyRecord | undefined): string => party?.text ?? ''
const list = (parties: readonly PartyRecord[]): string => parties.map(text).join('; ')

const COLUMNS = [
  'type',
  'id',
  'kind',
  'status',
  'date',
  'who',
  'led by',
  'host or addressee',
  'participants',
  'place',
  'by way of',
  'topics',
  'words',
  'number',
  'of what',
  'outlet',
  'published',
  'address',
  'evidence',
] as const

/** Every encounter, statement and figure, a row each, with the sentence it stands on and where that was written. */
export function toDossierCsv({ encounters, statements, figures, articles }: DossierRecords): string {
  const byId = new Map(articles.map((article) => [article.id, article]))
  const row = (
    cells: Partial<Record<(typeof COLUMNS)[number], string>>,
    evidence: readonly EvidenceRecord[],
  ): string[] => {
    const article = byId.get(evidence[0]?.article ?? '')
    const all = {
      ...cells,
      outlet: article?.outlet ?? '',
      published: article?.published ?? '',
      address: article?.url ?? '',
      evidence: evidence.map((one) => one.quote).join(' | '),
    }
    return COLUMNS.map((column) => all[column] ?? '')
  }
  return toCsv(COLUMNS, [
    ...encounters.map((one) =>
      row(
        {
          type: 'encounter',
          id: one.id,
          kind: one.kind,
          status: one.status,
          date: one.date ?? '',
          who: list(one.travellers),
          'led by': text(one.head),
          'host or addressee': text(one.host),
          participants: list(one.participants),
          place: text(one.place),
          'by way of': text(one.via),
          topics: one.topics.join('; '),
        },
        one.evidence,
      ),
    ),
    ...statements.map((one) =>
      row(
        {
          type: 'statement',
          id: one.id,
          kind: one.kind,
          status: one.polarity,
          who: text(one.speaker),
          'host or addressee': text(one.addressee),
          words: one.content,
        },
        one.evidence,
      ),
    ),
    ...figures.map((one) =>
      row(
        {
          type: 'figure',
          id: one.id,
          kind: one.bound,
          number: one.upTo === undefined ? String(one.value) : `${one.value} to ${one.upTo}`,
          'of what': one.of,
        },
        one.evidence,
      ),
    ),
  ])
}

/** One record a line, each with its `type`. */
export const toJsonLines = ({
  actors,
  articles,
  encounters,
  statements,
  figures,
  mentions,
}: DossierRecords): string =>
  [
    ...articles.map((record) => ({ type: 'article', ...record })),
    ...actors.map((record) => ({ type: 'actor', ...record })),
    ...encounters.map((record) => ({ type: 'encounter', ...record })),
    ...statements.map((record) => ({ type: 'statement', ...record })),
    ...figures.map((record) => ({ type: 'figure', ...record })),
    ...mentions.map((record) => ({ type: 'mention', ...record })),
  ]
    .map((record) => `${JSON.stringify(record)}\n`)
    .join('')
