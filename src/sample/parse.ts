/** Reads one file of `sample/world`: an optional story head, then articles, each with a head, a body and answers. */

export type Block = { readonly kind: 'p' | 'h' | 'quote' | 'li' | 'pull'; readonly text: string }

/** `name=value` pairs as the author wrote them, e.g. `status=occurred; head=Khalid al-Masoudi`. */
export type Fields = Readonly<Record<string, string>>

export type Draft = {
  readonly outlet: string
  /** `2021-03-04 09:30` in the outlet's zone, or minutes from the server's start. */
  readonly when: string | number
  readonly slug: string
  readonly head: Fields
  readonly body: readonly Block[]
  readonly second?: { readonly head: Fields; readonly body: readonly Block[] }
  readonly encounters: readonly Fields[]
  readonly statements: readonly { readonly speaker: string; readonly content: string }[]
  readonly figures: readonly string[]
}

export type StoryHead = {
  readonly id: string
  readonly title: string
  readonly keywords: readonly string[]
  readonly cast: readonly {
    readonly kind: string
    readonly name: string
    readonly variants: readonly string[]
  }[]
  readonly figures: readonly Fields[]
  readonly traps: readonly Fields[]
  readonly episodes: readonly string[]
}

export type WorldFile = { readonly story?: StoryHead; readonly drafts: readonly Draft[] }

const fieldsOf = (text: string): Fields =>
  Object.fromEntries(
    text.split(';').map((pair) => {
      const at = pair.indexOf('=')
      if (at < 0) throw new Error(`Expected name=value in "${text}".`)
      return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()]
    }),
  )

export const listOf = (text: string | undefined, by: string | RegExp = ','): string[] =>
  (text ?? '')
    .split(by)
    .map((part) => part.trim())
    .filter(Boolean)

/** `-5h`, `+4m`, `-2d` in minutes. */
function minutesOf(text: string): number {
  const found = /^([+-]\d+)([mhd])$/.exec(text)
  if (!found) throw new Error(`Expected a time like now-5h, got "now${text}".`)
  return Number(found[1]) * { m: 1, h: 60, d: 1440 }[found[2] as 'm' | 'h' | 'd']
}

const marks: readonly (readonly [string, Block['kind']])[] = [
  ['## ', 'h'],
  ['> ', 'quote'],
  ['- ', 'li'],
  ['|| ', 'pull'],
]

function blockOf(paragraph: string): Block {
  const text = paragraph.replaceAll('\n', ' ').trim()
  for (const [mark, kind] of marks) if (text.startsWith(mark)) return { kind, text: text.slice(mark.length) }
  return { kind: 'p', text }
}

/** Lines `name: value` up to the first empty line; a name may come more than once. */
function headOf(text: string): { lines: [string, string][]; rest: string } {
  const end = text.search(/\n[ \t]*\n/)
  const head = end < 0 ? text : text.slice(0, end)
  const lines = listOf(head, '\n').map((line): [string, string] => {
    const at = line.indexOf(':')
    if (at < 0) throw new Error(`Expected "name: value" in a head, got "${line}".`)
    return [line.slice(0, at).trim(), line.slice(at + 1).trim()]
  })
  return { lines, rest: end < 0 ? '' : text.slice(end).trim() }
}

const blocksOf = (text: string): Block[] => listOf(text, /\n\s*\n/).map(blockOf)

const many = (lines: readonly [string, string][], name: string): string[] =>
  lines.filter(([key]) => key === name).map(([, value]) => value)

function storyOf(text: string): StoryHead {
  const { lines } = headOf(text)
  const one = Object.fromEntries(lines)
  return {
    id: one.story ?? '',
    title: one.title ?? '',
    keywords: listOf(one.keywords),
    episodes: listOf(one.episodes),
    cast: many(lines, 'cast').map((line) => {
      const [kind = '', name = '', ...variants] = listOf(line, ';')
      return { kind, name, variants: [name, ...variants] }
    }),
    figures: many(lines, 'figure').map(fieldsOf),
    traps: many(lines, 'trap').map(fieldsOf),
  }
}

function draftOf(text: string): Draft {
  const firstLine = text.slice(0, text.indexOf('\n'))
  const found = /^(\w+) (?:now(\S+)|(\d{4}-\d\d-\d\d \d\d:\d\d)) ([a-z0-9-]+)$/.exec(firstLine.trim())
  if (!found) throw new Error(`An article opens "@@@ outlet time slug", got "${firstLine}".`)
  const [, outlet = '', live, fixed = '', slug = ''] = found
  const [first = '', later] = text.slice(firstLine.length + 1).split('\n=== second version\n')
  const { lines, rest } = headOf(first)
  const second = later === undefined ? undefined : headOf(later)
  return {
    outlet,
    slug,
    when: live ? minutesOf(live) : fixed,
    head: Object.fromEntries(lines),
    body: blocksOf(rest),
    ...(second && { second: { head: Object.fromEntries(second.lines), body: blocksOf(second.rest) } }),
    encounters: many(lines, 'met').map(fieldsOf),
    statements: many(lines, 'said').map((line) => {
      const at = line.indexOf('|')
      return { speaker: line.slice(0, at).trim(), content: line.slice(at + 1).trim() }
    }),
    figures: many(lines, 'count'),
  }
}

export function parseWorldFile(text: string): WorldFile {
  const [head = '', ...articles] = text.replaceAll('\r\n', '\n').split(/^@@@ /m)
  return {
    ...(head.trim() && { story: storyOf(head.trim()) }),
    drafts: articles.map((article) => draftOf(article.trim())),
  }
}
