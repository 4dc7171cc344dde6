import { describe, expect, it } from 'vitest'
import { stem } from './stems.ts'
import { isStopWord } from './stop-words.ts'
import { tokens } from './tokens.ts'

const words = (text: string) => tokens(text).map((token) => token.word)

describe('tokens', () => {
  it('folds case, accents and letter variants', () => {
    expect(words('Réunion À Orléans')).toEqual(['reunion', 'a', 'orleans'])
    expect(words('إلى القاهرة')).toEqual(['الي', 'القاهره'])
    expect(words('Straße')).toEqual(['strasse'])
  })
  it('keeps numbers whole and drops their grouping', () => {
    expect(words('1,250 people and 3.5 percent')).toEqual(['1250', 'people', 'and', '3.5', 'percent'])
  })
  it('takes dotted capitals for one word, and US in capitals for the country', () => {
    expect(words('U.S. envoy tells us')).toEqual(['u.s', 'envoy', 'tells', 'us'])
    expect(words('US envoy')).toEqual(['u.s', 'envoy'])
  })
  it('knows where a capital says nothing', () => {
    const list = tokens('Ministers met. Then Halim left “Quietly”')
    expect(list.map((token) => [token.capital, token.opens])).toEqual([
      [true, true],
      [false, false],
      [true, true],
      [true, false],
      [false, false],
      [true, true],
    ])
  })
  it('gives offsets into the text', () => {
    const text = 'A “fine” day’s end'
    expect(tokens(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'A',
      'fine',
      'day’s',
      'end',
    ])
  })
  it('cuts scripts without spaces into pairs', () => {
    expect(words('東京都')).toEqual(['東京', '京都'])
  })
})

describe('stems', () => {
  it.each([
    ['en', ['arrive', 'arrives', 'arrived', 'arriving']],
    ['en', ['delegation', 'delegations', "delegation's"]],
    ['en', ['win', 'wins', 'won', 'victory']],
    ['en', ['norway', 'norwegian', "norway's"]],
    ['en', ['stop', 'stops', 'stopped', 'stopping']],
    ['fr', ['ministre', 'ministres']],
    ['es', ['manifestante', 'manifestantes']],
    ['de', ['verhandlung', 'verhandlungen']],
    ['ru', ['делегация', 'делегации', 'делегацию']],
    ['ar', ['الوفد', 'وفد', 'والوفد']],
    ['he', ['המשלחת', 'משלחת', 'והמשלחת']],
  ])('brings %s forms together: %j', (language, forms) => {
    expect(new Set(forms.map((form) => stem(form, language))).size).toBe(1)
  })
  it('leaves numbers alone', () => {
    expect(stem('2016s', 'en')).toBe('2016s')
  })
})

it('knows words that say nothing', () => {
  expect(isStopWord('the', 'en')).toBe(true)
  expect(isStopWord('delegation', 'en')).toBe(false)
})
