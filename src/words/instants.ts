/** Instants as feeds and pages write them: RFC 822 and 2822, ISO 8601 and W3C-DTF, and what writers make of these. */

/**
 * The instant a text states, as ISO 8601 UTC with milliseconds, or undefined where it states none. A text
 * without a zone is taken as UTC; a text without a time as midnight.
 */
export function parseInstant(text: string): string | undefined {
  const usual = usualForm(text)
  if (usual !== undefined) return usual
  const plain = text.trim().replace(/\s+/g, ' ')
  if (plain === '' || plain.length > 80) return undefined
  const parts = iso(plain) ?? counted(plain) ?? rfc822(plain) ?? monthFirst(plain) ?? numbersWithPoints(plain)
  return parts === undefined ? undefined : instantOf(parts)
}

/** The two forms that nearly all feeds use, read without the rest. */
function usualForm(text: string): string | undefined {
  const a = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{3})\d*)?(?:Z|([+-])(\d\d):?(\d\d))$/.exec(
    text,
  )
  if (a !== null)
    return usualInstant(a[1]!, Number(a[2]), a[3]!, a[4]!, a[5]!, a[6]!, Number(a[7] ?? 0), a[8], a[9], a[10])
  const b =
    /^(?:[A-Z][a-z]{2}, )?(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d\d):(\d\d):(\d\d) (?:GMT|UTC|Z|([+-])(\d\d)(\d\d))$/.exec(
      text,
    )
  const month = b === null ? 0 : shortMonths.indexOf(b[2]!) / 3 + 1
  if (b === null || !Number.isInteger(month) || month < 1) return undefined
  return usualInstant(b[3]!, month, b[1]!, b[4]!, b[5]!, b[6]!, 0, b[7], b[8], b[9])
}

const shortMonths = 'JanFebMarAprMayJunJulAugSepOctNovDec'

function usualInstant(
  year: string,
  month: number,
  day: string,
  hour: string,
  minute: string,
  second: string,
  milli: number,
  sign: string | undefined,
  hours: string | undefined,
  minutes: string | undefined,
): string | undefined {
  const east = sign === undefined ? 0 : Number(hours) * 60 + Number(minutes)
  return instantOf({
    year: Number(year),
    month,
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    milli,
    offset: sign === '-' ? -east : east,
  })
}

type Parts = {
  year: number
  month: number
  day: number
  hour?: number
  minute?: number
  second?: number
  milli?: number
  /** Minutes east of UTC. */
  offset?: number
}

function instantOf(p: Parts): string | undefined {
  const { hour = 0, minute = 0, second = 0, milli = 0, offset = 0 } = p
  if (p.month < 1 || p.month > 12 || p.day < 1 || p.day > 31) return undefined
  if (hour > 24 || minute > 59 || second > 60 || Math.abs(offset) > 18 * 60) return undefined
  if (p.year < 1000 || p.year > 9999) return undefined
  const at = Date.UTC(p.year, p.month - 1, p.day, hour, minute, second, milli) - offset * 60_000
  return new Date(at).toISOString()
}

const time = String.raw`(\d{1,2})[:.](\d{1,2})(?:[:.](\d{1,2})(?:[.,:](\d{1,9}))?)?`
const zone = String.raw`(z|ut|utc|gmt|[a-z]{1,5})?\s*(?:([+-−])\s*(\d{1,2}):?(\d{2})?)?(?:\s*\([^)]*\))?`

const isoForm = new RegExp(
  String.raw`^([12]\d{3})(?:[-/.]?(\d{2})(?:[-/.]?(\d{2}))?)?(?:(?:\s*t\s*|[ ,]\s*)(?:${time}|(\d{2})(\d{2})(\d{2})?)\s*(am|pm)?\s*${zone})?$`,
  'i',
)
const isoLoose = new RegExp(
  String.raw`^([12]\d{3})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ]+${time}\s*(am|pm)?\s*${zone})?$`,
  'i',
)
const isoOrdinal = /^([12]\d{3})-?(\d{3})$/
const isoWeek = /^([12]\d{3})-?w(\d{2})-?([1-7])?$/i

