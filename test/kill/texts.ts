/** Invented news texts that differ, repeat one another in part, and name the same people: food for long runs. */

const places = ['Ostervik', 'Calda', 'Marren', 'Tolosk', 'Vinnes', 'Ardmoor', 'Sillay', 'Quent']
const people = [
  'Ada Lindqvist',
  'Tomas Varga',
  'Mireille Oduya',
  'Karim Haddad',
  'Nora Whitlock',
  'Ilya Brandt',
]
const bodies = ['Harbour Board', 'Dockers Union', 'Coast Ministry', 'Fishing League', 'Rail Authority']
const matters = [
  'the ferry timetable',
  'a strike over night shifts',
  'the new breakwater',
  'quota talks',
  'a fuel levy',
]
const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']

const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T

/** `count` texts, always the same ones; each fifth repeats an earlier one under another headline. */
export function inventedTexts(count: number): readonly string[] {
  const texts: string[] = []
  for (let n = 0; n < count; n += 1) {
    const [place, other] = [pick(places, n), pick(places, n * 3 + 1)]
    const [who, whom] = [pick(people, n), pick(people, n * 5 + 2)]
    const [body, matter, day] = [pick(bodies, n * 7), pick(matters, n * 11), pick(days, n * 2)]
    const copied = n % 5 === 4 ? texts[n - 3] : undefined
    if (copied) {
      texts.push(`Reprint ${n}: ${place} hears of ${matter}\n\n${copied.split('\n\n').slice(1).join('\n\n')}`)
      continue
    }
    texts.push(
      [
        `${body} and ${place} quarrel over ${matter}, round ${n}`,
        `${place.toUpperCase()} - ${who} of the ${body} travelled to ${other} on ${day} to discuss ${matter} with the mayor, ${whom}.`,
        `"We came with ${n + 12} proposals and leave with ${n % 9}," ${who.split(' ')[1]} said after the meeting. "${place} has waited long enough."`,
        `The visit, the ${n + 2}th this year, drew about ${120 + n * 7} people to the quay. ${whom} denied that the town had promised to pay for the works, which are put at ${n + 3} million crowns.`,
        `A second delegation, headed by ${pick(people, n + 3)}, is expected in ${pick(places, n + 5)} next week. It was not clear whether it would meet the ${pick(bodies, n + 1)}.`,
      ].join('\n\n'),
    )
  }
  return texts
}
