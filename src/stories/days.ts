/** Finds days named in a text, "20 December" or "Dec. 20", as terms that two articles can share. */

const months: Record<string, number> = {}
const spellings = [
  'january jan janvier enero januar января يناير ינואר',
  'february feb fevrier février febrero februar февраля فبراير פברואר',
  'march mar mars marzo märz марта مارس מרץ',
  'april apr avril abril апреля أبريل ابريل אפריל',
  'may mai mayo мая مايو מאי',
  'june jun juin junio juni июня يونيو יוני',
  'july jul juillet julio juli июля يوليو יולי',
  'august aug août aout agosto августа أغسطس اغسطس אוגוסט',
  'september sept sep septembre septiembre сентября سبتمبر ספטמבר',
  'october oct octobre octubre oktober октября أكتوبر اكتوبر אוקטובר',
  'november nov novembre noviembre ноября نوفمبر נובמבר',
  'december dec décembre decembre diciembre dezember декабря ديسمبر דצמבר',
]
spellings.forEach((line, month) => {
  for (const name of line.split(' ')) months[name] = month + 1
})
const name = `(?:${Object.keys(months)
  .sort((a, b) => b.length - a.length)
  .join('|')})`
const dayFirst = new RegExp(
  `(?<![\\d.:])(\\d{1,2})(?:st|nd|rd|th|er|\\.)?\\s+(?:de\\s+|of\\s+|ב)?(${name})(?![\\p{L}])`,
  'giu',
)
const monthFirst = new RegExp(`(?<![\\p{L}])(${name})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?(?![\\d:])`, 'giu')

/** The days a text names, as terms like "@12-20"; years are left aside, most mentions have none. */
export function daysOf(text: string): ReadonlySet<string> {
  const found = new Set<string>()
  const note = (month: string, day: string) => {
    const number = months[month.toLowerCase()]
    if (number !== undefined && Number(day) >= 1 && Number(day) <= 31) found.add(`@${number}-${Number(day)}`)
  }
  for (const match of text.matchAll(dayFirst)) note(match[2]!, match[1]!)
  for (const match of text.matchAll(monthFirst)) note(match[1]!, match[2]!)
  return found
}