function iso(text: string): Parts | undefined {
  const a = isoForm.exec(text)
  if (a !== null && !/^\d{5}$|^\d{7}$/.test(text)) {
    const hour = a[4] ?? a[8]
    return {
      year: Number(a[1]),
      month: Number(a[2] ?? 1),
      day: Number(a[3] ?? 1),
      ...(hour === undefined ? {} : clock(hour, a[5] ?? a[9], a[6] ?? a[10], a[7], a[11])),
      offset: offsetOf(a[12], a[13], a[14], a[15]),
    }
  }
  const b = isoLoose.exec(text)
  if (b !== null) {
    return {
      year: Number(b[1]),
      month: Number(b[2]),
      day: Number(b[3]),
      ...(b[4] === undefined ? {} : clock(b[4], b[5], b[6], b[7], b[8])),
      offset: offsetOf(b[9], b[10], b[11], b[12]),
    }
  }
  const c = isoOrdinal.exec(text)
  if (c !== null) {
    const day = new Date(Date.UTC(Number(c[1]), 0, Number(c[2])))
    return { year: day.getUTCFullYear(), month: day.getUTCMonth() + 1, day: day.getUTCDate() }
  }
  const d = isoWeek.exec(text)
  if (d !== null) {
    const fourth = new Date(Date.UTC(Number(d[1]), 0, 4))
    const monday = fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * 86_400_000
    const day = new Date(monday + ((Number(d[2]) - 1) * 7 + Number(d[3] ?? 1) - 1) * 86_400_000)
    return { year: day.getUTCFullYear(), month: day.getUTCMonth() + 1, day: day.getUTCDate() }
  }
  return undefined
}

/** Seconds or milliseconds since 1970, from 2001 on. */
function counted(text: string): Parts | undefined {
  if (!/^\d{10}$|^\d{13}$/.test(text)) return undefined
  const at = new Date(text.length === 10 ? Number(text) * 1000 : Number(text))
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
    second: at.getUTCSeconds(),
    milli: at.getUTCMilliseconds(),
  }
}

const dayName = String.raw`(?:\p{L}[\p{L}\p{M}.'-]*,?\s+|\p{L}+,\s*)`
const rfc822Form = new RegExp(
  String.raw`^(?:${dayName})?(?:de\s+)?(\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)?[\s,-]*(?:de\s+)?(\p{L}[\p{L}\p{M}]*)\.?[\s,-]*(?:de[l]?\s+)?(\d{4}|\d{2}),?(?:[\st,-]*(?:at\s+|um\s+)?${time}\s*(am|pm)?\s*${zone})?$`,
  'iu',
)

function rfc822(text: string): Parts | undefined {
  const a = rfc822Form.exec(text)
  const month = monthOf(a?.[2])
  if (a === null || month === undefined) return undefined
  return {
    year: fullYear(a[3]!),
    month,
    day: Number(a[1]),
    ...(a[4] === undefined ? {} : clock(a[4], a[5], a[6], a[7], a[8])),
    offset: offsetOf(a[9], a[10], a[11], a[12]),
  }
}

const monthFirstForm = new RegExp(
  String.raw`^(?:${dayName})?(\p{L}[\p{L}\p{M}]*)\.?[\s-]*(\d{1,2})(?:st|nd|rd|th)?,?\s+(?:(\d{4}),?(?:[\st,-]*(?:at\s+)?${time}\s*(am|pm)?\s*${zone})?|${time}\s*(?:(\p{L}{1,5})\s+)?(\d{4}))$`,
  'iu',
)

/** "January 5, 2024 3:04 PM EST", and C's asctime, "Mon Jan  5 10:00:00 2004". */
function monthFirst(text: string): Parts | undefined {
  const a = monthFirstForm.exec(text)
  const month = monthOf(a?.[1])
  if (a === null || month === undefined) return undefined
  const year = a[3] ?? a[18]
  const hour = a[4] ?? a[13]
  return {
    year: Number(year),
    month,
    day: Number(a[2]),
    ...(hour === undefined ? {} : clock(hour, a[5] ?? a[14], a[6] ?? a[15], a[7] ?? a[16], a[8])),
    offset: offsetOf(a[9] ?? a[17], a[10], a[11], a[12]),
  }
}

const pointsForm = new RegExp(
  String.raw`^(?:${dayName})?(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2}),?(?:[\st-]+${time}\s*(am|pm)?\s*${zone})?$`,
  'iu',
)

