/** The two families pages are set in, from npm: a reading serif with Arabic and Hebrew companions, and an interface sans. */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const require = createRequire(import.meta.url)

/** One family name over several packages: the browser takes each script from the face that covers it. */
const faces = [
  { family: 'Reading', sheet: require.resolve('@fontsource-variable/source-serif-4/wght.css') },
  { family: 'Reading', sheet: require.resolve('@fontsource-variable/source-serif-4/wght-italic.css') },
  {
    family: 'Reading',
    sheet: require.resolve('@fontsource-variable/noto-naskh-arabic/wght.css'),
    script: 'arabic',
  },
  {
    family: 'Reading',
    sheet: require.resolve('@fontsource-variable/frank-ruhl-libre/wght.css'),
    script: 'hebrew',
  },
  { family: 'Interface', sheet: require.resolve('@fontsource-variable/source-sans-3/wght.css') },
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

export const fontCss: string = all.map(({ rule }) => rule).join('\n')

/** Where a font's file lies, or undefined for a name that is none. */
export const fontPath = (file: string): string | undefined => all.find((face) => face.file === file)?.path

const first = /^source-(serif-4|sans-3)-latin-wght-normal/
const companions: Readonly<Record<string, RegExp>> = {
  ar: /^noto-naskh-arabic-arabic-/,
  fa: /^noto-naskh-arabic-arabic-/,
  he: /^frank-ruhl-libre-hebrew-/,
  ru: /^source-serif-4-cyrillic-wght-normal/,
}

/** The faces a page starts with, its text being in this language: fetched before the stylesheet asks for them. */
export const firstFonts = (language = 'en'): readonly string[] =>
  all.map(({ file }) => file).filter((file) => first.test(file) || companions[language]?.test(file))
