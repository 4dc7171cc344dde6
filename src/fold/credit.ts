/** Reads whom a text credits: agency marks, "Source:" and "via" lines, in several languages. */

export type Credit = {
  /** As printed, folded to lower case: "reuters", "kyodo news". */
  readonly name: string
  readonly how: 'agency' | 'source-line' | 'via'
}

/** News agencies, by the marks they leave in bylines, datelines and last lines. */
const agencies: readonly (readonly [RegExp, string])[] = [
  [/\b(?:Reuters|РЕЙТЕР|رويترز|רויטרס)\b|رويترز|רויטרס/u, 'reuters'],
  [/\b(?:AFP|Agence France-Presse)\b|فرانس برس/u, 'afp'],
  [/\((?:AP|The Associated Press)\)|\bAssociated Press\b|\bAP\s[—–-]/u, 'ap'],
  [/\bdpa\b/u, 'dpa'],
  [/\bEFE\b/u, 'efe'],
  [/\bANSA\b/u, 'ansa'],
  [/\bXinhua\b|新华社/u, 'xinhua'],
  [/\b(?:TASS|ТАСС)\b|ТАСС/u, 'tass'],
  [/\b(?:Interfax)\b|Интерфакс/u, 'interfax'],
  [/РИА Новости/u, 'ria'],
  [/\bAnadolu\b|الأناضول/u, 'anadolu'],
  [/\b(?:UPI|United Press International)\b/u, 'upi'],
  [/\bPA Media\b|\bPress Association\b/u, 'pa'],
  [/\b(?:WAFA)\b/u, 'wafa'],
  [/\bKyodo\b/u, 'kyodo'],
  [/\bYonhap\b/u, 'yonhap'],
]

const sourceLine =
  /(?:^|\n)\s*(?:source|sources|quelle|fuente|fuentes|la source|источник|المصدر|מקור|originally published (?:by|in|on|at)|this (?:article|story) (?:was )?(?:first|originally) (?:appeared|published) (?:in|on|at|by))\s*[:：]?\s+([^\n.|]{2,60})/iu
const viaLine = /(?:^|[\n(|—–])\s*(?:via|h\/t|vía|через|عبر|דרך)\s*[:：]?\s+([\p{Lu}\p{Lo}][^\n.,|)]{1,50})/u

const fold = (name: string): string => name.trim().toLowerCase().replace(/\s+/g, ' ')

/**
 * The credits in a text's first and last lines (400 units each) and its byline. Agencies named only in mid-text
 * are cited, not credited.
 */
export function credits(text: string, byline = ''): readonly Credit[] {
  const edges = `${byline}\n${text.slice(0, 400)}\n${text.length > 400 ? text.slice(-400) : ''}`
  const found: Credit[] = []
  for (const [pattern, name] of agencies) if (pattern.test(edges)) found.push({ name, how: 'agency' })
  const source = sourceLine.exec(edges)?.[1]
  if (source !== undefined) found.push({ name: fold(source), how: 'source-line' })
  const via = viaLine.exec(edges)?.[1]
  if (via !== undefined) found.push({ name: fold(via), how: 'via' })
  return found
}
