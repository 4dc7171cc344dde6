/** Reads one hostile document, from the file named, and prints what it took: ms of CPU, and MB the process held. */

import { readFileSync } from 'node:fs'
import { discoverFeeds } from '../../src/feeds/discover.ts'
import { readFrontPage } from '../../src/feeds/front-page.ts'
import { parseFeed } from '../../src/feeds/parse.ts'
import { decode } from '../../src/words/encoding.ts'

const [kind, file] = process.argv.slice(2)
const bytes = readFileSync(file!)
const url = 'https://a.example/feed'
const before = process.cpuUsage()
const outcome = kind === 'feed' ? ofFeed() : ofPage()
const { user, system } = process.cpuUsage(before)
console.log(
  JSON.stringify({ ms: (user + system) / 1000, mb: process.resourceUsage().maxRSS / 1024, outcome }),
)

function ofFeed(): string {
  const feed = parseFeed(bytes, { url })
  return 'failed' in feed ? feed.failed : `${feed.items.length} items; ${feed.warnings.join('; ')}`
}

function ofPage(): string {
  const { text } = decode(bytes, { kind: 'html' })
  const { found } = discoverFeeds(text, { url })
  const page = readFrontPage(text, { url })
  return `${found.length} feeds; ${'failed' in page ? page.failed : `${page.items.length} links`}`
}
