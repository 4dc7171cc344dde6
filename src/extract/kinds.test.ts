import { describe, expect, it } from 'vitest'
import type { Extracted } from '../model/article.ts'
import { extractPage } from './page.ts'

const EN = (n: number): string =>
  `The harbour board met for the ${n}th time this year, and its members agreed on the cost of the new pier, which will open in spring.`
const AR = (n: number): string =>
  `اجتمع مجلس الميناء للمرة ${n} هذا العام، واتفق أعضاؤه على كلفة الرصيف الجديد الذي يفتتح في الربيع، كما قال رئيس المجلس للصحفيين.`
const HE = (n: number): string =>
  `מועצת הנמל התכנסה בפעם ה-${n} השנה, וחבריה הסכימו על עלות המזח החדש שייפתח באביב, כך אמר יושב ראש המועצה לעיתונאים.`
const JA = (n: number): string =>
  `港湾委員会は今年${n}回目の会合を開き、春に開通する新しい桟橋の費用について合意した。委員長は記者団に対し、工事は予定通りだと述べた。`

const page = (lang: string, title: string, body: string, around = ''): string =>
  `<!doctype html><html lang="${lang}"><head><title>${title}</title></head><body><nav><a href="/">Home</a></nav><main><h1>${title}</h1><div class="article-body">${body}</div>${around}</main><footer>© 2024</footer></body></html>`
