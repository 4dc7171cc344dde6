import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { openPictures, type Picture, pictureAsset } from './pictures.ts'

const asked: string[] = []
function ask(path: string, picture: Picture | undefined) {
  const pictures = openPictures('a key', async (url) => {
    asked.push(url)
    return picture
  })
  const app = new Hono().get('/picture/:signature/:name', pictureAsset(pictures))
  return app.request(path === '' ? pictures.pathOf('https://quay.example/a.png?x=1') : path)
}
const png = { type: 'image/png', bytes: new Uint8Array([1, 2, 3]) }

test('A picture is fetched by the reader and given as what it is, in a sandbox', async () => {
  const answer = await ask('', png)
  expect(answer.status).toBe(200)
  expect(asked.at(-1)).toBe('https://quay.example/a.png?x=1')
  expect(answer.headers.get('content-type')).toBe('image/png')
  expect(answer.headers.get('content-security-policy')).toContain('sandbox')
  expect(new Uint8Array(await answer.arrayBuffer())).toEqual(png.bytes)
})

test('An address this reader did not sign is not fetched', async () => {
  const before = asked.length
  const other = openPictures('another key', async () => png).pathOf('http://192.168.0.1/router')
  expect((await ask(other, png)).status).toBe(404)
  expect((await ask('/picture/x/y', png)).status).toBe(404)
  expect(asked.length).toBe(before)
})

test('What is no picture, or cannot be had, is not given', async () => {
  expect((await ask('', { ...png, type: 'text/html' })).status).toBe(404)
  expect((await ask('', undefined)).status).toBe(404)
})
