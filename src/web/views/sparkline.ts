/** Coverage over time as a small picture, drawn on the server; the words beside it say the same. */

import { html } from 'hono/html'
import type { Html } from './layout.ts'

const WIDTH = 96
const HEIGHT = 20
const BARS = 24

/** Articles by week, from the first week to the last, gathered into at most 24 bars. */
export function sparkline(weeks: readonly { readonly week: number; readonly articles: number }[]): Html {
  const bars = barsOf(weeks)
  const most = Math.max(1, ...bars)
  const step = WIDTH / BARS
  return html`<svg class="spark" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true" focusable="false">${bars.map(
    (value, index) => {
      if (value === 0) return ''
      const height = Math.max(2, Math.round((value / most) * (HEIGHT - 1)))
      return html`<rect x="${(index * step).toFixed(1)}" y="${HEIGHT - height}" width="${(step - 1).toFixed(1)}" height="${height}"/>`
    },
  )}</svg>`
}

/** Newest at the end; a story of fewer weeks than bars stands at the right. */
export function barsOf(
  weeks: readonly { readonly week: number; readonly articles: number }[],
): readonly number[] {
  const bars = new Array<number>(BARS).fill(0)
  const first = weeks[0]?.week
  const last = weeks.at(-1)?.week
  if (first === undefined || last === undefined) return bars
  const perBar = Math.max(1, Math.ceil((last - first + 1) / BARS))
  for (const { week, articles } of weeks) {
    const index = BARS - 1 - Math.floor((last - week) / perBar)
    bars[index] = (bars[index] ?? 0) + articles
  }
  return bars
}
