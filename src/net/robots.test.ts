import { describe, expect, test } from 'vitest'
import { type Failure, failure } from './failure.ts'
import type { Answer } from './request.ts'
import { mayFetch, parseRobots, productToken } from './robots.ts'
import { openRobotsCache } from './robots-cache.ts'

const rules = (...lines: string[]) => parseRobots(lines.join('\n'), 'throughline')

describe('which group is ours', () => {
  test('the one that names us, in any case and with a version, before the one for all', () => {
    const robots = rules(
      'User-agent: *',
      'Disallow: /',
      '',
      'USER-AGENT: ThroughLine/2.0',
      'Disallow: /private',
    )
    expect(mayFetch(robots, '/news')).toBe(true)
    expect(mayFetch(robots, '/private/x')).toBe(false)
  })

  test('all of those that name us, taken together', () => {
    const robots = rules(
      'user-agent: throughline',
      'disallow: /a',
      'user-agent: x',
      'disallow: /',
      'user-agent: throughline',
      'disallow: /b',
    )
    expect(['/a', '/b', '/c'].map((path) => mayFetch(robots, path))).toEqual([false, false, true])
  })

  test('one that names several agents in a row, with other lines between', () => {
    const robots = rules(
      'user-agent: one',
      'sitemap: https://a.example/s.xml',
      '',
      'unknown: 1',
      'user-agent: throughline',
      'disallow: /a',
    )
    expect(mayFetch(robots, '/a')).toBe(false)
    expect(robots.sitemaps).toEqual(['https://a.example/s.xml'])
  })

  test('none where another name only begins like ours', () => {
    expect(mayFetch(rules('user-agent: through', 'disallow: /'), '/')).toBe(true)
    expect(mayFetch(rules('user-agent: throughline-news', 'disallow: /'), '/')).toBe(true)
  })

  test('an empty one that names us still beats the one for all', () => {
    expect(mayFetch(rules('user-agent: *', 'disallow: /', 'user-agent: throughline', 'disallow:'), '/')).toBe(
      true,
    )
  })
})

describe('which rule decides', () => {
  test.each([
    [['disallow: /a'], '/a', false],
    [['disallow: /a'], '/abc', false],
    [['disallow: /a'], '/A', true],
    [['disallow: /a/'], '/a', true],
    [['disallow: /', 'allow: /open'], '/open/x', true],
    [['allow: /open', 'disallow: /'], '/open/x', true],
    [['disallow: /page', 'allow: /page'], '/page', true],
    [['allow: /page', 'disallow: /page.html'], '/page.html', false],
    [['disallow: /*.pdf$'], '/x/report.pdf', false],
    [['disallow: /*.pdf$'], '/x/report.pdf?a', true],
    [['disallow: /*?'], '/x?y=1', false],
    [['disallow: /*?'], '/x', true],
    [['disallow: /a*b*c'], '/aXXbYYc-and-more', false],
    [['disallow: /a*b*c'], '/aXXcYYb', true],
    [['disallow: /a*a$'], '/a', true],
    [['disallow: /a*$'], '/abc', false],
    [['disallow: /$'], '/', false],
    [['disallow: /$'], '/x', true],
    [['disallow: *'], '/x', false],
    [['disallow: /caf\u00e9'], '/caf%C3%A9', false],
    [['disallow: /caf%c3%a9'], '/caf%C3%A9/x', false],
    [['disallow: /%7Ejoe'], '/~joe/x', false],
    [['disallow: /a%2Fb'], '/a/b', true],
    [['disallow: /a # not here'], '/a', false],
    [['disallow: /'], '/robots.txt', true],
    [['nonsense', ': /', 'disallow /'], '/x', true],
  ])('%j for %s: %s', (lines, path, allowed) => {
    expect(mayFetch(rules('user-agent: *', ...lines), path)).toBe(allowed)
  })

  test('before any agent is named nothing holds', () => {
    expect(mayFetch(rules('disallow: /'), '/x')).toBe(true)
  })

  test('a pattern made of stars is matched in no time', () => {
    const robots = rules('user-agent: *', `disallow: /${'*a'.repeat(2000)}$`)
    expect(mayFetch(robots, `/${'a'.repeat(1999)}b`)).toBe(true)
  })

  test('old line ends and a byte order mark are understood', () => {
    expect(mayFetch(parseRobots('\ufeffuser-agent: *\rdisallow: /a\r\ndisallow: /b', 'x'), '/a')).toBe(false)
  })
})

