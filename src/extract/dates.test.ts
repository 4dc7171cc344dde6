import { describe, expect, it } from 'vitest'
import { extractPage } from './page.ts'

const prose = '<p>The ferry left the quay at noon, late by an hour, and the pilots said so.</p>'.repeat(5)
const day = (head: string, above: string, below = '', lang = 'de'): string | undefined =>
  extractPage(
    `<html lang="${lang}"><head><title>Ferry leaves late</title>${head}</head><body><article><h1>Ferry leaves late</h1>${above}${prose}</article>${below}</body></html>`,
    {},
  ).published?.best?.slice(0, 10)

describe('the day of publication', () => {
  it('may have a year of two digits, or stand before the first words', () => {
    expect(day('', '<div>Von Ute Krahl <span>|</span> 31.10.23</div>')).toBe('2023-10-31')
    expect(
      day(
        '',
        `<p>29.11.2022 \u2013 ${'Die Lotsen sagten, die F\u00e4hre sei sp\u00e4t dran. '.repeat(5)}</p>`,
      ),
    ).toBe('2022-11-29')
    expect(
      day('', `<p>On 5 March 2021 the ferry sank. ${'It was raised, the pilots said. '.repeat(6)}</p>`),
    ).toBe(undefined)
  })

  it('is the one before the day of a change in the same line', () => {
    expect(day('', '<p class="date">Written: 2023-11-07 15:03 / Updated: 2023-11-09 10:00</p>')).toBe(
      '2023-11-07',
    )
    expect(
      day('', '<p class="date">Aktualisiert: 9. M\u00e4rz 2024 | Ver\u00f6ffentlicht: 7. M\u00e4rz 2024</p>'),
    ).toBe('2024-03-07')
  })

  it('is printed at the headline rather than beside other articles', () => {
    const others = '<ul><li><a href="/a">Pier</a> <time datetime="2024-05-01">1 May 2024</time></li></ul>'
    expect(day('', '<span class="published">31. Oktober 2023</span>', others)).toBe('2023-10-31')
  })

  it('that a page prints decides between those it states', () => {
    const two =
      '<meta property="article:published_time" content="2023-11-06T14:25:00+00:00"><script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry leaves late","datePublished":"2023-11-03"}</script>'
    expect(day(two, '<time>6. November 2023</time>')).toBe('2023-11-06')
    expect(day(two, '')).toBe('2023-11-03')
    const loose = '<meta name="date" content="2022-01-26">'
    expect(day(loose, '<time datetime="2022-01-21">21.01.2022</time>')).toBe('2022-01-21')
    expect(day(loose, '')).toBe('2022-01-26')
  })

  it('is read in many languages', () => {
    expect(day('', '<p>9 \u0645\u0627\u0631\u0633 2024</p>', '', 'ar')).toBe('2024-03-09')
    expect(day('', '<p>2024\u5e743\u67089\u65e5</p>', '', 'ja')).toBe('2024-03-09')
    expect(day('', '<p>9 \u05de\u05e8\u05e5 2024</p>', '', 'he')).toBe('2024-03-09')
    expect(day('', '<p>9 mars 2024 \u00e0 10h15</p>', '', 'fr')).toBe('2024-03-09')
  })
})
