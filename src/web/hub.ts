/** The callback of WebSub hubs: their questions and their deliveries, each under an address nobody can guess. */

import type { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Env, Site } from './site.ts'

/** Bytes of one delivery. */
const LARGEST = 4_000_000

/** To be mounted before the guards of the pages: hubs sign in to nothing and send no forms of ours. */
export function mountHub(app: Hono<Env>, site: Site): void {
  app.get('/hub/:token', async (c) => {
    const answer = await site.commands.hub?.answer(c.req.param('token'), new URL(c.req.url).searchParams)
    return answer === undefined ? c.text('', 404) : c.text(answer)
  })
  app.post('/hub/:token', bodyLimit({ maxSize: LARGEST }), async (c) => {
    const taken = await site.commands.hub?.take(c.req.param('token'), {
      signature: c.req.header('x-hub-signature'),
      type: c.req.header('content-type'),
      bytes: new Uint8Array(await c.req.arrayBuffer()),
    })
    // W3C WebSub 7: 410 ends the subscription.
    return c.body(null, taken ? 202 : 410)
  })
}
