import { expect, test } from 'vitest'
import { oneSheet } from './sheets.ts'

const part = (name: string, text: string) => ({ name: `${name}.css`, bytes: Buffer.from(text) })

test('The general comes first, what bends it for a phone and paper last, the others by name between', () => {
  const sheet = oneSheet([
    part('print', '.p{}'),
    part('story', '.s{}'),
    part('base', '.b{}'),
    part('narrow', '.n{}'),
    part('front', '.f{}'),
    part('tokens', '.t{}'),
  ]).toString()
  expect(sheet.match(/^\.\w/gm)).toEqual(['.t', '.b', '.f', '.s', '.n', '.p'])
})

test('Remarks and indents do not go over the wire', () => {
  const sheet = oneSheet([part('base', '/* why\n it is so */\n.b {\n  margin: 0;\n}\n')]).toString()
  expect(sheet).toMatch(/\n\.b \{\nmargin: 0;\n\}/)
  expect(sheet).not.toContain('why')
})
