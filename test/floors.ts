/** Reads the imports of the source tree and says which of them go upward, sideways or in a circle. */

import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

/** The floor of every room. A room imports from itself and from floors below. */
export const floors: Readonly<Record<string, number>> = {
  'main.ts': 7,
  cli: 6,
  web: 5,
  api: 5,
  readerapi: 5,
  mcp: 5,
  jobs: 5,
  sample: 5,
  app: 4,
  'pipeline.ts': 3,
  feeds: 2,
  extract: 2,
  fold: 2,
  stories: 2,
  dossier: 2,
  rank: 2,
  follows: 2,
  store: 2,
  words: 1,
  net: 1,
  'config.ts': 1,
  // The types stand beneath the other rooms of the ground floor.
  model: 0,
}

export type Import = { readonly from: string; readonly to: string }

/** Every relative import in the tree below `root`, as paths relative to it. */
export function importsBelow(root: string): readonly Import[] {
  const files = (readdirSync(root, { recursive: true }) as string[]).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
  )
  return files.flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8')
    const found = text.matchAll(/(?:\bfrom\s+|\bimport\s*\(?\s*)(['"])(\.[^'"]+)\1/g)
    return [...found].map(([, , specifier]) => ({
      from: file,
      to: relative(root, resolve(root, dirname(file), specifier as string)),
    }))
  })
}

const roomOf = (file: string): string => file.split(/[\\/]/)[0] as string

/** A sentence for every import that breaks the rule; none when the house stands. */
export function breaches(imports: readonly Import[]): readonly string[] {
  const found: string[] = []
  for (const { from, to } of imports) {
    const [here, there] = [roomOf(from), roomOf(to)]
    if (here === there || to.startsWith('..')) continue
    const [above, below] = [floors[here], floors[there]]
    if (above === undefined) found.push(`${from}: the room ${here} has no floor; add it to test/floors.ts`)
    else if (below === undefined) found.push(`${from} imports ${to}, a room without a floor`)
    else if (below > above) found.push(`${from} (floor ${above}) imports upward: ${to} (floor ${below})`)
    else if (below === above) found.push(`${from} imports sideways: ${to} stands on the same floor ${above}`)
  }
  return found
}

/** Every circle of imports among files, once, as the files on it. */
export function circles(imports: readonly Import[]): readonly (readonly string[])[] {
  const next = Map.groupBy(imports, ({ from }) => from)
  const state = new Map<string, 'open' | 'done'>()
  const path: string[] = []
  const found: string[][] = []
  const visit = (file: string) => {
    state.set(file, 'open')
    path.push(file)
    for (const { to } of next.get(file) ?? []) {
      if (state.get(to) === 'open') found.push(path.slice(path.indexOf(to)))
      else if (!state.has(to)) visit(to)
    }
    path.pop()
    state.set(file, 'done')
  }
  for (const file of next.keys()) if (!state.has(file)) visit(file)
  return found
}
