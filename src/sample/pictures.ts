/** Drawn pictures, so that the sample needs no network: a landscape per article and a mark per outlet. */

import { esc } from './markup.ts'
import type { Outlet } from './outlets.ts'

/** A small repeatable number from a name (FNV-1a), so that a picture never changes. */
export function seedOf(name: string): number {
  let hash = 0x811c9dc5
  for (const character of name) hash = Math.imul(hash ^ (character.codePointAt(0) as number), 0x01000193)
  return hash >>> 0
}

/** Hills, water and a sun in the hues the name gives. */
export function landscape(name: string): string {
  const seed = seedOf(name)
  const hue = seed % 360
  const hills = [0, 1, 2].map((layer) => {
    const points = Array.from({ length: 9 }, (_, step) => {
      const height = 190 + layer * 55 - ((seed >>> (step + layer * 5)) % 64)
      return `${step * 100},${height}`
    })
    return `<polygon fill="hsl(${(hue + 25 * layer) % 360} 38% ${62 - layer * 17}%)" points="0,450 ${points.join(' ')} 800,450"/>`
  })
  const sun = `<circle cx="${120 + (seed % 560)}" cy="${70 + (seed % 60)}" r="34" fill="hsl(${(hue + 40) % 360} 80% 82%)"/>`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="450" viewBox="0 0 800 450"><rect width="800" height="450" fill="hsl(${hue} 45% 78%)"/>${sun}${hills.join('')}</svg>`
}

export function mark(outlet: Outlet): string {
  const letter = esc([...outlet.name.replace(/^(The|Le|Новый) /, '')][0] ?? '')
  return `<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64" viewBox="0 0 64 64"><rect width="64" height="64" rx="10" fill="${outlet.ink}"/><text x="32" y="45" font-family="serif" font-size="38" text-anchor="middle" fill="${outlet.paper}">${letter}</text></svg>`
}
