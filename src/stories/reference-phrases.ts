/** How seven languages point to another happening: "a week after", "last month's", "in the wake of". */

import {
  apart,
  before,
  type Days,
  monthBack,
  ofDay,
  ofMonth,
  ofWeekday,
  ofYear,
  since,
  weekBack,
  yearBack,
} from './reference-times.ts'

type Groups = Readonly<Record<string, string | undefined>>

/** A phrase of time with what it means, seen from an instant (epoch milliseconds). */
export type Timed = { readonly pattern: RegExp; readonly days: (groups: Groups, at: number) => Days }

export type Phrases = {
  /** Cheap: a paragraph without it points nowhere. */
  readonly hint: RegExp
  /** "Two weeks after": groups `count`, `unit` and `way`; what follows names the other happening. */
  readonly apart: RegExp
  readonly numbers: Readonly<Record<string, number>>
  /** In days. */
  readonly units: Readonly<Record<string, number>>
  /** Units that without a count mean several. */
  readonly many: RegExp
  /** The other happening lies in the future of the one told. */
  readonly ahead: RegExp
  /** Words after which a happening with a time of its own is another one; in group `sure` those that need no time. */
  readonly links: RegExp
  /** Times before a noun ("last month's") and after what they date ("last month"). */
  readonly owned: readonly Timed[]
  readonly spoken: readonly Timed[]
  /** "The third such attack since March", with the group `kind` and times of its own. */
  readonly series?: { readonly pattern: RegExp; readonly times: readonly Timed[] }
  /** Rules, plans and guesses: in what names the other happening, and in the rest of the sentence. */
  readonly doubt: RegExp
  readonly doubtAround: RegExp
  /** Of these the first are no doubt where the other happening is told in a verb's past: "will pay, two years after it fell". */
  readonly intent?: RegExp
  readonly past?: RegExp
  /** Another time than the article's own stands in the sentence. */
  readonly elsewhen: RegExp
  /** Where what names a happening may begin; where it may end, and where it ends in any case. */
  readonly starts: RegExp
  readonly stops: RegExp
  readonly ends: RegExp
}

const listed = (names: string): Readonly<Record<string, number>> =>
  Object.fromEntries(
    names
      .trim()
      .split(/\s+/)
      .map((pair) => pair.split('='))
      .map(([word, value]) => [word, Number(value)]),
  )

const months = 'january february march april may june july august september october november december'.split(
  ' ',
)
const MONTH =
  '(?<month>January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.|Feb\\.|Aug\\.|Sept\\.|Oct\\.|Nov\\.|Dec\\.)'
const monthOf = (name = ''): number =>
  months.findIndex((month) => month.startsWith(name.toLowerCase().slice(0, 3)))
const weekdays = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ')
const WEEKDAY = '(?<weekday>Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday)'
const weekdayOf = (name = ''): number => weekdays.indexOf(name.toLowerCase())
const yearOf = (year: string | undefined): number | undefined =>
  year === undefined ? undefined : Number(year)

const NUMBER =
  'an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen|twenty|a couple of|a few|several|\\d{1,3}'
const ORDINAL =
  'first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twentieth|\\d{1,3}(?:st|nd|rd|th)'
const enNumbers = listed(
  'first=1 second=2 third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9 tenth=10 twentieth=20 a=1 an=1 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 eighteen=18 twenty=20 couple=2 few=0 several=0 the=1',
)
const enUnits = listed(
  'hour=0.0417 hours=0.0417 day=1 days=1 week=7 weeks=7 fortnight=14 month=30.4 months=30.4 year=365 years=365 anniversary=365',
)
/** Words to a number: 0 where it is several. */
export const countOf = (words: string | undefined, numbers: Phrases['numbers']): number | undefined => {
  if (words === undefined) return undefined
  const digits = Number(words.replace(/(?:st|nd|rd|th)$/, ''))
  if (words !== '' && !Number.isNaN(digits)) return digits
  for (const word of words.toLowerCase().split(/\s+/).toReversed())
    if (word !== 'of' && numbers[word] !== undefined) return numbers[word]
  return undefined
}

const periodBack = (unit: string | undefined, at: number): Days =>
  /^w/i.test(unit ?? '') ? weekBack(1, at) : /^m/i.test(unit ?? '') ? monthBack(1, at) : yearBack(1, at)
const periodNow = (unit: string | undefined, at: number): Days =>
  /^w/i.test(unit ?? '') ? weekBack(0, at) : /^m/i.test(unit ?? '') ? monthBack(0, at) : yearBack(0, at)
