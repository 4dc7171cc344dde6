/** Opens sockets: the name is resolved here, each address checked, and only a checked address is dialled. */

import { connect as connectPlain, isIP, type LookupFunction, type Socket } from 'node:net'
import { connect as connectTls, createSecureContext, getCACertificates, type TLSSocket } from 'node:tls'
import type { buildConnector } from 'undici'
import { type Failure, failure, failureError } from './failure.ts'
import { bareHost, type Gate } from './gate.ts'
import type { Resolve } from './names.ts'

export type DialOptions = {
  readonly gate: Gate
  readonly resolve: Resolve
  /** Milliseconds for name, connection and handshake together. */
  readonly timeout: number
  /** PEM certificates to trust besides the usual ones. */
  readonly trust?: readonly string[] | undefined
}

/** A session is some kilobytes: it holds the server's certificates. */
const rememberedSessions = 4096

/** The addresses of `host` that may be dialled, or why there are none. */
export async function checkedAddresses(
  host: string,
  port: number,
  options: Pick<DialOptions, 'gate' | 'resolve'>,
): Promise<readonly string[] | Failure> {
  const found = await options.resolve(host, options.gate.allows(host, port))
  let refusal: Failure | undefined
  const good: string[] = []
  for (const address of found) {
    const refused = options.gate.checkAddress(host, port, address)
    if (refused) refusal ??= refused
    else good.push(address)
  }
  if (good.length > 0) return good
  return refusal ?? failure('dns', 'No server is known by that name')
}

/**
 * How long one of several addresses has before the next is tried. RFC 8305 proposes 250 ms; a thread that reads an
 * article between its sockets may be busy for longer than that, and would give up addresses that do answer.
 */
const attempt = 2_500

export function openDialler(options: DialOptions): buildConnector.connector {
  // One context for all: making one for each connection costs more than the handshake.
  const secureContext = createSecureContext({
    minVersion: 'TLSv1.2',
    ...(options.trust ? { ca: [...getCACertificates('default'), ...options.trust] } : {}),
  })
  const sessions = new Map<string, Buffer>()
  const remember = (key: string, session: Buffer) => {
    // A copy of its own: the one handed over keeps a whole slab of the pool in memory.
    const own = Buffer.allocUnsafeSlow(session.length)
    session.copy(own)
    sessions.delete(key)
    sessions.set(key, own)
    if (sessions.size > rememberedSessions) sessions.delete(sessions.keys().next().value as string)
  }

  const open = (host: string, port: number, secure: boolean, addresses: readonly string[]): Socket => {
    const lookup: LookupFunction = (_name, _options, done) =>
      done(
        null,
        addresses.map((address) => ({ address, family: isIP(address) })),
      )
    const target =
      addresses.length === 1
        ? { host: addresses[0] as string, port }
        : { host, port, lookup, autoSelectFamily: true, autoSelectFamilyAttemptTimeout: attempt }
    if (!secure) return connectPlain(target)
    const key = `${host}:${port}`
    const session = sessions.get(key)
    const socket: TLSSocket = connectTls({
      ...target,
      secureContext,
      ALPNProtocols: ['http/1.1'],
      ...(isIP(host) ? {} : { servername: host }),
      ...(session ? { session } : {}),
    })
    // A resumed session skips the check of the name, so only one whose first connection passed it is kept. TLS 1.2
    // hands its session over before that check is made; it is asked for afterwards.
    socket.on('session', (fresh: Buffer) => {
      if (socket.authorized) remember(key, fresh)
    })
    socket.once('secureConnect', () => {
      const fresh = socket.getProtocol() === 'TLSv1.2' ? socket.getSession() : undefined
      if (fresh && socket.authorized) remember(key, fresh)
    })
    return socket
  }

  return (wanted, callback) => {
    const host = bareHost(wanted.hostname)
    const secure = wanted.protocol === 'https:'
    const port = wanted.port ? Number(wanted.port) : secure ? 443 : 80
    let socket: Socket | undefined
    let settled = false
    const settle = (error: Error | null) => {
      if (settled) return
      settled = true
      clearTimeout(timer)
      if (error) {
        socket?.destroy()
        callback(error, null)
      } else callback(null, socket as Socket)
    }
    const timer = setTimeout(
      () => settle(failureError(failure('timeout', 'The server did not accept the connection in time'))),
      options.timeout,
    )
    checkedAddresses(host, port, options)
      .then((addresses) => {
        if (settled) return
        if ('failed' in addresses) return settle(failureError(addresses))
        socket = open(host, port, secure, addresses)
        socket.setNoDelay(true)
        // The last word is the address the socket really reached.
        socket.once(secure ? 'secureConnect' : 'connect', () => {
          const refused = options.gate.checkAddress(host, port, socket?.remoteAddress ?? '')
          settle(refused ? failureError(refused) : null)
        })
        socket.on('error', settle)
      })
      .catch((error) => settle(error instanceof Error ? error : new Error(String(error))))
  }
}
