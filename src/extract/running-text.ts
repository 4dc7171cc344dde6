/** The text of the unit that `read-tree.ts` is filling: it grows piece by piece and is made whole once. */

export type RunningText = {
  readonly length: () => number
  /** Adds text as it stands. */
  readonly append: (data: string) => void
  /** Adds text with its white space folded to single spaces. */
  readonly flow: (data: string) => void
  /** Ends a line, trimmed; false where there is none to end. */
  readonly breakLine: () => boolean
  /** All of it; the next starts empty. */
  readonly take: () => string
}

const SPACE = 32
const NEW_LINE = 10
const RUNS = /[\t\n\f\r\u00a0]| {2}/
const SPACES = /[ \t\n\f\r\u00a0]+/g

export const isSpace = (code: number): boolean => code === SPACE || (code >= 9 && code <= 13) || code === 0xa0

/** To look at a character of a string that was joined copies the whole of it, so what is needed later is kept beside. */
export function openText(): RunningText {
  /** What stands before the last line break, and what after. */
  let above = ''
  let line = ''
  /** The last character, or a space. */
  let last = SPACE

  function append(data: string): void {
    if (data === '') return
    line += data
    last = data.charCodeAt(data.length - 1)
  }

  return {
    length: () => above.length + line.length,
    append,
    flow(data) {
      const folded = RUNS.test(data) ? data.replace(SPACES, ' ') : data
      append(isSpace(last) && folded.charCodeAt(0) === SPACE ? folded.slice(1) : folded)
    },
    breakLine() {
      if ((above === '' && line === '') || last === NEW_LINE) return false
      const ended = line.trimEnd()
      if (ended !== '' || above === '') above += `${ended}\n`
      line = ''
      last = NEW_LINE
      return true
    },
    take() {
      const text = above + line
      above = ''
      line = ''
      last = SPACE
      return text
    },
  }
}