test('the crawl delay is the longest that ours ask for', () => {
  expect(rules('user-agent: *', 'crawl-delay: 2.5', 'disallow: /x').crawlDelay).toBe(2.5)
  expect(rules('user-agent: *', 'crawl-delay: soon').crawlDelay).toBeUndefined()
})

test('our name is what stands before the version', () => {
  expect(productToken('Throughline/1.0 (+https://x.example)')).toBe('throughline')
  expect(productToken('')).toBe('')
})

describe('the kept robots.txt', () => {
  const hour = 3_600_000
  const text = (body: string): Answer => ({
    status: 200,
    url: '',
    redirects: [],
    headers: {},
    body: new TextEncoder().encode(body),
    notModified: false,
  })
  const http = (status: number, retryAfter?: number): Failure => failure('http', 'no', { status, retryAfter })

  function cache(answers: (Answer | Failure)[]) {
    const asked: string[] = []
    let now = 0
    const opened = openRobotsCache(
      'Throughline/1.0',
      () => now,
      async (url) => {
        asked.push(url)
        return answers.length > 1 ? (answers.shift() as Answer) : (answers[0] as Answer)
      },
    )
    const check = async (path = '/x') =>
      (await opened.check(new URL(`https://news.example${path}`)))?.code ?? 'fine'
    const later = (milliseconds: number) => {
      now += milliseconds
    }
    return { ...opened, check, later, asked }
  }

  test('is asked for once a day', async () => {
    const { check, later, asked, crawlDelay } = cache([
      text('user-agent: *\ndisallow: /private\ncrawl-delay: 7'),
    ])
    expect(await Promise.all([check(), check('/private')])).toEqual(['fine', 'robots'])
    later(23 * hour)
    expect(await check()).toBe('fine')
    expect(asked).toEqual(['https://news.example/robots.txt'])
    expect(crawlDelay('https://news.example')).toBe(7)
    expect(crawlDelay('https://other.example')).toBeUndefined()
    later(2 * hour)
    await check()
    expect(asked).toHaveLength(2)
  })

  test.each([401, 403, 404, 410])('that answers %i forbids nothing', async (status) => {
    expect(await cache([http(status)]).check()).toBe('fine')
  })

  test('behind endless redirects forbids nothing', async () => {
    expect(await cache([failure('redirects', 'round and round')]).check()).toBe('fine')
  })

  test.each([429, 500, 503])('that answers %i forbids everything, for a while', async (status) => {
    const { check, later, asked } = cache([http(status, 1200), text('')])
    expect(await check()).toBe('robots')
    later(1_100_000)
    expect(await check()).toBe('robots')
    expect(asked).toHaveLength(1)
    later(110_000)
    expect(await check()).toBe('fine')
  })

  test('that cannot be reached shows why, as the page itself would', async () => {
    const { check, later } = cache([failure('dns', 'no such name'), text('')])
    expect(await check()).toBe('dns')
    later(61_000)
    expect(await check()).toBe('fine')
  })

  test('that is very long pushes older ones out, so that memory stays bounded', async () => {
    const long = text(`user-agent: *\n${`disallow: /${'x'.repeat(190)}\n`.repeat(2500)}`)
    const asked: string[] = []
    const opened = openRobotsCache(
      'Throughline/1.0',
      () => 0,
      async (url) => {
        asked.push(url)
        return long
      },
    )
    for (let site = 0; site < 50; site++) await opened.check(new URL(`https://${site}.example/`))
    await opened.check(new URL('https://49.example/'))
    expect(asked).toHaveLength(50)
    await opened.check(new URL('https://0.example/'))
    expect(asked).toHaveLength(51)
  })

  test('that was read once serves for a month while the server fails', async () => {
    const { check, later } = cache([text('user-agent: *\ndisallow: /private'), http(500)])
    await check()
    later(20 * 24 * hour)
    expect([await check(), await check('/private')]).toEqual(['fine', 'robots'])
    later(20 * 24 * hour)
    expect(await check()).toBe('robots')
  })
})
