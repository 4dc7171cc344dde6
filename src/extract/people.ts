/** Bylines as a set of people: "By Ana Ruiz and Bo Li, Staff Writers" gives Ana Ruiz and Bo Li. */

const LEAD =
  /^\s*(?:(?:written|posted|published|reported|story|words|article|text|reviewed|edited|created|submitted|contributed)\s+)?(?:by|author|authors?|artikel von|publi\u00e9 par|interview|text|zeige alle beitr\u00e4ge von|alle beitr\u00e4ge von|posts by|articles by|all posts by|view all posts by|show all articles of|von|par|por|di|da|door|av|af|autor|autore|auteur|redaktion|texte?|\u062a\u0623\u0644\u064a\u0641|\u0643\u062a\u0628|\u0430\u0432\u0442\u043e\u0440|\u6587|\u6587\/|\u8a18\u8005|\u8bb0\u8005)\s*(?:[:|\uff1a]\s*|\s)/i
const SPLIT =
  /\s*(?:,|;|\||\u2022|\u00b7|\/|&|\n|\u3001|\s+(?:and|und|et|y|e|en|och|og|i|ve|with|mit|avec|con)\s+|\s+\u0648\s?)\s*/
const CUT =
  /\s*(?:\n|\||\u2022|\bpublished\b|\bupdated\b|\bposted\b|\bon\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day|\bon\s+\w+ \d|\d{1,2}:\d\d|\b(?:19|20)\d\d\b|\bfor\s+(?:the\s+)?[A-Z]|\(|<|@|\bis an?\b|\bcontributed\b|\bfollow\b).*$/is
const ROLE =
  /^(?:staff(?: (?:writers?|reporters?))?|(?:senior |chief |deputy |associate |assistant |contributing |political |special |foreign |national |digital |news |sports? |business |managing |executive )*(?:writers?|reporters?|editors?|correspondents?|columnists?|journalists?|contributors?|photographers?|bureau|desk|team|producers?)|guest|admin|administrator|editor(?:ial)?(?: (?:team|staff|board))?|redaktion|redacci\u00f3n|la redacci\u00f3n|r\u00e9daction|la r\u00e9daction|redazione|reda\u00e7\u00e3o|redactie|webmaster|anonymous|unknown|none|null|n\/a|others?|\d+ others?|more|view (?:all|profile).*|see (?:all|more).*|share|comments?|author|about.*|news|home|correspondent|m\.?d\.?|ph\.?d\.?|jr\.?|sr\.?|updated.*|published.*|press release|exclusive|special to.*|read(?:ing)? time|minutes? read|\d+.*)$/i
const AGENCY =
  /^(?:the )?(?:associated press|ap|reuters|afp|agence france-presse|dpa|bloomberg(?: news)?|ansa|efe|tass|xinhua|kyodo|ians|pti|ani|upi|cnn(?: newsource)?|bbc(?: news)?|getty images?|news (?:desk|agencies)|agencies|wire reports?|web desk|online desk|newsroom|city news service|europa press|lusa|belga|apa|sda|ritzau|ntb|tt|pap|\u010dtk|mti|anadolu(?: agency)?|press association|pa media|canadian press|yonhap)(?:\b.*)?$/i

/**
 * Distinct people in the order named; empty when only desks, agencies and roles are. With `bodies`, agencies and
 * other bodies count as well.
 */
export function peopleOf(
  texts: readonly string[],
  outlets: readonly string[] = [],
  bodies = false,
): readonly string[] {
  const people: string[] = []
  const known = new Set(outlets.map(key))
  for (const text of texts) {
    for (const name of namesIn(text, bodies)) {
      if (key(name).length < 2 || known.has(key(name))) continue
      known.add(key(name))
      people.push(name)
    }
  }
  // Beside full names, a lone lower-case word is somebody's handle.
  const full = people.filter((name) => /\p{Lu}/u.test(name) && name.includes(' '))
  return full.length > 0 ? people.filter((name) => name.includes(' ') || /^\P{Ll}/u.test(name)) : people
}

const key = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

const NAME =
  "\\p{Lu}[\\p{L}.'\u2019-]*(?:\\s+(?:(?:van|von|der|den|de|del|della|di|da|dos|la|le|bin|al|el|ter|ten|zu)\\s+)*\\p{Lu}[\\p{L}.'\u2019-]*){0,4}"
const BY = '(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Dd]oor|[Aa]v|[Aa]f)'
const BYLINES = [
  new RegExp(
    `(?:^|[\\n|\u2022\u00b7,])\\s*${BY}[:\\s]+(${NAME})(?:\\s*(?:,|and|und|et|y|&)\\s*(${NAME}))?`,
    'u',
  ),
  new RegExp(
    `(?:[Pp]osted|[Ww]ritten|[Pp]ublished|[Ss]ubmitted|[Ee]rstellt|[Gg]eschrieben|[Vv]erfasst|[Vv]er\u00f6ffentlicht|[Ee]ingestellt|[Gg]epostet|[Pp]ubli\u00e9|[\u00c9\u00e9]crit|[Ee]scrito|[Pp]ublicado|[Ss]critto|[Pp]ubblicato|[Ee]in [Aa]rtikel|[Aa]rtikel|[Bb]eitrag)\\b[^\\n]{0,45}?\\s${BY}\\s+(${NAME})`,
    'u',
  ),
  new RegExp(
    `(?:^|[\\n|\u2022\u00b7])\\s*(?:[Aa]ut(?:h)?or(?:e|in|es|a)?|[Tt]ext|[Tt]exte|[Ww]ords|[Rr]edakt(?:eur|ion)|\u0410\u0432\u0442\u043e\u0440)\\s*[:|\u2013-]\\s*(${NAME})`,
    'u',
  ),
  /(?:\u8bb0\u8005|\u8a18\u8005|\u4f5c\u8005|\u64b0\u6587|\u6587)[\uff1a:\uff0f/\s]+([\p{Script=Han}]{2,4})(?![\p{Script=Han}])/u,
]

/** Names in a printed byline: "Posted on 9 March by Ana Ruiz", "Text: Bo Li". */
export function bylineIn(text: string): readonly string[] {
  if (text.length > 400) return []
  for (const pattern of BYLINES) {
    const found = pattern.exec(text)
    if (found) return found.slice(1).filter((name) => name !== undefined)
  }
  return []
}

function namesIn(text: string, bodies: boolean): string[] {
  const flat = text.replace(/[\t \u00a0]+/g, ' ').trim()
  if (flat === '' || flat.length > 300 || /^https?:|^www\./i.test(flat)) return []
  let rest = flat.replace(/^By(?=\p{Lu}\p{Ll})/u, '')
  for (let i = 0; i < 2; i++) rest = rest.replace(LEAD, '')
  return rest
    .split(/\n/)
    .slice(0, 2)
    .join('\n')
    .split(SPLIT)
    .map((part) =>
      part
        .replace(LEAD, '')
        .replace(CUT, '')
        .replace(DEGREES, '')
        .replace(/^[\s\-\u2013\u2014:.,*]+|[\s\-\u2013\u2014:,*]+$/g, '')
        .trim(),
    )
    .filter((part) => isName(part, bodies))
    .map(cased)
}

/** What stands behind a name in letters. */
const DEGREES =
  /(?:\s+|^)(?:MS|MA|MSc|MPH|RDN?|LDN?|RN|MD|M\.D\.|PhD|Ph\.D\.?|CPT|CSCS|DO|DDS|JD|MBA|BSc|Esq\.?)(?:\s+(?:MS|RDN?|LDN?|CPT))*$/

const DAYS =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:today|yesterday|alle artikel|all articles|abgelegt unter|artikel von|von|par|por|by|publi\u00e9 par|jobs|hire|weltweit|inhalt|impressum|tags|publiziert|autoreninfo|uncategorized|artikel|author info|show all articles of|zeige alle beitr\u00e4ge von.*|alle (?:artikel|beitr\u00e4ge).*|all (?:articles|posts).*|posts by.*|articles by.*|leave a comment|kommentare?)$/i

