/** Loads a page anew while it says that something is on its way. */

export function reloadWhileWaiting(page: Document): void {
  const waiting = page.querySelector<HTMLElement>('[data-reload]')
  // A saved copy stays what it is.
  if (!waiting || 'copy' in page.documentElement.dataset) return
  setTimeout(() => location.reload(), Number(waiting.dataset.reload) || 5000)
}
