/** What invented news is made of: syllables of names, the commonest words by band, and the glue between them. */

import { bands } from '../src/stories/common-words.ts'
import { meaningOf } from '../src/words/gloss.ts'

export const syllables =
  'ba be bo cal cor da del dor en fa fen gar go hal her in jo ka kel lan lor ma mel mor na nel or pa per qua ra ren ro sa sel sor ta ten tor ul va ven vor wal wen yor zan zel bri cra dru fli gre pla sto tri'.split(
    ' ',
  )
/** Those of the streams of years. */
export const longSyllables =
  'ab al an ar bel bor cas dan del dor ed el fal far gil gra hal ian in jor kal kor lan lem lor mar mir nal nor ol or pel quin ral rin sal ser tan tor ul val ver wil yar zan bri cre dro flo gla pri sta tri'.split(
    ' ',
  )
export const general = bands.en!.map((band) => band.trim().split(/\s+/))
/** Those that other languages have a meaning for. */
export const glossed = general.flat().filter((word) => meaningOf(word, 'en') !== undefined)
export const glue = 'the of to and in a that on for was with as at by from has had its after'.split(' ')

/** How a name is said the second time: by its surname. */
export const shortName = (name: string): string =>
  /^[A-Z]\w+ [A-Z]/.test(name) ? name.slice(name.indexOf(' ') + 1) : name
