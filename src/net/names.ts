/** From host names to addresses: a resolver that does not hold up a thread for every slow name. */

import { Resolver } from 'node:dns'
import { lookup as systemLookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { isLocalhost } from './gate.ts'

/** Addresses of a host, in the order to try them. Rejects with a DNS error code. */
export type Resolve = (host: string, local: boolean) => Promise<readonly string[]>

const once = (resolver: Resolver, host: string, family: 4 | 6): Promise<readonly string[]> =>
  new Promise((done, fail) => {
    const answer = (error: NodeJS.ErrnoException | null, addresses: string[]) =>
      error ? fail(error) : done(addresses)
    if (family === 4) resolver.resolve4(host, answer)
    else resolver.resolve6(host, answer)
  })

/**
 * Public names go to the name servers over c-ares: getaddrinfo would hold one of four threads for each dead name.
 * `local` names (allowed by configuration) go to the system, which knows the hosts file and mDNS.
 */
export function systemResolve(): Resolve {
  const resolver = new Resolver({ timeout: 3000, tries: 2 })
  const bySystem = async (host: string) =>
    (await systemLookup(host, { all: true, order: 'ipv4first' })).map(({ address }) => address)

  return async (host, local) => {
    if (isIP(host)) return [host]
    // RFC 6761 6.3: names under localhost never reach a name server.
    if (isLocalhost(host)) return ['127.0.0.1', '::1']
    if (local) return bySystem(host)
    const [four, six] = await Promise.allSettled([once(resolver, host, 4), once(resolver, host, 6)])
    const found = [
      ...(four.status === 'fulfilled' ? four.value : []),
      ...(six.status === 'fulfilled' ? six.value : []),
    ]
    if (found.length > 0) return found
    const reason = (four.status === 'rejected' ? four.reason : undefined) as NodeJS.ErrnoException | undefined
    // No name server is reachable from here, but the system may know another way.
    if (reason?.code === 'ECONNREFUSED') return bySystem(host)
    throw reason ?? Object.assign(new Error(`no address for ${host}`), { code: 'ENOTFOUND' })
  }
}
