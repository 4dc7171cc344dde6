/** Calendar dates as pages print them, in the languages of the press: "9. März 2024", "2024年3月9日", "March 9, 2024". */

export type VisibleDate = {
  /** ISO day. */
  readonly day: string
  readonly start: number
  readonly end: number
  /** "HH:MM", where a clock time stands beside it. */
  readonly time?: string
  /** True for 03/04/2024, which two countries read differently. */
  readonly open?: boolean
}

/** By month, every way it is written, lower case, accents kept. Longer forms are tried first. */
const MONTH_WORDS: readonly string[] = [
  'january jan janvier janv januar j\u00e4nner j\u00e4n jaenner enero ene janeiro gennaio gen januari stycznia stycze\u0144 sty ledna leden \u044f\u043d\u0432\u0430\u0440\u044f \u044f\u043d\u0432\u0430\u0440\u044c \u044f\u043d\u0432 \u0441\u0456\u0447\u043d\u044f ocak oca ianuarie janu\u00e1r tammikuuta \u03b9\u03b1\u03bd\u03bf\u03c5\u03b1\u03c1\u03af\u03bf\u03c5 \u0438\u0430\u043d\u0443\u0430\u0440\u0438 \u044f\u043d\u0443\u0430\u0440\u0438 gener \u064a\u0646\u0627\u064a\u0631 \u0643\u0627\u0646\u0648\u0646 \u0627\u0644\u062b\u0627\u0646\u064a \u05d9\u05e0\u05d5\u05d0\u05e8 \u091c\u0928\u0935\u0930\u0940 \u0e21\u0e01\u0e23\u0e32\u0e04\u0e21',
  'february feb f\u00e9vrier f\u00e9vr fevrier februar febrero fevereiro fev febbraio februari lutego luty lut \u00fanora \u00fanor \u0444\u0435\u0432\u0440\u0430\u043b\u044f \u0444\u0435\u0432\u0440\u0430\u043b\u044c \u0444\u0435\u0432 \u043b\u044e\u0442\u043e\u0433\u043e \u015fubat \u015fub februarie febru\u00e1r helmikuuta \u03c6\u03b5\u03b2\u03c1\u03bf\u03c5\u03b1\u03c1\u03af\u03bf\u03c5 \u0444\u0435\u0432\u0440\u0443\u0430\u0440\u0438 febrer \u0641\u0628\u0631\u0627\u064a\u0631 \u0634\u0628\u0627\u0637 \u05e4\u05d1\u05e8\u05d5\u05d0\u05e8 \u092b\u0930\u0935\u0930\u0940 \u0e01\u0e38\u0e21\u0e20\u0e32\u0e1e\u0e31\u0e19\u0e18\u0e4c',
  'march mar mars m\u00e4rz maerz m\u00e4r mrz marzo mar\u00e7o marco maart mrt marca marzec b\u0159ezna b\u0159ezen \u043c\u0430\u0440\u0442\u0430 \u043c\u0430\u0440\u0442 \u043c\u0430\u0440 \u0431\u0435\u0440\u0435\u0437\u043d\u044f mart martie m\u00e1rcius maaliskuuta marts \u03bc\u03b1\u03c1\u03c4\u03af\u03bf\u03c5 mar\u00e7 maret \u0645\u0627\u0631\u0633 \u0622\u0630\u0627\u0631 \u05de\u05e8\u05e5 \u05de\u05e8\u05e1 \u092e\u093e\u0930\u094d\u091a \u0e21\u0e35\u0e19\u0e32\u0e04\u0e21',
  'april apr avril avr abril abr aprile kwietnia kwiecie\u0144 kwi dubna duben \u0430\u043f\u0440\u0435\u043b\u044f \u0430\u043f\u0440\u0435\u043b\u044c \u0430\u043f\u0440 \u043a\u0432\u0456\u0442\u043d\u044f nisan nis aprilie \u00e1prilis huhtikuuta \u03b1\u03c0\u03c1\u03b9\u03bb\u03af\u03bf\u03c5 \u0430\u043f\u0440\u0438\u043b \u0625\u0628\u0631\u064a\u0644 \u0623\u0628\u0631\u064a\u0644 \u0627\u0628\u0631\u064a\u0644 \u0646\u064a\u0633\u0627\u0646 \u05d0\u05e4\u05e8\u05d9\u05dc \u0905\u092a\u094d\u0930\u0948\u0932 \u0e40\u0e21\u0e29\u0e32\u0e22\u0e19',
  'may mai mayo maio maggio mag mei maj maja kv\u011btna kv\u011bten \u043c\u0430\u044f \u043c\u0430\u0439 \u0442\u0440\u0430\u0432\u043d\u044f may\u0131s m\u00e1jus toukokuuta \u03bc\u03b1\u0390\u03bf\u03c5 \u03bc\u03b1\u03af\u03bf\u03c5 maig \u0645\u0627\u064a\u0648 \u0623\u064a\u0627\u0631 \u05de\u05d0\u05d9 \u092e\u0908 \u0e1e\u0e24\u0e29\u0e20\u0e32\u0e04\u0e21',
  'june jun juin juni junio junho jun giugno giu czerwca czerwiec cze \u010dervna \u010derven \u0438\u044e\u043d\u044f \u0438\u044e\u043d\u044c \u0438\u044e\u043d \u0447\u0435\u0440\u0432\u043d\u044f haziran haz iunie j\u00fanius kes\u00e4kuuta \u03b9\u03bf\u03c5\u03bd\u03af\u03bf\u03c5 \u044e\u043d\u0438 juny \u064a\u0648\u0646\u064a\u0648 \u064a\u0648\u0646\u064a\u0647 \u062d\u0632\u064a\u0631\u0627\u0646 \u05d9\u05d5\u05e0\u05d9 \u091c\u0942\u0928 \u0e21\u0e34\u0e16\u0e38\u0e19\u0e32\u0e22\u0e19',
  'july jul juillet juil juli julio julho luglio lug lipca lipiec lip \u010dervence \u010dervenec \u0438\u044e\u043b\u044f \u0438\u044e\u043b\u044c \u0438\u044e\u043b \u043b\u0438\u043f\u043d\u044f temmuz tem iulie j\u00falius hein\u00e4kuuta \u03b9\u03bf\u03c5\u03bb\u03af\u03bf\u03c5 \u044e\u043b\u0438 juliol \u064a\u0648\u0644\u064a\u0648 \u064a\u0648\u0644\u064a\u0647 \u062a\u0645\u0648\u0632 \u05d9\u05d5\u05dc\u05d9 \u091c\u0941\u0932\u093e\u0908 \u0e01\u0e23\u0e01\u0e0e\u0e32\u0e04\u0e21',
  'august aug ao\u00fbt aout agosto ago augustus augusti sierpnia sierpie\u0144 sie srpna srpen \u0430\u0432\u0433\u0443\u0441\u0442\u0430 \u0430\u0432\u0433\u0443\u0441\u0442 \u0430\u0432\u0433 \u0441\u0435\u0440\u043f\u043d\u044f a\u011fustos a\u011fu augusztus elokuuta \u03b1\u03c5\u03b3\u03bf\u03cd\u03c3\u03c4\u03bf\u03c5 agost agustus \u0623\u063a\u0633\u0637\u0633 \u0627\u063a\u0633\u0637\u0633 \u0622\u0628 \u05d0\u05d5\u05d2\u05d5\u05e1\u05d8 \u0905\u0917\u0938\u094d\u0924 \u0e2a\u0e34\u0e07\u0e2b\u0e32\u0e04\u0e21',
  'september sept sep septembre septiembre setiembre setembro set settembre wrze\u015bnia wrzesie\u0144 wrz z\u00e1\u0159\u00ed \u0441\u0435\u043d\u0442\u044f\u0431\u0440\u044f \u0441\u0435\u043d\u0442\u044f\u0431\u0440\u044c \u0441\u0435\u043d \u0441\u0435\u043d\u0442 \u0432\u0435\u0440\u0435\u0441\u043d\u044f eyl\u00fcl eyl septembrie szeptember syyskuuta \u03c3\u03b5\u03c0\u03c4\u03b5\u03bc\u03b2\u03c1\u03af\u03bf\u03c5 \u0441\u0435\u043f\u0442\u0435\u043c\u0432\u0440\u0438 setembre \u0633\u0628\u062a\u0645\u0628\u0631 \u0623\u064a\u0644\u0648\u0644 \u05e1\u05e4\u05d8\u05de\u05d1\u05e8 \u0938\u093f\u0924\u0902\u092c\u0930 \u0e01\u0e31\u0e19\u0e22\u0e32\u0e22\u0e19',
  'october oct octobre oktober okt octubre outubro out ottobre ott pa\u017adziernika pa\u017adziernik pa\u017a \u0159\u00edjna \u0159\u00edjen \u043e\u043a\u0442\u044f\u0431\u0440\u044f \u043e\u043a\u0442\u044f\u0431\u0440\u044c \u043e\u043a\u0442 \u0436\u043e\u0432\u0442\u043d\u044f ekim eki octombrie okt\u00f3ber lokakuuta \u03bf\u03ba\u03c4\u03c9\u03b2\u03c1\u03af\u03bf\u03c5 \u043e\u043a\u0442\u043e\u043c\u0432\u0440\u0438 \u0623\u0643\u062a\u0648\u0628\u0631 \u0627\u0643\u062a\u0648\u0628\u0631 \u062a\u0634\u0631\u064a\u0646 \u0627\u0644\u0623\u0648\u0644 \u05d0\u05d5\u05e7\u05d8\u05d5\u05d1\u05e8 \u0905\u0915\u094d\u091f\u0942\u092c\u0930 \u0e15\u0e38\u0e25\u0e32\u0e04\u0e21',
  'november nov novembre noviembre novembro listopada listopad lis \u043d\u043e\u044f\u0431\u0440\u044f \u043d\u043e\u044f\u0431\u0440\u044c \u043d\u043e\u044f kas\u0131m kas noiembrie marraskuuta \u03bd\u03bf\u03b5\u03bc\u03b2\u03c1\u03af\u03bf\u03c5 \u043d\u043e\u0435\u043c\u0432\u0440\u0438 \u0646\u0648\u0641\u0645\u0628\u0631 \u05e0\u05d5\u05d1\u05de\u05d1\u05e8 \u0928\u0935\u0902\u092c\u0930 \u0e1e\u0e24\u0e28\u0e08\u0e34\u0e01\u0e32\u0e22\u0e19',
  'december dec d\u00e9cembre d\u00e9c decembre dezember dez diciembre dic dezembro dicembre grudnia grudzie\u0144 gru prosince prosinec \u0434\u0435\u043a\u0430\u0431\u0440\u044f \u0434\u0435\u043a\u0430\u0431\u0440\u044c \u0434\u0435\u043a \u0433\u0440\u0443\u0434\u043d\u044f aral\u0131k ara decembrie joulukuuta desember des \u03b4\u03b5\u03ba\u03b5\u03bc\u03b2\u03c1\u03af\u03bf\u03c5 \u0434\u0435\u043a\u0435\u043c\u0432\u0440\u0438 desembre \u062f\u064a\u0633\u0645\u0628\u0631 \u05d3\u05e6\u05de\u05d1\u05e8 \u0926\u093f\u0938\u0902\u092c\u0930 \u0e18\u0e31\u0e19\u0e27\u0e32\u0e04\u0e21',
]

