import { describe, expect, it } from 'vitest'
import { extractPage } from './page.ts'

const LINE =
  'The ferry left the quay an hour late on Monday, and the pilots said that the fog was to blame for it.'
const access = (below: string, head = '', lines = 2) =>
  extractPage(
    `<html><head><title>Ferry leaves late</title>${head}</head><body><h1>Ferry leaves late</h1><div class="article-body">${`<p>${LINE}</p>`.repeat(lines)}</div>${below}</body></html>`,
    {},
  ).access

describe('who may read a page', () => {
  it.each([
    'Subscribe to continue reading',
    'Il vous reste 75 % à lire. Cet article est réservé aux abonnés.',
    'Dieser Artikel ist nur für Abonnenten.',
    'Suscríbete para seguir leyendo',
    'Contenuto riservato agli abbonati',
    'Alleen voor abonnees',
    'Только для подписчиков',
    'هذا المقال للمشتركين فقط',
    'הכתבה למנויים בלבד',
    '有料会員限定',
    'この記事は有料会員記事です。残り1,234文字',
  ])('is who pays: %s', (words) => {
    expect(access(`<div class="wall"><p>${words}</p></div>`)).toBe('paid')
  })

  it.each([
    'Create a free account to read on',
    'Kostenlos registrieren und weiterlesen',
    'Regístrate para seguir leyendo',
    '無料会員登録で続きを読む',
  ])('is who signs up: %s', (words) => {
    expect(access(`<div class="wall"><p>${words}</p></div>`)).toBe('sign-up')
  })

  it('is what the page states to machines, whatever its words', () => {
    const ld = (free: string) =>
      `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry leaves late","isAccessibleForFree":${free}}</script>`
    expect(access('<p>Subscribe to continue reading</p>', ld('"True"'))).toBe('free')
    expect(access('', ld('false'))).toBe('paid')
    expect(access('', '<meta property="article:content_tier" content="metered">')).toBe('sign-up')
  })

  it('is everyone where the whole text stands there, or no one is asked', () => {
    expect(access('<p>Subscribe to continue reading</p>', '', 60)).toBe('free')
    expect(access('<p>Subscribers met at the library.</p>')).toBe('free')
  })
})