const read = (html: string): Extracted => extractPage(html, { url: 'https://harbour.example/2024/pier' })
const parts = ({ text, blocks }: Extracted): string[] =>
  blocks.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`)
const p = (text: string): string => `<p>${text}</p>`

describe('each kind of text', () => {
  it.each([
    ['en', 'Pier to open', EN, 'Correction: an earlier version of this report named the wrong pier.'],
    ['ar', 'افتتاح الرصيف', AR, 'تصحيح: ذكرت نسخة سابقة من هذا التقرير اسم رصيف آخر.'],
    ['he', 'המזח ייפתח', HE, 'תיקון: גרסה קודמת של הכתבה נקבה בשם של מזח אחר.'],
    ['ja', '桟橋が開通へ', JA, '訂正：この記事の以前の版では桟橋の名前が間違っていました。'],
  ])(
    'in %s: paragraphs, a pull quote, a picture with its caption, a correction',
    (lang, title, line, correction) => {
      const found = read(
        page(
          lang,
          title,
          `${p(line(1))}${p(line(2))}<aside class="pull-quote"><p>${line(3)}</p></aside><figure><img src="/a.jpg" width="800" height="600"><figcaption>${line(4)}</figcaption></figure>${p(line(5))}<p class="correction">${correction}</p>`,
        ),
      )
      expect(parts(found)).toEqual([
        `title: ${title}`,
        `paragraph: ${line(1)}`,
        `paragraph: ${line(2)}`,
        `pull-quote: ${line(3)}`,
        'image: ',
        `caption: ${line(4)}`,
        `paragraph: ${line(5)}`,
        `correction: ${correction}`,
      ])
      expect(found.language).toBe(lang)
      expect(found.direction).toBe(lang === 'ar' || lang === 'he' ? 'rtl' : 'ltr')
    },
  )

  it.each([
    ['en', 'Pier live', EN],
    ['ar', 'الرصيف مباشر', AR],
    ['ja', '桟橋ライブ', JA],
  ])('in %s: the entries of a live blog, with their times', (lang, title, line) => {
    const entry = (n: number) =>
      `<article class="live-entry"><time datetime="2024-03-09T1${n}:00:00Z">1${n}:00</time><p>${line(n)}</p></article>`
    const found = read(page(lang, title, [1, 2, 3, 4].map(entry).join('')))
    for (const n of [1, 2, 3, 4]) expect(parts(found)).toContain(`live-entry: ${line(n)}`)
  })

  it.each([
    ['en', 'A talk with the pilot', EN, 'How late was the ferry?', 'Who pays?'],
    ['ar', 'حوار مع المرشد', AR, 'كم تأخرت العبّارة؟', 'من يدفع؟'],
    ['he', 'ראיון עם הנתב', HE, 'כמה איחרה המעבורת?', 'מי משלם?'],
    ['ja', '水先人に聞く', JA, 'フェリーはどれほど遅れましたか。', '誰が払うのですか。'],
  ])(
    'in %s: the short questions of an interview as well as its answers',
    (lang, title, line, first, second) => {
      const found = read(
        page(
          lang,
          title,
          `${p(line(1))}<p><strong>${first}</strong></p>${p(line(2))}<p><strong>${second}</strong></p>${p(line(3))}`,
        ),
      )
      expect(parts(found)).toEqual([
        `title: ${title}`,
        ...[line(1), first, line(2), second, line(3)].map((text) => `paragraph: ${text}`),
      ])
    },
  )

  it('a gallery, every picture with its caption', () => {
    const slide = (n: number) =>
      `<figure class="slide"><img src="/${n}.jpg" width="900" height="600"><figcaption>The ${n}th pier at dusk, as the pilots see it.</figcaption></figure>`
    const found = read(
      page('en', 'Piers at dusk', `${p(EN(1))}${p(EN(2))}${[1, 2, 3, 4].map(slide).join('')}`),
    )
    expect(found.blocks.filter(({ kind }) => kind === 'image')).toHaveLength(4)
    expect(found.blocks.filter(({ kind }) => kind === 'caption')).toHaveLength(4)
  })

  it('a player and a post set into the text, as an address', () => {
    const found = read(
      page(
        'en',
        'Ferry on film',
        `${p(EN(1))}<iframe src="https://player.example/embed/7"></iframe>${p(EN(2))}<blockquote class="twitter-tweet"><p>Late again, and wet.</p></blockquote>${p(EN(3))}`,
      ),
    )
    expect(found.blocks.find(({ kind }) => kind === 'embed')?.href).toBe('https://player.example/embed/7')
    expect(parts(found)).toContain('quote: Late again, and wet.')
  })
})

describe('text that is easily lost', () => {
  it('a table under a line that only offers to share', () => {
    const found = read(
      page(
        'en',
        'Ferry times',
        '<div class="tools"><a href="/s">Share this</a></div><p>Times from May on.</p><table><tr><td>Arl</td><td>9:00</td></tr><tr><td>Bel</td><td>9:40</td></tr></table>',
      ),
    )
    expect(found.text).toContain('Bel\t9:40')
  })

  it('headings over headings and over pictures, and a first paragraph called a summary', () => {
    const found = read(
      page(
        'en',
        'Pier to open',
        `<p class="summary">${EN(1)}</p>${p(EN(2))}<h2>The cost</h2><h3>In spring</h3>${p(EN(3))}<h2>The plan</h2><img src="/plan.png" width="600" height="400">${p(EN(4))}`,
      ),
    )
    expect(parts(found).filter((part) => !part.startsWith('paragraph'))).toEqual([
      'title: Pier to open',
      'heading: The cost',
      'heading: In spring',
      'heading: The plan',
      'image: ',
    ])
    expect(found.text).toContain(EN(1))
  })

  it('an article of two lines, of links, or in pieces that are each called an article', () => {
    expect(read(page('en', 'Fog', '<p>Fog again.</p><p>No ferry today.</p>')).text).toBe(
      'Fog\n\nFog again.\n\nNo ferry today.',
    )
    const links = read(
      page(
        'en',
        'Read elsewhere',
        '<p><a href="/1">The toll of the Arl bridge</a></p><p><a href="/2">Fog in Bel and in Arl</a></p>',
      ),
    )
    expect(links.text).toContain('Fog in Bel and in Arl')
    const pieces = `<article><p>${EN(1)}</p><p>${EN(2)}</p><p>${EN(3)}</p></article><article><p>${EN(4)}</p><p>${EN(5)}</p><p>${EN(6)}</p></article>`
    expect(read(page('en', 'Pier to open', pieces)).text).toContain(EN(6))
  })

  it('what lies in a layout named after its side column', () => {
    const html = `<html><head><title>Pier to open</title></head><body><h1>Pier to open</h1><div class="wrap sidebar_right"><main><div class="entry-content">${p(EN(1))}${p(EN(2))}</div></main></div></body></html>`
    expect(read(html).text).toContain(EN(2))
  })

  it('words inside elements of a site\u2019s own making', () => {
    const found = read(
      page('en', 'Pier to open', `<p>The board <x-person>of the harbour</x-person> met.</p>${p(EN(1))}`),
    )
    expect(found.text).toContain('The board of the harbour met.')
  })

  it('short paragraphs of Chinese, Japanese and Thai, which put no spaces between words', () => {
    for (const [lang, lines] of [
      [
        'zh',
        [
          '港口委员会今天开会，同意了新码头的费用。',
          '工程将在春天完成，主席对记者说。',
          '渡轮因大雾晚点一小时。',
        ],
      ],
      [
        'ja',
        [
          '港湾委員会は会合を開き、費用に合意した。',
          '工事は春に終わると委員長は述べた。',
          'フェリーは霧で一時間遅れた。',
        ],
      ],
      [
        'th',
        [
          'คณะกรรมการท่าเรือประชุมวันนี้และเห็นชอบค่าใช้จ่ายของท่าเรือใหม่',
          'งานก่อสร้างจะเสร็จในฤดูใบไม้ผลิ ประธานกล่าวกับผู้สื่อข่าว',
          'เรือข้ามฟากล่าช้าหนึ่งชั่วโมงเพราะหมอก',
        ],
      ],
    ] as const) {
      const found = read(page(lang, '2024', lines.map(p).join('')))
      for (const line of lines) expect(found.text).toContain(line)
      expect(found.language).toBe(lang)
    }
  })
})
