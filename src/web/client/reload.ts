/** Loads a page anew while it says that something is on its way. */

export function reloadWhileWaiting(page: Document): void {
  const waiting = page.querySelector<HTMLElement>('[data-reload]')
  if (!waiting) return
  setTimeout(() => location.reload(), Number(waiting.dataset.reload) || 5000)
}
