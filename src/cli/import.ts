/** `import FILE...`: brings in saved pages, plain text, messages, folders of them, and lists of sources. */

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { bringFiles, type File, readableFile } from '../app/bring.ts'
import type { Opened } from '../app/context.ts'
import { importOpml } from '../app/opml.ts'
import { decode } from '../words/encoding.ts'
import type { CommandSpec, Io } from './command.ts'
import { withStore } from './with-store.ts'
import { workThrough } from './work-through.ts'

/** Files are brought in by so many, each lot whole or not at all. */
const LOT = 100

export const bring: CommandSpec = {
  usage: 'import <files...>',
  summary:
    'bring in saved pages (.html), plain text (.txt), messages (.eml), folders of them, and OPML lists',
  options: [['--json', 'print the counts as JSON']],
  run: async (io, paths, { json }) => {
    const { found, failed: missing } = filesBelow(paths)
    for (const reason of missing) io.err(reason)
    if (found.length === 0) {
      io.err('Nothing to import: give files that end in .txt, .html or .eml, or folders that hold some.')
      return missing.length > 0 ? 1 : 2
    }
    return withStore(io, async (opened) => {
      for (const path of found.filter(isOpml)) if (!(await bringList(io, opened, path))) return 1
      const articles = found.filter((path) => !isOpml(path))
      if (articles.length === 0) return missing.length > 0 ? 1 : 0
      let brought = 0
      let known = 0
      for (let at = 0; at < articles.length; at += LOT) {
        const outcome = await bringFiles(opened.context, articles.slice(at, at + LOT).map(load))
        brought += outcome.items.length
        known += outcome.known
      }
      const failed = await workThrough(io, opened)
      for (const reason of failed) io.err(reason)
      if (json) io.out(JSON.stringify({ brought, known, failed: [...missing, ...failed] }))
      else io.out(`${brought} brought in${known > 0 ? `, ${known} were there already` : ''}.`)
      return missing.length + failed.length > 0 ? 1 : 0
    })
  },
}

const isOpml = (path: string): boolean => /\.(opml|xml)$/i.test(path)

/** A list of subscriptions; its feeds are asked by the reader, or by the next "refresh". */
async function bringList(io: Io, { context }: Opened, path: string): Promise<boolean> {
  const outcome = await importOpml(context, decode(readFileSync(path), { kind: 'xml' }).text)
  if ('failed' in outcome) {
    io.err(`${path}: ${outcome.failed}`)
    return false
  }
  for (const warning of outcome.warnings) io.err(`${path}: ${warning}`)
  io.out(`${outcome.added} sources added${outcome.known > 0 ? `, ${outcome.known} were there already` : ''}.`)
  return true
}

const load = (path: string): File => ({
  name: path.split(/[\\/]/).at(-1) as string,
  bytes: readFileSync(path),
})

/** Files that can be read below the paths given, in a fixed order, and a sentence for each path that cannot. */
function filesBelow(paths: readonly string[]): {
  readonly found: readonly string[]
  readonly failed: readonly string[]
} {
  const found: string[] = []
  const failed: string[] = []
  for (const path of paths) {
    const stat = statSync(path, { throwIfNoEntry: false })
    if (!stat) failed.push(`${path}: there is no such file.`)
    else if (stat.isDirectory()) {
      const inside = (readdirSync(path, { recursive: true }) as string[]).filter(readableFile).toSorted()
      found.push(...inside.map((name) => join(path, name)))
    } else if (readableFile(path) || isOpml(path)) found.push(path)
    else failed.push(`${path}: only .txt, .html and .eml files hold articles, and .opml files sources.`)
  }
  return { found, failed }
}
