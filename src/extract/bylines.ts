/** Bylines as pages print them, in the languages of the press: "Posted on 9 March by Ana Ruiz", "Text: Bo Li", "بقلم: سامي خليل". */

const PART = "\\p{Lu}[\\p{L}\\p{M}\\p{N}.'\u2019-]*"
const BETWEEN =
  '(?:van|von|vom|der|den|de|del|della|di|da|dos|do|la|le|bin|ibn|al|el|ter|ten|zu|zur|v\\.|y|e)'
const MORE = `[ \\u00a0]+(?:${BETWEEN}[ \\u00a0]+)*${PART}`
const NAME = `${PART}(?:${MORE}){0,4}`
const AND = '[ \\u00a0]+(?:and|und|et|y|e|en|och|og|i|és|ve|и|та|і|&)[ \\u00a0]+'
/** After a comma a single word is a role or a place. */
const NAMES = `(${NAME}(?:${AND}${NAME}|[ \\u00a0]*,[ \\u00a0]*${PART}(?:${MORE}){1,4}){0,7})`
const BY = '(?:[Bb]y|BY|[Vv]o[nm]|VON|[Pp]ar|PAR|[Pp]or|POR|[Dd]i|[Dd]oor|[Aa]v|[Aa]f|[Oo]leh|[Pp]er)'
const START = '(?:^|[\\n|\u2022\u00b7\u2014,(]|\\d{4})\\s*'

const BYLINES: readonly RegExp[] = [
  new RegExp(`${START}${BY}(?:\\s*:\\s*|\\s+)${NAMES}`, 'u'),
  new RegExp(
    `(?:[Pp]osted|[Ww]ritten|[Pp]ublished|[Ss]ubmitted|[Rr]eported|[Ee]rstellt|[Gg]eschrieben|[Vv]erfasst|[Vv]eröffentlicht|[Ee]ingestellt|[Gg]epostet|[Pp]ublié|[ÉéEe]crit|[Rr]édigé|[Ee]scrito|[Pp]ublicado|[Ss]critto|[Pp]ubblicato|[Gg]eschreven|[Ss]krevet|[Ss]krivet|[Dd]itulis|[Ee]in [Aa]rtikel|[Aa]rtikel|[Bb]eitrag|[Kk]ommentar|[Bb]ericht|[Rr]eportage|[Ii]nterview|[Tt]exte?|[Ww]ords|[Ff]otos?|[Pp]ressemitteilung)\\b[^\\n]{0,45}?\\s${BY}(?:\\s*:\\s*|\\s+)${NAMES}`,
    'u',
  ),
  new RegExp(
    `(?:^|[\\n|\u2022\u00b7]|\\.\\s)\\s*(?:[Aa]uth?or(?:en|in|innen|es|a|s|e)?|[Aa]uteur(?:e|s|\\(s\\))?|[Aa]ut(?:ore|rice|ori)|[Tt]exte?|[Tt]ekst|[Tt]eksti|[Ww]ords|[Ii]nterview|[Rr]edakt(?:eur|ion|ør)|[Rr]eporter|[Jj]ournalist|[Pp]enulis|[Ss]zerző|[Íí]rta|[Yy]azan|[Hh]aber|[Oo]prac\\.?|[Vv]erfasser(?:in)?|Автор[иы]?|Текст|Γράφ(?:ει|ουν)(?: [οη])?)(?:\\s*[:|\u2013-]\\s*|\\s+)${NAMES}`,
    'u',
  ),
  /(?:记者|記者|作者|撰文|撰稿|取材|執筆|文)[：:／/・·\s]+([\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}]{2,8})(?![\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}])/u,
  /(?:^|[\n|【（(])\s*([\p{Script=Hangul}]{2,4})\s?(?:기자|특파원)/u,
  /(?:^|[\n|•])\s*(?:بقلم|كتبت?|إعداد|اعداد|تقرير|تحرير|حوار|نویسنده|מאת|כתב)\s*[:：\u2013/-]\s*((?:[\p{L}\p{M}.'״"-]+[ \u00a0]?){2,4})(?=$|[\n|•،,(–-])/u,
  /(?:^|[\n|•])\s*(?:بقلم|מאת)\s+((?:[\p{L}\p{M}.'״"-]+[ \u00a0]?){2,4})(?=$|[\n|•،,(–-])/u,
]

/** The names of the first byline in a short text, as printed; "A and B" stays one string. */
export function bylineIn(text: string): readonly string[] {
  if (text.length > 400) return []
  for (const pattern of BYLINES) {
    const found = pattern.exec(text)?.[1]
    if (found) return [found.trim()]
  }
  return []
}

/** A line that only announces who wrote: the name stands on the next. */
export const announcesAuthor = (text: string): boolean => text.length < 24 && ANNOUNCES.test(text)

const ANNOUNCES =
  /^\W*(?:(?:written |posted |published |words |text )?by|von|par|por|di|door|av|af|auth?or(?:en|in|innen|es|a|s|e)?|auteure?(?:s|\(s\))?|autore|autori|text|tekst|redakteur|reporter|автор|بقلم|כתב|מאת|作者|記者|记者|文|執筆)\s*(?:\(s\))?\s*[:：|]?\s*$/iu
