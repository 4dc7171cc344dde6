/** Cuts the parts of the faces that most pages need out of the whole ones: `npm run fonts`. */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import subsetFont from 'subset-font'
import { subsets } from '../src/web/font-subsets.ts'
import { fontPath } from '../src/web/fonts.ts'

const folder = join(import.meta.dirname, '../src/web/assets/fonts')
mkdirSync(folder, { recursive: true })
for (const { file, of, ranges } of subsets) {
  const path = fontPath(of)
  if (!path) throw new Error(`There is no face ${of}.`)
  const whole = readFileSync(path)
  const characters = ranges.flatMap(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, n) => String.fromCodePoint(from + n)),
  )
  const cuts = [undefined, { wght: { min: 400, max: 700 } }].map((variationAxes) =>
    subsetFont(whole, characters.join(''), {
      targetFormat: 'woff2',
      ...(variationAxes ? { variationAxes } : {}),
    }),
  )
  const [smallest] = (await Promise.all(cuts)).sort((a, b) => a.length - b.length)
  writeFileSync(join(folder, file), smallest!)
  console.log(`${file}: ${smallest!.length} bytes of ${whole.length}`)
}
