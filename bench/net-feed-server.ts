/** The other side of the polling measurement: one TLS server, in a process of its own, that plays every origin. */

import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { makeCertificate } from './net-certificate.ts'

const entry = (site: number, number: number): string =>
  `<item><title>Ferry ${number} of line ${site} leaves on time</title><link>https://line.example/${site}/${number}</link>` +
  `<guid>${site}-${number}</guid><description>The ${number}. crossing of the day was made in ${20 + (number % 9)} minutes.` +
  '</description></item>'

const feed = gzipSync(
  `<rss version="2.0"><channel><title>Line</title>${Array.from({ length: 60 }, (_, at) => entry(7, at)).join('')}</channel></rss>`,
)

const certificate = makeCertificate(['*.feeds.localhost'], Date.now())
const server = createServer({ ...certificate, ALPNProtocols: ['http/1.1'] }, (request, response) => {
  // Polls of one feed lie minutes apart: no connection lasts from one to the next.
  const headers = { etag: '"crossing-60"', 'cache-control': 'max-age=1800', connection: 'close' }
  if (request.headers['if-none-match'] === headers.etag) {
    response.writeHead(304, headers).end()
    return
  }
  response.writeHead(200, {
    ...headers,
    'content-type': 'application/rss+xml; charset=utf-8',
    'content-encoding': 'gzip',
    'content-length': feed.length,
  })
  response.end(feed)
})

server.listen(0, '127.0.0.1', () => {
  process.send?.({ port: (server.address() as AddressInfo).port, cert: certificate.cert })
})
process.on('disconnect', () => process.exit(0))