function isName(text: string, bodies: boolean): boolean {
  if (
    text.length < 2 ||
    text.length > 60 ||
    ROLE.test(text) ||
    DAYS.test(text) ||
    (!bodies && AGENCY.test(text))
  )
    return false
  if (/^\p{Lu}{1,4}$/u.test(text)) return false
  if (/[@<>{}[\]=_#?!]|https?:?$|\.(com|org|net|de|fr)\b/i.test(text)) return false
  const words = text.split(' ')
  if (words.length > 6) return false
  // Several words in a script with capitals: first and last open with one, but for what stands in names.
  if (
    words.length > 1 &&
    /^\p{Ll}/u.test(text) &&
    !/^(?:van|von|vom|de|del|della|der|den|di|da|dos|la|le|el|al|bin|ten|ter|zu|zur|d')\s/iu.test(text)
  )
    return false
  if (words.length > 1 && /^\p{Ll}/u.test(words[words.length - 1]!)) return false
  return /\p{L}/u.test(text) && !/\d/.test(text)
}

const cased = (name: string): string =>
  /^[^\p{Ll}]+$/u.test(name) && /\p{Lu}{3}/u.test(name)
    ? name
        .toLowerCase()
        .replace(
          /(^|[\s\-'\u2019.])(\p{L})/gu,
          (_, lead: string, letter: string) => lead + letter.toUpperCase(),
        )
    : name

/** How a caption ends when it says whom the picture is from. */
export const AGENCY_CREDIT =
  /[([\u2014\u2013/|-]\s*(?:(?:file\s+)?(?:photo|image|picture|foto)\s*(?:by|:|credit:?)?\s*)?(?:[\p{L}.\u2019' -]{0,40}[/,|]\s*)?(?:AFP|AP(?: Photo)?|Associated Press|Reuters|EPA(?:-EFE)?|EFE|Getty(?: Images)?|dpa|ANSA|Xinhua|Bloomberg|TASS|Anadolu(?: Agency)?|AA|PA(?: Wire)?|Shutterstock|iStock|Imago|Keystone|WAFA|SPA|Alamy|Rex|Twitter|Facebook|Instagram|Handout|Courtesy|ANP|Belga|Kyodo|Yonhap|file(?: photo)?)\b[^)\]]{0,40}[)\]]?\s*\.?$/iu
