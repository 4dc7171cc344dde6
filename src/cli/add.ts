/** `add URL`: subscribes to whatever is behind an address. */

import { subscribe } from '../app/subscribe.ts'
import type { CommandSpec } from './command.ts'
import { withStore } from './with-store.ts'

export const add: CommandSpec = {
  usage: 'add <url>',
  summary: 'subscribe to a site, feed, news sitemap or section page',
  options: [
    ['--folder <name>', 'put it into a folder'],
    ['--front-page', 'watch the page itself, for the place its editors give each article'],
    ['--json', 'print the outcome as JSON'],
  ],
  run: (io, [url = ''], { folder, frontPage, json }) =>
    withStore(io, async ({ context }) => {
      const outcome = await subscribe(context, url, {
        frontPage: frontPage === true,
        ...(typeof folder === 'string' ? { folder } : {}),
      })
      if ('failed' in outcome) {
        io.err(outcome.failed)
        return 1
      }
      if (json) io.out(JSON.stringify(outcome))
      else {
        io.out(`${outcome.added ? 'Added' : 'Already there:'} ${outcome.preview.title} (${outcome.url})`)
        for (const item of outcome.preview.items.slice(0, 5)) io.out(`  ${item.title}`)
        if (outcome.added)
          io.err(
            'Its articles come with the next "throughline refresh", or at once if the reader is running.',
          )
      }
      return 0
    }),
}
