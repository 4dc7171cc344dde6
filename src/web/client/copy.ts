/** Shows the buttons that copy a text of the page, where the browser can. */

export function offerCopy(page: Document): void {
  if (!('clipboard' in navigator)) return
  for (const button of page.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    const text = page.querySelector(button.dataset.copy ?? '')
    if (!text) continue
    const label = button.textContent
    button.hidden = false
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(text.textContent ?? '')
      button.textContent = button.dataset.done ?? label
      setTimeout(() => {
        button.textContent = label
      }, 1500)
    })
  }
}
