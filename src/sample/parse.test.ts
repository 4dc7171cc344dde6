/** How the sample's world is written down. */

import { expect, it } from 'vitest'
import { parseWorldFile } from './parse.ts'

const file = `story: ferry
title: The ferry
keywords: ferry, quay
episodes: first
cast: person; Ada Lund; Lund; Ада Лунд
trap: article=ledger/late; kind=planned; what=A crossing

@@@ ledger 2024-01-02 07:30 late
title: The ferry is late
said: Ada Lund | It will come: it always does
met: kind=visit; status=expected; head=Ada Lund

First paragraph,
on two lines.

## A heading

- one

|| pulled

=== second version
after: 5
note: Corrected.

It came.

@@@ flash now-5h boat
title: BOAT
`

it('reads the head of a story with its cast and traps', () => {
  const { story } = parseWorldFile(file)
  expect(story?.cast).toEqual([
    { kind: 'person', name: 'Ada Lund', variants: ['Ada Lund', 'Lund', 'Ада Лунд'] },
  ])
  expect(story?.traps).toEqual([{ article: 'ledger/late', kind: 'planned', what: 'A crossing' }])
})

it('reads blocks by their first signs and joins the lines of a paragraph', () => {
  expect(parseWorldFile(file).drafts[0]?.body).toEqual([
    { kind: 'p', text: 'First paragraph, on two lines.' },
    { kind: 'h', text: 'A heading' },
    { kind: 'li', text: 'one' },
    { kind: 'pull', text: 'pulled' },
  ])
})

it('keeps colons inside a value, and gives answers apart from the head', () => {
  const draft = parseWorldFile(file).drafts[0]
  expect(draft?.statements).toEqual([{ speaker: 'Ada Lund', content: 'It will come: it always does' }])
  expect(draft?.encounters).toEqual([{ kind: 'visit', status: 'expected', head: 'Ada Lund' }])
  expect(draft?.second?.head).toEqual({ after: '5', note: 'Corrected.' })
})

it('counts a live article’s time in minutes from the start', () => {
  expect(parseWorldFile(file).drafts[1]?.when).toBe(-300)
})

it('says which line it could not read', () => {
  expect(() => parseWorldFile('@@@ ledger yesterday late\ntitle: x\n')).toThrow('ledger yesterday late')
})
