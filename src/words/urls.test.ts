import { describe, expect, it } from 'vitest'
import { absolute, dayInPath, domainOf, siteOf, withoutTracking } from './urls.ts'

describe('addresses', () => {
  it('lose what only tracks the reader, and keep what names the page', () => {
    expect(withoutTracking('https://Harbour.example:443/a?id=7&utm_source=x&fbclid=y#top')).toBe(
      'https://harbour.example/a?id=7',
    )
    expect(withoutTracking('https://harbour.example/a?ref=rss&page=2')).toBe(
      'https://harbour.example/a?page=2',
    )
    expect(withoutTracking('https://harbour.example/a?q=a+b%20c')).toBe('https://harbour.example/a?q=a+b%20c')
  })

  it('are absolute and of the web, or none', () => {
    expect(absolute('../b', 'https://harbour.example/x/y')).toBe('https://harbour.example/b')
    for (const href of ['javascript:alert(1)', 'data:text/html,x', '', 'http://'])
      expect(absolute(href)).toBeUndefined()
  })

  it('know their site', () => {
    expect(domainOf('https://www.news.harbour.co.uk/a')).toBe('news.harbour.co.uk')
    expect(siteOf('news.harbour.co.uk')).toBe('harbour.co.uk')
    expect(siteOf('m.harbour.example')).toBe('harbour.example')
  })

  it.each([
    ['https://h.example/2024/03/09/pier', '2024-03-09'],
    ['https://h.example/news/20240309-pier.html', '2024-03-09'],
    ['https://h.example/pier-9-3-2024', '2024-03-09'],
    ['https://h.example/2024/pier-12345678', undefined],
  ])('state a day only when it is whole: %s', (url, day) => {
    expect(dayInPath(url)).toBe(day)
  })
})