/** 05.01.2024 is day first everywhere; 01/05/2024 is month first unless that cannot be. */
function numbersWithPoints(text: string): Parts | undefined {
  const a = pointsForm.exec(text)
  if (a === null) return undefined
  const [first, second] = [Number(a[1]), Number(a[3])]
  const dayFirst = a[2] !== '/' || first > 12
  return {
    year: fullYear(a[4]!),
    month: dayFirst ? second : first,
    day: dayFirst ? first : second,
    ...(a[5] === undefined ? {} : clock(a[5], a[6], a[7], a[8], a[9])),
    offset: offsetOf(a[10], a[11], a[12], a[13]),
  }
}

function clock(
  hour: string,
  minute?: string,
  second?: string,
  fraction?: string,
  half?: string,
): Partial<Parts> {
  let hours = Number(hour)
  if (half !== undefined && hours <= 12) hours = (hours % 12) + (half.toLowerCase() === 'pm' ? 12 : 0)
  return {
    hour: hours,
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
    milli: fraction === undefined ? 0 : Math.floor(Number(`0.${fraction}`) * 1000),
  }
}

/** RFC 2822, section 4.3: two digits below 50 are of this century. */
function fullYear(digits: string): number {
  const year = Number(digits)
  if (digits.length > 2) return year
  return year < 50 ? 2000 + year : 1900 + year
}

/** Hours east of UTC. RFC 2822 says to read the military letters, Z apart, as UTC: they were specified backwards. */
const zones = new Map(
  (
    'est -5 edt -4 et -5 cst -6 cdt -5 ct -6 mst -7 mdt -6 mt -7 pst -8 pdt -7 pt -8 akst -9 akdt -8 hst -10 ast -4 ' +
    'adt -3 nst -3.5 ndt -2.5 brt -3 art -3 clt -4 wet 0 west 1 cet 1 cest 2 mez 1 mesz 2 met 1 mest 2 eet 2 eest 3 ' +
    'msk 3 msd 4 trt 3 bst 1 ist 5.5 idt 3 gst 4 pkt 5 npt 5.75 ict 7 wib 7 wita 8 wit 9 hkt 8 sgt 8 myt 8 pht 8 ' +
    'awst 8 jst 9 kst 9 acst 9.5 acdt 10.5 aest 10 aedt 11 nzst 12 nzdt 13 sast 2 eat 3 wat 1 cat 2 irst 3.5'
  )
    .match(/[a-z]+ \S+/g)!
    .map((pair) => [pair.split(' ')[0]!, Number(pair.split(' ')[1])]),
)

function offsetOf(name?: string, sign?: string, hours?: string, minutes?: string): number {
  if (sign !== undefined && hours !== undefined) {
    const east = Number(hours) * 60 + Number(minutes ?? 0)
    return sign === '+' ? east : -east
  }
  return Math.round((zones.get(name?.toLowerCase() ?? '') ?? 0) * 60)
}

/** The first letters that tell a month apart, in the languages feeds are dated in; a line a month. */
const monthStems = [
  'jan gen ene янв sty oca led sij ιαν січ',
  'feb fev fév фев lut sub şub uno vel φεβ лют',
  'mar mär maa mrt mae мар bre ozu μαρ μάρ бер',
  'apr avr abr ápr апр kwi nis dub tra απρ кві',
  'may mai mag mei maj máj мая май kve kvě svi μαι μαϊ μάι тра tou',
  'jun jún giu июн cze haz ιουν ιούν чер juin kes',
  'lip jul júl lug июл tem ιουλ ιούλ лип juil hei',
  'srp aug ago aoû aou авг sie ağu agu kol αυγ αύγ сер elo',
  'sep set szep сен wrz eyl zář ruj σεπ вер syy',
  'oct okt ott out окт paz paź eki ekm οκτ жов lok',
  'nov ноя lis kas stu νοε νοέ лис',
  'dec dez dic déc дек gru ara pro δεκ гру jou des',
].flatMap((line, at) => line.split(' ').map((stem) => ({ stem, month: at + 1 })))

/** The month whose stem fits longest: "juil" is July though "jui" might be June. */
function monthOf(word: string | undefined): number | undefined {
  if (word === undefined || word.length < 3) return undefined
  const plain = word.toLowerCase()
  let best: { stem: string; month: number } | undefined
  for (const one of monthStems)
    if (plain.startsWith(one.stem) && one.stem.length > (best?.stem.length ?? 0)) best = one
  return best?.month
}
