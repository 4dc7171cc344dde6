import { describe, expect, it } from 'vitest'
import { bylineIn } from './bylines.ts'
import { repairMojibake, tidy } from './characters.ts'
import { headlineOf, withoutOutlet } from './headline.ts'
import { readJsonLd } from './json-ld.ts'
import { extractPage } from './page.ts'
import { peopleOf } from './people.ts'
import { furniture, isSectionOfOthers } from './phrases.ts'

describe('people', () => {
  it.each([
    ['By Ana Ruiz and Bo Li, Staff Writers', ['Ana Ruiz', 'Bo Li']],
    ['Von Ute Krahl', ['Ute Krahl']],
    ['ANA RUIZ', ['Ana Ruiz']],
    ['ByAna Ruiz', ['Ana Ruiz']],
    ['Ana Ruiz, MS, RD', ['Ana Ruiz']],
    ['Staff and 3 others', []],
    ['The Associated Press', []],
    ['https://harbour.example/ana', []],
  ])('%s', (text, names) => {
    expect(peopleOf([text])).toEqual(names)
  })

  it('are told from the outlet, and from handles beside full names', () => {
    expect(peopleOf(['The Harbour Post', 'Ana Ruiz'], ['The Harbour Post'])).toEqual(['Ana Ruiz'])
    expect(peopleOf(['Ana Ruiz', 'aruiz'])).toEqual(['Ana Ruiz'])
  })

  it('are found in printed bylines', () => {
    expect(bylineIn('Posted on March 9, 2024 by Ana Ruiz')).toEqual(['Ana Ruiz'])
    expect(bylineIn('The pier was rebuilt by hand')).toEqual([])
  })
})

describe('a headline', () => {
  it('stands without the outlet\u2019s name', () => {
    expect(withoutOutlet('Pier opens | The Harbour Post', ['The Harbour Post'])).toBe('Pier opens')
    expect(withoutOutlet('Pier opens - and closes again', ['The Harbour Post'])).toBe(
      'Pier opens - and closes again',
    )
  })

  it('is the one readers see, where the head agrees', () => {
    const cues = {
      tagged: 'Pier opens in May | Harbour Post',
      og: 'Pier opens',
      h1: ['Harbour Post', 'Pier opens in May'],
      h2: [],
      siteNames: ['Harbour Post'],
    }
    expect(headlineOf(cues)).toBe('Pier opens in May')
  })
})

it('A headline under the site\u2019s own name in large is the one that begins the page\u2019s title', () => {
  const cues = {
    tagged: 'Pier opens in May | The Quay Blog',
    h1: ['The Quay Blog'],
    h2: ['Pier opens in May', 'Archives'],
    siteNames: [],
  }
  expect(headlineOf(cues)).toBe('Pier opens in May')
})

describe('JSON-LD', () => {
  it('is read whatever its shape and small faults', () => {
    const script =
      '{"@graph":[{"@type":"Person","@id":"#a","name":"Ana Ruiz"},{"@type":["NewsArticle"],"headline":"A &amp; B","author":{"@id":"#a"},"isAccessibleForFree":"False","articleBody":"x\ny",}]}'
    expect(readJsonLd([script, 'no json'])).toMatchObject({
      headline: 'A & B',
      authors: ['Ana Ruiz'],
      free: false,
    })
  })
})

describe('characters', () => {
  it('are repaired only where certain', () => {
    expect(repairMojibake('the board\u00e2\u20ac\u2122s caf\u00c3\u00a9')).toBe('the board\u2019s caf\u00e9')
    expect(repairMojibake('\u00c3O \u00c2\u00bb CORA\u00c7\u00c3O')).not.toContain('\ufffd')
    expect(repairMojibake('na\u00efve caf\u00e9')).toBe('na\u00efve caf\u00e9')
  })

  it('that no one sees are gone, joiners kept', () => {
    expect(tidy('har\u00adbour\u200b \ufb01sh')).toBe('harbour fish')
    expect(tidy('\u0645\u06cc\u200c\u0631\u0648\u062f')).toBe('\u0645\u06cc\u200c\u0631\u0648\u062f')
  })
})

describe('furniture', () => {
  it('is known by its words, in short lines only', () => {
    expect(furniture('Sign up for our newsletter')).toBe(2)
    expect(furniture('Baca juga: Jembatan lama ditutup')).toBe(2)
    expect(
      furniture(
        'Next week the board meets again to decide what the pier will cost and who will pay for the work that has to be done by May, and it wants the ferry back.',
      ),
    ).toBeLessThan(2)
    expect(isSectionOfOthers('Related stories')).toBe(true)
    expect(isSectionOfOthers('Related claims reached the court')).toBe(false)
  })
})

describe('the day of an article', () => {
  const page = (head: string, body = ''): string =>
    `<html lang="en"><head>${head}</head><body><h1>Pier opens in May</h1>${body}<p>The board agreed on Monday to rebuild the old pier, and set money aside for the work.</p></body></html>`
  const dated = (html: string, url = 'https://h.example/a') => extractPage(html, { url }).published

  it('carries where it was found', () => {
    expect(
      dated(page('<meta property="article:published_time" content="2024-03-09T10:00:00+02:00">')),
    ).toMatchObject({ best: '2024-03-09T10:00:00+02:00', from: 'meta' })
    expect(dated(page(''), 'https://h.example/2024/03/09/pier')).toMatchObject({
      best: '2024-03-09',
      from: 'url',
    })
    expect(dated(page('', '<p class="date">9 March 2024</p>'))).toMatchObject({
      best: '2024-03-09',
      from: 'visible',
    })
  })

  it('is a window where no zone is given', () => {
    expect(dated(page('<meta name="date" content="2024-03-09 10:00">'))).toMatchObject({
      earliest: '2024-03-08T20:00:00Z',
      latest: '2024-03-09T22:00:00Z',
    })
  })

  it('is the day its readers saw, at the same instant', () => {
    const best = dated(
      page('<meta property="article:published_time" content="2024-03-10T01:30:00Z">'),
      'https://h.example/2024/03/09/pier',
    )?.best
    expect(best?.slice(0, 10)).toBe('2024-03-09')
    expect(Date.parse(best!)).toBe(Date.parse('2024-03-10T01:30:00Z'))
  })
})
