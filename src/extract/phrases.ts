/** What furniture says about itself, in the languages of the press: lines that are never part of an article. */

import { FURNITURE_STARTS, SECTION_LINES } from './furniture-words.ts'

const byFirst = new Map<string, string[]>()
for (const start of FURNITURE_STARTS) {
  const list = byFirst.get(start[0]!)
  if (list) list.push(start)
  else byFirst.set(start[0]!, [start])
}

/** Furniture anywhere in a short line. */
const WITHIN =
  /\b(all rights reserved|sign up (to|for)|subscribe (to|now|today|for)|our newsletter|follow us on|like us on facebook|click here to|download our app|already a (member|subscriber)|(terms of (use|service)|privacy policy)|join (our|the) (whatsapp|telegram)|(whatsapp|telegram) channel|google\s+news|free trial|days free|to read this article|trusted (global )?sources|in one place|replies|comments? \(\d+\))\b/i

/** Longer notices that outlets set among their paragraphs: terms, commissions, pleas, offers, cookies. */
const NOTICE =
  /^(?:if you (?:purchase|buy) (?:a product|something|an item)|when you (?:purchase|buy) (?:through|via)|(?:we|i) may (?:earn|receive|get) (?:a |an )?(?:small )?(?:commission|compensation)|this (?:post|article|page|story|site) (?:may )?contains? affiliate|this (?:copy|content) is for your personal|our only agenda|we need your (?:help|support)|disclaimer:|(?:the )?cookie settings|this (?:site|website) uses (?:cookies|akismet)|we (?:and our partners )?use cookies|by (?:continuing|signing up|subscribing|using this|clicking)|to (?:order|get) presentation-ready|(?:some|certain) (?:of the )?products? (?:featured|mentioned)|all products (?:featured|are)|(?:any )?views expressed|the (?:views|opinions) expressed|for (?:media|press) (?:enquiries|inquiries)|javascript is (?:disabled|required)|you(?:'|\u2019)re reading|want to (?:get|read|see) more|stay (?:up to date|informed|connected)|get .{3,60}(?:delivered|in your inbox|to your inbox|straight to)|like what you(?:'|\u2019)re reading|a version of this article (?:appears|appeared)|this (?:article|story|post|piece) (?:was )?(?:first|originally) (?:appeared|published)|republished (?:with|from)|reprinted (?:with|from)|copyright \d{4}|no part of this|citation: |this (?:document|material) is subject to|this website is using|we use them to|note: we are|follow .{2,60} (?:on (?:instagram|facebook|twitter|x|google)|full coverage|coverage of)|listen to .{2,40} live|(?:image|photo|slide|picture) \d+ (?:of|\/) \d+$|\d+ (?:of|\/) \d+$|text size$|<\w+ |\[\w+ [^\]]*=|\P{L}+$|you can also subscribe|unauthori[sz]ed (?:use|reproduction))/iu
const NOTICE_WITHIN =
  /(?:through (?:a|our|the) links? (?:on|in) (?:our|this) (?:site|page|article|website)|may earn an? (?:affiliate |small )?commission|independently (?:review|evaluate|select)|all rights reserved|(?:store|use|accept) cookies|delivered (?:straight )?to your inbox|(?:terms (?:of (?:use|service)|and conditions)).{0,40}privacy (?:policy|notice)|for personal,? non-?commercial use)/i

export const isNotice = (text: string): boolean =>
  text.length < 700 && (NOTICE.test(text) || (text.length < 420 && NOTICE_WITHIN.test(text)))

