/** A map of a story's travels, drawn on the server: who went where, in order; what was only planned is dashed. */

import { geoEquirectangular, geoGraticule10, geoPath } from 'd3-geo'
import { html } from 'hono/html'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import atlas from 'world-atlas/countries-110m.json' with { type: 'json' }
import type { TimelineEncounter } from '../encounters.ts'
import { t } from '../messages.ts'
import { isoDateText } from './dates.ts'
import type { Html } from './layout.ts'

const world = atlas as unknown as Topology<{ land: GeometryCollection }>
const land = feature(world, world.objects.land)

const WIDTH = 640
const HEIGHT = 320
const MARGIN = 56
const STOPS = 40

export type Place = {
  readonly name: string
  readonly latitude: number | null
  readonly longitude: number | null
}

type Stop = {
  readonly name: string
  readonly at: [number, number]
  readonly day: string
  readonly settled: boolean
  readonly travellers: readonly number[]
}

/** Nothing where fewer than two places of visits and meetings are known on the map. */
export function travelMap(
  encounters: readonly TimelineEncounter[],
  places: ReadonlyMap<number, Place>,
): Html {
  const stops = stopsOf(encounters, places)
  const distinct = [...new Map(stops.map((stop) => [stop.name, stop])).values()]
  if (distinct.length < 2) return html``
  const projection = geoEquirectangular().fitExtent(
    [
      [MARGIN, MARGIN],
      [WIDTH - MARGIN, HEIGHT - MARGIN],
    ],
    { type: 'MultiPoint', coordinates: distinct.map(({ at }) => at) },
  )
  // Two towns of one country would fill the map with their fields: hold it to a view of a region.
  projection.scale(Math.min(projection.scale(), 1400)).clipExtent([
    [0, 0],
    [WIDTH, HEIGHT],
  ])
  centre(projection, distinct)
  const path = geoPath(projection).digits(1)
  return html`<figure class="map"><svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${t(
    'Map of the travels: {places}',
    {
      places: distinct.map(({ name }) => name).join(', '),
    },
  )}"><path class="grid" d="${path(geoGraticule10()) ?? ''}"/><path class="land" d="${path(land) ?? ''}"/>${waysOf(
    stops,
  ).map(
    ({ from, to, settled }) =>
      html`<path class="way${settled ? '' : ' planned'}" d="${path({ type: 'LineString', coordinates: [from.at, to.at] }) ?? ''}"/>`,
  )}${distinct.map(({ name, at }) => {
    const [x = 0, y = 0] = projection(at) ?? []
    const left = x > WIDTH - 120
    return html`<circle class="stop" cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="4"/><text x="${(x + (left ? -7 : 7)).toFixed(1)}" y="${(y - 6).toFixed(1)}" text-anchor="${left ? 'end' : 'start'}">${name}</text>`
  })}</svg><figcaption>${t('Travels from {from} to {to}. Dashed: expected, denied, cancelled or not confirmed.', { from: isoDateText(stops[0]!.day), to: isoDateText(stops.at(-1)!.day) })}</figcaption></figure>`
}

function stopsOf(
  encounters: readonly TimelineEncounter[],
  places: ReadonlyMap<number, Place>,
): readonly Stop[] {
  return encounters
    .flatMap(({ day, status, told }): Stop[] => {
      // A travel of no known day has no place in the order of the lines.
      if (day === '') return []
      const { record } = told[0]!
      const place = record.place?.actor === undefined ? undefined : places.get(record.place.actor)
      if (!place || place.latitude === null || place.longitude === null) return []
      return [
        {
          name: place.name,
          at: [place.longitude, place.latitude],
          day: record.date ?? day,
          settled: status === 'occurred' || status === 'under-way',
          travellers: [...record.travellers, record.head].flatMap((party) => party?.actor ?? []),
        },
      ]
    })
    .slice(-STOPS)
}

/** From where a traveller was last to where they are next. */
function waysOf(stops: readonly Stop[]): readonly { from: Stop; to: Stop; settled: boolean }[] {
  return stops.flatMap((to, index) => {
    const from = stops
      .slice(0, index)
      .findLast((one) => one.settled && one.travellers.some((who) => to.travellers.includes(who)))
    return from && from.name !== to.name ? [{ from, to, settled: to.settled }] : []
  })
}

function centre(projection: ReturnType<typeof geoEquirectangular>, stops: readonly Stop[]): void {
  const points = stops.map(({ at }) => projection(at) ?? ([0, 0] as const))
  const middle = (axis: 0 | 1) =>
    (Math.min(...points.map((point) => point[axis])) + Math.max(...points.map((point) => point[axis]))) / 2
  const [x, y] = projection.translate()
  projection.translate([x + WIDTH / 2 - middle(0), y + HEIGHT / 2 - middle(1)])
}
