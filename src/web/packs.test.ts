import { expect, test } from 'vitest'
import { type Config, parseConfig } from '../config.ts'
import type { Store } from '../store/engines/engine.ts'
import { openStore } from '../store/open.ts'
import { countSources } from '../store/sources.ts'
import { createWeb } from './app.ts'

test('A reader without titles is offered packs, and one press adds one', async () => {
  const store = (await openStore(':memory:')) as Store
  const app = createWeb({
    store,
    config: parseConfig({}) as Config,
    now: () => 0,
    commands: {
      lookAt: async () => ({ failed: '' }),
      addSource: async () => ({ failed: '' }),
      removeSample: async () => {},
    },
  })
  const ask = (path: string, body?: string) =>
    app.request(`http://localhost${path}`, {
      headers: {
        host: 'localhost',
        origin: 'http://localhost',
        'content-type': 'application/x-www-form-urlencoded',
      },
      ...(body === undefined ? {} : { method: 'POST', body }),
    })
  expect(await (await ask('/sources')).text()).toContain('<option value="german">')
  expect((await ask('/sources/pack', 'pack=german')).status).toBe(303)
  expect((await countSources(store.db)).own).toBe(10)
  expect((await ask('/sources/pack', 'pack=nowhere')).status).toBe(400)
  expect(await (await ask('/sources')).text()).not.toContain('<select')
})
