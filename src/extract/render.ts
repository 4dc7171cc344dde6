/** An article as HTML that may be put in a page: written from its blocks and marks alone, never from the page's own markup. */

import type { Block, Extracted, Mark } from '../model/article.ts'
import type { SafeHtml } from '../model/safe-html.ts'
import type { Sentence, Span } from '../model/span.ts'
import { anchor, escaped, picture, safeId } from './markup.ts'

export type Highlight = Span & {
  readonly id?: string
  /** A word of the reader's own, put as the mark's class. */
  readonly kind?: string
}

export type RenderOptions = {
  readonly highlights?: readonly Highlight[]
  readonly sentences?: readonly Sentence[]
  /** Where a picture is fetched from: the address of our own proxy for it. */
  readonly image?: (src: string) => string
  /** Left out where the page shows the headline itself. */
  readonly withoutTitle?: boolean
}

const TAGS: Readonly<Record<Exclude<Mark['kind'], 'link'>, string>> = {
  emphasis: 'em',
  strong: 'strong',
  code: 'code',
  superscript: 'sup',
  subscript: 'sub',
}

/** Sentences become `<span id="sN" data-s="N">`, highlights `<mark>`; both may cross the text's own marks. */
export function renderArticle(
  article: Pick<Extracted, 'text' | 'blocks' | 'marks' | 'direction' | 'language'>,
  options: RenderOptions = {},
): SafeHtml {
  const { blocks } = article
  const wrappers = wrappersOf(article, options)
  const inline = (span: Span): string => inlineHtml(article.text, span, wrappers)
  let html = ''
  for (let i = 0; i < blocks.length; ) {
    const block = blocks[i]!
    if (block.kind === 'title' && options.withoutTitle) i++
    else if (block.kind === 'list-item') {
      const end = runOf(blocks, i, 'list-item')
      html += list(blocks.slice(i, end), inline)
      i = end
    } else if (block.kind === 'quote') {
      const end = runOf(blocks, i, 'quote')
      html += `<blockquote>${blocks
        .slice(i, end)
        .map((b) => `<p>${inline(b)}</p>`)
        .join('')}</blockquote>`
      i = end
    } else if (block.kind === 'image') {
      let end = i + 1
      while (blocks[end]?.kind === 'caption' || blocks[end]?.kind === 'credit') end++
      html += figure(block, blocks.slice(i + 1, end), inline, options)
      i = end
    } else {
      html += single(block, inline, article.text)
      i++
    }
  }
  const lang =
    /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(article.language) && article.language !== 'und'
      ? ` lang="${article.language}"`
      : ''
  return `<div class="article"${lang} dir="${article.direction === 'rtl' ? 'rtl' : 'ltr'}">${html}</div>` as SafeHtml
}

function runOf(blocks: readonly Block[], from: number, kind: Block['kind']): number {
  let end = from
  while (blocks[end]?.kind === kind) end++
  return end
}

type Inline = (span: Span) => string

function single(block: Block, inline: Inline, text: string): string {
  const words = inline(block)
  switch (block.kind) {
    case 'title':
      return `<h1>${words}</h1>`
    case 'heading': {
      const level = Math.min(4, Math.max(2, Math.trunc(block.level ?? 2)))
      return `<h${level}>${words}</h${level}>`
    }
    case 'preformatted':
      return `<pre>${words}</pre>`
    case 'pull-quote':
      return `<aside class="pull-quote"><p>${words}</p></aside>`
    case 'table':
      return table(block, inline)
    case 'embed':
      return block.href
        ? `<p class="embed">${anchor(block.href)}${words || escaped(hostOf(block.href))}</a></p>`
        : ''
    case 'standfirst':
    case 'caption':
    case 'credit':
    case 'dateline':
    case 'correction':
    case 'live-entry':
      return `<p class="${block.kind}">${words}</p>`
    default:
      return text.length > 0 && block.end > block.start ? `<p>${words}</p>` : ''
  }
}

