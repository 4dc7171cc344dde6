/** The house stands: rooms import downward only, and nothing imports in a circle. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { breaches, circles, importsBelow } from './floors.ts'

const source = join(import.meta.dirname, '../src')

test('No room imports from its own floor or from one above', () => {
  const imports = importsBelow(source)
  expect(imports.length).toBeGreaterThan(50)
  expect(breaches(imports)).toEqual([])
})

test('No files import each other in a circle', () => {
  expect(circles(importsBelow(source))).toEqual([])
})

test('A deliberate breach is found: upward, sideways, and in a circle', () => {
  const root = mkdtempSync(join(tmpdir(), 'floors-'))
  try {
    for (const room of ['words', 'web', 'fold', 'stories']) mkdirSync(join(root, room))
    writeFileSync(join(root, 'words/a.ts'), `import { page } from '../web/page.ts'\nexport const a = page`)
    writeFileSync(join(root, 'web/page.ts'), `export const page = 1`)
    writeFileSync(join(root, 'fold/b.ts'), `import type { C } from '../stories/c.ts'\nexport type B = C`)
    writeFileSync(join(root, 'stories/c.ts'), `export type C = 1\nexport const d = () => import('./d.ts')`)
    writeFileSync(join(root, 'stories/d.ts'), `import './c.ts'`)
    const imports = importsBelow(root)
    expect(breaches(imports).toSorted()).toEqual([
      'fold/b.ts imports sideways: stories/c.ts stands on the same floor 2',
      'words/a.ts (floor 1) imports upward: web/page.ts (floor 5)',
    ])
    expect(circles(imports)).toEqual([['stories/c.ts', 'stories/d.ts']])
  } finally {
    rmSync(root, { recursive: true })
  }
})
