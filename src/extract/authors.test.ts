import { describe, expect, it } from 'vitest'
import { bylineIn } from './bylines.ts'
import { extractPage } from './page.ts'

const prose = '<p>The ferry left the quay at noon, late by an hour, and the pilots said so.</p>'.repeat(5)
const page = (head: string, above: string, below = ''): readonly string[] =>
  extractPage(
    `<html><head><title>Ferry leaves late</title>${head}</head><body><article><h1>Ferry leaves late</h1>${above}${prose}${below}</article></body></html>`,
    { url: 'https://www.harbour-post.example/ferry' },
  ).authors

describe('a printed byline', () => {
  it.each([
    ['Posted on March 9, 2024 by Ana Ruiz', 'Ana Ruiz'],
    ['Written by: Ana Ruiz', 'Ana Ruiz'],
    ['Geschrieben von Ute Krahl am 9. März 2024', 'Ute Krahl'],
    ['Text von Ute Krahl', 'Ute Krahl'],
    ['Autorin: Ute Krahl, Projektleiterin', 'Ute Krahl'],
    ['Autoren Ute Krahl und Bo Li', 'Ute Krahl und Bo Li'],
    ['Par Zoé Martel', 'Zoé Martel'],
    ['Por Inés de la Vega', 'Inés de la Vega'],
    ['Автор: Анна Реброва', 'Анна Реброва'],
    ['بقلم: سامي خليل', 'سامي خليل'],
    ['מאת: דנה לוי', 'דנה לוי'],
    ['文：林小明', '林小明'],
  ])('%s', (line, name) => {
    expect(bylineIn(line)).toEqual([name])
  })
})

describe('the authors of a page', () => {
  it('are people before the outlet, however its name is written', () => {
    const head =
      '<meta name="author" content="The Harbour Post"><meta property="og:site_name" content="Harbour Post">'
    expect(page(head, '<p>By Ana Ruiz</p>')).toEqual(['Ana Ruiz'])
    expect(page(head, '')).toEqual(['The Harbour Post'])
  })

  it('are called by their whole name where the head gives a handle or a first name', () => {
    expect(page('<meta name="author" content="ana.ruiz">', '<p class="byline">By Ana Ruiz</p>')).toEqual([
      'Ana Ruiz',
    ])
    expect(page('<meta name="author" content="Ana">', '<p class="byline">By Ana Ruiz</p>')).toEqual([
      'Ana Ruiz',
    ])
  })

  it('stand beside a date, under a label, behind a link to their page, or under the text', () => {
    expect(page('', '<p>4 March 2024 | Ana Ruiz</p>')).toEqual(['Ana Ruiz'])
    expect(page('', '<h4>Author</h4><p>Ana Ruiz</p>')).toEqual(['Ana Ruiz'])
    expect(
      page('', '<p><a href="/author/ana">Ana Ruiz</a>, <a href="/topic/ferries">Ferries</a></p>'),
    ).toEqual(['Ana Ruiz'])
    expect(page('', '', '<p><em>Ana Ruiz</em></p>')).toEqual(['Ana Ruiz'])
  })

  it('are a desk only where no person is named, and never a category', () => {
    const head = '<meta name="author" content="Redaktion">'
    expect(page(head, '')).toEqual(['Redaktion'])
    expect(page(head, '<p>Von Ute Krahl</p>')).toEqual(['Ute Krahl'])
    expect(page('', '<p class="author"><a href="/category/ferries">Ferries</a></p>')).toEqual([])
  })
})
