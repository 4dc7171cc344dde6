/**
 * The river while a script runs: the list lays out only the rows that are in view and fetches on as it is scrolled,
 * articles open beside it, and everything is done from the keyboard. Rows are the server's own HTML.
 */

/** Rows laid out beyond both edges of the view. */
const BEYOND = 12
/** Fetched on when the end of what is loaded is so many rows away. */
const AHEAD = 120
const LOT = 200
/** A row passed over faster than this is not opened. */
const PAUSE = 140

type Row = { html: string; readonly id: string }

export function runRiver(page: Document): void {
  const river = page.querySelector<HTMLElement>('.river')
  const view = river?.querySelector<HTMLElement>('.river-rows')
  const pane = river?.querySelector<HTMLElement>('.reading')
  if (!river || !view || !pane) return
  const rows: Row[] = [...view.querySelectorAll<HTMLElement>('.river-row')].map((row) => ({
    html: row.outerHTML,
    id: row.dataset.id ?? '',
  }))
  if (rows.length === 0 && !river.dataset.next) return
  const end = river.querySelector<HTMLElement>('.river-end')
  const space = page.createElement('div')
  space.className = 'river-space'
  const laid = new Map<number, HTMLElement>()
  const height = view.querySelector<HTMLElement>('.river-row')?.getBoundingClientRect().height || 82
  let next = river.dataset.next || undefined
  let loading = false
  let at = rows.findIndex(({ id }) => id === openId())
  let waiting: ReturnType<typeof setTimeout> | undefined

  river.style.setProperty('--river-top', `${river.getBoundingClientRect().top + scrollY}px`)
  river.classList.add('live')
  space.setAttribute('role', 'feed')
  space.setAttribute('aria-labelledby', 'place')
  view.replaceChildren(space)

  function openId(): string | undefined {
    return pane?.querySelector<HTMLElement>('[data-open]')?.dataset.open
  }

  function lay(): void {
    if (!view) return
    space.style.blockSize = `${rows.length * height}px`
    const first = Math.max(0, Math.floor(view.scrollTop / height) - BEYOND)
    const last = Math.min(rows.length, Math.ceil((view.scrollTop + view.clientHeight) / height) + BEYOND)
    for (const [index, row] of laid) {
      if (index >= first && index < last) continue
      if (row.contains(page.activeElement)) continue
      row.remove()
      laid.delete(index)
    }
    for (let index = first; index < last; index += 1) {
      if (laid.has(index)) continue
      const row = made(index)
      // In the order of the list, for whoever goes through it by Tab or by ear.
      const following = [...laid.keys()].filter((other) => other > index).toSorted((a, b) => a - b)[0]
      space.insertBefore(row, following === undefined ? null : (laid.get(following) ?? null))
      laid.set(index, row)
    }
    if (last > rows.length - AHEAD) void fetchOn()
  }

  function made(index: number): HTMLElement {
    const template = page.createElement('template')
    template.innerHTML = rows[index]?.html ?? ''
    const row = template.content.firstElementChild as HTMLElement
    row.style.insetBlockStart = `${index * height}px`
    row.style.blockSize = `${height}px`
    row.setAttribute('aria-posinset', String(index + 1))
    row.setAttribute('aria-setsize', next ? '-1' : String(rows.length))
    row.classList.toggle('open', row.dataset.id === openId())
    return row
  }

  async function fetchOn(): Promise<void> {
    if (loading || !next || !river) return
    loading = true
    space.setAttribute('aria-busy', 'true')
    try {
      const address = river.dataset.rows ?? '/river/rows'
      const join = address.includes('?') ? '&' : '?'
      const answer = await fetch(`${address}${join}after=${next}&limit=${LOT}`)
      const lot = (await answer.json()) as { rows: string[]; next: string | null }
      for (const html of lot.rows) rows.push({ html, id: /data-id="(\d+)"/.exec(html)?.[1] ?? '' })
      next = lot.next ?? undefined
    } catch {
      // Offline, or the server is away: the next scroll asks again.
      loading = false
      space.removeAttribute('aria-busy')
      return
    }
    loading = false
    space.removeAttribute('aria-busy')
    if (end) end.hidden = next !== undefined
    lay()
  }

  /** Where the row in hand is brought into view, laid out and given the focus. */
  function go(index: number, show: boolean): boolean {
    if (!view || index < 0 || index >= rows.length) return true
    at = index
    const top = index * height
    if (top < view.scrollTop) view.scrollTop = top
    else if (top + height > view.scrollTop + view.clientHeight)
      view.scrollTop = top + height - view.clientHeight
    lay()
    laid.get(index)?.querySelector<HTMLElement>('h3 a')?.focus({ preventScroll: true })
    if (waiting) clearTimeout(waiting)
    if (show && isWide()) waiting = setTimeout(() => void open(index), PAUSE)
    return true
  }

  const isWide = () => matchMedia('(min-width: 64.01rem)').matches

  async function open(index: number): Promise<void> {
    const row = rows[index]
    if (!row || !river || !pane) return
    if (waiting) clearTimeout(waiting)
    at = index
    const query = new URL(river.dataset.rows ?? '/river/rows', location.href).search
    const answer = await fetch(`/river/article/${row.id}${query}`)
    // Another was asked for meanwhile.
    if (at !== index || !answer.ok) return
    pane.innerHTML = await answer.text()
    pane.scrollTop = 0
    change(index, (one) => one.classList.add('read'))
    for (const [other, one] of laid) one.classList.toggle('open', other === index)
    if (isWide()) {
      history.replaceState({}, '', hrefOf(index))
      return
    }
    if (river.dataset.pane !== 'reading') history.pushState({ pane: 'reading' }, '', hrefOf(index))
    river.dataset.pane = 'reading'
    scrollTo(0, 0)
    pane.focus({ preventScroll: true })
  }

  function hrefOf(index: number): string {
    const template = page.createElement('template')
    template.innerHTML = rows[index]?.html ?? ''
    return template.content.querySelector('a')?.getAttribute('href') ?? location.href
  }

  /** Changes a row both where it is shown and where it is kept. */
  function change(index: number, how: (row: HTMLElement) => void): void {
    const row = rows[index]
    if (!row) return
    const template = page.createElement('template')
    template.innerHTML = row.html
    const kept = template.content.firstElementChild as HTMLElement
    how(kept)
    row.html = kept.outerHTML
    const shown = laid.get(index)
    if (shown) how(shown)
  }

  function toList(): boolean {
    if (!river || river.dataset.pane === 'list') return false
    if (history.state?.pane) history.back()
    else {
      river.dataset.pane = 'list'
      go(Math.max(0, at), false)
    }
    return true
  }

  async function toggle(index: number, name: 'read' | 'starred' | 'later' | 'archived'): Promise<void> {
    const row = rows[index]
    if (!row) return
    const template = page.createElement('template')
    template.innerHTML = row.html
    const kept = template.content.firstElementChild as HTMLElement
    const on = name === 'read' ? kept.classList.contains('read') : kept.hasAttribute(`data-${name}`)
    const words = {
      read: ['unread', 'read'],
      starred: ['unstar', 'star'],
      later: ['not-later', 'later'],
      archived: ['unarchive', 'archive'],
    }
    const mark = words[name][on ? 0 : 1] ?? ''
    const answer = await fetch(`/article/${row.id}/mark`, {
      method: 'POST',
      body: new URLSearchParams({ mark }),
      redirect: 'manual',
    })
    if (!answer.ok && answer.type !== 'opaqueredirect') return
    change(index, (one) => {
      if (name === 'read') one.classList.toggle('read', !on)
      else one.toggleAttribute(`data-${name}`, !on)
    })
    const key = { read: 'm', starred: 's', later: 'l', archived: 'e' }[name]
    const button = pane?.querySelector<HTMLButtonElement>(`[data-open="${row.id}"] [data-do="${key}"]`)
    if (name !== 'read') button?.classList.toggle('on', !on)
  }

  function press(selector: string): boolean {
    const found = river?.querySelector<HTMLElement>(selector)
    found?.click()
    return found !== null
  }

  function act(key: string): boolean {
    switch (key) {
      case 'j':
        return go(at + 1, true)
      case 'k':
        return go(at < 0 ? 0 : at - 1, true)
      case 'Home':
        return go(0, false)
      case 'End':
        return go(rows.length - 1, false)
      case 'o':
        void open(at)
        return true
      case 'm':
        void toggle(at, 'read')
        return true
      case 's':
        void toggle(at, 'starred')
        return true
      case 'l':
        void toggle(at, 'later')
        return true
      case 'e':
        void toggle(at, 'archived')
        return true
      case 'v':
        return press('[data-do="v"]')
      case 't': {
        const tags = pane?.querySelector<HTMLInputElement>('[data-do="t"]')
        tags?.focus()
        return tags !== undefined
      }
      case 'A':
        return press('[name="many"][value="above"]')
      case 'B':
        return press('[name="many"][value="below"]')
      case 'z':
        return press('[data-do="z"]')
      case 'u':
        return toList()
      default:
        return false
    }
  }

  // Before the keys of every page: here some of them mean more.
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      if (page.querySelector('dialog[open]')) return
      if (!act(event.key)) return
      event.preventDefault()
      event.stopImmediatePropagation()
    },
    { capture: true },
  )
  view.addEventListener('scroll', lay, { passive: true })
  window.addEventListener('resize', lay)
  space.addEventListener('focusin', (event) => {
    const index = [...laid].find(([, row]) => row.contains(event.target as Node))?.[0]
    if (index !== undefined) at = index
  })
  space.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('h3 a')
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
    const index = [...laid].find(([, row]) => row.contains(link))?.[0]
    if (index === undefined) return
    event.preventDefault()
    void open(index)
  })
  river.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLElement>('[data-close], [data-places]')
    if (!link) return
    event.preventDefault()
    if (link.dataset.close !== undefined) toList()
    else river.dataset.pane = 'places'
  })
  window.addEventListener('popstate', () => {
    const open = new URL(location.href).searchParams.has('open')
    river.dataset.pane = open ? 'reading' : 'list'
    lay()
    if (!open && at >= 0) go(at, false)
  })
  lay()
  if (at > 0) go(at, false)
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable]') !== null
