/** Addresses as an article is known by: absolute, http or https, without what only tracks the reader. */

/** Query parameters that name a campaign or a reader, never a page. */
const TRACKING =
  /^(utm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|mkt_tok|_hs(enc|mi)|__hs\w+|vero_id|oly_(anon|enc)_id|wt_mc|wt_zmc|icid|ncid|cmpid|cmp|smid|smtyp|sr_share|xtor|at_(medium|campaign|custom\d*|link_\w+|ptr_name|bbc_team|format)|ns_(campaign|mchannel|source|linkname|fee)|spm|scm|sref|taid|guccounter|guce_referr\w*|_ga|_gl|s_cid|ito|ocid|cvid|ref_src|ref_url|__twitter_impression|amp_js_v|usqp|outputtype|feature_share|socialshare|share_id|campaign_id|partner_id|ftag|ftcamid|wprov|soc_src|soc_trk|dicbo|obOrigUrl|mbid|trk|trkcampaign|recruiter|rss|partner|emc|ref_medium|referer|mod_share|reflink|src_share)$/i

/** Values under which a common name means tracking. */
const TRACKING_PAIRS: readonly (readonly [RegExp, RegExp])[] = [
  [
    /^(ref|source|src|from|via|medium|origin)$/i,
    /^(rss|feed|atom|twitter|facebook|fb|tw|email|newsletter|share|social|homepage|google|whatsapp|telegram|linkedin|copy|app)/i,
  ],
]

/** Absolute address, or undefined for anything that is not http or https. */
export function absolute(href: string, base?: string): string | undefined {
  const trimmed = href.trim()
  if (trimmed === '' || trimmed.length > 4000) return undefined
  try {
    const url = new URL(trimmed, base || undefined)
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined
  } catch {
    return undefined
  }
}

/** Without fragment, tracking parameters and default port; host in lower case; parameters kept in their order. */
export function withoutTracking(address: string): string {
  let url: URL
  try {
    url = new URL(address)
  } catch {
    return address
  }
  if (!url.hash.startsWith('#!')) url.hash = ''
  if (url.search) {
    const kept = [...url.searchParams].filter(
      ([name, value]) =>
        !TRACKING.test(name) && !TRACKING_PAIRS.some(([n, v]) => n.test(name) && v.test(value)),
    )
    if (kept.length < [...url.searchParams].length) url.search = new URLSearchParams(kept).toString()
  }
  return url.href
}

/** Host without "www." and the like; undefined where there is none. */
export function domainOf(address: string | undefined): string | undefined {
  if (!address) return undefined
  try {
    const host = new URL(address).hostname.toLowerCase().replace(/^(www\d?|m|mobile|amp)\./, '')
    return host || undefined
  } catch {
    return undefined
  }
}

const SECOND_LEVEL = /^(co|com|org|net|gov|gob|gouv|edu|ac|ne|or|go|gen|web|in|info|nic|gv|govt|mil|sch|nom)$/

/** The domain a site is registered under: "news.example.co.uk" gives "example.co.uk". */
export function siteOf(host: string): string {
  const parts = host.split('.')
  if (parts.length <= 2) return host
  const take = SECOND_LEVEL.test(parts[parts.length - 2]!) && parts[parts.length - 1]!.length === 2 ? 3 : 2
  return parts.slice(-take).join('.')
}

/** The day a path states, as in /2024/03/09/ or /20240309-; undefined unless year, month and day are all there. */
export function dayInPath(address: string): string | undefined {
  const path = address.replace(/^[a-z]+:\/\/[^/]*/i, '')
  const found =
    /(?:^|[/_.-])((?:19|20)\d\d)[/_.-](0?[1-9]|1[0-2])[/_.-](0?[1-9]|[12]\d|3[01])(?=[/_.-]|$|[^\d])/.exec(
      path,
    ) ?? /(?:^|[/_.-])((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=[/_.-]|$|[^\d])/.exec(path)
  if (!found) {
    const turned = /(?:^|[/_.-])(0?[1-9]|[12]\d|3[01])-(0?[1-9]|1[0-2])-((?:19|20)\d\d)(?=[/_.-]|$)/.exec(
      path,
    )
    return turned ? `${turned[3]}-${turned[2]!.padStart(2, '0')}-${turned[1]!.padStart(2, '0')}` : undefined
  }
  const [, year, month, day] = found
  return `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`
}
