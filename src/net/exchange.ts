/** One request and its answer on one hop, within limits on time and bytes; redirects are the door's affair. */

import type { Dispatcher } from 'undici'
import { type Failure, failure, failureError, failureOf } from './failure.ts'
import { inflateBody, isGzip, megabytes } from './inflate.ts'
import type { Limits } from './request.ts'

export type Hop = {
  readonly url: URL
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array | undefined
}

export type HopAnswer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/** Only what succeeded has a body worth reading; any other is not fetched. */
const bodyUnread = (status: number): boolean => status < 200 || status > 299 || status === 204

function plainHeaders(raw: Record<string, string | string[] | undefined>): Record<string, string> {
  const out: Record<string, string> = {}
  for (const [name, value] of Object.entries(raw)) {
    if (value === undefined || name === 'set-cookie') continue
    out[name] = Array.isArray(value) ? (name === 'location' ? (value[0] ?? '') : value.join(', ')) : value
  }
  return out
}

/** RFC 9110 15.2: there may be several 1xx before the answer; nobody needs more than a few. */
const mostHints = 20

/** Each chunk of a chunked body costs us far more than its sender: many are fine, as long as they hold something. */
const mostPieces = 20_000

const joined = (chunks: readonly Uint8Array[]): Uint8Array =>
  chunks.length === 1 ? (chunks[0] as Uint8Array) : Buffer.concat(chunks)

/** Sends one request. Never rejects. `stop` ends it early with the failure it is called with. */
export function exchange(
  dispatcher: Dispatcher,
  hop: Hop,
  limits: Limits,
  stopped: (stop: (why: Failure) => void) => void,
): Promise<HopAnswer | Failure> {
  return new Promise((done) => {
    let controller: Dispatcher.DispatchController | undefined
    let settled: HopAnswer | Failure | undefined
    let status = 0
    let headers: Record<string, string> = {}
    let size = 0
    let pieces = 0
    let hints = 0
    let chunks: Uint8Array[] = []

    const settle = (outcome: HopAnswer | Failure) => {
      if (settled) return
      settled = outcome
      done(outcome)
    }
    const stop = (why: Failure) => {
      settle(why)
      chunks = []
      controller?.abort(failureError(why))
    }
    stopped(stop)

    const finish = async () => {
      const body = chunks.length === 0 ? new Uint8Array(0) : joined(chunks)
      if (hop.method === 'HEAD' || body.length === 0) return settle({ status, headers, body })
      let plain = await inflateBody(body, headers['content-encoding'], limits.inflated)
      if (!('failed' in plain) && isGzip(plain)) plain = await inflateBody(plain, 'gzip', limits.inflated)
      if ('failed' in plain) return settle(plain)
      settle(plain.length > limits.inflated ? tooLarge(limits.inflated) : { status, headers, body: plain })
    }

    const handler: Dispatcher.DispatchHandler = {
      onRequestStart(given) {
        controller = given
        if (settled) given.abort(new Error('stopped'))
      },
      onResponseStart(_controller, code, raw) {
        if (code < 200) {
          if (++hints > mostHints) stop(failure('broken', 'The server hints without end and never answers'))
          return
        }
        status = code
        headers = plainHeaders(raw)
        const announced = Number(headers['content-length'])
        if (bodyUnread(status)) {
          settle({ status, headers, body: new Uint8Array(0) })
          // An empty body leaves the connection usable; any other is not worth waiting for.
          if (status !== 304 && announced > 4096) controller?.abort(new Error('body not wanted'))
        } else if (announced > limits.compressed && hop.method !== 'HEAD') stop(tooLarge(limits.compressed))
      },
      onResponseData(_controller, chunk) {
        size += chunk.length
        if (settled) {
          if (size > 4096) controller?.abort(new Error('body not wanted'))
          return
        }
        if (size > limits.compressed) stop(tooLarge(limits.compressed))
        else if (++pieces > mostPieces + size / 64)
          stop(failure('broken', 'The server sends its answer in crumbs without end'))
        else chunks.push(chunk)
      },
      onResponseEnd() {
        if (!settled) void finish()
      },
      onResponseError(_controller, error) {
        settle(failureOf(error, status > 0))
      },
    }
    try {
      dispatcher.dispatch(
        {
          origin: hop.url.origin,
          path: hop.url.pathname + hop.url.search,
          method: hop.method as Dispatcher.HttpMethod,
          headers: hop.headers as Record<string, string>,
          body: hop.body ?? null,
          headersTimeout: limits.firstByte,
          bodyTimeout: limits.firstByte,
        },
        handler,
      )
    } catch (error) {
      settle(failureOf(error, false))
    }
  })
}

const tooLarge = (cap: number): Failure =>
  failure('too-large', `The answer is larger than ${megabytes(cap)} MB`)
