/** Sets the text anew the moment a choice is made, and keeps the choice. */

export function setTextAtOnce(page: Document): void {
  const form = page.querySelector<HTMLFormElement>('[data-look]')
  form?.addEventListener('change', async (event) => {
    const choice = event.target
    if (!(choice instanceof HTMLSelectElement)) return
    page.documentElement.dataset[choice.name] = choice.value
    const fields = [...new FormData(form)].map(([name, value]) => [name, String(value)])
    await fetch(form.action, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' }).catch(
      () => undefined,
    )
  })
}
