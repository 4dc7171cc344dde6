/** Makes a self-signed certificate at run time, so that tests and measurements can speak TLS to themselves. */

import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'

export type Certificate = { readonly key: string; readonly cert: string }

/** X.690: tag, length, content. */
function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts)
  const size = content.length
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff]
  return Buffer.concat([Buffer.from([tag, ...length]), content])
}

const sequence = (...parts: readonly Uint8Array[]): Buffer => der(0x30, ...parts)
const text = (tag: number, value: string): Buffer => der(tag, Buffer.from(value))
const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'))
const octets = (value: Uint8Array): Buffer => der(0x04, value)
const bits = (value: Uint8Array): Buffer => der(0x03, Buffer.from([0]), value)
const utcTime = (at: number): Buffer =>
  text(0x17, `${new Date(at).toISOString().replace(/\D/g, '').slice(2, 14)}Z`)

const ecdsaWithSha256 = sequence(oid('2a8648ce3d040302'))
const commonName = (name: string): Buffer => sequence(der(0x31, sequence(oid('550403'), text(0x0c, name))))
const subjectAltName = (names: readonly string[]): Buffer =>
  sequence(oid('551d11'), octets(sequence(...names.map((name) => text(0x82, name)))))
const isAuthority = sequence(
  oid('551d13'),
  der(0x01, Buffer.from([0xff])),
  octets(sequence(der(0x01, Buffer.from([0xff])))),
)

/** A certificate for the names (`*.feeds.localhost` too), its own authority, valid for `days` from yesterday on. */
export function makeCertificate(names: readonly string[], now: number, days = 2): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const subject = commonName(names[0] ?? 'localhost')
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1]), randomBytes(8)),
    ecdsaWithSha256,
    subject,
    sequence(utcTime(now - 86_400_000), utcTime(now + (days - 1) * 86_400_000)),
    subject,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(subjectAltName(names), isAuthority)),
  )
  const whole = sequence(body, ecdsaWithSha256, bits(sign('sha256', body, privateKey)))
  const lines = whole.toString('base64').match(/.{1,64}/g) ?? []
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
  }
}
