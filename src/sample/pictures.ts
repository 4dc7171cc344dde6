/** Drawn pictures, so that the sample needs no network: a scene per article and a mark per outlet. */

import { esc } from './markup.ts'
import type { Outlet } from './outlets.ts'

/** A small repeatable number from a name (FNV-1a), so that a picture never changes. */
export function seedOf(name: string): number {
  let hash = 0x811c9dc5
  for (const character of name) hash = Math.imul(hash ^ (character.codePointAt(0) as number), 0x01000193)
  return hash >>> 0
}

/** Numbers from 0 to 1 in an order the seed fixes (mulberry32). */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const width = 800
const height = 450

const sky = (top: string, low: string): string =>
  `<defs><linearGradient id="s" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${top}"/><stop offset="1" stop-color="${low}"/></linearGradient></defs><rect width="${width}" height="${height}" fill="url(#s)"/>`

function ridge(roll: () => number, level: number, rise: number, fill: string): string {
  const points = Array.from({ length: 17 }, (_, step) => `${step * 50},${Math.round(level - roll() * rise)}`)
  return `<polygon fill="${fill}" points="0,${height} ${points.join(' ')} ${width},${height}"/>`
}

const disc = (roll: () => number, fill: string): string =>
  `<circle cx="${Math.round(120 + roll() * 560)}" cy="${Math.round(80 + roll() * 70)}" r="36" fill="${fill}"/>`

function hills(roll: () => number): string {
  const hue = [18, 34, 95, 150, 205][Math.floor(roll() * 5)] as number
  const layers = [62, 46, 32].map((light, at) =>
    ridge(roll, 300 + at * 55, 90 - at * 20, `hsl(${hue + at * 6} ${30 + at * 4}% ${light}%)`),
  )
  return sky(`hsl(${hue + 10} 45% 82%)`, 'hsl(40 55% 93%)') + disc(roll, 'hsl(44 85% 90%)') + layers.join('')
}

function sea(roll: () => number): string {
  const hue = 190 + Math.floor(roll() * 30)
  const waves = [0, 1, 2, 3].map((at) => {
    const level = 265 + at * 48
    const crests = Array.from({ length: 9 }, () => `q 50 ${-10 - Math.round(roll() * 12)} 100 0`).join(' ')
    return `<path fill="hsl(${hue} 42% ${52 - at * 9}%)" d="M ${-Math.round(roll() * 90)} ${level} ${crests} V ${height} H -100 Z"/>`
  })
  const x = Math.round(180 + roll() * 400)
  const boat = `<path fill="#2b2d42" d="M ${x} 262 h 92 l -16 26 h -60 z"/><path fill="#f4f1de" d="M ${x + 44} 182 v 74 h -40 z"/><path fill="#e07a5f" d="M ${x + 50} 198 v 58 h 30 z"/>`
  const first = waves[0] as string
  return `${sky(`hsl(${hue + 10} 50% 80%)`, 'hsl(28 60% 90%)')}${disc(roll, 'hsl(36 90% 88%)')}${first}${boat}${waves.slice(1).join('')}`
}

function town(roll: () => number): string {
  const hue = [10, 220, 260, 345][Math.floor(roll() * 4)] as number
  const houses: string[] = []
  for (let x = -10; x < width; ) {
    const wide = 46 + Math.round(roll() * 50)
    const top = 150 + Math.round(roll() * 150)
    houses.push(
      `<rect x="${x}" y="${top}" width="${wide}" height="${height - top}" fill="hsl(${hue} 22% ${28 + Math.round(roll() * 14)}%)"/>`,
    )
    for (let y = top + 16; y < height - 60; y += 30) {
      for (let at = x + 9; at < x + wide - 14; at += 20) {
        if (roll() < 0.45)
          houses.push(`<rect x="${at}" y="${y}" width="9" height="14" fill="hsl(45 90% 74%)"/>`)
      }
    }
    x += wide + 2
  }
  const street = `<rect y="408" width="${width}" height="42" fill="hsl(${hue} 18% 20%)"/>`
  return sky(`hsl(${hue} 35% 70%)`, 'hsl(30 70% 88%)') + houses.join('') + street
}

function night(roll: () => number): string {
  const stars = Array.from({ length: 90 }, () => {
    const size = (0.6 + roll() * 1.8).toFixed(1)
    return `<circle cx="${Math.round(roll() * width)}" cy="${Math.round(roll() * 330)}" r="${size}" fill="#fdf6e3"/>`
  })
  const x = Math.round(160 + roll() * 380)
  const comet = `<path d="M ${x} 150 l 230 -70 l -214 92 z" fill="hsl(200 60% 80% / .45)"/><circle cx="${x + 4}" cy="158" r="13" fill="#e9f5ff"/>`
  return `${sky('#0b132b', '#3a506b')}${stars.join('')}${comet}${ridge(roll, 400, 40, '#0a0f1f')}`
}

const scenes: readonly (readonly [RegExp, (roll: () => number) => string])[] = [
  [/lark|star|comet|shoebox|halden|nova/, night],
  [/strait|herring|boat|fish|marfa|cable|quota|kvota|anchor|noiret|treaty|quay|ratzif|dolfin/, sea],
  [
    /bank|corvane|montclair|court|trial|verdict|guilty|oran|tram|lamp|moroz|maktab|ledger|music|musique/,
    town,
  ],
  [/dam|valley|bridge|hallin|barrage|delegation|wafd|zawra|truce|rih|crossing|harvest|carol/, hills],
]

/** A drawing of 800 by 450 whose scene follows the words of the name. */
export function landscape(name: string): string {
  const roll = dice(seedOf(name))
  const any = [hills, sea, town][seedOf(name) % 3] as (roll: () => number) => string
  const draw = scenes.find(([words]) => words.test(name))?.[1] ?? any
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${draw(roll)}</svg>`
}

export function mark(outlet: Outlet): string {
  const letter = esc([...outlet.name.replace(/^(The|Le) /, '')][0] ?? '')
  return `<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64" viewBox="0 0 64 64"><rect width="64" height="64" rx="10" fill="${outlet.ink}"/><text x="32" y="45" font-family="serif" font-size="38" text-anchor="middle" fill="${outlet.paper}">${letter}</text></svg>`
}
