/** Starter packs: well-known outlets by region and language, as lists of addresses and nothing more. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseOpml } from '../feeds/opml.ts'
import type { Context } from './context.ts'
import { type Imported, importOpml } from './opml.ts'

const FOLDER = join(import.meta.dirname, '../feeds/packs')

export type Pack = { readonly name: string; readonly title: string; readonly outlets: readonly string[] }

/** Every pack there is, by name. */
export function listPacks(): readonly Pack[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.opml'))
    .toSorted()
    .map((file) => {
      const list = parseOpml(readFileSync(join(FOLDER, file), 'utf8'))
      if ('failed' in list) throw new Error(`The pack ${file} cannot be read: ${list.failed}`)
      return {
        name: file.replace(/\.opml$/, ''),
        title: list.title,
        outlets: list.outlines.map(({ title }) => title),
      }
    })
}

/** Adds the sources of a pack; those that are there already stay as they are. */
export async function addPack(
  context: Pick<Context, 'db' | 'now'>,
  name: string,
): Promise<Imported | { readonly failed: string }> {
  const packs = listPacks()
  if (!packs.some((pack) => pack.name === name))
    return { failed: `There is no pack “${name}”. There are: ${packs.map((pack) => pack.name).join(', ')}.` }
  return importOpml(context, readFileSync(join(FOLDER, `${name}.opml`), 'utf8'))
}
