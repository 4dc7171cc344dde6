/** Puts pieces of HTML in a page that forbids nothing, provokes every element, and tells which of them ran something. */

import type { Browser, Page } from 'playwright-core'

/** A policy that only reports: whatever runs runs, and is told of. */
const TELLING = "script-src 'none'; object-src 'none'; frame-src 'none'; form-action 'none'; base-uri 'none'"

/** Run before anything of the page; a string, because it is the browser's own. */
const WATCH = `
window.ran = []
addEventListener('securitypolicyviolation', (event) => ran.push(event.violatedDirective + ' ' + event.sample))
for (const name of ['alert', 'confirm', 'prompt', 'print', 'open']) window[name] = () => { ran.push(name) }
addEventListener('click', (event) => {
  const link = event.target.closest && event.target.closest('a')
  if (link && /^(https?|mailto):$/.test(link.protocol)) event.preventDefault()
}, true)`

const PROVOKE = `(async () => {
  const events = 'pointerover pointerenter mouseover mouseenter mousemove mousedown mouseup mouseout mouseleave dblclick ' +
    'contextmenu auxclick focus focusin blur focusout keydown keypress keyup input change select submit reset toggle wheel ' +
    'scroll copy cut paste drag dragstart dragend dragenter dragover drop touchstart touchend touchmove animationstart ' +
    'animationend transitionend load error play resize hashchange pageshow message beforeinput invalid search cancel close'
  for (const element of document.body.querySelectorAll('*')) {
    for (const name of events.split(' ')) element.dispatchEvent(new Event(name, { bubbles: true, cancelable: true }))
    if (element.focus) { element.focus(); element.blur() }
    if (element.click) element.click()
  }
  await new Promise((resolve) => setTimeout(resolve, 60))
  const live = document.querySelectorAll('script, iframe, frame, object, embed, base, meta[http-equiv], form, svg, math')
  return [...ran, ...[...live].map((element) => 'live ' + element.tagName)]
})()`

const BATCH = 60

/** For each piece that ran something: its index and what was told. None means that nothing ran. */
export async function provoke(
  browser: Browser,
  pieces: readonly string[],
): Promise<readonly { readonly index: number; readonly told: string }[]> {
  const context = await browser.newContext()
  await context.addInitScript(WATCH)
  const page = await context.newPage()
  page.on('dialog', (dialog) => dialog.dismiss())
  const found: { index: number; told: string }[] = []
  for (let from = 0; from < pieces.length; from += BATCH) {
    const batch = pieces.slice(from, from + BATCH)
    if ((await tellingsOf(page, batch)).length === 0) continue
    for (const [i, piece] of batch.entries()) {
      const told = await tellingsOf(page, [piece])
      if (told.length > 0) found.push({ index: from + i, told: told.join('; ').slice(0, 200) })
    }
  }
  await context.close()
  return found
}

async function tellingsOf(page: Page, pieces: readonly string[]): Promise<readonly string[]> {
  const body = `<!doctype html><meta charset="utf-8"><title>x</title><body>${pieces.map((piece) => `<div>${piece}</div>`).join('\n')}</body>`
  const address = 'https://pieces.example/'
  await page.unrouteAll()
  await page.route('**/*', (route) =>
    route.request().url() === address
      ? route.fulfill({
          body,
          contentType: 'text/html',
          headers: { 'content-security-policy-report-only': TELLING },
        })
      : route.abort(),
  )
  await page.goto(address)
  try {
    const told = (await page.evaluate(PROVOKE)) as string[]
    return page.url() === address ? told : [...told, `went to ${page.url()}`]
  } catch (error) {
    return [`the page was lost: ${String(error)}`]
  }
}
