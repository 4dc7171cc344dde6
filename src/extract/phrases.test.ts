import { describe, expect, it } from 'vitest'
import { furniture, isSectionOfOthers } from './phrases.ts'

describe('furniture', () => {
  it.each([
    'Lees ook: de veerboot is weer te laat',
    'Läs också: färjan är sen igen',
    'Czytaj także: prom znów spóźniony',
    'Διαβάστε επίσης: το πλοίο άργησε',
    'اقرأ أيضا: العبّارة متأخرة',
    'קראו גם: המעבורת מאחרת',
    '関連記事：フェリーまた遅れ',
    'อ่านเพิ่มเติม: เรือล่าช้า',
  ])('is known in many languages: %s', (line) => {
    expect(furniture(line)).toBe(2)
  })

  it('is not every line that begins with its words', () => {
    expect(furniture('Next up is the drum dance that the whole quay has waited for.')).not.toBe(2)
    expect(furniture('Reacties op het besluit van de haven kwamen ook uit de dorpen aan de overkant')).toBe(0)
  })
})

describe('a heading over other articles', () => {
  it.each([
    'Related stories',
    'Mehr zum Thema',
    'Mest læst',
    'الأكثر قراءة',
    'תגובות',
    'おすすめ記事',
    '관련 기사',
    'Σχετικά άρθρα:',
  ])('%s', (heading) => {
    expect(isSectionOfOthers(heading)).toBe(true)
  })

  it('is no heading of the article itself', () => {
    for (const heading of ['The cost', 'Was der Rat beschloss', 'كلفة الرصيف', '桟橋の費用'])
      expect(isSectionOfOthers(heading)).toBe(false)
  })
})
