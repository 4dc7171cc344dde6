/** `export opml`: every subscription. `export story ID`: a story's dossier in a format others' programs read. */

import { exportFormats, exportStory } from '../app/export-story.ts'
import { exportOpml } from '../app/opml.ts'
import type { CommandSpec } from './command.ts'
import { withStore } from './with-store.ts'

export const exportCommand: CommandSpec = {
  usage: 'export <what> [id]',
  summary: 'print all subscriptions ("export opml") or a story\'s dossier ("export story 12 --format ics")',
  options: [['--format <name>', `of a story: ${exportFormats.join(', ')}`]],
  run: async (io, [what, id = ''], { format: wanted }) => {
    if (what === 'opml')
      return withStore(io, async ({ context }) => {
        io.out(await exportOpml(context.db, context.now()))
        return 0
      })
    if (what !== 'story') {
      io.err('Only "export opml" and "export story <id>" are known.')
      return 2
    }
    const format = exportFormats.find((one) => one === (wanted ?? 'jsonl'))
    if (format === undefined) {
      io.err(`There is no format ${String(wanted)}; there are ${exportFormats.join(', ')}.`)
      return 2
    }
    return withStore(io, async ({ context }) => {
      const file = /^\d{1,15}$/.test(id)
        ? await exportStory(context.db, Number(id), format, context.now())
        : undefined
      if (!file) {
        io.err(`There is no story ${id}. "throughline stories" lists the ones there are.`)
        return 1
      }
      io.out(file.text.replace(/\r?\n$/, ''))
      return 0
    })
  },
}
