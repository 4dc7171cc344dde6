import { describe, expect, it } from 'vitest'
import { type Featured, features } from './features.ts'
import { contradicts, slotsOf } from './slots.ts'
import { titleOf } from './title.ts'
import { openWindow, type Watch } from './window.ts'

const monday = Date.UTC(2031, 2, 3, 8)
const hour = 3_600_000
const article = (id: number, title: string, text: string, hours = 0, more: Partial<Featured> = {}) =>
  features({
    id,
    title,
    text,
    language: 'en',
    published: monday + hours * hour,
    seen: monday,
    names: [],
    ...more,
  })

const texts = [
  `A rope bridge over the Sarrow gorge gave way on Monday morning while a school class was crossing. Nine children were
hurt, two of them badly, said Oberdal's rescue chief Matts Hallin. The bridge, built in 1988, had been inspected in May.`,
  `Nine pupils were taken to hospital in Oberdal after the rope bridge across the Sarrow gorge collapsed under them.
Rescue chief Matts Hallin said two were in serious condition. Inspectors had passed the bridge in May.`,
] as const
const bridge = [
  article(1, 'Rope bridge over the Sarrow gorge collapses, nine hurt', texts[0]),
  article(2, 'Nine children injured as gorge bridge gives way near Oberdal', texts[1], 3),
]
const herring = article(
  3,
  'Herring quota halved for the northern fleet',
  `The fisheries council in Verrin has halved the herring quota for the northern fleet. Captain Ilse Dramm called the cut
a death sentence for small boats. Scientists had counted the fewest young fish in twenty years.`,
  4,
)

