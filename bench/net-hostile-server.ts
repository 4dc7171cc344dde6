/** Servers as bad as they come, in a process of their own so that their work is not counted as ours. */

import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'
import { brotliCompressSync, constants, gzipSync, zstdCompressSync } from 'node:zlib'

const zeros = Buffer.alloc(64_000_000)
const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }
/** Twelve gigabytes of nothing in some thirteen megabytes. */
const gzipBomb = Buffer.concat(new Array<Buffer>(200).fill(gzipSync(zeros)))
const brotliBomb = brotliCompressSync(zeros, quick)
const zstdBomb = Buffer.concat(new Array<Buffer>(200).fill(zstdCompressSync(zeros)))

const send = (socket: Socket, headers: string, body: Uint8Array = Buffer.alloc(0)) =>
  socket.end(Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\n${headers}Connection: close\r\n\r\n`), body]))

const bomb = (encoding: string, body: Uint8Array) => (socket: Socket) =>
  send(socket, `Content-Encoding: ${encoding}\r\nContent-Length: ${body.length}\r\n`, body)

/** Writes a piece again and again for as long as somebody takes it. */
function flood(socket: Socket, start: string, piece: Uint8Array): void {
  socket.write(start)
  const more = () => {
    while (!socket.destroyed && socket.write(piece));
  }
  socket.on('drain', more)
  more()
}

function trickle(socket: Socket, start: string, piece: string): void {
  socket.write(start)
  const timer = setInterval(() => socket.write(piece), 50)
  socket.on('close', () => clearInterval(timer))
}

const chunked = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n'

const tricks: Readonly<Record<string, (socket: Socket, path: string) => void>> = {
  'gzip-bomb': bomb('gzip', gzipBomb),
  'gzip-in-gzip-bomb': bomb('gzip, gzip', gzipSync(gzipBomb)),
  'brotli-bomb': bomb('br', brotliBomb),
  'zstd-bomb': bomb('zstd', zstdBomb),
  'endless-body': (socket) => flood(socket, 'HTTP/1.1 200 OK\r\n\r\n', zeros.subarray(0, 65_536)),
  'endless-chunks': (socket) => flood(socket, chunked, Buffer.from('1\r\nx\r\n'.repeat(10_000))),
  'endless-headers': (socket) =>
    flood(socket, 'HTTP/1.1 200 OK\r\n', Buffer.from('X-Filler: abcdefgh\r\n'.repeat(3000))),
  'endless-hints': (socket) =>
    flood(socket, '', Buffer.from('HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n'.repeat(1000))),
  'slow-body': (socket) => trickle(socket, 'HTTP/1.1 200 OK\r\n\r\n', '.'),
  'slow-headers': (socket) => trickle(socket, 'HTTP/1.1 200 OK\r\n', 'X: y\r\n'),
  silence: () => {},
  'redirect-loop': (socket, path) =>
    socket.end(`HTTP/1.1 302 Found\r\nLocation: ${path}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`),
  'redirects-without-end': (socket, path) =>
    socket.end(
      `HTTP/1.1 302 Found\r\nLocation: ${path.includes('?') ? `${path}x` : `${path}?x`}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`,
    ),
  'length-too-long': (socket) => send(socket, 'Content-Length: 5000\r\n', Buffer.from('short')),
  'length-enormous': (socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\nabc'),
  'two-lengths': (socket) => send(socket, 'Content-Length: 5\r\nContent-Length: 6\r\n', Buffer.from('short')),
  'length-and-chunks': (socket) =>
    send(
      socket,
      'Content-Length: 3\r\nTransfer-Encoding: chunked\r\n',
      Buffer.from('5\r\nshort\r\n0\r\n\r\n'),
    ),
  'broken-gzip': (socket) => send(socket, 'Content-Encoding: gzip\r\n', gzipBomb.subarray(0, 30_000)),
  'no-protocol': (socket) => socket.end('220 mail.example ESMTP\r\n'),
}

const server = createServer((socket) => {
  socket.on('error', () => {})
  socket.once('data', (chunk) => {
    const path = /^GET (\/\S*)/.exec(chunk.toString('latin1'))?.[1] ?? '/'
    tricks[path.split(/[/?]/)[1] ?? '']?.(socket, path)
  })
})

server.listen(0, '127.0.0.1', () => {
  process.send?.({ port: (server.address() as AddressInfo).port, names: Object.keys(tricks) })
})
process.on('disconnect', () => process.exit(0))
