/** Reads reasons back from the store: as keys with values, also those that were once kept as plain English. */

import type { Reason } from '../model/story.ts'

/** What was once written with its values in it. */
const glued: readonly (readonly [RegExp, string])[] = [
  [
    /^(?<percent>\d+) % of its words stand in the same order in the other$/,
    '{percent} % of its words stand in the same order in the other',
  ],
  [/^it credits (?<outlet>.+)$/, 'it credits {outlet}'],
  [/^it carries the mark of (?<outlet>.+)$/, 'it carries the mark of {outlet}'],
  [
    /^likely a translation: (?:it says so, and )?(?<n>\d+) names, numbers and meanings follow each other as in the other$/,
    '{n} names, numbers and meanings follow each other as in the other',
  ],
  [
    /^likely a translation: (?:it says so, and )?(?<n>\d+) names and numbers follow each other as in the other$/,
    '{n} names and numbers follow each other as in the other',
  ],
  [/^told in \S+ within days, of (?<names>.+)$/, 'told in another language within days, of {names}'],
]

function ungluedOf(what: string, weight: number): Reason {
  for (const [pattern, key] of glued) {
    const groups = pattern.exec(what)?.groups
    if (groups === undefined) continue
    const values = Object.entries(groups).map(([name, text]) => [
      name,
      /^\d+$/.test(text) ? Number(text) : text,
    ])
    return { what: key, values: Object.fromEntries(values), weight }
  }
  return { what, weight }
}

const spoken = (said: string, weight: number): readonly Reason[] =>
  said
    .split('; ')
    .filter((part) => part !== '')
    .map((part) => ungluedOf(part, weight))

/** The reasons in a column of the store: a list, or one English line with semicolons. */
export function reasonsIn(column: string): readonly Reason[] {
  if (!column.startsWith('[')) return spoken(column, 1)
  return (JSON.parse(column) as readonly Reason[]).flatMap((reason) => {
    if (reason.values !== undefined) return [reason]
    const copied = /^copy: (.+)$/s.exec(reason.what)?.[1]
    if (copied === undefined) return [ungluedOf(reason.what, reason.weight)]
    return [
      { what: 'it is a copy of an article here', values: {}, weight: reason.weight },
      ...spoken(copied, reason.weight),
    ]
  })
}