describe('the window', () => {
  it('joins two tellings of one happening and says why', () => {
    const window = openWindow('en')
    window.add(bridge[0]!, 1, 1)
    const placed = window.place(bridge[1]!)
    expect(placed.episode).toBe(1)
    expect(placed.story).toBe(1)
    expect(JSON.stringify(placed.episodeReasons)).toContain('Matts Hallin')
  })
  it('measures time from the middle of an episode, wherever its members came from', () => {
    const seen: { readonly fresh: number; readonly when: number; readonly all: number }[] = []
    const watch: Watch = (_article, episode, likeness) => {
      if (episode === 1) seen.push(likeness)
    }
    const window = openWindow('en', { watch })
    window.add(article(10, bridge[0]!.headline, texts[0], 0), 1, 1)
    window.add(article(11, bridge[0]!.headline, texts[0], 48), 1, 1)
    window.add(article(12, bridge[0]!.headline, texts[0], 90), 2, 2)
    for (const hours of [24, 48, 120]) window.place(article(20, bridge[1]!.headline, texts[1], hours))
    const [middle, day, days] = seen
    expect(middle!.when).toBe(1)
    expect(middle!.fresh).toBeCloseTo(middle!.all)
    expect(day!.fresh).toBeLessThan(middle!.fresh)
    expect(days!.fresh).toBeLessThan(day!.fresh)
    window.move(12, 1, 1)
    window.move(12, 2, 2)
    window.place(article(20, bridge[1]!.headline, texts[1], 48))
    expect(seen.at(-1)!.when).toBe(day!.when)
  })
  it('sets what begins a text apart from what follows', () => {
    const early = ({ full, early = [] }: ReturnType<typeof article>) => early.map((at) => full.terms[at])
    const long = article(
      7,
      'Verrin votes',
      `${'The mayor of Verrin spoke. '.repeat(14)}Later a heron landed.`,
    )
    expect(early(long)).toEqual(expect.arrayContaining(['verrin', 'vote', 'mayor']))
    expect(early(long)).not.toContain('heron')
    expect(long.full.terms).toContain('heron')
  })
  it('compares what was kept before beginnings were known', () => {
    const window = openWindow('en')
    const { early: _, ...kept } = bridge[0]!
    window.add(kept, 1, 1)
    expect(window.place(bridge[1]!).episode).toBe(1)
  })
  it('opens a new episode for other news', () => {
    const window = openWindow('en')
    window.add(bridge[0]!, 1, 1)
    window.add(bridge[1]!, 1, 1)
    expect(window.place(herring).episode).toBeUndefined()
  })
  it('puts what people decided above the model', () => {
    const window = openWindow('en')
    window.add(bridge[0]!, 1, 1)
    window.add(herring, 2, 2)
    expect(window.place(bridge[1]!, { notEpisodes: [1] }).episode).not.toBe(1)
    expect(window.place(bridge[1]!, { mustEpisode: 2 }).episode).toBe(2)
  })
  it('forgets what is over', () => {
    const window = openWindow('en')
    window.add(bridge[0]!, 1, 1)
    window.forget(monday + hour)
    expect(window.size()).toEqual({ articles: 0, episodes: 0, terms: 0 })
    expect(window.place(bridge[1]!).episode).toBeUndefined()
  })
  it('forgets one episode and keeps comparing with the others', () => {
    const window = openWindow('en')
    const early = { ...herring, id: 8, time: monday - 20 * 24 * hour }
    window.add(early, 2, 2)
    window.add(bridge[0]!, 1, 1)
    window.forget(monday - 24 * hour)
    expect(window.size()).toMatchObject({ articles: 1, episodes: 1 })
    expect(window.membersOf(2)).toEqual([])
    expect(window.place(bridge[1]!).episode).toBe(1)
    expect(window.place(herring).episode).toBeUndefined()
    window.add(herring, 3, 3)
    window.add({ ...early, id: 9, time: herring.time + hour }, 4, 4)
    expect(window.review(4).merge).toMatchObject({ keep: 3, drop: 4 })
  })
  it('waits longer for the like of what nobody dates', () => {
    const window = openWindow('en')
    window.add({ ...bridge[0]!, dated: false }, 1, 1)
    window.add(herring, 2, 2)
    window.forget(monday + 10 * 24 * hour)
    expect(window.membersOf(1)).toEqual([1])
    expect(window.membersOf(2)).toEqual([])
    window.forget(monday + 40 * 24 * hour)
    expect(window.size()).toEqual({ articles: 0, episodes: 0, terms: 0 })
  })
  it('asks more of what would join a crowd', () => {
    const joins = (crowd: number) => {
      let value = 0
      const watch: Watch = (_article, _episode, _likeness, _whole, found) => {
        value = found
      }
      const window = openWindow('en', { watch })
      for (let id = 10; id < 10 + crowd; id++) window.add({ ...bridge[0]!, id }, 1, 1)
      window.place(bridge[1]!)
      return value
    }
    expect(joins(64)).toBeLessThan(joins(4))
  })
  it('gives the same answers when it is rebuilt', () => {
    const one = openWindow('en')
    const two = openWindow('en')
    for (const window of [one, two]) {
      window.add(herring, 2, 2)
      window.add(JSON.parse(JSON.stringify(bridge[0])), 1, 1)
    }
    expect(two.place(bridge[1]!)).toEqual(one.place(bridge[1]!))
  })
  it('moves an article by hand', () => {
    const window = openWindow('en')
    window.add(bridge[0]!, 1, 1)
    window.add(herring, 1, 1)
    window.move(3, 2, 2)
    expect(window.size().episodes).toBe(2)
  })
  it('asks to merge what opened twice', () => {
    const window = openWindow('en')
    window.add(bridge[0]!, 1, 1)
    window.add({ ...bridge[0]!, id: 9 }, 5, 5)
    expect(window.review(1).merge).toMatchObject({ keep: 1, drop: 5 })
  })
})

describe('slots', () => {
  it.each([
    ['Day 2 of the Marrow trial', 'Day 21 of the Marrow trial', true],
    ['Second test in Verrin', 'Third test in Verrin', true],
    ['Verrin votes 2031', 'Verrin votes 2027', true],
    ['Two days in Verrin', 'Three days in Verrin', false],
    ['Round 4: Hallin wins', 'Hallin wins the 4th round', false],
    ['Grid puzzle #404', 'Grid puzzle #405', true],
    ['Your stars for 3 March', 'Your stars for March 4', true],
    ['Your stars for 3 March', 'Your stars for March 3', false],
  ])('%s / %s: %s', (a, b, expected) => {
    expect(contradicts(slotsOf(a, '', 'en'), slotsOf(b, '', 'en')) !== undefined).toBe(expected)
  })
})

describe('a story title', () => {
  it('is the headline that says most of what the others say', () => {
    const titles = [
      'Opinion: who pays for the gorge?',
      'Rope bridge over Sarrow gorge collapses, nine hurt',
      'Nine hurt in Sarrow',
      'Bridge collapse in gorge: nine hurt, two badly',
    ]
    const chosen = titleOf(titles.map((title, article) => ({ article, title, language: 'en' })))
    expect(chosen?.article).toBe(1)
  })
  it('is none where there is no coverage', () => {
    expect(titleOf([])).toBeUndefined()
  })
})
