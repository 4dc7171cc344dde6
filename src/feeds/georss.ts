/** Where an entry happened: GeoRSS simple and GML, and the W3C's point. */

import type { Element } from './elements.ts'
import { all, first, text } from './fields.ts'

type Point = { readonly latitude: number; readonly longitude: number }

/** The point, or the middle of the line, box or polygon, an entry gives. */
export function placeOf(entry: Element): Point | undefined {
  const latitude = text(entry, ['geo:lat'])
  const longitude = text(entry, ['geo:long', 'geo:lon'])
  if (latitude !== undefined && longitude !== undefined) return middle(`${latitude} ${longitude}`)
  const point = first(entry, ['geo:point'])
  if (point !== undefined && point.children.length > 0) return placeOf(point)
  const simple = text(entry, ['georss:point', 'georss:line', 'georss:box', 'georss:polygon'])
  if (simple !== undefined) return middle(simple)
  for (const where of all(entry, [
    'georss:where',
    'gml:point',
    'gml:linestring',
    'gml:polygon',
    'gml:envelope',
    'gml:exterior',
    'gml:linearring',
  ])) {
    const here = text(where, ['gml:pos', 'gml:poslist']) ?? corners(where)
    const found = here === undefined ? placeOf(where) : middle(here)
    if (found !== undefined) return found
  }
  return undefined
}

function corners(envelope: Element): string | undefined {
  const low = text(envelope, ['gml:lowercorner'])
  const high = text(envelope, ['gml:uppercorner'])
  return low === undefined || high === undefined ? undefined : `${low} ${high}`
}

function middle(written: string): Point | undefined {
  const numbers = written
    .trim()
    .split(/[\s,]+/)
    .slice(0, 200)
    .map(Number)
  if (numbers.length < 2 || numbers.some((n) => !Number.isFinite(n))) return undefined
  let points = 0
  let north = 0
  let east = 0
  for (let at = 0; at + 1 < numbers.length; at += 2) {
    points++
    north += numbers[at]!
    east += numbers[at + 1]!
  }
  const [latitude, longitude] = [north / points, east / points]
  return Math.abs(latitude) > 90 || Math.abs(longitude) > 180 ? undefined : { latitude, longitude }
}
