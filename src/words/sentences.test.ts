/** Sentences as real pages have them, with invented text. */

import { describe, expect, test } from 'vitest'
import type { Block } from '../model/article.ts'
import { sentences } from './sentences.ts'

const paragraph = (text: string): string[] => {
  const blocks: Block[] = [{ kind: 'paragraph', start: 0, end: text.length }]
  return sentences(text, blocks).map((s) => text.slice(s.start, s.end))
}

describe('sentences', () => {
  test.each([
    ['The rain stopped. People went home.', ['The rain stopped.', 'People went home.']],
    ['Ships brought aid.The convoy left.', ['Ships brought aid.', 'The convoy left.']],
    ['It opened in 2015.”We are glad,” Ito said.', ['It opened in 2015.', '”We are glad,” Ito said.']],
    ['He called it “an old idea.”Norway agreed.', ['He called it “an old idea.”', 'Norway agreed.']],
    ['Lt. Gen. Mario Ruiz spoke on Sept. 18 in Lima.', ['Lt. Gen. Mario Ruiz spoke on Sept. 18 in Lima.']],
    ['J. K. Okafor met Mr. Lee. They talked.', ['J. K. Okafor met Mr. Lee.', 'They talked.']],
    ['He moved to the U.S. in May. He stayed.', ['He moved to the U.S. in May.', 'He stayed.']],
    ['They left at 5 p.m. The bus was late.', ['They left at 5 p.m.', 'The bus was late.']],
    ['Acme Inc. sued Borel Corp. over it.', ['Acme Inc. sued Borel Corp. over it.']],
    ['A ferry off Bergen. (NTB)', ['A ferry off Bergen.', '(NTB)']],
    ['“Why now?” she asked. Nobody knew.', ['“Why now?” she asked.', 'Nobody knew.']],
    ['See node.js or www.Example.com today.', ['See node.js or www.Example.com today.']],
    ['Er kam am 3. Oktober nach Wien. Dort blieb er.', ['Er kam am 3. Oktober nach Wien.', 'Dort blieb er.']],
    ['هل وصل الوفد؟ نعم، وصل أمس. ثم غادر.', ['هل وصل الوفد؟', 'نعم، وصل أمس.', 'ثم غادر.']],
    ['ראש העיר הגיע. הוא נאם.', ['ראש העיר הגיע.', 'הוא נאם.']],
    ['雨が止んだ。人々は帰った。', ['雨が止んだ。', '人々は帰った。']],
    ['Growth was 3.5 percent. It fell.', ['Growth was 3.5 percent.', 'It fell.']],
  ])('%s', (text, expected) => {
    expect(paragraph(text)).toEqual(expected)
  })

  test('never cross a block, and name the one they lie in', () => {
    const text = 'Storm nears\n\nIt is big. Stay in'
    const blocks: Block[] = [
      { kind: 'title', start: 0, end: 11 },
      { kind: 'paragraph', start: 13, end: 31 },
      { kind: 'image', start: 31, end: 31 },
    ]
    expect(sentences(text, blocks)).toEqual([
      { start: 0, end: 11, block: 0 },
      { start: 13, end: 23, block: 1 },
      { start: 24, end: 31, block: 1 },
    ])
  })

  test('give one sentence per filled table cell', () => {
    const text = 'Oslo\t12'
    const blocks: Block[] = [
      {
        kind: 'table',
        start: 0,
        end: 7,
        rows: [
          [
            { start: 0, end: 4 },
            { start: 5, end: 7 },
          ],
        ],
      },
    ]
    expect(sentences(text, blocks)).toHaveLength(2)
  })
})

test('What goes on without an end is cut between words, and nothing of it is lost', () => {
  const endless = `Ada ${'told Bob of Calda '.repeat(500)}`.trim()
  const found = sentences(endless, [{ kind: 'paragraph', start: 0, end: endless.length }])
  expect(found.length).toBeGreaterThan(3)
  for (const { start, end } of found) {
    expect(end - start).toBeLessThanOrEqual(2000)
    expect(endless.slice(start, end)).toMatch(/^(?:Ada|told|Bob|of|Calda) .* (?:told|Bob|of|Calda)$/)
  }
  expect(found.map(({ start, end }) => endless.slice(start, end)).join(' ')).toBe(endless)
})

test('A word longer than any sentence is cut, but never inside a character', () => {
  const word = '𐤀'.repeat(2500)
  const found = sentences(word, [{ kind: 'paragraph', start: 0, end: word.length }])
  expect(found.map(({ start, end }) => word.slice(start, end)).join('')).toBe(word)
  for (const { start, end } of found) expect(word.slice(start, end).isWellFormed()).toBe(true)
})
