/** Servers and a door on loopback for the tests of the network; `closeAll` closes whatever a test opened. */

import { createServer, type RequestListener, type Server } from 'node:http'
import { type AddressInfo, createServer as createRawServer, type Server as RawServer } from 'node:net'
import { type DoorOptions, openDoor } from '../src/net/door.ts'
import { type Failure, isFailure } from '../src/net/failure.ts'
import type { Answer, DoorRequest } from '../src/net/request.ts'

const closers: (() => unknown)[] = []

export const atEnd = (close: () => unknown): void => {
  closers.push(close)
}

/** The latest first. */
export async function closeAll(): Promise<void> {
  for (const close of closers.splice(0).reverse()) await close()
}

/** Starts the server on a free port, which it gives. */
export async function listening(server: Server | RawServer): Promise<number> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  atEnd(
    () =>
      new Promise<void>((done) => {
        server.close(() => done())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  )
  return (server.address() as AddressInfo).port
}

export const serve = (listener: RequestListener): Promise<number> => listening(createServer(listener))

/** A server that sends these very bytes, then waits or hangs up. */
export const serveRaw = (bytes: string | Buffer, hangUp = true): Promise<number> =>
  listening(
    createRawServer((socket) => {
      socket.on('error', () => {})
      socket.once('data', () => {
        socket.write(bytes)
        if (hangUp) socket.end()
      })
      atEnd(() => socket.destroy())
    }),
  )

export function door(more: Partial<DoorOptions> = {}) {
  const opened = openDoor({
    userAgent: 'Throughline-Test/1 (+https://reader.example/about)',
    clock: { now: () => Date.UTC(2026, 5, 1), sleep: async () => {} },
    allowHosts: ['*.test.localhost'],
    ...more,
  })
  atEnd(opened.close)
  return opened
}

export const get = (port: number, more: Partial<DoorRequest> = {}, options: Partial<DoorOptions> = {}) =>
  door(options).fetch({ url: `http://a.test.localhost:${port}/feed`, kind: 'feed', ...more })

export function answered(outcome: Answer | Failure): Answer {
  if (isFailure(outcome)) throw new Error(`expected an answer, got: ${outcome.failed}`)
  return outcome
}

export function failed(outcome: Answer | Failure): Failure {
  if (!isFailure(outcome)) throw new Error(`expected a failure, got ${outcome.status}`)
  return outcome
}

export const textOf = ({ body }: Answer): string => new TextDecoder().decode(body)
