/** What an outlet's pages have in common, kept small: blocks seen on several of its pages are furniture. */

/** Plain data: a hash of a block to the pages it was seen on, the oldest forgotten first. */
export type SiteMemory = {
  readonly pages: number
  readonly blocks: Readonly<Record<string, number>>
}

export const emptyMemory: SiteMemory = { pages: 0, blocks: {} }

export function seenElsewhere(memory: SiteMemory, text: string): boolean {
  return (memory.blocks[keyOf(text)] ?? 0) >= 2
}

const keyOf = (text: string): string => {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return (hash >>> 0).toString(36)
}
