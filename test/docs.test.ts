/** The papers say what the program does: every setting, command and route is documented, and nothing else is. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commands } from '../src/cli/commands.ts'
import { type Config, parseConfig, settings } from '../src/config.ts'
import type { Store } from '../src/store/engines/engine.ts'
import { createWeb } from '../src/web/app.ts'

/** Enough of a site to ask for its routes; none of it is used. */
const site = {
  store: undefined as unknown as Store,
  config: parseConfig({}) as Config,
  now: () => 0,
  commands: {
    lookAt: async () => ({ failed: '' }),
    addSource: async () => ({ failed: '' }),
    removeSample: async () => {},
  },
}

const page = (name: string) => readFileSync(join(import.meta.dirname, '..', name), 'utf8')
/** First cells of the rows of the table whose heading row begins with `heading`, without back-ticks. */
const firstCells = (text: string, heading: string) =>
  text
    .slice(text.indexOf(`| ${heading} |`))
    .split('\n')
    .slice(2)
    .map((line) => /^\| `([^`]+)`/.exec(line)?.[1])
    .filter((cell) => cell !== undefined)

test('docs/settings.md lists every setting with its default and meaning, and no other', () => {
  const text = page('docs/settings.md')
  expect(firstCells(text, 'setting')).toEqual(settings.map(({ name }) => name))
  for (const { name, fallback, meaning } of settings) {
    const shown = fallback === '' ? '(none)' : `\`${fallback}\``
    expect(text).toContain(`| \`${name}\` | ${shown} | ${meaning} |`)
  }
})

test('docs/commands.md lists every command with its summary, and no other', () => {
  const text = page('docs/commands.md')
  expect(firstCells(text, 'command')).toEqual(commands.map(({ usage }) => usage))
  for (const { usage, summary } of commands) expect(text).toContain(`| \`${usage}\` | ${summary} |`)
})

test('docs/routes.md lists every route, and no other', () => {
  const routes = createWeb(site).routes.filter(({ method }) => method !== 'ALL')
  const documented = firstCells(page('docs/routes.md'), 'route')
  expect(documented.toSorted()).toEqual(
    [...new Set(routes.map(({ method, path }) => `${method} ${path}`))].toSorted(),
  )
})

test('README names the two commands near its top', () => {
  const top = page('README.md').split('\n').slice(0, 30).join('\n')
  expect(top).toContain('npm install && npm start')
  expect(top).toContain('npm install && npm test')
})
