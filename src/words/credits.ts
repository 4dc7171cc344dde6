/** Reads whom a text credits: agency marks, "Source:", "via" and "first published in" lines, in several languages. */

export type Credit = {
  /** As printed, folded by `foldName`; agencies we know by one name in every script: "reuters", "afp". */
  readonly name: string
  readonly how: 'agency' | 'source-line' | 'via'
}

/** News agencies, by the marks they leave in bylines, datelines and last lines. */
const agencies: readonly (readonly [RegExp, string])[] = [
  [/\bReuters\b|РЕЙТЕР|Рейтер|رويترز|רויטרס/u, 'reuters'],
  [/\b(?:AFP|Agence France-Presse)\b|АФП|فرانس برس|أ ف ب/u, 'afp'],
  [/\((?:AP|The Associated Press)\)|\bAssociated Press\b|\bAP\s[—–-]|أسوشيتد برس/u, 'ap'],
  [/\bdpa\b|\bDeutsche Presse-Agentur\b/u, 'dpa'],
  [/\bEFE\b/u, 'efe'],
  [/\bANSA\b/u, 'ansa'],
  [/\bXinhua\b|新华社|شينخوا/u, 'xinhua'],
  [/\bTASS\b|ТАСС/u, 'tass'],
  [/\bInterfax\b|Интерфакс/u, 'interfax'],
  [/РИА Новости|\bRIA Novosti\b/u, 'ria'],
  [/\bAnadolu\b|الأناضول/u, 'anadolu'],
  [/\b(?:UPI|United Press International)\b/u, 'upi'],
  [/\bPA Media\b|\bPress Association\b/u, 'pa'],
  [/\bWAFA\b|(?<!\p{L})وفا(?!\p{L})/u, 'wafa'],
  [/\bKyodo\b/u, 'kyodo'],
  [/\bYonhap\b/u, 'yonhap'],
]

/** The agency of this name, as `credits` names it; undefined where it is none that we know. */
export const agencyOf = (name: string): string | undefined =>
  agencies.find(([mark]) => mark.test(name) || mark.test(`(${name})`))?.[1]

/** VERRIN (Northwire) — the mark of an agency we may not know. Figures are no agency. */
const dateline =
  /(?:^|\n)\s*[\p{Lu}\p{Lo}][\p{L}\p{M} .,'’-]{1,40}\s*\(([\p{L}][\p{L}\p{M} .&-]{1,30})\)\s*[—–-]/gu

const NAME = String.raw`([^\n.|<>]{2,60}(?:\.[a-z]{2,}(?:\.[a-z]{2,})?)?)`

/** Only with a colon: "Sources close to the minister said" credits nobody. */
const sourceLine = new RegExp(
  String.raw`(?:^|[\n(])\s*(?:sources?|quellen?|fuentes?|fonti?e?|bron|kilde|källa|kaynak|źródło|источники?|джерело|المصدر|المصادر|مصدر|מקור(?:ות)?|来源|出典)\s*[:：]\s*${NAME}`,
  'giu',
)

/** "This article first appeared in ...", as far as the name of where. */
const firstIn = [
  '(?:first|originally) (?:appeared|published|reported) (?:in|on|at|by)',
  '(?:paru|publié)e? (?:initialement|d.abord|à l.origine) (?:dans|sur|par)',
  '(?:initialement|d.abord) (?:paru|publié)e? (?:dans|sur|par)',
  '(?:publicad[oa]|aparecid[oa]|apareció) (?:originalmente|por primera vez) (?:en|por)',
  'originalmente (?:publicad[oa]|aparecid[oa]) (?:en|por)',
  'con información de',
  '(?:zuerst|ursprünglich) (?:erschienen|veröffentlicht) (?:in|im|bei|auf|von)',
  'mit material (?:von|der)',
  '(?:впервые|первоначально|изначально) опубликован[оаы]? (?:в|на|изданием)',
  'по материалам',
  'نُ?شرت?(?: [\\p{L}]+){0,2} (?:لأول مرة|للمرة الأولى|أصلا|أصلاً|في الأصل) (?:في|على)',
  'نقلا?ً?ا? عن',
  '(?:פורסמ?ה?ם?|הופיעה?|התפרסמ?ה?) (?:לראשונה|במקור) (?:ב-?|אצל )',
  'באדיבות',
].join('|')
const firstLine = new RegExp(
  String.raw`(?:^|[\n.(|—–]|(?<=\p{L}) )\s*(?:${firstIn})\s*[:：]?\s*${NAME}`,
  'giu',
)

const viaLine =
  /(?:^|[\n(|—–])\s*(?:via|Via|h\/t|vía|Vía|через|عبر|דרך)\s*[:：]?\s+([\p{Lu}\p{Lo}][^\n.,|)]{1,50})/gu

/** A name or address as two outlets may write it differently: no case, quotes, scheme, `www.` or path. */
export const foldName = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^(?:www\.|m\.)/, '')
    .replace(/(?<=\.[a-z]{2,})\/.*$/, '')
    .replace(/["'“”„«»‘’()]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/[\s.,;:—–-]+$/u, '')
    .trim()

/**
 * The credits in a text's first and last lines (400 units each) and its byline. Agencies named only in mid-text
 * are cited, not credited.
 */
export function credits(text: string, byline = ''): readonly Credit[] {
  const edges = `${byline}\n${text.slice(0, 400)}\n${text.length > 400 ? text.slice(-400) : ''}`
  const found = new Map<string, Credit>()
  const add = (name: string, how: Credit['how']) => {
    if (name !== '') found.set(`${how} ${name}`, { name, how })
  }
  for (const [pattern, name] of agencies) if (pattern.test(edges)) add(name, 'agency')
  for (const [, name] of edges.matchAll(dateline)) add(agencyOf(name!) ?? foldName(name!), 'agency')
  for (const line of [sourceLine, firstLine])
    for (const [, name] of edges.matchAll(line)) add(foldName(name!), 'source-line')
  for (const [, name] of edges.matchAll(viaLine)) add(foldName(name!), 'via')
  return [...found.values()]
}