/** Sections whose heading says that what follows is not the article. */
const SECTION =
  /^\W*(elsewhere on.*|more .{0,30}(stories|news|coverage|reading|articles)|don['\u2019]?t miss.*|featured (fact-check|stories|articles)|(our|the) sources|cite this( page)?|related( (stories|articles|posts|news|topics|content|links|coverage|reading|items))?|more (from|on|in|stories|news|articles|coverage|like this)\b.*|read (more|next|also)|also (read|on)\b.*|you (may|might) (also )?(like|be interested).*|recommended( for you| stories| reading| articles)?|trending( now)?|most (read|popular|viewed|recent)|popular( (posts|stories|articles|news))?|latest( (news|stories|posts|articles|headlines|from.*))?|top stories.*|recent (posts|articles|stories|news)|our picks|editors?['\u2019]?s? picks?|share this.*|comments?( \(\d+\))?|\d+ (comments?|replies|reply|responses?|thoughts? on.*)|leave a (reply|comment).*|about the authors?|about us|newsletter.*|sign up.*|subscribe.*|tags?|topics|follow us.*|advertisement|sponsored( content| by.*)?|up next|next (article|story|post)|previous (article|story|post)|contact us|references?|footnotes|external links|see also|further reading|navigation|mehr zum thema|verwandte (artikel|beitr\u00e4ge|themen)|das k\u00f6nnte (sie|dich) auch interessieren|weitere (artikel|themen|nachrichten|beitr\u00e4ge).*|meistgelesen|kommentare?|schreibe einen kommentar|\u00e4hnliche (artikel|beitr\u00e4ge)|sur le m\u00eame sujet|(articles|sujets) (similaires|li\u00e9s|associ\u00e9s|connexes)|\u00e0 lire (aussi|\u00e9galement)|lire aussi|voir aussi|commentaires?|(noticias|art\u00edculos|contenido|entradas|temas) relacionad[oa]s?|te puede interesar|le puede interesar|m\u00e1s (noticias|le\u00eddas?|le\u00eddo|vistas?)|comentarios|deja un(a)? (comentario|respuesta)|(not\u00edcias|artigos|conte\u00fado|posts) relacionad[oa]s?|leia tamb\u00e9m|veja tamb\u00e9m|mais lidas|(articoli|notizie) correlat[ei]|potrebbe interessarti.*|leggi anche|commenti|lees ook|meer over.*|gerelateerd.*|reacties|powi\u0105zane.*|zobacz tak\u017ce|czytaj (te\u017c|tak\u017ce)|komentarze|souvisej\u00edc\u00ed.*|ilgili haberler|yorumlar|\u0447\u0438\u0442\u0430\u0439\u0442\u0435 \u0442\u0430\u043a\u0436\u0435|\u043f\u043e \u0442\u0435\u043c\u0435|\u043f\u043e\u0445\u043e\u0436\u0438\u0435.*|\u043a\u043e\u043c\u043c\u0435\u043d\u0442\u0430\u0440\u0438\u0438|\u0645\u0648\u0627\u0636\u064a\u0639 (\u0630\u0627\u062a \u0635\u0644\u0629|\u0645\u062a\u0639\u0644\u0642\u0629)|\u0623\u062e\u0628\u0627\u0631 (\u0630\u0627\u062a \u0635\u0644\u0629|\u0645\u062a\u0639\u0644\u0642\u0629)|\u0627\u0642\u0631\u0623 (\u0623\u064a\u0636\u0627|\u0627\u0644\u0645\u0632\u064a\u062f)|\u0627\u0644\u0623\u0643\u062b\u0631 \u0642\u0631\u0627\u0621\u0629|\u0627\u0644\u062a\u0639\u0644\u064a\u0642\u0627\u062a|\u95a2\u9023(\u8a18\u4e8b|\u30cb\u30e5\u30fc\u30b9|\u30ea\u30f3\u30af|\u30ef\u30fc\u30c9)?|\u4eba\u6c17(\u8a18\u4e8b|\u30e9\u30f3\u30ad\u30f3\u30b0)?|\u3042\u308f\u305b\u3066\u8aad\u307f\u305f\u3044|\u65b0\u7740(\u8a18\u4e8b)?|\u30e9\u30f3\u30ad\u30f3\u30b0|\u30b3\u30e1\u30f3\u30c8|\u304a\u3059\u3059\u3081.*|\u76f8\u5173(\u9605\u8bfb|\u65b0\u95fb|\u63a8\u8350)|\u76f8\u95dc(\u65b0\u805e|\u6587\u7ae0)|\u5ef6\u4f38\u95b1\u8b80|\u70ed\u95e8.*|\u63a8\u8350.*|\uad00\ub828 ?\uae30\uc0ac|\ub9ce\uc774 \ubcf8.*|\uc778\uae30 ?\uae30\uc0ac|\ub313\uae00)\s*[:\u2026.]*\s*$/i

export const isSectionOfOthers = (heading: string): boolean =>
  heading.length < 80 &&
  (SECTION.test(heading) ||
    SECTION_LINES.has(heading.toLowerCase().replace(/^[^\p{L}]+|[^\p{L}\p{M}]+$/gu, '')))

/** How sure a short line is furniture by its words alone: 0, 1 (begins like it, in a longer line) or 2. */
export function furniture(text: string): 0 | 1 | 2 {
  if (isNotice(text)) return 2
  if (text.length > 320) return 0
  const folded = text
    .toLowerCase()
    .replace(/^[\s\u00bb>\u203a\u2192*|\u2022\u25ba\u25b6\-\u2013\u2014[(]+/, '')
  if (folded.length === 0) return 2
  for (const start of byFirst.get(folded[0]!) ?? []) {
    if (!folded.startsWith(start)) continue
    const after = folded[start.length]
    // One word alone opens many a heading: only a line of little more is furniture by it.
    if (/^\p{L}+$/u.test(start) && text.split(' ').length > 7) continue
    const clean = after === undefined || !/[\p{L}\p{N}]/u.test(after) || !/[\p{L}\p{N}]$/u.test(start)
    if (clean || /[\u3040-\u9fff\uac00-\ud7af\u0e00-\u0e7f]/.test(start))
      return text.length < 90 && !isSentence(text) ? 2 : 1
  }
  if (WITHIN.test(folded)) return text.length < 110 && !isSentence(text) ? 2 : 1
  return 0
}

/** "Next up is the drum dance that everyone waits for." begins as furniture does and is none, unless it is a link. */
const isSentence = (text: string): boolean =>
  /[.!?\u2026]['"\u2019\u201d)]*$/.test(text) && text.split(' ').length >= 8
