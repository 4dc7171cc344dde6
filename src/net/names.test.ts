import { expect, test } from 'vitest'
import { systemResolve } from './names.ts'

const resolve = systemResolve()

test.each(['localhost', 'a.localhost', 'deep.down.localhost'])(
  '%s is this machine, whatever a name server might say',
  async (host) => {
    expect(await resolve(host, false)).toEqual(['127.0.0.1', '::1'])
    expect(await resolve(host, true)).toEqual(['127.0.0.1', '::1'])
  },
)

test.each(['192.0.2.7', '2001:db8::7'])('%s needs no looking up', async (address) => {
  expect(await resolve(address, false)).toEqual([address])
})
