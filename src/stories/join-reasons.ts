/** Why an article was put into an episode, as a reader is told: what it shares with the member it is most like. */

import type { Reason } from '../model/story.ts'
import type { Query } from './compare.ts'
import type { Member } from './episode.ts'
import type { Likeness } from './scorer.ts'
import { agrees } from './slots.ts'
import { type Dictionary, sharedTerms } from './vectors.ts'

export function reasons(query: Query, like: Member, likeness: Likeness, dictionary: Dictionary): Reason[] {
  const words = sharedTerms(query.full, like.full, 5).map((term) => dictionary.termOf(term))
  const list: Reason[] = [
    {
      what: 'like “{headline}”: {words}',
      values: { headline: like.features.headline, words: words.join(', ') },
      weight: likeness.mean,
    },
  ]
  const cast = query.features.cast.filter((name) => like.features.cast.includes(name)).slice(0, 4)
  if (cast.length > 0)
    list.push({ what: 'both name {names}', values: { names: cast.join(', ') }, weight: likeness.known })
  const numbers = query.features.numbers
    .filter((number) => like.features.numbers.includes(number))
    .slice(0, 3)
  if (numbers.length > 0)
    list.push({
      what: 'both give {numbers}',
      values: { numbers: numbers.join(', ') },
      weight: likeness.numbers,
    })
  const slot = agrees(query.features.slots, like.features.slots)
  if (slot !== undefined)
    list.push({
      what: 'the same {name} {value}',
      values: { name: slot.name, value: slot.value },
      weight: 0.5,
    })
  return list
}
