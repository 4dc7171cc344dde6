/** Marking a passage: select it, and the two buttons for it stand at the selection. */

type Place = { readonly sentence: string; readonly offset: number }

export function offerMarking(page: Document): void {
  const form = page.querySelector<HTMLFormElement>('[data-mark-passage]')
  const article = page.querySelector<HTMLElement>('.article')
  if (!form || !article) return
  const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement

  const follow = () => {
    const range = rangeIn(page, article)
    const span = range && spanOf(range, article)
    // A click on the form's own button collapses the selection in some browsers.
    if (!span) {
      if (!form.contains(page.activeElement)) form.hidden = true
      return
    }
    field('from').value = `${span.from.sentence}:${span.from.offset}`
    field('to').value = `${span.to.sentence}:${span.to.offset}`
    form.hidden = false
    const box = range.getBoundingClientRect()
    form.style.setProperty('--top', `${box.bottom + scrollY + 6}px`)
    form.style.setProperty(
      '--left',
      `${Math.max(8, Math.min(box.left, innerWidth - form.offsetWidth - 8)) + scrollX}px`,
    )
  }
  page.addEventListener('selectionchange', follow)
  // Selected before this was here.
  follow()

  form.querySelector('[data-with-note]')?.addEventListener('click', () => {
    const adding = page.querySelector<HTMLDetailsElement>('.own-notes > .add-note')
    const words = page.getSelection()?.toString() ?? ''
    const quote = adding?.querySelector<HTMLTextAreaElement>('[name="quote"]')
    if (!adding || !quote) return
    adding.open = true
    quote.value = words
    form.hidden = true
    adding.querySelector<HTMLTextAreaElement>('[name="body"]')?.focus()
  })
}

function rangeIn(page: Document, article: HTMLElement): Range | undefined {
  const selection = page.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  return range.intersectsNode(article) && selection.toString().trim() !== '' ? range : undefined
}

/** From the first to the last sentence that is touched; what lies outside of sentences is left out. */
function spanOf(range: Range, article: HTMLElement): { from: Place; to: Place } | undefined {
  const touched = [...article.querySelectorAll<HTMLElement>('[data-s]')].filter((part) => {
    const inside = overlap(range, part)
    return inside.toString() !== ''
  })
  const [first, last] = [touched.at(0), touched.at(-1)]
  if (!first || !last) return undefined
  const a = overlap(range, first)
  const b = overlap(range, last)
  return {
    from: {
      sentence: first.dataset.s ?? '',
      offset: offsetOf(article, first, a.startContainer, a.startOffset),
    },
    to: { sentence: last.dataset.s ?? '', offset: offsetOf(article, last, b.endContainer, b.endOffset) },
  }
}

function overlap(range: Range, part: HTMLElement): Range {
  const own = document.createRange()
  own.selectNodeContents(part)
  if (range.compareBoundaryPoints(Range.START_TO_START, own) > 0)
    own.setStart(range.startContainer, range.startOffset)
  if (range.compareBoundaryPoints(Range.END_TO_END, own) < 0) own.setEnd(range.endContainer, range.endOffset)
  return own
}

/** Characters of the sentence before a point; a link may cut the sentence into several parts with one number. */
function offsetOf(article: HTMLElement, part: HTMLElement, node: Node, offset: number): number {
  let length = 0
  for (const one of article.querySelectorAll<HTMLElement>(`[data-s="${part.dataset.s}"]`)) {
    const before = document.createRange()
    before.selectNodeContents(one)
    if (one === part) before.setEnd(node, offset)
    const piece = before.cloneContents()
    length += (piece.textContent ?? '').length + piece.querySelectorAll('br').length
    if (one === part) break
  }
  return length
}