const ago = ({ count, unit }: Groups): Days => {
  const number = countOf(count, enNumbers) || 3
  return before(apart(number, enUnits[(unit ?? '').toLowerCase()] ?? 7))
}

const english: Phrases = {
  hint: /\b(?:[Hh]ours?|[Dd]ays?|[Ww]eeks?|fortnight|[Mm]onths?|[Yy]ears?)(?: to the day)? (?:after|before|since|following|ago|earlier|on from)\b|\banniversary of\b|\b[Ll]ast (?:week|month|year|[MTWFSJND][a-z]+)\b|\b[Ee]arlier this\b|day['’]s |\bthis (?:week|month|year)['’]s|\b[Ff]ollow(?:s|ed|ing) |\b[Ii]n the (?:wake|aftermath) of\b|\b[Ii]n (?:response to|retaliation for)\b|\b(?:comes?|came|coming) [a-z ]{0,12}after\b|\b(?:second|third|fourth|fifth|sixth|seventh|eighth|latest|\dth) (?:such|[a-z]+ (?:(?:to|on|in|by|of|at|against|with) |since|this|[a-z]+ ))|\b[Tt]he (?:(?:19|20)\d\d |\d{1,2} [A-Z]|[JFMASOND][a-z]+\.? (?:\d|[a-z]))|\b(?:when|who|[Aa]fter|[Ss]ince|where|[Aa]t|[Dd]uring|from|[Ff]ollowing) [^.]{3,60} (?:in|on) (?:\d{1,2} )?(?:[JFMASOND][a-z]+|(?:19|20)\d\d)\b/,
  apart: new RegExp(
    `\\b(?:(?<rough>about|around|nearly|almost|just|barely|only|exactly|roughly|more than|less than|over|fewer than|some) )?(?:(?<count>${NUMBER}|the|${ORDINAL}) )?(?<unit>hours?|days?|weeks?|fortnight|months?|years?|anniversary)(?: to the day)? (?<way>(?<!anniversary )(?:after|before|since|following|on from)|(?<=anniversary )of)\\b(?! (?:all|that|this|then)\\b)`,
    'gi',
  ),
  numbers: enNumbers,
  units: enUnits,
  many: /s$/i,
  ahead: /^before$/i,
  links:
    /\b(?:(?<sure>in the (?:wake|aftermath) of|in (?:response to|retaliation for)|(?:comes?|came|coming) (?:(?:just|shortly|soon|hours|only) )?after|(?:visit|trip|tour|journey|move|decision|announcement|statement|warning|order|ban|recall|departure|closure|suspension|appointment|launch|meeting|summit|talks|deal|agreement|sanctions|attack|strikes?|raid|explosion|blast|shooting|killings?|crash|operation|offensive|arrests?|protests?|rally|march|resignation|vote|election|ruling|verdict|inquiry|investigation|death|it|this|which|that)(?: [a-z]+ly)? follow(?:s|ed)|, following|^following)|after|following|since|during|at|from|when|who|where|which|whose) /gi,
  owned: [
    { pattern: /\blast (?<unit>week|month|year)['’]s\b/gi, days: ({ unit }, at) => periodBack(unit, at) },
    {
      pattern: /\b(?<this>earlier this|this) (?<unit>week|month|year)['’]s\b/gi,
      days: ({ unit }, at) => periodNow(unit, at),
    },
    { pattern: /\byesterday['’]s\b/gi, days: () => [-2, 0] },
    {
      pattern: new RegExp(`\\b(?<last>[Ll]ast )?${WEEKDAY}['’]s\\b`, 'g'),
      days: ({ weekday, last }, at) => ofWeekday(weekdayOf(weekday), at, last !== undefined),
    },
    {
      pattern: new RegExp(
        `\\b(?:[Tt]he|last) ${MONTH} (?<day>\\d{1,2})(?:st|nd|rd|th)?(?:, (?<year>(?:19|20)\\d\\d),?)? (?=[a-z])`,
        'g',
      ),
      days: ({ month, day, year }, at) => ofDay(monthOf(month), Number(day), at, yearOf(year)),
    },
    {
      pattern: new RegExp(`\\b[Tt]he (?<day>\\d{1,2}) ${MONTH}(?: (?<year>(?:19|20)\\d\\d))? (?=[a-z])`, 'g'),
      days: ({ month, day, year }, at) => ofDay(monthOf(month), Number(day), at, yearOf(year)),
    },
    {
      pattern: new RegExp(
        `\\b(?:[Tt]he|last) ${MONTH}(?: (?<year>(?:19|20)\\d\\d))?(?:['’]s)? (?=[a-z])(?!on |of |in )`,
        'g',
      ),
      days: ({ month, year }, at) => ofMonth(monthOf(month), at, yearOf(year)),
    },
    {
      pattern: /\b[Tt]he (?<year>(?:19|20)\d\d) (?=[\p{L}])/gu,
      days: ({ year }, at) => ofYear(Number(year), at),
    },
  ],
  spoken: [
    { pattern: /\blast (?<unit>week|month|year)\b(?!['’])/gi, days: ({ unit }, at) => periodBack(unit, at) },
    {
      pattern: /\bearlier this (?<unit>week|month|year)\b(?!['’])/gi,
      days: ({ unit }, at) => periodNow(unit, at),
    },
    {
      pattern: new RegExp(
        `(?<!than |from |compared (?:with|to) )\\b(?<count>${NUMBER}) (?<unit>days?|weeks?|months?|years?) (?:ago|earlier)\\b`,
        'gi',
      ),
      days: ago,
    },
    {
      pattern: new RegExp(`\\b[Ll]ast ${WEEKDAY}\\b(?!['’])`, 'g'),
      days: ({ weekday }, at) => ofWeekday(weekdayOf(weekday), at, true),
    },
    {
      pattern: new RegExp(`\\b(?:on|since) ${MONTH} (?<day>\\d{1,2})\\b(?:, (?<year>(?:19|20)\\d\\d))?`, 'g'),
      days: ({ month, day, year }, at) => ofDay(monthOf(month), Number(day), at, yearOf(year)),
    },
    {
      pattern: new RegExp(`\\b(?:on|since) (?<day>\\d{1,2}) ${MONTH}(?: (?<year>(?:19|20)\\d\\d))?`, 'g'),
      days: ({ month, day, year }, at) => ofDay(monthOf(month), Number(day), at, yearOf(year)),
    },
    {
      pattern: new RegExp(`\\b(?:in|last) ${MONTH}(?: (?:of )?(?<year>(?:19|20)\\d\\d))?\\b(?!['’])`, 'g'),
      days: ({ month, year }, at) => ofMonth(monthOf(month), at, yearOf(year)),
    },
    { pattern: /\bin (?<year>(?:19|20)\d\d)\b/g, days: ({ year }, at) => ofYear(Number(year), at) },
  ],
  series: {
    pattern:
      /\b(?:latest in a (?:series|string|wave|spate) of (?<many>\p{Ll}+(?: \p{Ll}+)?)|(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|latest|\d{1,2}(?:st|nd|rd|th)) (?:such )?(?:(?!in |since |this )[\p{Ll}-]+ ){0,2}?(?!in |since |this )(?<kind>\p{Ll}+)(?: (?:to|on|in|by|of|at|against|with|between) (?:the )?\p{Lu}[\p{L}’'-]+(?: \p{L}[\p{L}’'-]+)??)?)(?: (?<time>(?:since|in(?: as many| less than| under| just)?|this|within) (?:the )?[\p{L}\d]+(?: (?:days|weeks|months|years|week|month|year|\d{1,2}))?))?/gu,
    times: [
      {
        pattern: new RegExp(`^since ${MONTH}(?: (?<day>\\d{1,2})$)?`, ''),
        days: ({ month, day }, at) =>
          since(day === undefined ? ofMonth(monthOf(month), at) : ofDay(monthOf(month), Number(day), at)),
      },
      {
        pattern: new RegExp(
          `^(?:in|within)(?: as many| less than| under| just)? (?:(?<count>${NUMBER}) )?(?<unit>days|weeks?|months?|years?)$`,
        ),
        days: ({ count, unit }) => [
          -Math.round((countOf(count, enNumbers) || 3) * enUnits[unit!]! * 1.2) - 2,
          0,
        ],
      },
      { pattern: /^this (?<unit>week|month|year)$/, days: ({ unit }, at) => periodNow(unit, at) },
    ],
  },
  doubt:
    /\b(?:if|would|could|might|may|should|whether|unless|will|shall|possible|potential|planned|proposed|scheduled|expected|any|every|each|next|upcoming|future|alleged|hypothetical|never|not|no|denied|cancelled|canceled|postponed|didn['’]t|wasn['’]t|weren['’]t|fictional|birth)\b|n['’]t\b/,
  doubtAround:
    /\b(?:if|unless|would|could|might|may|should|must|shall|can|usually|typically|normally|often|every|each|always|whether|within|up to|no later than|imagine|suppose|novel|film|drama|wasn['’]t|don['’]t|doesn['’]t)\b|\b[Ii]f\b|^Had\b/,
  intent: /\b(?:will|to be|set for|due)\b/,
  past: /\b(?:was|were|met|ran|sank|shot|fell|fled|died|broke|\p{L}{3,}ed)\b/u,
  elsewhen: new RegExp(
    `\\bhad\\b|\\b(?:in|on|of|since|until) (?:\\d{1,2} )?${MONTH}|\\b(?:19|20)\\d\\d\\b|\\bago\\b|\\blast (?:week|month|year)\\b`,
  ),
  starts: /[,;:()]|\s[-–—]\s|—|…| (?:while|which|who|where|when|amid|but|because|although|though) /g,
  stops:
    /[,;:()]|\s[-–—]\s|—|\.\.\.|…| (?:as|while|which|who|where|when|amid|but|and|because|although|though|before|after|that) /g,
  ends: /^(?:[;:()]|\s?[-–—]\s?|\.\.\.|…| (?:but|while|because|although|though|as|before|after) )$/,
}

/** Languages without times of months: how far apart, the last week, month and year, and "in the wake of". */
type Small = {
  readonly units: string
  readonly many: string
  readonly numbers: string
  readonly apart: string
  readonly ahead: RegExp
  readonly sure: string
  readonly weak: string
  readonly week: string
  readonly month: string
  readonly year: string
  readonly doubt: RegExp
  readonly stops: RegExp
}

function small({
  units,
  many,
  numbers,
  apart,
  ahead,
  sure,
  weak,
  week,
  month,
  year,
  doubt,
  stops,
}: Small): Phrases {
  // What Unicode calls a word's edge is not what \b does.
  const word = (source: string, flags: string) =>
    new RegExp(`(?<![\\p{L}\\p{M}])(?:${source})(?![\\p{L}\\p{M}])`, flags)
  return {
    hint: word(`${apart}|${sure}|${week}|${month}|${year}`, 'iu'),
    apart: word(apart, 'giu'),
    numbers: listed(numbers),
    units: listed(units),
    many: word(many, 'iu'),
    ahead,
    links: word(`(?<sure>${sure})|${weak}`, 'giu'),
    owned: [],
    spoken: [
      { pattern: word(week, 'giu'), days: (_, at) => weekBack(1, at) },
      { pattern: word(month, 'giu'), days: (_, at) => monthBack(1, at) },
      { pattern: word(year, 'giu'), days: (_, at) => yearBack(1, at) },
    ],
    doubt,
    doubtAround: doubt,
    elsewhen: /(?:19|20)\d\d/,
    starts: stops,
    stops,
    ends: /^[;:()—؛]$/,
  }
}

const others: Readonly<Record<string, Phrases>> = {
  fr: small({
    many: 'heures|jours|semaines|mois|ans|années',
    units:
      'heures=0.0417 jour=1 jours=1 semaine=7 semaines=7 mois=30.4 an=365 ans=365 année=365 années=365 lendemain=1',
    numbers:
      'un=1 une=1 deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10 onze=11 douze=12 quelques=0 plusieurs=0',
    apart:
      '(?:(?<count>une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quelques|plusieurs|\\d{1,3}) )?(?<unit>heures|jours?|semaines?|mois|ans?|années?|(?<=[Aa]u )lendemain) (?<way>après|avant|(?<=lendemain )(?:de|du|des))',
    ahead: /^avant$/i,
    sure: 'à la suite de|à la suite du|à la suite des|dans le sillage de|dans le sillage du|en réponse à|en représailles à|fait suite à|fait suite au|intervient après',
    weak: 'après|depuis|lors de|lors du|lors des|lorsque|quand|qui|suivant',
    week: 'la semaine dernière|la semaine passée',
    month: 'le mois dernier|le mois passé',
    year: "l[’']an dernier|l[’']année dernière|l[’']an passé",
    doubt:
      /(?<!\p{L})(?:si|\p{L}+[ei]raient|\p{L}*[euad]rait|peut|doit|pas|jamais|aucune?|chaque|prochaine?|prévue?|éventuelle?|naissance|sera|seront)(?!\p{L})/iu,
    stops: /[,;:()]|—| (?:et|mais|tandis|alors|qui|que|où|dont) /g,
  }),
  es: small({
    many: 'horas|días|semanas|meses|años',
    units: 'horas=0.0417 día=1 días=1 semana=7 semanas=7 mes=30.4 meses=30.4 año=365 años=365',
    numbers:
      'un=1 una=1 dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 doce=12 unos=0 pocos=0 varias=0 varios=0',
    apart:
      '(?:(?<count>una?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|unos|pocos|varios|varias|\\d{1,3}) )?(?<unit>horas|días?|semanas?|mes|meses|años?) (?<way>después del?|después de que|tras|antes del?)',
    ahead: /^antes/i,
    sure: 'a raíz del?|a raíz de|en respuesta al?|en represalia por|se produce tras|llega tras|se produce después del?',
    weak: 'tras|después del?|desde|durante|cuando|en|que|quien',
    week: 'la semana pasada',
    month: 'el mes pasado|del mes pasado',
    year: 'el año pasado|del año pasado',
    doubt:
      /(?<!\p{L})(?:si|sería|podría|podrían|debería|habría|puede|debe|no|nunca|ningún|ninguna|cada|próxim[oa]|prevista|previsto|posible|será|nacimiento)(?!\p{L})/iu,
    stops: /[,;:()]|—| (?:y|pero|mientras|que|quien|donde) /g,
  }),
  de: small({
    many: 'stunden|tagen?|wochen|monaten?|jahren?',
    units:
      'stunden=0.0417 tag=1 tage=1 tagen=1 woche=7 wochen=7 monat=30.4 monate=30.4 monaten=30.4 jahr=365 jahre=365 jahren=365',
    numbers:
      'ein=1 eine=1 einen=1 einem=1 einer=1 zwei=2 drei=3 vier=4 fünf=5 sechs=6 sieben=7 acht=8 neun=9 zehn=10 zwölf=12 wenige=0 einige=0 mehrere=0',
    apart:
      '(?:(?<count>eine?[nmr]?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|wenige|einige|mehrere|\\d{1,3}) )?(?<unit>Stunden|Tage?|Wochen?|Monate?|Jahre?) (?<way>nach|nachdem|vor)',
    ahead: /^vor$/i,
    sure: 'in der Folge de[sr]|als Reaktion auf|als Vergeltung für|im Gefolge de[sr]|folgt auf',
    weak: 'nach|nachdem|seit|bei|beim|während|als|der|die|auf',
    week: 'vergangene Woche|letzte Woche|in der vergangenen Woche|in der letzten Woche|vor einer Woche|vorige Woche',
    month: 'vergangenen Monat|letzten Monat|im vergangenen Monat|im letzten Monat|vor einem Monat',
    year: 'vergangenen Jahr|letzten Jahr|im vergangenen Jahr|im letzten Jahr|vor einem Jahr',
    doubt:
      /(?<!\p{L})(?:wenn|falls|würde|würden|könnte|könnten|sollte|soll|muss|kann|nicht|nie|kein|keine|keinen|jede[nrsm]?|nächste[nrsm]?|geplante[nrsm]?|mögliche[nrsm]?|wird|werden|Geburt)(?!\p{L})/iu,
    stops: /[,;:()]|—| (?:und|aber|während|als|sowie) /g,
  }),
  ru: small({
    many: 'часов|дней|недель|месяцев|лет',
    units:
      'часов=0.0417 день=1 дня=1 дней=1 неделю=7 недели=7 недель=7 месяц=30.4 месяца=30.4 месяцев=30.4 год=365 года=365 лет=365',
    numbers:
      'один=1 одну=1 два=2 две=2 три=3 четыре=4 пять=5 шесть=6 семь=7 восемь=8 девять=9 десять=10 несколько=0',
    apart:
      '(?:через|спустя) (?:(?<count>один|одну|два|две|три|четыре|пять|шесть|семь|восемь|девять|десять|несколько|\\d{1,3}) )?(?<unit>часов|день|дня|дней|неделю|недели|недель|месяц|месяца|месяцев|год|года|лет) (?<way>после)(?: того,? как)?',
    ahead: /^до$/i,
    sure: 'вслед за|в ответ на|последовал за|последовала за|последовало за',
    weak: 'после|во время|когда|на|с',
    week: 'на прошлой неделе|неделю назад',
    month: 'в прошлом месяце|месяц назад',
    year: 'в прошлом году|год назад',
    doubt:
      /(?<!\p{L})(?:если|бы|может|могут|должен|должна|должны|не|никогда|каждый|каждая|каждые|следующ\p{L}+|возможн\p{L}+|планируем\p{L}+|будет|будут|рождения)(?!\p{L})/iu,
    stops: /[,;:()]|—| (?:и|но|а|где|пока) /g,
  }),
  ar: small({
    many: 'ساعات|أيام|ايام|أسابيع|أشهر|أعوام|سنوات',
    units:
      'ساعات=0.0417 يوم=1 يومين=2 أيام=1 ايام=1 أسبوع=7 اسبوع=7 أسبوعين=14 اسبوعين=14 أسابيع=7 شهر=30.4 شهرين=60.8 أشهر=30.4 عام=365 سنة=365 عامين=730 سنتين=730 أعوام=365 سنوات=365',
    numbers:
      'ثلاثة=3 ثلاث=3 أربعة=4 أربع=4 خمسة=5 خمس=5 ستة=6 ست=6 سبعة=7 سبع=7 ثمانية=8 تسعة=9 عشرة=10 عدة=0 بضعة=0',
    apart:
      'بعد (?:(?<count>ثلاثة|ثلاث|أربعة|أربع|خمسة|خمس|ستة|ست|سبعة|سبع|ثمانية|تسعة|عشرة|عدة|بضعة|\\d{1,3}) )?(?<unit>ساعات|يوم|يومين|أيام|ايام|أسبوع|اسبوع|أسبوعين|اسبوعين|أسابيع|شهر|شهرين|أشهر|عام|عامين|سنة|سنتين|أعوام|سنوات)(?: واحد| واحدة)? (?<way>من|على)',
    ahead: /^قبل$/,
    sure: 'في أعقاب|في اعقاب|على خلفية|ردا على|ردًا على|رداً على|عقب',
    weak: 'بعد|منذ|خلال|أثناء|عندما|حين|الذي|التي',
    week: 'الأسبوع الماضي|الاسبوع الماضي',
    month: 'الشهر الماضي',
    year: 'العام الماضي|السنة الماضية',
    doubt:
      /(?<!\p{L})(?:إذا|اذا|لو|قد|ربما|سوف|لن|لم|لا|المقبل|المقبلة|القادم|القادمة|المتوقع|المتوقعة|كل|المحتمل|المحتملة|نفى|ولادة)(?!\p{L})/u,
    stops: /[،,;؛:()]|—| (?:فيما|بينما|لكن|حيث|الذي|التي) /g,
  }),
  he: small({
    many: 'שעות|ימים|שבועות|חודשים|שנים',
    units:
      'שעות=0.0417 יום=1 יומיים=2 ימים=1 שבוע=7 שבועיים=14 שבועות=7 חודש=30.4 חודשיים=60.8 חודשים=30.4 שנה=365 שנתיים=730 שנים=365',
    numbers:
      'שלושה=3 שלוש=3 שלושת=3 ארבעה=4 ארבע=4 חמישה=5 חמש=5 שישה=6 שש=6 שבעה=7 שבע=7 שמונה=8 תשעה=9 עשרה=10 כמה=0 מספר=0',
    apart:
      '(?:(?<count>שלושה|שלושת|שלוש|ארבעה|ארבע|חמישה|חמש|שישה|שש|שבעה|שבע|שמונה|תשעה|עשרה|כמה|מספר|\\d{1,3}) )?(?<unit>שעות|יום|יומיים|ימים|שבוע|שבועיים|שבועות|חודש|חודשיים|חודשים|שנה|שנתיים|שנים) (?<way>אחרי ש?|לאחר ש?|אחרי|לאחר|לפני)',
    ahead: /^לפני/,
    sure: 'בעקבות|בתגובה ל|בתגובה על',
    weak: 'אחרי|לאחר|מאז|במהלך|כאשר|כש\\p{L}+|אשר|בעת',
    week: 'בשבוע שעבר|שבוע שעבר',
    month: 'בחודש שעבר|חודש שעבר',
    year: 'בשנה שעברה|אשתקד',
    doubt:
      /(?<!\p{L})(?:אם|אילו|לו|ייתכן|עשוי|עשויה|עלול|יהיה|תהיה|לא|אין|מעולם|כל|הבא|הבאה|הצפוי|הצפויה|המתוכנן|המתוכננת|לידה)(?!\p{L})/u,
    stops: /[,;:()]|—| (?:אך|אבל|בעוד|שבה|שבו|אשר) /g,
  }),
}

/** How a language (ISO 639-1) points to other happenings; undefined where nobody has told it. */
export const phrasesOf = (language: string): Phrases | undefined =>
  language === 'en' ? english : Object.hasOwn(others, language) ? others[language] : undefined
