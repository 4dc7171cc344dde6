/**
 * The families pages are set in, from npm: a reading serif with Arabic and Hebrew companions, and an interface sans.
 *
 * `Reading` and `Interface` hold common Latin alone. Every other script and sign is in `Reading More` and
 * `Interface More`, which a page asks for from the second visit on, or when it is in such a script itself: one Arabic
 * headline must not double a first visit.
 */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { subsets } from './font-subsets.ts'

const require = createRequire(import.meta.url)

/** One family name over several packages: the browser takes each character from the face that covers it. */
const faces = [
  { family: 'Reading More', sheet: require.resolve('@fontsource-variable/source-serif-4/wght.css') },
  { family: 'Reading More', sheet: require.resolve('@fontsource-variable/source-serif-4/wght-italic.css') },
  {
    family: 'Reading More',
    sheet: require.resolve('@fontsource-variable/noto-naskh-arabic/wght.css'),
    script: 'arabic',
  },
  {
    family: 'Reading More',
    sheet: require.resolve('@fontsource-variable/frank-ruhl-libre/wght.css'),
    script: 'hebrew',
  },
  { family: 'Interface More', sheet: require.resolve('@fontsource-variable/source-sans-3/wght.css') },
] as const

type Face = { readonly file: string; readonly path: string; readonly rule: string }

const all: readonly Face[] = faces.flatMap((face) => {
  const sheet = readFileSync(face.sheet, 'utf8')
  const script = 'script' in face ? face.script : undefined
  return (sheet.match(/@font-face\s*\{[^}]*\}/g) ?? []).flatMap((rule): Face[] => {
    const file = /files\/([\w.-]+\.woff2)/.exec(rule)?.[1]
    const range = /unicode-range:\s*([^;}]+)/.exec(rule)?.[1]
    if (!file || (script && !file.includes(`-${script}-`))) return []
    const style = /italic/.test(file) ? 'italic' : 'normal'
    return [
      {
        file,
        path: join(dirname(face.sheet), 'files', file),
        // Optional: text is never set anew once it is there, so nothing on the page moves.
        rule: `@font-face{font-family:"${face.family}";font-style:${style};font-display:optional;font-weight:200 900;src:url(/assets/fonts/${file}) format("woff2")${range ? `;unicode-range:${range}` : ''}}`,
      },
    ]
  })
})

const cut: readonly Face[] = subsets.map(({ file, family, ranges }) => ({
  file,
  path: join(import.meta.dirname, 'assets/fonts', file),
  rule: `@font-face{font-family:"${family}";font-style:${/italic/.test(file) ? 'italic' : 'normal'};font-display:optional;font-weight:400 700;src:url(/assets/fonts/${file}) format("woff2");unicode-range:${ranges.map(rangeText).join(',')}}`,
}))

function rangeText([from, to]: readonly [number, number]): string {
  const [a, b] = [from, to].map((code) => code.toString(16))
  return a === b ? `U+${a}` : `U+${a}-${b}`
}

/** Of two faces for one character the later rule is taken: the parts stand after the wholes. */
export const fontCss: string = [...all, ...cut].map(({ rule }) => rule).join('\n')

/** Where a font's file lies, or undefined for a name that is none. */
export const fontPath = (file: string): string | undefined =>
  [...cut, ...all].find((face) => face.file === file)?.path

/** The faces a page starts with, its texts being in these languages: fetched before the stylesheet asks for them. */
export const firstFonts = (...languages: readonly string[]): readonly string[] =>
  subsets
    .filter((subset) => !subset.languages || subset.languages.some((one) => languages.includes(one)))
    .map(({ file }) => file)

/** Whether a page in these languages is set with every face from the first visit on. */
export const wantsAllFaces = (...languages: readonly string[]): boolean =>
  subsets.some((subset) => subset.languages?.some((one) => languages.includes(one)))
