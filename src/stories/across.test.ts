import { expect, test } from 'vitest'
import { openAcross } from './across.ts'
import { type Features, features } from './features.ts'
import { soundsOf } from './sounds.ts'

const DAY = 86_400_000

function article(id: number, language: string, day: number, title: string, text: string): Features {
  const published = Date.UTC(2030, 0, 1) + day * DAY
  return {
    ...features({ id, title, text, language, published, seen: published, names: [] }),
    sounds: soundsOf(title, text, language),
  }
}

const english = article(
  1,
  'en',
  0,
  'Minister flies to Zarandol',
  'The minister, Nadim Barakhan, flew to Zarandol on Monday to see Tamsin Orlovsky of the Karvast mission.',
)
const arabic = (day: number) =>
  article(
    2,
    'ar',
    day,
    'الوزير نديم برخان في زراندول',
    'التقى الوزير نديم برخان في زراندول رئيسة بعثة كرفاست تمسين اورلوفسكي يوم الاثنين.',
  )

/** An index in which ordinary articles make rare names rare. */
function filled() {
  const across = openAcross()
  for (let i = 0; i < 60; i++)
    across.add(
      { ...article(100 + i, 'fr', 0, 'Rien', ''), sounds: [`rn${i}`, `msk${i}`, `trl${i}`] },
      100 + i,
    )
  return across
}

test('Names that sound alike in two scripts, within days, bring two languages together', () => {
  const across = filled()
  across.add(english, 7)
  expect(across.near(arabic(1))[0]).toMatchObject({ article: 1, episode: 7, language: 'en', sure: true })
})

test('The same names weeks later are no evidence of the same happening', () => {
  const across = filled()
  across.add(english, 7)
  expect(across.near(arabic(20))).toEqual([])
})

test('One name in common is not enough', () => {
  const across = filled()
  across.add(article(1, 'en', 0, 'Prices', 'Herring is dear, and in Zarandol dearer than ever before.'), 7)
  expect(across.near(arabic(0))).toEqual([])
})

test('What is written as one with a name in Arabic or Hebrew is taken off it', () => {
  expect(soundsOf('', 'وزراندول', 'ar')).toEqual(
    expect.arrayContaining([...soundsOf('', 'in Zarandol', 'en')]),
  )
  expect(soundsOf('', 'בזרנדול', 'he')).toEqual(
    expect.arrayContaining([...soundsOf('', 'in Zarandol', 'en')]),
  )
})
