/** Bylines as a set of people: "By Ana Ruiz and Bo Li, Staff Writers" gives Ana Ruiz and Bo Li. */

const LEAD =
  /^\s*(?:(?:written|posted|published|reported|story|words|article|text|reviewed|edited|created|submitted|contributed)\s+)?(?:by|author|authors?|artikel von|publi\u00e9 par|interview|text|zeige alle beitr\u00e4ge von|alle beitr\u00e4ge von|autoren|autorin|vom|posts by|articles by|all posts by|view all posts by|show all articles of|von|par|por|di|da|door|av|af|autor|autore|auteur|texte?|redaktion:|\u062a\u0623\u0644\u064a\u0641|\u0643\u062a\u0628|\u0430\u0432\u0442\u043e\u0440|\u6587|\u6587\/|\u8a18\u8005|\u8bb0\u8005)\s*(?:[:|\uff1a]\s*|\s)/i
const SPLIT =
  /\s*(?:,|;|\||\u2022|\u00b7|\/|&|\n|\u3001|\s+(?:and|und|et|y|e|en|och|og|i|ve|with|mit|avec|con)\s+|\s+\u0648\s?)\s*/
const CUT =
  /\s*(?:\n|\s(?:illustration(?:en|s)?|fotos?|photos?|bilder|kategorien?|categories|category|tags|kommentare?)\b|\s(?:am|on|le|el|em|il|op|den|vom|du)\s+(?:\d|(?:mon|diens|mitt|donners|frei|sams|sonn)p{L}+)|\s\d|\sim gespr\u00e4ch\b|\||\u2022|\bpublished\b|\bupdated\b|\bposted\b|\bon\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day|\bon\s+\w+ \d|\d{1,2}:\d\d|\b(?:19|20)\d\d\b|\bfor\s+(?:the\s+)?[A-Z]|\(|<|@|\bis an?\b|\bcontributed\b|\bfollow\b).*$/is
const ROLE =
  /^(?:staff(?: (?:writers?|reporters?))?|(?:senior |chief |deputy |associate |assistant |contributing |political |special |foreign |national |digital |news |sports? |business |managing |executive )*(?:writers?|reporters?|editors?|correspondents?|columnists?|journalists?|contributors?|photographers?|bureau|desk|team|producers?)|guest|admin|administrator|(?:wordpress|site|web)?\s?admin|no author|super ?user|root|user|editor(?:ial)?(?: (?:team|staff|board))?|redaktion|redacci\u00f3n|la redacci\u00f3n|r\u00e9daction|la r\u00e9daction|redazione|reda\u00e7\u00e3o|redactie|webmaster|anonymous|unknown|none|null|n\/a|others?|\d+ others?|more|view (?:all|profile).*|see (?:all|more).*|share|comments?|author|about.*|news|home|correspondent|m\.?d\.?|ph\.?d\.?|jr\.?|sr\.?|updated.*|published.*|press release|exclusive|special to.*|read(?:ing)? time|minutes? read|\d+.*)$/i
const AGENCY =
  /^(?:the )?(?:associated press|ap|reuters|afp|agence france-presse|dpa|bloomberg(?: news)?|ansa|efe|tass|xinhua|kyodo|ians|pti|ani|upi|cnn(?: newsource)?|bbc(?: news)?|getty images?|news (?:desk|agencies)|agencies|wire reports?|web desk|online desk|newsroom|city news service|europa press|lusa|belga|apa|sda|ritzau|ntb|tt|pap|\u010dtk|mti|anadolu(?: agency)?|press association|pa media|canadian press|yonhap)(?:\b.*)?$/i

/** A newsroom that signs as a whole: no person, but a body that wrote. */
const DESK =
  /^(?:(?:die|la|the|de|il|\p{L}+)\s)?(?:redaktion|redaktionsteam|redacci\u00f3n|redazione|r\u00e9daction|reda\u00e7\u00e3o|redactie|redaksjonen|redaktionen|redakcja|redakce|\u0440\u0435\u0434\u0430\u043a\u0446\u0438\u044f|editorial (?:team|staff|board)|news ?desk|newsroom)(?:\s.*)?$/iu

/**
 * Distinct people in the order named; empty when only desks, agencies and roles are. With `bodies`, agencies, desks and
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

function namesIn(text: string, bodies: boolean): string[] {
  const flat = text.replace(/[\t \u00a0]+/g, ' ').trim()
  if (flat === '' || flat.length > 300 || /^https?:|^www\./i.test(flat)) return []
  let rest = flat.replace(/^By(?=\p{Lu}[\p{Ll}.])/u, '')
  for (let i = 0; i < 2; i++) rest = rest.replace(LEAD, '')
  return rest
    .split(/\n/)
    .slice(0, 2)
    .join('\n')
    .split(SPLIT)
    .filter((part) => !/^\s*\p{L}+\.?\s+\d/u.test(part))
    .map((part) =>
      part
        .replace(CAPITALS, '$1')
        .replace(LEAD, '')
        .replace(CUT, '')
        .replace(DEGREES, '')
        .replace(/^[\s\-\u2013\u2014:.,*]+|[\s\-\u2013\u2014:,*]+$/g, '')
        .trim(),
    )
    .filter((part) => isName(part, bodies))
    .map(cased)
}

/** "ANA RUIZ Harbour": in capitals the name, and no more. */
const CAPITALS = /^(\p{Lu}{2}[\p{Lu}.'\u2019-]+(?: \p{Lu}[\p{Lu}.'\u2019-]+)+) \p{Lu}\p{Ll}.*$/su

