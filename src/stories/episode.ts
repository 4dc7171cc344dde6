/** An episode as the window keeps it: its members, and what they are all together. */

import { type Centre, openCentre } from './centre.ts'
import type { Features } from './features.ts'
import type { Marked, Vector } from './vectors.ts'

export type Member = {
  readonly features: Features
  /** What the title or the lead holds is marked. */
  readonly full: Marked
  readonly title: Vector
  readonly names: Vector
  episode: number
}

/** Articles taken together. */
export type Group = {
  readonly members: Member[]
  readonly centre: Centre
  /** The same for names alone. */
  readonly cast: Centre
  /** Minutes since 1970 of its dated members, summed, and how many they are: whole numbers, so that order changes nothing. */
  minutes: number
  dated: number
}

export type Episode = Group & {
  readonly id: number
  story: number
  last: number
}

const MINUTE = 60_000
const DAY = 86_400_000

export const openGroup = (): Group => ({
  members: [],
  centre: openCentre(),
  cast: openCentre(),
  minutes: 0,
  dated: 0,
})

export function put(group: Group, member: Member): void {
  group.members.push(member)
  group.centre.add(member.full)
  group.cast.add(member.names)
  date(group, member.features, 1)
}

export function take(group: Group, member: Member): void {
  const at = group.members.indexOf(member)
  if (at >= 0) group.members.splice(at, 1)
  group.centre.remove(member.full)
  group.cast.remove(member.names)
  date(group, member.features, -1)
}

function date(group: Group, { dated, time }: Features, by: 1 | -1): void {
  if (!dated) return
  group.minutes += by * Math.round(time / MINUTE)
  group.dated += by
}

/** Articles as an episode that nobody keeps. */
export function grouped(members: readonly Member[]): Group {
  const group = openGroup()
  for (const member of members) put(group, member)
  return group
}

/** Days between an article and the mean time of an episode; undefined where either is undated. */
export function daysFromMiddle(
  features: Features,
  { minutes, dated }: Pick<Group, 'minutes' | 'dated'>,
): number | undefined {
  if (!features.dated || dated === 0) return undefined
  return Math.abs(features.time - (minutes / dated) * MINUTE) / DAY
}
