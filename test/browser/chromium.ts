/** The system's Chromium for tests of pages: absent, tests skip with a sentence; absent under CI, they fail. */

import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const PATH = '/usr/bin/chromium'

export const hasChromium = existsSync(PATH)

if (!hasChromium) {
  const sentence = `There is no Chromium at ${PATH}: the browser tests are skipped. Debian has it as the package "chromium".`
  if (process.env.CI === 'true') throw new Error(sentence)
  console.warn(sentence)
}

export const openChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: PATH,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  })
