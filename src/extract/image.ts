/** The picture an img element really shows: lazy-load attributes, srcset and picture sources resolved. */

export type RawImage = {
  readonly src: string
  readonly alt: string
  readonly width?: number
  readonly height?: number
}

const LAZY = [
  'data-src',
  'data-original',
  'data-lazy-src',
  'data-lazy',
  'data-hi-res-src',
  'data-image',
  'data-url',
  'data-full-src',
]
const LAZY_SETS = ['data-srcset', 'data-lazy-srcset', 'srcset']
/** All that `imageOf` reads of an element. */
export const IMAGE_ATTRIBUTES = ['src', 'alt', 'width', 'height', ...LAZY, ...LAZY_SETS]
/** Wide enough for any column at twice the density; larger files only cost. */
const WIDEST = 1600

/** `sources` are the srcsets of the picture around it. undefined for spacers, trackers and icons, and where no address can be had. */
export function imageOf(
  attribs: Readonly<Record<string, string>>,
  sources: readonly string[],
): RawImage | undefined {
  const width = size(attribs.width)
  const height = size(attribs.height)
  if ((width !== undefined && width < 48) || (height !== undefined && height < 48)) return undefined
  const src =
    best([...sources, ...LAZY_SETS.map((key) => attribs[key]).filter((set) => set !== undefined)]) ??
    plain(LAZY.map((key) => attribs[key])) ??
    plain([attribs.src])
  if (!src) return undefined
  return {
    src,
    alt: (attribs.alt ?? '').replace(/\s+/g, ' ').trim(),
    ...(width === undefined ? {} : { width }),
    ...(height === undefined ? {} : { height }),
  }
}

function size(value: string | undefined): number | undefined {
  if (value === undefined || !/^\s*\d+(\.\d+)?(px)?\s*$/.test(value)) return undefined
  const parsed = Math.round(Number.parseFloat(value))
  return parsed > 0 ? parsed : undefined
}

function plain(candidates: readonly (string | undefined)[]): string | undefined {
  return candidates.find(
    (src) =>
      src !== undefined &&
      src.length > 4 &&
      !/^(data:|about:|javascript:|blob:)/i.test(src.trim()) &&
      !/(^|\/)(blank|spacer|pixel|transparent|1x1|placeholder)[^/]*\.(gif|png|svg)/i.test(src),
  )
}

/** The widest candidate not above the cap. Addresses in a srcset may hold commas, so candidates end at ", ". */
function best(sets: readonly string[]): string | undefined {
  let found: string | undefined
  let reach = 0
  for (const set of sets) {
    for (const candidate of set.split(/,\s+|,(?=https?:|\/)/)) {
      const [src, hint = '1x'] = candidate.trim().split(/\s+/)
      if (!src || plain([src]) === undefined) continue
      const number = Number.parseFloat(hint) || 1
      const width = hint.endsWith('w') ? number : number * 600
      const rank = width > WIDEST ? WIDEST / width : width
      if (rank > reach) {
        reach = rank
        found = src
      }
    }
  }
  return found
}
