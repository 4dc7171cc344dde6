/** Figures for the same thing that differ between outlets, brought side by side. */

import type { Figure } from '../model/dossier.ts'
import type { ToldFigure } from '../store/story-page.ts'

export type Difference = {
  readonly of: string
  readonly values: readonly { readonly value: string; readonly told: readonly ToldFigure[] }[]
}

/** Within one episode, the same counted thing, two outlets at least, and not one value for all. */
export function differences(figures: readonly ToldFigure[]): readonly Difference[] {
  const groups = Map.groupBy(figures, ({ episode, record }) => `${episode} ${record.of.toLocaleLowerCase()}`)
  return [...groups.values()].flatMap((told) => {
    const byValue = Map.groupBy(told, ({ record }) => figureText(record))
    const outlets = new Set(told.map(({ outlet }) => outlet))
    if (byValue.size < 2 || outlets.size < 2 || agreeing(byValue.values())) return []
    const values = [...byValue].map(([value, told]) => ({ value, told }))
    values.sort((a, b) => a.told[0]!.record.value - b.told[0]!.record.value)
    return [{ of: told[0]!.record.of, values }]
  })
}

/** An outlet that gives both values (12 wounded here, 3 there) does not differ from itself. */
function agreeing(values: Iterable<readonly ToldFigure[]>): boolean {
  const sets = [...values].map((told) => new Set(told.map(({ outlet }) => outlet)))
  return sets.every((one) => sets.every((other) => one.symmetricDifference(other).size === 0))
}

const bounds: Record<Figure['bound'], string> = {
  exact: '',
  about: 'about ',
  'at-least': 'at least ',
  'at-most': 'at most ',
}

export function figureText({ value, upTo, bound }: Figure): string {
  const number = value.toLocaleString('en')
  return `${bounds[bound]}${number}${upTo === undefined ? '' : ` to ${upTo.toLocaleString('en')}`}`
}
