/** Which of an actor's names a page shows: the most used one in the script its reader reads. */

import { type Script, scriptsOf } from './scripts.ts'

/** Names with how often each was used as the fullest; undefined where none is in the script. A person's one-word name is a last resort. */
export function nameIn(
  names: ReadonlyMap<string, number>,
  { script, person }: { readonly script: Script; readonly person: boolean },
): string | undefined {
  const own = [...names].filter(([name]) => scriptsOf(name)[0]?.script === script)
  const full = (name: string) => (person && !/\S\s+\S/u.test(name) ? 0 : 1)
  own.sort(
    ([a, seenA], [b, seenB]) => full(b) - full(a) || seenB - seenA || b.length - a.length || (a < b ? -1 : 1),
  )
  return own[0]?.[0]
}
