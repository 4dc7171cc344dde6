/** What a server says about time: Retry-After, Cache-Control, Expires, as plain seconds. */

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** RFC 9110 5.6.7: the three forms of a date, all GMT; milliseconds since 1970, or undefined. */
export function parseHttpDate(text: string): number | undefined {
  const fixed =
    /^[a-z]{3,9},? (\d{1,2})[ -]([a-z]{3})[ -](\d{2,4}) (\d{2}):(\d{2}):(\d{2})(?: (?:gmt|utc|\+0000))?$/i
  const asctime = /^[a-z]{3} ([a-z]{3}) ([ \d]\d) (\d{2}):(\d{2}):(\d{2}) (\d{4})$/i
  const trimmed = text.trim()
  const fields = fixed.exec(trimmed)
  if (fields) return utc(fields[3], fields[2], fields[1], fields[4], fields[5], fields[6])
  const old = asctime.exec(trimmed)
  if (old) return utc(old[6], old[1], old[2], old[3], old[4], old[5])
  return undefined
}

function utc(...[year, month, day, hour, minute, second]: (string | undefined)[]): number | undefined {
  const monthIndex = months.indexOf((month ?? '').toLowerCase())
  if (monthIndex < 0) return undefined
  const plain = Number(year)
  const full = (year ?? '').length > 2 ? plain : plain + (plain < 70 ? 2000 : 1900)
  if (Number(day) < 1 || Number(day) > 31 || Number(hour) > 24 || Number(minute) > 59 || Number(second) > 60)
    return undefined
  return Date.UTC(full, monthIndex, Number(day), Number(hour), Number(minute), Number(second))
}

/** Both forms of Retry-After, as seconds from `now` (milliseconds); never negative. */
export function retryAfterSeconds(value: string | undefined, now: number): number | undefined {
  const text = value?.trim() ?? ''
  if (/^\d{1,10}(\.\d+)?$/.test(text)) return Math.ceil(Number(text))
  const at = parseHttpDate(text)
  return at === undefined ? undefined : Math.max(0, Math.ceil((at - now) / 1000))
}

/**
 * For how many seconds the server says its answer stays fresh: max-age less Age, else Expires less Date.
 * no-cache, no-store and must-revalidate alone state no interval: 0 for the first two, undefined for the last.
 */
export function freshSeconds(headers: Readonly<Record<string, string>>, now: number): number | undefined {
  const directives = new Map<string, string>()
  for (const part of (headers['cache-control'] ?? '').split(',')) {
    const [name = '', value = ''] = part.split('=', 2)
    directives.set(name.trim().toLowerCase(), value.trim().replaceAll('"', ''))
  }
  if (directives.has('no-store') || directives.has('no-cache')) return 0
  const maxAge = directives.get('max-age')
  if (maxAge !== undefined && /^\d+$/.test(maxAge))
    return Math.max(0, Math.min(Number(maxAge), 2 ** 31) - (Number(headers.age) || 0))
  if (headers.expires === undefined) return undefined
  const expires = parseHttpDate(headers.expires)
  // RFC 9111 5.3: an invalid date, "0" above all, means already expired.
  if (expires === undefined) return 0
  return Math.max(0, Math.round((expires - (parseHttpDate(headers.date ?? '') ?? now)) / 1000))
}
