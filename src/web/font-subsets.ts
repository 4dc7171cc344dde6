/**
 * The parts of the faces most pages need: common characters and the weights pages use, so that a first visit is light.
 * A new cut gets a new name, for browsers keep a file for good.
 */

export type Subset = {
  /** Under `assets/fonts/`, made by `npm run fonts`. */
  readonly file: string
  readonly family: 'Reading' | 'Reading More' | 'Interface'
  /** The file of the npm package it is cut from; that one still serves whatever is outside of the ranges. */
  readonly of: string
  readonly ranges: readonly (readonly [from: number, to: number])[]
  /** Languages of the interface or of the article it is fetched for at once; where absent, for all. */
  readonly languages?: readonly string[]
}

const latin = [
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x131, 0x131],
  [0x152, 0x153],
  [0x2009, 0x200a],
  [0x2010, 0x2026],
  [0x202f, 0x202f],
  [0x2039, 0x203a],
  [0x20ac, 0x20ac],
  [0x2212, 0x2212],
] as const

/** Arabic and Persian as newspapers write them; signs of the Koran and other languages' letters come from the whole face. */
const arabic = [
  [0x60c, 0x60c],
  [0x61b, 0x61b],
  [0x61f, 0x61f],
  [0x621, 0x63a],
  [0x640, 0x652],
  [0x660, 0x66c],
  [0x670, 0x671],
  [0x67e, 0x67e],
  [0x686, 0x686],
  [0x698, 0x698],
  [0x6a9, 0x6a9],
  [0x6af, 0x6af],
  [0x6cc, 0x6cc],
  [0x6f0, 0x6f9],
  [0x200c, 0x200f],
] as const

const hebrew = [
  [0x5b0, 0x5c2],
  [0x5d0, 0x5ea],
  [0x5f3, 0x5f4],
] as const

export const subsets: readonly Subset[] = [
  {
    file: 'reading-latin.woff2',
    family: 'Reading',
    of: 'source-serif-4-latin-wght-normal.woff2',
    ranges: latin,
  },
  {
    file: 'reading-latin-italic.woff2',
    family: 'Reading',
    of: 'source-serif-4-latin-wght-italic.woff2',
    ranges: latin,
    languages: [],
  },
  {
    file: 'interface-latin.woff2',
    family: 'Interface',
    of: 'source-sans-3-latin-wght-normal.woff2',
    ranges: latin,
  },
  {
    file: 'reading-arabic.woff2',
    family: 'Reading More',
    of: 'noto-naskh-arabic-arabic-wght-normal.woff2',
    ranges: arabic,
    languages: ['ar', 'fa'],
  },
  {
    file: 'reading-hebrew.woff2',
    family: 'Reading More',
    of: 'frank-ruhl-libre-hebrew-wght-normal.woff2',
    ranges: hebrew,
    languages: ['he', 'yi'],
  },
]