const MONTHS = new Map<string, number>()
for (const [i, words] of MONTH_WORDS.entries()) for (const word of words.split(' ')) MONTHS.set(word, i + 1)
// Two-word Levantine months, entered whole; their parts alone name no month.
for (const part of [
  '\u0643\u0627\u0646\u0648\u0646',
  '\u0627\u0644\u062b\u0627\u0646\u064a',
  '\u062a\u0634\u0631\u064a\u0646',
  '\u0627\u0644\u0623\u0648\u0644',
])
  MONTHS.delete(part)

const NAMES = [...MONTHS.keys()].sort((a, b) => b.length - a.length).join('|')
const DAY = '(\\d{1,2})(?:st|nd|rd|th|er|\u00ba|\\.)?'
const YEAR = '((?:19|20)\\d\\d|25[4-9]\\d)'
const CLOCK = /^[^\n\d]{0,14}?(\d{1,2})[:.h](\d{2})(?:[:.]\d{2})?\s*([ap]\.?m\.?)?/i

const DAY_FIRST = new RegExp(
  `(?<![\\p{L}\\d])${DAY}\\s*(?:de |of |d\u2019|-|/)?\\s*(${NAMES})\\.?,?\\s*(?:del? |/|-)?\\s*${YEAR}(?!\\d)`,
  'giu',
)
const MONTH_FIRST = new RegExp(
  `(?<![\\p{L}\\d])(${NAMES})\\.?\\s*${DAY}\\s*,?\\s*(?:at \\d{1,2}:\\d\\d[^\\d]{0,8})?${YEAR}(?!\\d)`,
  'giu',
)
const ISO = /(?<!\d)((?:19|20)\d\d)[-/.](0?[1-9]|1[0-2])[-/.](0?[1-9]|[12]\d|3[01])(?!\d)/g
const EAST = /((?:19|20)\d\d)\s*[\u5e74\ub144]\s*(\d{1,2})\s*[\u6708\uc6d4]\s*(\d{1,2})\s*[\u65e5\uc77c]/g
const NUMBERS = /(?<!\d)(0?[1-9]|[12]\d|3[01])([./-])(0?[1-9]|[12]\d|3[01])\2((?:19|20)\d\d)(?!\d)/g

