/** What the names a page gives its elements say about them: bits read from class, id, role and itemprop. */

export const BODY = 1
export const AWAY = 2
export const COMMENTS = 4
export const CAPTION = 8
export const CREDIT = 16
export const BYLINE = 32
export const DATE = 64
export const HEADLINE = 128
export const HIDDEN = 256
export const PULL = 512
export const LIVE = 1024
export const CORRECTION = 2048
export const SUMMARY = 4096
export const BIO = 8192
export const AUTHOR = 16384
/** Dialogs and notices of the site itself, whatever they weigh. */
export const NOTICE = 32768
/** Furniture of the whole site: footer, navigation, side columns. */
export const FRAME = 131072
/** Cards that open on hover. */
export const HOVER = 65536

/** Matched against "-word-word-word-": a run of a name's words, split at case changes and punctuation. */
const PATTERNS: readonly (readonly [number, RegExp])[] = [
  [
    NOTICE,
    /^-(cookies?|cookie-?[a-z]+|cookielawinfo|cookiebot|cookieconsent|consent[a-z]*|onetrust|didomi|usercentrics|gdpr|adblock[a-z]*|cky|cli|cmp|qc-cmp[a-z0-9-]*|truste|evidon|cc-(window|banner|compliance))-/,
  ],
  [
    FRAME,
    /^-(site-?footer|footer|footer-?(wrap|wrapper|bottom|top|content|inner|main|container|text|widgets?)|foot|global-?nav|site-?nav|main-?nav|navbar|navigation|main-?menu|menu|side-?bar|sidebar-?(wrap|inner|right|left|primary|secondary))-/,
  ],
  [HOVER, /^-(tooltip[a-z]*|rollover-[a-z]+-(block|box|card|content)|hover-?card|popover|info-?box-hover)-/],
  [
    BODY,
    /^-(article-?(body|content|text|copy|main)|story-?(body|content|text|copy)|post-?(body|content|text)|entry-?content|body-?(copy|text|content)|content-?body|articlebody|news-?(text|body|content)|rich-?text|td-post-content|main-?(text|article)|article-?detail|text-?body|editorial-content)-/,
  ],
  [
    COMMENTS,
    /^-(comments?|comment-?(list|form|section|area|body|box|wrap|content|text)s?|commentlist|disqus|livefyre|respond|replies|kommentare?|comentarios|commentaires|discussion|fb-comments)-/,
  ],
  [
    AWAY,
    new RegExp(
      `^-(${[
        'side-?bar[a-z]*|sidecol|rail|right-?(rail|col|column|side)|footer|foot|nav|navbar|navigation|navi|menu|submenu|breadcrumbs?|crumbs?|pagination|pager|paging|toolbar|masthead|topbar|site-header|site-footer',
        'related[a-z]*|recommend[a-z]*|recirc[a-z]*|more-(stories|news|from|on|in|articles|posts|links|like)|read-?(next|more|also|on)|see-?also|also-(read|like)|you-(may|might)[a-z-]*|trending|most-?(read|viewed|popular|recent|commented|shared)|popular|latest-?(news|posts|stories|articles)|recent-?(posts|news|stories|articles)|up-?next|next-?(post|article|story|up)|prev(ious)?-?(post|article|story)?|post-?nav[a-z]*|postnav|jp-relatedposts|yarpp[a-z]*|inline-?related|in-?this-?story|linkbox|link-?list|zergnet|outbrain|taboola|revcontent|mgid|teasers?|similar|interlink[a-z]*|more-link',
        'share|shares|sharing|share-?[a-z]+|sharedaddy|social|social-?[a-z]+|socials|addthis[a-z]*|addtoany|a2a|follow|follow-?us|sociable|ssba',
        'newsletters?[a-z]*|nl-?signup|subscri[a-z]+|sign-?up[a-z]*|opt-?in[a-z]*|mailchimp|mc-?embed[a-z-]*|mailing-?list|cta|call-to-action|donat[a-z]+|register-?[a-z]*|paywall-?[a-z]*|piano|regwall|membership',
        'ads?|ad-?(slot|unit|wrap|wrapper|container|box|block|label|banner|text|space|zone|placeholder)s?|advert[a-z]*|adsense|adsbygoogle|dfp|gpt|sponsor[a-z]*|promo|promos|promo-?[a-z]+|promotion[a-z]*|affiliate-?[a-z]*|banner|werbung|anzeige|publicidad|publicite|pubblicita|reklama?|iklan',
        'pop-?ups?|modal|modal-(body|content|dialog)|overlay|lightbox|notifications?|alert-?bar',
        'tags?|tag-?(list|cloud|links|s)|taglist|keywords|topics?-?(list|tags)?|cat-?links|categories|posted-in|filed-under|terms|labels',
        'disclaimer[a-z]*|copyright[a-z]*|legal|colophon|imprint',
        'widgets?|widget-?[a-z]+|rating[a-z]*|poll|quiz|survey|votes?|voting|search[a-z-]*|log-?in|ticker|skip-?(link|to|nav)[a-z-]*|print-?(only|link|button)|tools|utility|utilities|toc|table-of-contents|jump-?(link|to)[a-z]*|buttons?|btn|feedback|shop|shopping|product-?(list|card|box)[a-z]*|carousel|video-?(player|js|list|title|meta)|vjs[a-z-]*|weather|stock-?quote|marquee|flash|language-?switcher|edit-?section|mw-editsection|navbox|catlinks|reflist|hatnote|noprint|metadata|app-?(download|banner|promo)|push-?notif[a-z]*|bookmark[a-z]*|topic-?tags|backlinks?|sitemap|dropdown|load-?more|show-?more|listen|audio-?(player|bar)|text-?to-?speech|zoom|font-?size[a-z]*|page-?tools|article-?tools|story-?tools|mod-?tools|hotline|trust-?project|trustmark',
      ].join('|')})-`,
    ),
  ],
  [
    CAPTION,
    /^-(captions?|[a-z]*caption|wp-caption-text|image-?(desc|description|text|title|legend|info)|photo-?(desc|description|text|info)|img-?(desc|text|info)|legend|legende|bildunterschrift|media-?(desc|info|text)|figure-?text|cutline|pie-?(de-)?foto|didascalia)-/,
  ],
  [
    CREDIT,
    /^-(credits?|[a-z]*credits?|photographer|photo-?(by|source|agency)|image-?source|img-?source|media-?source|agency|rights|img-?credits?|picture-?credit|fotograf|bildquelle|bildnachweis)-/,
  ],
  [
    BYLINE,
    /^-(bylines?|by-?line-?[a-z]*|author-?(s|name|info|line|link|meta|date|wrap|block|details|list|container|title|role|byline|twitter|social|image|avatar|photo|desc)?|writers?|reporter|contributors?|dateline|meta|post-?(meta|info|date|author|details|header-meta|byline)|entry-?(meta|info|date|author|footer|utility)|article-?(meta|info|date|author|details|byline|info-?bar)|story-?(meta|info|date|author)|news-?(meta|info|date)|meta-?(data|info|bar|line)|posted-?(on|by)|published?-?(on|by|at|date|time)?|byline-?date|kicker|eyebrow|pub-?date|publish-?[a-z]+|read-?time|reading-?time|views?-?count|time-?to-?read|source-?(name|link|org)?|autor|auteur|redakt[a-z]*|firma|verfasser)-/,
  ],
  [
    AUTHOR,
    /^-(authors?|author-?names?|bylines?|by-?line|byline-?name|writer|reporter|autor|auteur|autore|fn|creator|vcard|post-?author|entry-?author|article-?author|contributor)-/,
  ],
  [
    BIO,
    /^-(author-?(bio|box|about|profile|description|card|desc|area|section|block|footer|biography)|about-?(the-?)?author|bio|biography|user-?(bio|profile)|writer-?bio|contributor-?bio|byline-?bio|post-?author-?box|saboxplugin[a-z-]*|abh[a-z-]*|molongui[a-z-]*|profile)-/,
  ],
  [
    DATE,
    /^-(dates?|date-?(time|published|modified|line|stamp|posted|created)?|datetime|published?|publish-?(date|time|ed)|pub-?date|post-?date|entry-?date|article-?date|time-?(stamp)?|timestamp|posted-?on|updated?|news-?date|story-?date|fecha|datum|byline-?date|created|last-?(modified|updated))-/,
  ],
  [
    HEADLINE,
    /^-(headline|(article|story|post|entry|news|page|content|main)-?(title|headline|heading)|titulo|titre|uberschrift|head-?line|title)-/,
  ],
  [PULL, /^-(pull-?quotes?|quote-?pull|pullout|blockquote-pull)-/],
  [LIVE, /^-(live-?(blog|entry|post|update|item)[a-z-]*|liveblog[a-z-]*|block-time|timeline-?(item|entry))-/],
  [CORRECTION, /^-(corrections?|correction-?[a-z]+|clarification|errata|editors?-?note)-/],
  [
    SUMMARY,
    /^-(summary|standfirst|deck|dek|subtitle|sub-?(title|head|heading|headline)|chapo|excerpt|teaser-?text|abstract|entradilla|sapo|bajada)-/,
  ],
]

