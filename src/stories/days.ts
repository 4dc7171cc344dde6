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
const monthBefore = /(\p{L}+)\.?\s+$/u
const monthAfter = /^(?:st|nd|rd|th|er|\.)?\s+(?:de\s+|of\s+)?(\p{L}+)/iu
/** More than the longest month with what may stand between it and its day. */
const BESIDE = 24

/** The days a text names, as terms like "@12-20"; years are left aside, most mentions have none. */
export function daysOf(text: string): ReadonlySet<string> {
  const found = new Set<string>()
  const note = (word: string | undefined, day: number) => {
    const month = word && (months[word.toLowerCase()] ?? months[word.replace(/^ב/, '')])
    if (month && day >= 1 && day <= 31) found.add(`@${month}-${day}`)
  }
  for (const { 0: digits, index } of text.matchAll(/\d+/g)) {
    if (digits.length > 2) continue
    const end = index + digits.length
    if (!/[.:]/.test(text[index - 1] ?? ''))
      note(monthAfter.exec(text.slice(end, end + BESIDE))?.[1], Number(digits))
    if (text[end] !== ':')
      note(monthBefore.exec(text.slice(Math.max(0, index - BESIDE), index))?.[1], Number(digits))
  }
  return found
}