/**
 * Every full date in `text`, in order. `language` settles 03/04/2024: month first in American English only
 * (`en-US` or `en` without more), day first elsewhere; such dates are marked `open`.
 */
export function visibleDates(text: string, language = 'und'): readonly VisibleDate[] {
  const found: VisibleDate[] = []
  const add = (match: RegExpExecArray, year: number, month: number, day: number, open = false): void => {
    const western = year > 2400 ? year - 543 : year
    if (month < 1 || month > 12 || day < 1 || day > new Date(Date.UTC(western, month, 0)).getUTCDate()) return
    const start = match.index
    const end = start + match[0].length
    if (found.some((f) => f.start < end && start < f.end)) return
    const time = clockAfter(text.slice(end, end + 40))
    const value = `${western}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
    found.push({ day: value, start, end, ...(time ? { time } : {}), ...(open ? { open } : {}) })
  }
  if (!/\d\d/.test(text)) return found
  for (const m of text.matchAll(EAST)) add(m, Number(m[1]), Number(m[2]), Number(m[3]))
  for (const m of text.matchAll(ISO)) add(m, Number(m[1]), Number(m[2]), Number(m[3]))
  for (const m of text.matchAll(DAY_FIRST))
    add(m, Number(m[3]), MONTHS.get(m[2]!.toLowerCase()) ?? 0, Number(m[1]))
  for (const m of text.matchAll(MONTH_FIRST))
    add(m, Number(m[3]), MONTHS.get(m[1]!.toLowerCase()) ?? 0, Number(m[2]))
  for (const m of text.matchAll(NUMBERS)) {
    const [first, second, year] = [Number(m[1]), Number(m[3]), Number(m[4])]
    const american = m[2] === '/' && /^en(-us)?$/i.test(language)
    if (first > 12) add(m, year, second, first)
    else if (second > 12) add(m, year, first, second)
    else if (american) add(m, year, first, second, first !== second)
    else add(m, year, second, first, first !== second && m[2] === '/')
  }
  return found.sort((a, b) => a.start - b.start)
}

function clockAfter(text: string): string | undefined {
  const found = CLOCK.exec(text)
  if (!found) return undefined
  let hour = Number(found[1])
  const half = found[3]?.[0]?.toLowerCase()
  if (half === 'p' && hour < 12) hour += 12
  if (half === 'a' && hour === 12) hour = 0
  return hour < 24 && Number(found[2]) < 60 ? `${String(hour).padStart(2, '0')}:${found[2]}` : undefined
}
