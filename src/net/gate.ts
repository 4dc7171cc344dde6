/** The rules of the door: which addresses, hosts and ports may be dialled at all. */

import { isIP } from 'node:net'
import { type AddressKind, addressKind } from './addresses.ts'
import { type Failure, failure } from './failure.ts'

// https://fetch.spec.whatwg.org/#port-blocking
const blockedPorts = new Set([
  0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104,
  109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515,
  526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049,
  3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
])

/** Kinds that configuration may open for a host; a literal address in the configuration opens itself as well. */
const openable: ReadonlySet<AddressKind> = new Set(['loopback', 'private', 'shared'])
const neverOpen: ReadonlySet<AddressKind> = new Set(['invalid', 'multicast', 'unspecified'])

const kindWords: Readonly<Record<AddressKind, string>> = {
  public: 'public',
  unspecified: 'no real',
  loopback: 'this machine’s own',
  private: 'a private network’s',
  shared: 'a provider’s inner',
  'link-local': 'a link-local',
  multicast: 'a multicast',
  reserved: 'a reserved',
  platform: 'a cloud platform’s inner',
  invalid: 'an unreadable',
}

export type Gate = {
  /** Checks what can be known from the address alone. `host` of a URL, brackets kept for IPv6. */
  readonly checkUrl: (url: URL) => Failure | undefined
  /** Checks the very address about to be dialled, or just dialled, for a host (without brackets) and port. */
  readonly checkAddress: (host: string, port: number, address: string) => Failure | undefined
  /** Whether the configuration names the host: such names may be looked up on the local network. */
  readonly allows: (host: string, port: number) => boolean
}

export const bareHost = (host: string): string =>
  (host.startsWith('[') ? host.slice(1, -1) : host).toLowerCase().replace(/\.$/, '')

export const portOf = (url: URL): number =>
  url.port ? Number(url.port) : url.protocol === 'https:' ? 443 : 80

export const isLocalhost = (host: string): boolean => host === 'localhost' || host.endsWith('.localhost')

type Allowed = { readonly host: string; readonly under: boolean; readonly port: number | undefined }

function parseAllowed(pattern: string): Allowed {
  const [, host = '', port] =
    /^(\[[^\]]+\]|[^:]*|[0-9a-f:]*:[0-9a-f:.]*:[0-9a-f:.]*)(?::(\d+))?$/i.exec(pattern.trim()) ?? []
  if (host === '' || host === '*' || host === '*.')
    throw new Error(`Not a host that can be allowed: ${pattern}`)
  const under = host.startsWith('*.')
  return { host: bareHost(under ? host.slice(2) : host), under, port: port ? Number(port) : undefined }
}

/**
 * `allowHosts`: `nas.local`, `nas.local:8080`, `*.sample.localhost:4001`, `192.168.1.5`, `[fd00::5]:80`. Without a
 * port, any port that is not blocked for every host. Throws on a pattern that names no host.
 */
export function openGate(allowHosts: readonly string[] = []): Gate {
  const allowed = allowHosts.map(parseAllowed)

  const allows = (host: string, port: number): boolean =>
    allowed.some(
      (each) =>
        (each.port === undefined || each.port === port) &&
        (each.under ? host.endsWith(`.${each.host}`) : host === each.host),
    )

  const checkAddress = (host: string, port: number, address: string): Failure | undefined => {
    const kind = addressKind(address)
    if (kind === 'public') return undefined
    const open = isIP(host) ? !neverOpen.has(kind) : openable.has(kind)
    if (open && allows(host, port)) return undefined
    const named = host === address ? host : `${host} (${address})`
    return failure('blocked', `${named} is ${kindWords[kind]} address, which this reader does not fetch from`)
  }

  const checkUrl = (url: URL): Failure | undefined => {
    if (url.protocol !== 'http:' && url.protocol !== 'https:')
      return failure('blocked', `Addresses that begin with ${url.protocol} are not fetched`)
    const host = bareHost(url.hostname)
    const port = portOf(url)
    if (host === '') return failure('address', 'The address names no host')
    if (blockedPorts.has(port)) return failure('blocked', `Port ${port} does not belong to a web server`)
    if (isIP(host)) return checkAddress(host, port, host)
    if (isLocalhost(host) && !allows(host, port))
      return failure('blocked', `${host} is this machine itself, which this reader does not fetch from`)
    if (host.endsWith('.onion')) return failure('blocked', 'Onion addresses are not on the open network')
    return undefined
  }

  return { checkUrl, checkAddress, allows }
}
