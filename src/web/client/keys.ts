/** The keyboard: through rows and pages, to what a page can do, and `?` for the whole map. */

export function listenToKeys(page: Document): void {
  page.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    if (page.querySelector('dialog[open]') && event.key !== '?') return
    if (act(page, event.key)) event.preventDefault()
  })
}

/** Whether the key did something here. */
function act(page: Document, key: string): boolean {
  switch (key) {
    case 'j':
      return step(page, 1)
    case 'k':
      return step(page, -1)
    case 'n':
      return press(page, 'a[rel="next"]')
    case 'p':
      return press(page, 'a[rel="prev"]')
    case 'l':
      return press(page, '[data-listen] button')
    case 'g':
      return press(page, '.name a')
    case '/':
      return focusOn(page.querySelector<HTMLInputElement>('#find'))
    case '?':
      return showMap(page)
    default:
      return /^[a-z]$/.test(key) && press(page, `[data-key="${key}"]`)
  }
}

/** The row in hand is where the focus is: Enter opens it, Tab goes on from it. */
function step(page: Document, by: 1 | -1): boolean {
  const rows = [...page.querySelectorAll<HTMLElement>('[data-row]')]
  if (rows.length === 0) return false
  const at = rows.findIndex((row) => row.contains(page.activeElement))
  const next = rows[at < 0 ? (by === 1 ? 0 : rows.length - 1) : at + by]
  if (!next) return true
  rows[at]?.classList.remove('at')
  next.classList.add('at')
  next.querySelector<HTMLElement>('h3 a')?.focus({ preventScroll: true })
  next.scrollIntoView({ block: 'nearest' })
  return true
}

function press(page: Document, selector: string): boolean {
  const found = page.querySelector<HTMLElement>(selector)
  // What it opens is what Tab goes to next.
  found?.focus()
  found?.click()
  return found !== null
}

function focusOn(input: HTMLInputElement | null): boolean {
  input?.focus()
  input?.select()
  return input !== null
}

function showMap(page: Document): boolean {
  const map = page.querySelector<HTMLDialogElement>('dialog.keys')
  if (map?.open) map.close()
  else map?.showModal()
  return map !== null
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input:not([type="radio"]), textarea, select, [contenteditable]') !== null