const hostOf = (href: string): string => /^https?:\/\/([^/?#]+)/i.exec(href)?.[1] ?? 'link'

function figure(block: Block, below: readonly Block[], inline: Inline, options: RenderOptions): string {
  const words = below
    .map((b) => (b.kind === 'credit' ? `<small class="credit">${inline(b)}</small>` : inline(b)))
    .join(' ')
  const caption = words ? `<figcaption>${words}</figcaption>` : ''
  if (!block.image || !/^https?:\/\//i.test(block.image.src))
    return caption ? `<figure>${caption}</figure>` : ''
  const src = options.image ? options.image(block.image.src) : block.image.src
  return `<figure>${picture({ ...block.image, src })}${caption}</figure>`
}

function table(block: Block, inline: Inline): string {
  const rows = (block.rows ?? []).map(
    (row) => `<tr>${row.map((cell) => `<td>${inline(cell)}</td>`).join('')}</tr>`,
  )
  return rows.length > 0
    ? `<div class="table"><table>${rows.join('')}</table></div>`
    : `<pre>${inline(block)}</pre>`
}

/** Nested lists by level; an item of a deeper level opens its list inside the item before it. */
function list(items: readonly Block[], inline: Inline): string {
  let html = ''
  const open: string[] = []
  for (const item of items) {
    const level = Math.min(6, Math.max(1, Math.trunc(item.level ?? 1)))
    const tag = item.ordered ? 'ol' : 'ul'
    while (open.length > level || (open.length === level && open[level - 1] !== tag))
      html += `</li></${open.pop()}>`
    if (open.length === level) html += '</li><li>'
    while (open.length < level) {
      html += `<${tag}><li>`
      open.push(tag)
    }
    html += inline(item)
  }
  while (open.length > 0) html += `</li></${open.pop()}>`
  return html
}

type Wrapper = Span & {
  readonly open: string
  readonly again: string
  readonly close: string
  readonly rank: number
}

/** Outermost first where they meet: sentences, then the text's own marks, then highlights. */
function wrappersOf(article: Pick<Extracted, 'marks'>, options: RenderOptions): readonly Wrapper[] {
  const all: Wrapper[] = []
  for (const [n, { start, end }] of (options.sentences ?? []).entries()) {
    all.push({
      start,
      end,
      open: `<span id="s${n}" data-s="${n}">`,
      again: `<span data-s="${n}">`,
      close: '</span>',
      rank: 0,
    })
  }
  for (const mark of article.marks) {
    if (mark.kind === 'link') {
      if (!mark.href || !/^(https?:\/\/|mailto:)/i.test(mark.href)) continue
      const open = anchor(mark.href)
      all.push({ start: mark.start, end: mark.end, open, again: open, close: '</a>', rank: 1 })
    } else {
      const tag = TAGS[mark.kind]
      all.push({
        start: mark.start,
        end: mark.end,
        open: `<${tag}>`,
        again: `<${tag}>`,
        close: `</${tag}>`,
        rank: 1,
      })
    }
  }
  for (const { start, end, id, kind } of options.highlights ?? []) {
    const again = kind ? `<mark class="${safeId(kind)}">` : '<mark>'
    all.push({
      start,
      end,
      open: id ? again.replace('<mark', `<mark id="${safeId(id)}"`) : again,
      again,
      close: '</mark>',
      rank: 2,
    })
  }
  return all
    .filter((w) => w.end > w.start)
    .sort((a, b) => a.start - b.start || a.rank - b.rank || b.end - a.end)
}

function inlineHtml(text: string, span: Span, wrappers: readonly Wrapper[]): string {
  const here = inReach(wrappers, span)
  const cuts = new Set([span.start, span.end])
  for (const wrapper of here) {
    if (wrapper.start > span.start) cuts.add(wrapper.start)
    if (wrapper.end < span.end) cuts.add(wrapper.end)
  }
  const edges = [...cuts].sort((a, b) => a - b)
  const used = new Set<Wrapper>()
  const open: Wrapper[] = []
  let html = ''
  for (let i = 0; i + 1 < edges.length; i++) {
    const from = edges[i]!
    const to = edges[i + 1]!
    const active = here
      .filter((w) => w.start <= from && w.end >= to)
      .sort((a, b) => a.rank - b.rank || a.start - b.start || b.end - a.end)
    let shared = 0
    while (shared < open.length && open[shared] === active[shared]) shared++
    while (open.length > shared) html += open.pop()!.close
    for (const wrapper of active.slice(shared)) {
      // What began in an earlier block goes on here without its id: ids stay unique.
      const first = !used.has(wrapper) && wrapper.start >= span.start
      html += first ? wrapper.open : wrapper.again
      used.add(wrapper)
      open.push(wrapper)
    }
    html += escaped(text.slice(from, to)).replaceAll('\n', '<br>')
  }
  while (open.length > 0) html += open.pop()!.close
  return html
}

const inReach = (wrappers: readonly Wrapper[], span: Span): Wrapper[] =>
  wrappers.filter((w) => w.start < span.end && span.start < w.end)
