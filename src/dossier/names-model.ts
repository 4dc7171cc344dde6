/** The linear-chain model of names: labels, the weights as loaded, and the best path through a stretch of text. */

import { SLOTS } from './names-features.ts'

/** 0 outside; then for person, place, organisation in turn: begin, inside, last, whole. */
export const LABELS = 13
export const KINDS = ['person', 'place', 'organisation'] as const

const place = (label: number): number => (label === 0 ? -1 : (label - 1) % 4)
const kindOf = (label: number): number => (label === 0 ? -1 : (label - 1) >> 2)

/** Whether `to` may follow `from`. */
export function follows(from: number, to: number): boolean {
  const open = place(from) === 0 || place(from) === 1
  const goesOn = place(to) === 1 || place(to) === 2
  return open ? goesOn && kindOf(from) === kindOf(to) : !goesOn
}

export const opens = (label: number): boolean => place(label) !== 1 && place(label) !== 2
export const closes = (label: number): boolean => place(label) !== 0 && place(label) !== 1

export const PAIRS: readonly (readonly [number, number])[] = Array.from(
  { length: LABELS * LABELS },
  (_, i) => {
    const pair: readonly [number, number] = [Math.floor(i / LABELS), i % LABELS]
    return pair
  },
).filter(([from, to]) => follows(from, to))

export type Weights = {
  /** SLOTS * LABELS. */
  readonly emit: Int8Array | Float32Array
  /** LABELS * LABELS, from the one row to the other column. */
  readonly step: Float32Array
  /** What one unit of `emit` is worth. */
  readonly unit: number
}

export type PackedWeights = {
  readonly trainedOn: string
  readonly script: string
  readonly unit: number
  readonly step: readonly number[]
  /** Base64 of, per non-zero weight in ascending order: the gap from the last as a varint, then one signed byte. */
  readonly emit: string
}

export function unpack(packed: PackedWeights): Weights {
  const emit = new Int8Array(SLOTS * LABELS)
  const bytes = Buffer.from(packed.emit, 'base64')
  let at = 0
  for (let i = 0; i < bytes.length; ) {
    let gap = 0
    let shift = 0
    for (;;) {
      const byte = bytes[i++]!
      gap |= (byte & 127) << shift
      if (byte < 128) break
      shift += 7
    }
    at += gap
    emit[at] = bytes.readInt8(i++)
  }
  return { emit, step: Float32Array.from(packed.step), unit: packed.unit }
}

export function pack(
  emit: Int8Array,
  step: Float32Array,
  unit: number,
  from: Pick<PackedWeights, 'trainedOn' | 'script'>,
): PackedWeights {
  const bytes: number[] = []
  let last = 0
  for (let i = 0; i < emit.length; i++) {
    if (emit[i] === 0) continue
    let gap = i - last
    last = i
    while (gap > 127) {
      bytes.push((gap & 127) | 128)
      gap >>>= 7
    }
    bytes.push(gap, emit[i]! & 255)
  }
  return {
    ...from,
    unit,
    step: Array.from(step, (x) => Math.round(x * 1000) / 1000),
    emit: Buffer.from(bytes).toString('base64'),
  }
}

/** Whole numbers add up faster than fractions; a call never outlives its sums. */
const SUM = new Int32Array(LABELS)

/** Scores of every label at one token. */
export function emissions(weights: Weights, features: Int32Array, into: Float32Array, offset: number): void {
  const { emit } = weights
  SUM.fill(0)
  for (let i = 0; i < features.length; i++) {
    const base = features[i]! * LABELS
    for (let l = 0; l < LABELS; l++) SUM[l]! += emit[base + l]!
  }
  for (let l = 0; l < LABELS; l++) into[offset + l] = SUM[l]! * weights.unit
}

/** The best labels for a stretch of adjoining candidate tokens (Viterbi). */
export function bestPath(weights: Weights, stretch: readonly Int32Array[]): Uint8Array {
  const n = stretch.length
  const score = new Float32Array(n * LABELS)
  for (let i = 0; i < n; i++) emissions(weights, stretch[i]!, score, i * LABELS)
  const back = new Uint8Array(n * LABELS)
  for (let l = 0; l < LABELS; l++) if (!opens(l)) score[l] = Number.NEGATIVE_INFINITY
  for (let i = 1; i < n; i++) {
    const here = i * LABELS
    const best = new Float32Array(LABELS).fill(Number.NEGATIVE_INFINITY)
    for (const [from, to] of PAIRS) {
      const s = score[here - LABELS + from]! + weights.step[from * LABELS + to]!
      if (s > best[to]!) {
        best[to] = s
        back[here + to] = from
      }
    }
    for (let l = 0; l < LABELS; l++) score[here + l]! += best[l]!
  }
  const path = new Uint8Array(n)
  let last = 0
  let top = Number.NEGATIVE_INFINITY
  for (let l = 0; l < LABELS; l++) {
    const s = score[(n - 1) * LABELS + l]!
    if (closes(l) && s > top) {
      top = s
      last = l
    }
  }
  for (let i = n - 1; i >= 0; i--) {
    path[i] = last
    last = back[i * LABELS + last]!
  }
  return path
}
