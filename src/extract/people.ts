/** Bylines as a set of people: "By Ana Ruiz and Bo Li, Staff Writers" gives Ana Ruiz and Bo Li. */

const LEAD =
  /^\s*(?:(?:written|posted|published|reported|story|words|article|text|reviewed|edited|created|submitted|contributed)\s+)?(?:by|author|authors?|von|par|por|di|da|door|av|af|autor|autore|auteur|redaktion|texte?|\u062a\u0623\u0644\u064a\u0641|\u0643\u062a\u0628|\u0430\u0432\u0442\u043e\u0440|\u6587|\u6587\/|\u8a18\u8005|\u8bb0\u8005)\s*(?:[:|\uff1a]\s*|\s)/i
const SPLIT =
  /\s*(?:,|;|\||\u2022|\u00b7|\/|&|\n|\u3001|\s+(?:and|und|et|y|e|en|och|og|i|ve|with|mit|avec|con)\s+|\s+\u0648\s?)\s*/
const CUT =
  /\s*(?:\n|\||\u2022|\bpublished\b|\bupdated\b|\bposted\b|\bon\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day|\bon\s+\w+ \d|\d{1,2}:\d\d|\b(?:19|20)\d\d\b|\bfor\s+(?:the\s+)?[A-Z]|\(|<|@|\bis an?\b|\bcontributed\b|\bfollow\b).*$/is
const ROLE =
  /^(?:staff(?: (?:writers?|reporters?))?|(?:senior |chief |deputy |associate |assistant |contributing |political |special |foreign |national |digital |news |sports? |business |managing |executive )*(?:writers?|reporters?|editors?|correspondents?|columnists?|journalists?|contributors?|photographers?|bureau|desk|team|producers?)|guest|admin|administrator|editor(?:ial)?(?: (?:team|staff|board))?|redaktion|redacci\u00f3n|la redacci\u00f3n|r\u00e9daction|la r\u00e9daction|redazione|reda\u00e7\u00e3o|redactie|webmaster|anonymous|unknown|none|null|n\/a|others?|\d+ others?|more|view (?:all|profile).*|see (?:all|more).*|share|comments?|author|about.*|news|home|correspondent|m\.?d\.?|ph\.?d\.?|jr\.?|sr\.?|updated.*|published.*|press release|exclusive|special to.*|read(?:ing)? time|minutes? read|\d+.*)$/i
const AGENCY =
  /^(?:the )?(?:associated press|ap|reuters|afp|agence france-presse|dpa|bloomberg(?: news)?|ansa|efe|tass|xinhua|kyodo|ians|pti|ani|upi|cnn(?: newsource)?|bbc(?: news)?|getty images?|news (?:desk|agencies)|agencies|wire reports?|web desk|online desk|newsroom|city news service|europa press|lusa|belga|apa|sda|ritzau|ntb|tt|pap|\u010dtk|mti|anadolu(?: agency)?|press association|pa media|canadian press|yonhap)(?:\b.*)?$/i

/** Distinct people in the order named; empty when only desks, agencies and roles are. */
export function peopleOf(texts: readonly string[], outlets: readonly string[] = []): readonly string[] {
  const people: string[] = []
  const known = new Set<string>()
  for (const text of texts) {
    for (const name of namesIn(text)) {
      const key = name.toLowerCase().replace(/[^\p{L}]+/gu, '')
      if (
        key.length < 2 ||
        known.has(key) ||
        outlets.some((o) => o.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '') === key)
      )
        continue
      known.add(key)
      people.push(name)
    }
  }
  return people
}

function namesIn(text: string): string[] {
  const flat = text.replace(/[\t ]+/g, ' ').trim()
  if (flat === '' || flat.length > 300 || /^https?:|^www\./i.test(flat)) return []
  let rest = flat
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
        .replace(/^[\s\-\u2013\u2014:.,*]+|[\s\-\u2013\u2014:,*]+$/g, '')
        .trim(),
    )
    .filter(isName)
    .map(cased)
}

function isName(text: string): boolean {
  if (text.length < 2 || text.length > 60 || ROLE.test(text) || AGENCY.test(text)) return false
  if (/[@<>{}[\]=_#?!]|https?:|\.(com|org|net|de|fr)\b/i.test(text)) return false
  const words = text.split(' ')
  if (words.length > 6) return false
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
