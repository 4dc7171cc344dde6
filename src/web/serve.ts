/** Puts the pages on a port. */

import type { AddressInfo } from 'node:net'
import { type ServerType, serve } from '@hono/node-server'
import type { Hono } from 'hono'
import type { Env } from './site.ts'

export type Serving = { readonly port: number; readonly close: () => Promise<void> }

/** Port 0 takes any free one. Rejects when the port is taken or may not be used. */
export function serveWeb(app: Hono<Env>, { host, port }: { host: string; port: number }): Promise<Serving> {
  return new Promise((resolve, reject) => {
    const server: ServerType = serve({ fetch: app.fetch, hostname: host, port }, (info: AddressInfo) => {
      server.off('error', reject)
      resolve({ port: info.port, close: () => closeAll(server) })
    })
    server.once('error', reject)
  })
}

/** Browsers keep connections open; a stop must not wait for them. */
function closeAll(server: ServerType): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()))
    if ('closeAllConnections' in server) server.closeAllConnections()
  })
}
