/** The page's side of being without a connection: starts the service worker, shows what waits and what can be read. */

import { waitingActs } from './queue.ts'
import { held } from './saved.ts'

export function workOffline(page: Document): void {
  const reader = Number(page.documentElement.dataset.reader)
  const copy = 'copy' in page.documentElement.dataset
  const list = page.querySelector<HTMLElement>('[data-held]')
  if (copy || list) showWaiting(page).catch(console.error)
  if (list) showHeld(page, list).catch(console.error)
  // Only over https and on this machine itself.
  if (!('serviceWorker' in navigator) || !reader) return
  // Installed, what it holds should outlast a full disk; elsewhere some browsers would ask for it.
  if (matchMedia('(display-mode: standalone)').matches) navigator.storage.persist().catch(() => undefined)
  const tell = (kind: 'here' | 'back') =>
    navigator.serviceWorker.ready.then(({ active }) => active?.postMessage({ kind, reader }))
  addEventListener('online', () => tell('back'))
  // What it fetches must not stand in the way of the page itself.
  addEventListener('load', () => {
    navigator.serviceWorker
      .register('/worker.js', { type: 'module', updateViaCache: 'none' })
      .then(() => (copy ? undefined : tell('here')))
      .catch(() => undefined)
  })
}

/** A saved copy shows the marks as they were; what was done since is shown over them. */
async function showWaiting(page: Document): Promise<void> {
  const acts = await waitingActs()
  for (const note of page.querySelectorAll<HTMLElement>('[data-waiting]')) note.hidden = acts.length === 0
  const marks = acts.filter(({ path }) => path === `${location.pathname}/mark`)
  for (const button of page.querySelectorAll<HTMLButtonElement>('button[data-on]')) {
    const { on = '', off = '', set = '', unset = '' } = button.dataset
    const last = marks.findLast(({ form }) => form.mark === set || form.mark === unset)
    if (!last) continue
    const isSet = last.form.mark === set
    button.value = isSet ? unset : set
    button.textContent = isSet ? on : off
    button.classList.toggle('on', isSet)
  }
  const list = page.querySelector('[data-own-notes]')
  for (const { form } of acts.filter(({ path }) => path === `${location.pathname}/notes`)) {
    const item = page.createElement('li')
    const words = Object.assign(page.createElement('p'), { className: 'own', dir: 'auto' })
    words.textContent = form.body || form.quote || ''
    item.append(words)
    list?.append(item)
  }
}

/** The pages that are held, articles to be kept first. */
async function showHeld(page: Document, list: HTMLElement): Promise<void> {
  const pages = await held()
  const when = new Intl.DateTimeFormat(page.documentElement.dataset.locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
  })
  const empty = page.querySelector<HTMLElement>('[data-held-none]')
  if (empty) empty.hidden = pages.length > 0
  for (const why of ['kept', 'opened'] as const) {
    for (const { path, title, saved } of pages.filter((one) => one.why === why)) {
      const item = Object.assign(page.createElement('li'), { className: 'row' })
      item.dataset.row = ''
      const heading = page.createElement('h2')
      const link = Object.assign(page.createElement('a'), { href: path, textContent: title, dir: 'auto' })
      heading.append(link)
      const facts = Object.assign(page.createElement('p'), { className: 'facts' })
      facts.append(
        Object.assign(page.createElement('time'), {
          dateTime: saved,
          textContent: when.format(new Date(saved)),
        }),
      )
      item.append(heading, facts)
      list.append(item)
    }
  }
}
