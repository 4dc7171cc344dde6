/** A page as a compact tree: boxes in document order over units (runs of inline text between block borders). */

import type { Mark } from '../model/article.ts'
import type { RawImage } from './image.ts'

/** Units [first, end) lie inside; `next` is the index of the first box that does not. */
export type Box = {
  readonly tag: string
  readonly names: string
  readonly cues: number
  /** The same for boxes of one tag and first class. */
  readonly make: number
  readonly parent: number
  readonly first: number
  end: number
  next: number
}

export type Unit = {
  readonly box: number
  readonly tag: string
  /** Whitespace folded; single line breaks kept as "\n". */
  readonly text: string
  /** Spans into `text`. */
  readonly marks: readonly Mark[]
  readonly linkChars: number
  readonly image?: RawImage
  /** An embedded player or post: its address. */
  readonly embed?: string
}

/** A place the page itself names: a byline, a date, a headline, in units [first, end) or inside one unit. */
export type Label = {
  readonly box: number
  readonly cues: number
  readonly tag: string
  readonly value: string
  readonly href: string
  readonly first: number
  readonly start: number
  end: number
  stop: number
}

export type Tree = {
  readonly boxes: readonly Box[]
  readonly units: readonly Unit[]
  readonly labels: readonly Label[]
  /** Lower-case name, property or itemprop to every content given. */
  readonly meta: ReadonlyMap<string, readonly string[]>
  readonly links: readonly {
    readonly rel: string
    readonly href: string
    readonly type: string
    readonly lang: string
  }[]
  readonly jsonLd: readonly string[]
  readonly title: string
  readonly lang: string
  readonly dir: string
  readonly base: string
}

/** The words of a label, as the page shows them. */
export function labelText(tree: Tree, label: Label): string {
  if (label.end === label.first)
    return tree.units[label.first]?.text.slice(label.start, label.stop).trim() ?? ''
  const parts: string[] = []
  for (let i = label.first; i < label.end; i++) {
    const text = tree.units[i]!.text
    parts.push(i === label.first ? text.slice(label.start) : text)
  }
  if (label.stop > 0) parts.push(tree.units[label.end]?.text.slice(0, label.stop) ?? '')
  return parts.join('\n').trim()
}
