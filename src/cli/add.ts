/** `add URL`: subscribes to whatever is behind an address. */

import type { Context } from '../app/context.ts'
import { keepCredential } from '../app/credentials.ts'
import { addMailbox } from '../app/newsletter.ts'
import { look, subscribe } from '../app/subscribe.ts'
import type { CommandSpec, ExitCode, Io } from './command.ts'
import { withStore } from './with-store.ts'

export const add: CommandSpec = {
  usage: 'add <url>',
  summary: 'subscribe to a site, feed, news sitemap, section page or mailbox (imaps://NAME@HOST)',
  options: [
    ['--folder <name>', 'put it into a folder'],
    ['--front-page', 'watch the page itself, for the place its editors give each article'],
    ['--preview', 'only show what is behind it'],
    ['--json', 'print the outcome as JSON'],
  ],
  run: (io, [url = ''], { folder, frontPage, preview, json }) =>
    withStore(io, async ({ context }) => {
      if (/^imaps?:/i.test(url.trim())) return addMail(io, context, url)
      if (preview) return show(io, context, url)
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

async function show(io: Io, context: Context, address: string): Promise<ExitCode> {
  const outcome = await look(context, address)
  if ('failed' in outcome) {
    io.err(outcome.failed)
    return 1
  }
  const { title, perDay, texts, language, items } = outcome.preview
  io.out(
    `${title} (${outcome.url}), ${language}, ${texts}${perDay ? `, ${perDay.toFixed(1)} items a day` : ''}`,
  )
  for (const item of items) io.out(`  ${item.published?.slice(0, 10) ?? '          '}  ${item.title}`)
  return 0
}

/** A mailbox: its newsletters become sources, one for each sender. The password comes on standard input. */
async function addMail(io: Io, context: Context, address: string): Promise<ExitCode> {
  const outcome = await addMailbox(context, address)
  if ('failed' in outcome) {
    io.err(outcome.failed)
    return 1
  }
  const secret = (await io.input()) || ''
  const kept = await keepCredential(context, outcome.source, { kind: 'password', secret })
  if ('failed' in kept) {
    io.err(`${kept.failed} Give the password of the mailbox on standard input.`)
    return 1
  }
  io.out(`${outcome.added ? 'Added' : 'Already there:'} ${outcome.source.title}`)
  return 0
}
