/** What the door answers when it has no answer: a code to act on and plain words to show. */

export type FailureCode =
  /** Not an absolute http or https address. */
  | 'address'
  /** Our own rules forbid it: a private address, a port, a scheme. */
  | 'blocked'
  | 'dns'
  /** Nobody answers there, or the connection was closed before an answer. */
  | 'refused'
  | 'tls'
  | 'timeout'
  | 'too-large'
  | 'redirects'
  /** The server answered, with an error; see `status`. */
  | 'http'
  /** The answer broke off or makes no sense. */
  | 'broken'
  | 'robots'
  /** The host asked to be left alone, or too much already waits for it; see `retryAfter`. */
  | 'waiting'
  | 'cancelled'

export type Failure = {
  /** Plain words, for a person. */
  readonly failed: string
  readonly code: FailureCode
  readonly status?: number
  /** Seconds from now. */
  readonly retryAfter?: number
  /** The address that failed, where it is not the one asked for. */
  readonly url?: string
}

export const failure = (
  code: FailureCode,
  failed: string,
  more: { status?: number; retryAfter?: number | undefined; url?: string } = {},
): Failure => ({
  failed,
  code,
  ...(more.status === undefined ? {} : { status: more.status }),
  ...(more.retryAfter === undefined ? {} : { retryAfter: more.retryAfter }),
  ...(more.url === undefined ? {} : { url: more.url }),
})

/** The host asked to be left alone, its queue is long, or we are closing: says nothing about what was asked for. */
export const isNobodysFault = ({ code }: Failure): boolean => code === 'waiting' || code === 'cancelled'

export const isFailure = (value: object): value is Failure => 'failed' in value

/** An error that carries a failure through code which only knows errors (a connector's callback). */
export const failureError = (carried: Failure): Error & { readonly carried: Failure } =>
  Object.assign(new Error(carried.failed), { carried })

/** What is said of a connection that ended before any answer: such a request may be tried once more. */
export const closedWords = 'The server closed the connection'

const brokeOff = 'The answer broke off before its end'

const dnsCodes = new Set([
  'ENOTFOUND',
  'ENODATA',
  'EAI_AGAIN',
  'EAI_NODATA',
  'ESERVFAIL',
  'EBADNAME',
  'EAI_FAIL',
  'ETIMEOUT',
  'EREFUSED',
  'EBADRESP',
  'EFORMERR',
])
const refusedCodes: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Nothing answers at that address and port',
  ECONNRESET: closedWords,
  EPIPE: closedWords,
  EHOSTUNREACH: 'The server cannot be reached',
  EHOSTDOWN: 'The server cannot be reached',
  ENETUNREACH: 'The network of the server cannot be reached',
  EADDRNOTAVAIL: 'The server cannot be reached',
  UND_ERR_SOCKET: closedWords,
}
const timeoutCodes: Readonly<Record<string, string>> = {
  ETIMEDOUT: 'The server did not accept the connection in time',
  UND_ERR_CONNECT_TIMEOUT: 'The server did not accept the connection in time',
  UND_ERR_HEADERS_TIMEOUT: 'The server did not begin to answer in time',
  UND_ERR_BODY_TIMEOUT: 'The server stopped sending in the middle of its answer',
}
const tlsWords: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'The certificate of the server has expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'The certificate of the server is for another name',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'The server signed its certificate itself',
  SELF_SIGNED_CERT_IN_CHAIN: 'The server signed its certificate itself',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'The certificate of the server cannot be traced to a known authority',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'The certificate of the server cannot be traced to a known authority',
}

type ErrorLike = { name?: unknown; code?: unknown; message?: unknown; carried?: unknown; errors?: unknown }

/** Turns whatever the network threw into a failure. `begun` says that part of the answer had come already. */
export function failureOf(error: unknown, begun: boolean): Failure {
  const { name: type, code, message, carried, errors } = (error ?? {}) as ErrorLike
  if (carried) return carried as Failure
  const name = typeof code === 'string' ? code : ''
  const words = typeof message === 'string' ? message : ''
  if (Array.isArray(errors) && errors.length > 0 && !name) return failureOf(errors[0], begun)
  if (name === 'UND_ERR_DESTROYED' || name === 'UND_ERR_CLOSED')
    return failure('cancelled', 'The fetch was stopped because the reader is closing')
  if (dnsCodes.has(name)) return failure('dns', 'No server is known by that name')
  if (timeoutCodes[name]) return failure('timeout', timeoutCodes[name])
  if (name === 'UND_ERR_HEADERS_OVERFLOW' || name === 'HPE_HEADER_OVERFLOW')
    return failure('too-large', 'The headers of the answer are too large')
  if (name.startsWith('CERT_') || name.startsWith('ERR_TLS') || name.startsWith('ERR_SSL') || tlsWords[name])
    return failure(
      'tls',
      tlsWords[name] ?? `No secure connection: ${name.toLowerCase().replaceAll('_', ' ')}`,
    )
  if (/certificate|\bssl\b|\btls\b/i.test(words) && !begun)
    return failure('tls', `No secure connection: ${words}`)
  if (name === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH')
    return failure('broken', begun ? brokeOff : 'The answer is not as long as its headers say')
  if (type === 'HTTPParserError' || name.startsWith('HPE_'))
    return failure('broken', 'The server does not answer as a web server should')
  if (begun && (refusedCodes[name] || name === 'UND_ERR_ABORTED')) return failure('broken', brokeOff)
  if (refusedCodes[name]) return failure('refused', refusedCodes[name])
  return failure(begun ? 'broken' : 'refused', `The connection failed${words ? `: ${words}` : ''}`)
}

const statusMeanings: Readonly<Record<number, string>> = {
  400: 'The server did not understand the request',
  401: 'The server asks for a name and password',
  402: 'The server asks to be paid',
  403: 'The server refuses us',
  404: 'There is nothing at that address',
  410: 'The server says this is gone for good',
  429: 'The server says we ask too often',
  451: 'The server may not show this for legal reasons',
  500: 'The server has a fault',
  502: 'The server behind the server did not answer',
  503: 'The server is not available just now',
  504: 'The server behind the server did not answer in time',
}

export const statusWords = (status: number): string =>
  `${statusMeanings[status] ?? (status >= 500 ? 'The server has a fault' : 'The server gave an error')} (${status})`
