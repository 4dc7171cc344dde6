/** Takes out of a page what no reader sees, before it is parsed: half of many pages is scripts, styles and drawings. */

const OPENS = /<(?:!--|s(?:cript|tyle|vg)(?=[\s>/]))/gi
const CLOSES: Readonly<Record<string, RegExp>> = {
  script: /<\/script[\s>/]/gi,
  style: /<\/style[\s>/]/gi,
  svg: /<\/svg[\s>/]/gi,
}

/**
 * The same page with nothing inside its scripts, styles, drawings and comments; structured data (`ld+json`) stays.
 * The tags themselves stay too, so that what a parser makes of the rest is the same. Where an end is missing, the
 * parser is left to judge. A drawing within a drawing is left whole.
 */
export function cutScripts(html: string): string {
  const kept: string[] = []
  let from = 0
  OPENS.lastIndex = 0
  for (let open = OPENS.exec(html); open; open = OPENS.exec(html)) {
    const at = open.index
    if (html.startsWith('!--', at + 1)) {
      const end = html.indexOf('-->', at + 2)
      if (end < 0) break
      kept.push(html.slice(from, at))
      from = end + 3
      OPENS.lastIndex = from
      continue
    }
    const name = open[0].slice(1).toLowerCase()
    const inside = html.indexOf('>', at) + 1
    if (inside === 0) break
    if (html.charCodeAt(inside - 2) === 47 && name === 'svg') continue
    const close = CLOSES[name]!
    // Most ends are in lower case, and a plain search finds those many times faster.
    const near = html.indexOf(`</${name}`, inside)
    close.lastIndex = near < 0 ? inside : near
    const end = close.exec(html)?.index
    if (end === undefined) break
    OPENS.lastIndex = end
    if (name === 'script' && /ld\+json/i.test(html.slice(at, inside))) continue
    if (name === 'svg' && /<svg[\s>]/i.test(html.slice(inside, end))) continue
    kept.push(html.slice(from, inside))
    from = end
  }
  return from === 0 ? html : kept.join('') + html.slice(from)
}
