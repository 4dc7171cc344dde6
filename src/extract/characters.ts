/** Characters set right before anything reads them: invisible ones dropped, double-decoded text repaired. */

/**
 * Soft hyphens, zero-width spaces, byte-order marks, and controls. Joiners (U+200C, U+200D) stay: Persian and
 * emoji need them. Direction marks stay inside right-to-left text and go elsewhere.
 */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff\u0000-\u0008\u000b\u000e-\u001f\u007f\ufffe\uffff]/g
const MARKS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
const RIGHT_TO_LEFT = /[\u0590-\u08ff]/
const LIGATURES: Readonly<Record<string, string>> = {
  '\ufb00': 'ff',
  '\ufb01': 'fi',
  '\ufb02': 'fl',
  '\ufb03': 'ffi',
  '\ufb04': 'ffl',
  '\ufb05': 'st',
  '\ufb06': 'st',
}

export function tidy(text: string): string {
  if (/^[\n\x20-\x7e\u00c0-\u024f\u2018-\u201d\u2013\u2014]*$/.test(text)) return repairMojibake(text)
  let clean = text.replace(INVISIBLE, '')
  if (!RIGHT_TO_LEFT.test(clean)) clean = clean.replace(MARKS, '')
  if (/[\ufb00-\ufb06]/.test(clean)) clean = clean.replace(/[\ufb00-\ufb06]/g, (c) => LIGATURES[c]!)
  if (/[\u1680\u2000-\u200a\u202f\u205f]/.test(clean))
    clean = clean.replace(/[\u1680\u2000-\u200a\u202f\u205f]+/g, ' ')
  // One way to write what may be written in two: letters and their marks as the standard composes them (NFC).
  return repairMojibake(clean).normalize('NFC')
}

/** Windows-1252 signs at 0x80 to 0x9f, by code point. */
const CP1252 = new Map<number, number>(
  [
    ...'\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178',
  ].map((sign, i) => [sign.codePointAt(0)!, 0x80 + i]),
)
const SUSPECT =
  /[\u00c2-\u00f4][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2026\u2030\u2039\u203a\u20ac\u2122]/
const RUN =
  /(?:[\u00c2-\u00f4][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]{1,3})+/g

/**
 * UTF-8 that was read as Windows-1252 ("\u00e2\u20ac\u2122" for an apostrophe). Only runs that decode as whole UTF-8
 * sequences are turned back, and a lone two-sign run only when it gives a letter or common sign.
 */
export function repairMojibake(text: string): string {
  if (!SUSPECT.test(text)) return text
  return text.replace(RUN, (run) => {
    const bytes: number[] = []
    for (const sign of run) {
      const code = sign.codePointAt(0)!
      const byte = code < 0x100 ? code : CP1252.get(code)
      if (byte === undefined) return run
      bytes.push(byte)
    }
    try {
      const decoded = new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array(bytes))
      return /^[\u00a0-\u024f\u0370-\u05ff\u0600-\u06ff\u2010-\u203a\u20ac\u2122\u3040-\u9fff\uac00-\ud7af]+$/.test(
        decoded,
      )
        ? decoded
        : run
    } catch {
      return run
    }
  })
}
