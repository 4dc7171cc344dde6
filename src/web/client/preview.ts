/** Shows what a rule would have caught while it is being written. */

const PAUSE = 350

export function previewRules(page: Document): void {
  const form = page.querySelector<HTMLFormElement>('form[data-preview]')
  const place = page.querySelector<HTMLElement>('#preview')
  if (!form || !place) return
  let waiting: ReturnType<typeof setTimeout> | undefined
  let asked = 0
  form.addEventListener('input', () => {
    if (waiting) clearTimeout(waiting)
    waiting = setTimeout(async () => {
      asked += 1
      const mine = asked
      const query = new URLSearchParams()
      for (const [name, value] of new FormData(form)) query.append(name, String(value))
      const answer = await fetch(`${form.dataset.preview}?${query}`)
      // A later one is on its way: what came back is of words that changed since.
      if (mine === asked && answer.ok) place.innerHTML = await answer.text()
    }, PAUSE)
  })
}
