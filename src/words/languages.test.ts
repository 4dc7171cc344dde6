import { describe, expect, it } from 'vitest'
import { languageCode, languageOf } from './languages.ts'
import { directionOf, isUnspaced, scriptsOf } from './scripts.ts'

describe('the language of a text', () => {
  it.each([
    [
      'The board agreed on Monday to rebuild the old pier, and its members set aside money for the work that they will do.',
      'en',
    ],
    [
      'Der Rat hat am Montag beschlossen, die alte Br\u00fccke neu zu bauen, und das Geld daf\u00fcr ist schon da.',
      'de',
    ],
    [
      '\u6e2f\u6e7e\u59d4\u54e1\u4f1a\u306f\u6708\u66dc\u65e5\u306b\u6865\u306e\u518d\u5efa\u3092\u6c7a\u3081\u305f\u3002',
      'ja',
    ],
    ['\u6e2f\u53e3\u59d4\u5458\u4f1a\u5468\u4e00\u51b3\u5b9a\u91cd\u5efa\u65e7\u6865\u3002', 'zh'],
    [
      '\u0432\u0438 \u043d\u0435 \u0437\u043d\u0430\u0454\u0442\u0435, \u0449\u043e \u0432\u0456\u0434\u0431\u0443\u043b\u043e\u0441\u044f \u0443 \u043c\u0456\u0441\u0442\u0456 \u0432 \u043f\u043e\u043d\u0435\u0434\u0456\u043b\u043e\u043a',
      'uk',
    ],
    [
      '\u05d4\u05d5\u05e2\u05d3\u05d4 \u05d4\u05d7\u05dc\u05d9\u05d8\u05d4 \u05dc\u05d1\u05e0\u05d5\u05ea \u05d0\u05ea \u05d4\u05d2\u05e9\u05e8',
      'he',
    ],
  ])('%s', (text, language) => {
    expect(languageOf(text)).toBe(language)
  })

  it('believes the page where the words leave it open, and the words where they do not', () => {
    expect(languageOf('Oslo', 'nb-NO')).toBe('nb')
    expect(
      languageOf(
        'Der Rat hat am Montag beschlossen, die alte Br\u00fccke neu zu bauen, und das Geld daf\u00fcr ist schon da. Der Bau beginnt im Mai und dauert bis in das n\u00e4chste Jahr, sagte der Vorsitzende.',
        'en',
      ),
    ).toBe('de')
    expect(languageOf('')).toBe('und')
  })

  it('is named by two letters whatever the tag', () => {
    expect(['en-GB', 'pt_BR', 'zh-Hans', 'deu', 'iw', ''].map(languageCode)).toEqual([
      'en',
      'pt',
      'zh',
      'de',
      'he',
      undefined,
    ])
  })
})

describe('the script of a text', () => {
  it('decides which way it runs, by most of its letters', () => {
    expect(
      directionOf(
        'BBC: \u0642\u0627\u0644 \u0627\u0644\u0645\u062a\u062d\u062f\u062b \u0625\u0646 \u0627\u0644\u0648\u0641\u062f \u0648\u0635\u0644',
      ),
    ).toBe('rtl')
    expect(directionOf('The word \u0633\u0644\u0627\u0645 means peace.')).toBe('ltr')
    expect(scriptsOf('abc \u0430\u0431')).toEqual([
      { script: 'Latin', letters: 3 },
      { script: 'Cyrillic', letters: 2 },
    ])
  })

  it('says whether words have spaces between them', () => {
    expect(isUnspaced('\u6e2f\u53e3\u59d4\u5458\u4f1a\u5468\u4e00\u51b3\u5b9a')).toBe(true)
    expect(isUnspaced('\ud56d\ub9cc \uc704\uc6d0\ud68c')).toBe(false)
  })
})