/** Bits of single names and of short runs of words, kept between pages: the press uses a few thousand. */
const KNOWN = new Map<string, number>()
const MOST_KNOWN = 100_000

function remembered(key: string, find: (key: string) => number): number {
  const known = KNOWN.get(key)
  if (known !== undefined) return known
  const bits = find(key)
  if (KNOWN.size >= MOST_KNOWN) KNOWN.clear()
  // A piece of a page's string would keep the whole page in memory: a copy does not, and V8 copies short ones itself.
  KNOWN.set(key.length < 13 ? key : Buffer.from(key).toString(), bits)
  return bits
}

/** `run` opens with a dash, as the patterns do. */
function bitsOfRun(run: string): number {
  let bits = 0
  for (const [bit, pattern] of PATTERNS) if (pattern.test(`${run}-`)) bits |= bit
  return bits
}

/** Layout names say what stands beside: "content-with-sidebar" is no side column. */
const BESIDE = new Set([
  'with',
  'and',
  'has',
  'no',
  'one',
  'two',
  'content',
  'main',
  'without',
  'before',
  'after',
])

/** A post or player set into the text is of the text, whatever service it comes from. */
const EMBED = 1 << 20

/** Whole names that hide what they are given to; "hide-ads", "overflow-hidden" and "label-hidden" hide something else. */
const HIDES =
  /^(?:(?!xs|sm-|mobile|tablet|print|small|overflow|label|field|lazy|sharing|header|aside|sidebar|menu|img|image|scroll|border)[a-z0-9]{0,9}-?(?:hidden|hide)|sr-only|(?:[a-z]{1,4}-)?visual(?:ly)?-?hidden|screen-?reader-?(?:text|only)|d-none|display-none|offscreen|invisible|element-invisible|a11y-?(?:only|hidden)|(?:[a-z]+-)?(?:hidden|hide)-(?:lg|xl|xxl|desktop|large|for-large))$/
