import { expect, test } from 'vitest'
import { sentences } from '../words/sentences.ts'
import { letterOf } from './send-article.ts'

const text = `The ferry runs again. ${'It ran for years. '.repeat(60)}`
const article = {
  title: 'The ferry\nruns again',
  text,
  sentences: sentences(text, [{ kind: 'paragraph', start: 0, end: text.length }]),
}
const letter = { to: ' friend@mail.example ', words: 'Look at this!', citation: 'The Callan Post, 3 May.' }

test('A letter holds the words of the sender, the citation and only the beginning of the text', () => {
  const made = letterOf(article, letter)
  expect(made).toMatchObject({ to: 'friend@mail.example', subject: 'The ferry runs again' })
  const { text: body } = made as { text: string }
  expect(body).toMatch(/^Look at this!\n\nThe Callan Post, 3 May\.\n\nThe ferry runs again\./)
  expect(body.length).toBeLessThan(700)
  expect(body.endsWith('.')).toBe(true)
})

test.each([
  'a@b.example, c@d.example',
  'a@b.example\nBcc: x@y.example',
  'nobody',
  '<a@b.example>',
  'a b@c.example',
])('Only one plain address is taken, not %j', (to) => {
  expect(letterOf(article, { ...letter, to })).toEqual({ failed: 'address' })
})