/** What stands behind a name in letters. */
const DEGREES =
  /(?:\s+|^)(?:MS|MA|MSc|MPH|RDN?|LDN?|RN|MD|M\.D\.|PhD|Ph\.D\.?|CPT|CSCS|DO|DDS|JD|MBA|BSc|Esq\.?)(?:\s+(?:MS|RDN?|LDN?|CPT))*$/

const DAYS =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:today|yesterday|alle artikel|all articles|abgelegt unter|artikel von|von|par|por|by|publi\u00e9 par|jobs|hire|weltweit|inhalt|impressum|tags|publiziert|autoreninfo|uncategorized|artikel|author info|show all articles of|zeige alle beitr\u00e4ge von.*|alle (?:artikel|beitr\u00e4ge).*|all (?:articles|posts).*|posts by.*|articles by.*|leave a comment|kommentare?)$/i

function isName(text: string, bodies: boolean): boolean {
  if (text.length < 2 || text.length > 60 || DAYS.test(text) || LABEL.test(text)) return false
  if (DESK.test(text)) return bodies
  if (
    ROLE.test(text) ||
    (!bodies &&
      (AGENCY.test(text) || /\b(?:associated press|reuters)$/i.test(text) || /^\p{Lu}{1,4}$/u.test(text)))
  )
    return false
  if (/[@<>{}[\]=_#?!]|https?:?$|\.(com|org|net|de|fr)\b/i.test(text)) return false
  const words = text.split(' ')
  if (bodies) return words.length <= 8 && /\p{L}/u.test(text)
  if (words.length > 6) return false
  // Several words in a script with capitals: first and last open with one, but for what stands in names.
  if (
    words.length > 1 &&
    /^\p{Ll}/u.test(text) &&
    !/^(?:van|von|vom|de|del|della|der|den|di|da|dos|la|le|el|al|bin|ten|ter|zu|zur|d')\s/iu.test(text)
  )
    return false
  if (words.length > 1 && /^\p{Ll}/u.test(words[words.length - 1]!)) return false
  return /\p{L}/u.test(text) && (!/\d/.test(text) || HANDLE.test(text))
}

/** A name people give themselves in forums and blogs. */
const HANDLE = /^\p{L}[\p{L}._-]{2,}\d{1,4}\p{L}{0,8}$/u
/** What pages print before or after a name. */
const LABEL =
  /^(?:auth?(?:o|eu)r(?:e|es|en|in|s|a)?|ver\u00f6ffentlicht|ver\u00f6ffentlicht von|\p{L}{3,8}tag|mehr|suche|quellen?|source|fuente|fonte|bron|kilde|k\u00e4lla|foto|fotos|photos?|bilder?|video|datum|date|chef(?:in)?redakteur(?:in)?|redakteur(?:in)?|volont\u00e4r(?:in)?|journalist(?:in|e|a)?|r\u00e9dacteur|redactor|reportero|corresponsal|periodista|giornalista|rechtsanwalt|hace|vor|vor \d.*)$/iu

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