/** Shown on wide screens after all. */
const SHOWN_WIDE = /(?:^|\s)(?:md|lg|xl)[:-](?:block|flex|inline|grid|contents|table)|(?:^|\s)d-(?:md|lg|xl)-/

function bitsOfName(name: string): number {
  let bits = 0
  const tokens = name.replace(CASES, '$1-$2').toLowerCase().split(NOT_WORD)
  if (/hid|sr-|only|none|reader|screen|invis/i.test(name) && HIDES.test(tokens.filter(Boolean).join('-')))
    bits |= HIDDEN
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    if (token === '') continue
    const mask = i > 0 && BESIDE.has(tokens[i - 1]!) ? ~(FRAME | AWAY) : -1
    const add = (run: string): void => {
      bits |= remembered(`-${run}`, bitsOfRun) & mask
    }
    add(token)
    if (EMBEDS.has(token)) bits |= EMBED
    if (i + 1 < tokens.length && FIRST.has(token)) {
      add(`${token}-${tokens[i + 1]}`)
      if (i + 2 < tokens.length) add(`${token}-${tokens[i + 1]}-${tokens[i + 2]}`)
    }
  }
  return bits
}

/** The bits of what one attribute names an element. */
export const cuesOf = (names: string): number => remembered(names, bitsOfNames)

function bitsOfNames(names: string): number {
  // WordPress lists an article's own tags and categories among its classes.
  const post = names.length > 40 && /\b(?:hentry|type-post|status-publish|post-\d+)\b/.test(names)
  const own = post ? names.replace(/\b(?:tag|category|topic|format|author|comment)s?-\S+/g, '') : names
  let bits = 0
  for (const name of own.slice(0, 500).split(' ')) if (name !== '') bits |= remembered(`.${name}`, bitsOfName)
  if ((bits & HIDDEN) !== 0 && SHOWN_WIDE.test(own)) bits &= ~HIDDEN
  return (bits & EMBED) !== 0 ? bits & ~(AWAY | EMBED) : bits
}

/** Words that more than one word of a pattern can begin with; no other run of words needs a look. */
const FIRST = new Set(
  'rollover article story post entry body content news rich text main editorial td comment fb right left site side sidebar footer related more read see also you most latest recent up next prev previous jp inline in link share social follow sign opt mc mailing call register paywall ad promo promotion affiliate modal alert pop tag cat posted filed widget log skip print table jump product video vjs stock language edit mw app push topic topics load show audio font page trust image photo img wp media figure pie picture caption byline by author dateline published pub publish reading views view time source about user writer contributor date last created head headline screen visually display is u a11y pull quote blockquote live block timeline editors correction sub stand cookie qc cc hover info global nav menu call inner post top saboxplugin abh molongui mod tools meta name yarpp nl search a11y utility'.split(
    ' ',
  ),
)
const CASES = /([a-z])([A-Z])/g
const NOT_WORD = /[^a-z0-9]+/
const EMBEDS = new Set(['embed', 'embeds', 'embedded', 'tweet', 'tweets'])
