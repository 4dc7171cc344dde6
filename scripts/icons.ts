/** Draws the icons of an installed reader from the one in SVG: `npm run icons`. */

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openChromium } from '../test/browser/chromium.ts'

const folder = join(import.meta.dirname, '../src/web/assets')
const svg = readFileSync(join(folder, 'icon.svg'), 'utf8')
/** A mask may cut all but the middle 80 %, so the drawing is smaller and its ground goes to the edge. */
const maskable = svg
  .replace('viewBox="0 0 32 32"', 'viewBox="-6 -6 44 44"')
  .replace(/<rect[^>]*>/, '<rect x="-6" y="-6" width="44" height="44" fill="#faf8f3"/>')

const browser = await openChromium()
for (const [name, size, drawing] of [
  ['icon-192.png', 192, svg],
  ['icon-512.png', 512, svg],
  ['icon-maskable-512.png', 512, maskable],
  ['icon-apple-180.png', 180, maskable],
] as const) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  await page.setContent(
    `<body style="margin:0;background:transparent">${drawing.replace('<svg ', `<svg width="${size}" height="${size}" style="display:block" `)}`,
  )
  writeFileSync(join(folder, name), await page.screenshot({ omitBackground: true }))
  await page.close()
}
await browser.close()
