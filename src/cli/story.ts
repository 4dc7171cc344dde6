/** `story ID`: one story's dossier as text or JSON, every record with the sentence it stands on. */

import { loadStoryDossier } from '../store/story-list.ts'
import type { CommandSpec } from './command.ts'
import { withStore } from './with-store.ts'

export const story: CommandSpec = {
  usage: 'story <id>',
  summary: "print one story's articles, cast, encounters and statements with their sentences",
  options: [['--json', 'print one JSON document']],
  run: (io, [id = ''], { json }) =>
    withStore(io, async ({ context }) => {
      const dossier = /^\d+$/.test(id) ? await loadStoryDossier(context.db, Number(id)) : undefined
      if (!dossier) {
        io.err(`There is no story ${id}. "throughline stories" lists the ones there are.`)
        return 1
      }
      if (json) {
        io.out(JSON.stringify(dossier, null, 2))
        return 0
      }
      const section = (title: string, lines: readonly string[]) => {
        if (lines.length > 0) io.out(`\n${title}\n${lines.map((line) => `  ${line}`).join('\n')}`)
      }
      io.out(dossier.title)
      section(
        'Articles',
        dossier.articles.map((article) => `${article.day}  ${article.outlet}: ${article.title}`),
      )
      section(
        'Cast',
        dossier.cast.map(
          ({ name, kind, variants }) =>
            `${name} (${kind})${variants.length > 0 ? `, also ${variants.join(', ')}` : ''}`,
        ),
      )
      section(
        'Encounters',
        dossier.encounters.map(
          ({ day, kind, status, sentence }) => `${day}  ${kind}, ${status}: “${sentence}”`,
        ),
      )
      section(
        'Statements',
        dossier.statements.map(
          ({ speaker, polarity, sentence }) => `${speaker ?? 'someone'} ${polarity}: “${sentence}”`,
        ),
      )
      return 0
    }),
}
