import { expect, test } from 'vitest'
import { type Features, features } from './features.ts'
import { shippedLinks } from './link-scorer.ts'
import { meaningsOf } from './meanings.ts'
import { soundsOf } from './sounds.ts'
import { openStoryIndex } from './story-links.ts'

const DAY = 86_400_000

function article(
  id: number,
  day: number,
  title: string,
  text: string,
  { language = 'en', ...more }: { language?: string; url?: string; links?: readonly string[] } = {},
): Features {
  const published = Date.UTC(2030, 0, 1) + day * DAY
  return {
    ...features({ id, title, text, language, published, seen: published, names: [], ...more }),
    sounds: soundsOf(title, text, language),
    meanings: meaningsOf(title, text, language),
  }
}

const ferry = article(
  1,
  0,
  'Ferry Ondine runs aground off Querande',
  'The ferry Ondine of the Brisac Line ran aground off Querande on Monday with 212 people on board. Captain Odile Marchetti said the anchor had failed in the storm. The port sent boats, and no passenger was hurt.',
)
const inquiry = article(
  2,
  500,
  'Inquiry blames Brisac Line for Ondine grounding',
  'The inquiry into the grounding of the ferry Ondine off Querande has blamed the Brisac Line. Its report says that Captain Odile Marchetti had asked for a new anchor in two letters. The company denied it had received the letters.',
)
const inFrench = article(
  3,
  900,
  'Procès de l’Ondine : la Brisac Line devant le tribunal',
  'Le procès de la Brisac Line, propriétaire du ferry Ondine, a commencé lundi au tribunal de Querande. La capitaine Odile Marchetti a témoigné sur les lettres et sur l’ancre. La compagnie nie les accusations du procureur.',
  { language: 'fr' },
)
const otherFerry = article(
  4,
  520,
  'Ferry prices rise in Querande',
  'Tickets for the ferry from Querande to the islands will cost a tenth more this summer, the port said. Passengers complained about the price of fuel, and the mayor, Paul Ganz, promised a report.',
)

/** An index in which other stories have made ordinary words ordinary. */
function filled(model = shippedLinks) {
  const index = openStoryIndex(model)
  for (let i = 0; i < 40; i++) {
    const of = article(
      100 + i,
      i,
      `Mayor of Town${i}vale opens a school`,
      `The mayor of Town${i}vale, Ana Pell${i}ow, opened a school on Monday. Police and the port company sent a letter; a report on the price of the ferry is due, the court said.`,
    )
    index.add(of, 100 + i, 100 + i)
  }
  return index
}

test('An article is linked to its story years later, by the names they share', () => {
  const index = filled()
  index.add(ferry, 1, 1)
  const { story, storyReasons } = index.place(inquiry, [])
  expect(story).toBe(1)
  expect(storyReasons[0]?.what).toBe('both name {names}')
  expect(storyReasons[0]?.values?.names).toMatch(/Ondine|Brisac|Marchetti/)
})

test('An article in another language is linked by how names sound and what both speak of', () => {
  const index = filled()
  index.add(ferry, 1, 1)
  index.add(inquiry, 2, 1)
  expect(index.place(inFrench, []).story).toBe(1)
})

test('The same place and topic are no story in common', () => {
  const index = filled()
  index.add(ferry, 1, 1)
  index.add(inquiry, 2, 1)
  expect(index.place(otherFerry, []).story).toBeUndefined()
})

test('What people ruled out is neither linked nor proposed', () => {
  const index = filled()
  index.add(ferry, 1, 1)
  const { story, proposals } = index.place(inquiry, [1])
  expect(story).not.toBe(1)
  expect(proposals.map((proposal) => proposal.story)).not.toContain(1)
})

test('An article that links to an earlier one needs little else to be of its story', () => {
  const index = filled()
  index.add({ ...ferry, url: 'https://www.quayside.example/a/ondine' }, 1, 1)
  const later = (links: readonly string[]) =>
    article(
      5,
      700,
      'What became of the ferry’s captain',
      'She mends clocks now. Odile Marchetti never went to sea again after that night, she says in her shop in Talmont, and does not want to talk of anchors. The company wrote her a letter.',
      { links },
    )
  expect(index.place(later([]), []).story).toBeUndefined()
  const { story, storyReasons } = index.place(later(['https://quayside.example/a/ondine/?from=text']), [])
  expect(story).toBe(1)
  expect(storyReasons[0]?.what).toBe('it links to an article of this story')
})

test('Two stories of one matter are found to be one when a third article belongs to both', () => {
  // As if the few sentences were a whole text each: of short ones two stories are never made one.
  const index = filled({ ...shippedLinks, short: shippedLinks.whole })
  index.add(ferry, 1, 1)
  index.add(inquiry, 2, 2)
  expect(index.toMerge()).toEqual([])
  const third = { ...inquiry, id: 6 }
  const { story } = index.place(third, [])
  index.add(third, 6, story!)
  expect(index.toMerge()).toMatchObject([{ story: expect.any(Number), into: story }])
  expect(index.toMerge()).toEqual([])
})

test('Few sentences make no two stories one, whatever they have in common', () => {
  const index = filled()
  index.add(ferry, 1, 1)
  index.add(inquiry, 2, 2)
  const third = { ...inquiry, id: 6 }
  index.add(third, 6, index.place(third, []).story!)
  expect(index.toMerge()).toEqual([])
})

test('Of what a country’s news repeats year by year no story is made', () => {
  const index = filled()
  const game = (id: number, year: number, winner: string, loser: string) =>
    article(
      id,
      year * 365,
      '',
      `In rowing, ${winner} beats ${loser} at the Ondine Cup in Querande, in the final of the women’s race.`,
    )
  index.add(game(1, 0, 'Ana Ferrol', 'Ida Brisk'), 1, 1)
  const { story, proposals } = index.place(game(2, 2, 'Uma Tarrow', 'Ana Ferrol'), [])
  expect(story).toBeUndefined()
  expect(proposals[0]?.story).toBe(1)
})

test('A story that was merged is found under the one that took it', () => {
  const index = filled()
  index.add(ferry, 1, 1)
  index.rehome(1, 9)
  expect(index.storyOf(1)).toBe(9)
  expect(index.place(inquiry, []).story).toBe(9)
})

test('An article that is moved takes its words along', () => {
  const index = filled()
  index.add(ferry, 1, 1)
  index.add(otherFerry, 2, 1)
  index.move(ferry, 3, 3)
  expect(index.place(inquiry, []).story).toBe(3)
})
