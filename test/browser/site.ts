/** The fixture's pages on a port of this machine, for a browser. */

import { type Config, parseConfig } from '../../src/config.ts'
import { createWeb } from '../../src/web/app.ts'
import { serveWeb } from '../../src/web/serve.ts'
import { type Fixture, fixtureNow, fixtureStore } from '../fixture-store.ts'

export type Running = Fixture & { readonly base: string; readonly close: () => Promise<void> }

/** With `clock: 'running'` the fixture's present goes on with the machine's time. */
export async function runSite({
  sample = false,
  clock = 'still',
}: {
  sample?: boolean
  clock?: 'still' | 'running'
} = {}): Promise<Running> {
  const fixture = await fixtureStore({ sample })
  const started = Date.now()
  const app = createWeb({
    store: fixture.store,
    config: parseConfig({}) as Config,
    now: () => (clock === 'still' ? fixtureNow : fixtureNow + Date.now() - started),
    commands: {
      lookAt: async () => ({ failed: 'Nothing answers there.' }),
      addSource: async (address) =>
        address.includes('nothing')
          ? { failed: `${address} has no feed.` }
          : {
              source: 1,
              added: true,
              url: `https://${address}/feed`,
              preview: { title: 'The Callan Post', items: [], perDay: 3, texts: 'full', language: 'en' },
            },
      removeSample: async () => {},
    },
  })
  const { port, close } = await serveWeb(app, { host: '127.0.0.1', port: 0 })
  return {
    ...fixture,
    base: `http://127.0.0.1:${port}`,
    close: async () => {
      await close()
      await fixture.store.close()
    },
  }
}
