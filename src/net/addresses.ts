/** Which internet addresses are public, by the IANA special-purpose registries; everything else says what it is. */

export type AddressKind =
  | 'public'
  | 'unspecified'
  | 'loopback'
  | 'private'
  /** 100.64.0.0/10, between a provider and its customers. */
  | 'shared'
  | 'link-local'
  | 'multicast'
  | 'reserved'
  /** Addresses by which cloud machines reach their own platform. */
  | 'platform'
  | 'invalid'

type Range4 = readonly [base: number, bits: number, kind: AddressKind]

const v4 = (text: string): number =>
  text.split('.').reduce((value, part) => (value * 256 + Number(part)) >>> 0, 0)

// https://www.iana.org/assignments/iana-ipv4-special-registry. 192.0.0.9, 192.0.0.10 and 192.52.193.0/24 are
// reachable but never web servers, so the wider entry decides.
const ranges4: readonly Range4[] = (
  [
    ['0.0.0.0', 32, 'unspecified'],
    ['0.0.0.0', 8, 'reserved'],
    ['10.0.0.0', 8, 'private'],
    ['100.64.0.0', 10, 'shared'],
    ['127.0.0.0', 8, 'loopback'],
    ['168.63.129.16', 32, 'platform'],
    ['169.254.0.0', 16, 'link-local'],
    ['172.16.0.0', 12, 'private'],
    ['192.0.0.0', 24, 'reserved'],
    ['192.0.2.0', 24, 'reserved'],
    ['192.52.193.0', 24, 'reserved'],
    ['192.88.99.0', 24, 'reserved'],
    ['192.168.0.0', 16, 'private'],
    ['198.18.0.0', 15, 'reserved'],
    ['198.51.100.0', 24, 'reserved'],
    ['203.0.113.0', 24, 'reserved'],
    ['224.0.0.0', 4, 'multicast'],
    ['240.0.0.0', 4, 'reserved'],
  ] as const
).map(([base, bits, kind]) => [v4(base), bits, kind])

function kindOf4(value: number): AddressKind {
  for (const [base, bits, kind] of ranges4) {
    const size = 2 ** (32 - bits)
    if (value >= base && value < base + size) return kind
  }
  return 'public'
}

/** Four decimal bytes, the only form sockets and resolvers speak; other notations are the URL parser's to fold. */
function parse4(text: string): number | undefined {
  const parts = text.split('.')
  if (parts.length !== 4) return undefined
  let value = 0
  for (const part of parts) {
    if (!/^(0|[1-9]\d{0,2})$/.test(part) || Number(part) > 255) return undefined
    value = value * 256 + Number(part)
  }
  return value
}

function words(text: string): number[] | undefined {
  if (text === '') return []
  const parts = text.split(':')
  const out: number[] = []
  for (const [index, part] of parts.entries()) {
    if (part.includes('.')) {
      const tail = index === parts.length - 1 ? parse4(part) : undefined
      if (tail === undefined) return undefined
      out.push(tail >>> 16, tail & 0xffff)
    } else {
      if (!/^[0-9a-f]{1,4}$/i.test(part)) return undefined
      out.push(Number.parseInt(part, 16))
    }
  }
  return out
}

/** Eight 16-bit words, or undefined where the text is no IPv6 address. A zone (`%eth0`) is let be. */
export function parse6(text: string): readonly number[] | undefined {
  const halves = (text.split('%')[0] ?? '').split('::')
  if (halves.length > 2) return undefined
  const head = words(halves[0] ?? '')
  const tail = halves.length === 2 ? words(halves[1] ?? '') : []
  if (!head || !tail) return undefined
  const missing = 8 - head.length - tail.length
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined
  return [...head, ...new Array<number>(missing).fill(0), ...tail]
}

// https://www.iana.org/assignments/iana-ipv6-special-registry: what is not global unicast (2000::/3) is not public.
function kindOf6(word: readonly number[]): AddressKind {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = word
  const embedded = () => kindOf4(g * 65536 + h)
  if ((a | b | c | d | e) === 0) {
    // ::ffff:0:0/96 is dialled as the IPv4 address it maps; ::/96 besides :: and ::1 is long deprecated.
    if (f === 0xffff) return embedded()
    if (f === 0 && g === 0) return h === 0 ? 'unspecified' : h === 1 ? 'loopback' : 'reserved'
    return 'reserved'
  }
  // RFC 6052: what a DNS64 resolver makes of a public IPv4 address must stay reachable, of any other must not.
  if (a === 0x64 && b === 0xff9b) {
    if ((c | d | e | f) !== 0) return c === 1 ? 'private' : 'reserved'
    return embedded()
  }
  if ((a & 0xff00) === 0xff00) return 'multicast'
  if ((a & 0xffc0) === 0xfe80) return 'link-local'
  if ((a & 0xffc0) === 0xfec0 || (a & 0xfe00) === 0xfc00) return 'private'
  if ((a & 0xe000) !== 0x2000) return 'reserved'
  // 2001::/23: Teredo, benchmarking, ORCHID and other protocol assignments; 2002::/16: 6to4.
  if (a === 0x2001 && (b < 0x200 || b === 0xdb8)) return 'reserved'
  if (a === 0x2002) return 'reserved'
  if (a === 0x3fff && b < 0x1000) return 'reserved'
  return 'public'
}

/** What kind of address `text` is: an IPv4 or IPv6 address as sockets and resolvers write it. */
export function addressKind(text: string): AddressKind {
  if (text.includes(':')) {
    const word = parse6(text)
    return word ? kindOf6(word) : 'invalid'
  }
  const value = parse4(text)
  return value === undefined ? 'invalid' : kindOf4(value)
}
