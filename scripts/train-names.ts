/** Trains the name model on corpus/ and writes src/dossier/names.weights.json. `--try` holds documents back and scores. */

import { writeFileSync } from 'node:fs'
import { candidates, featuresOf, SLOTS, seenIn } from '../src/dossier/names-features.ts'
import { bestPath, closes, LABELS, opens, PAIRS, pack, unpack } from '../src/dossier/names-model.ts'
import { type Token, tokensOf } from '../src/dossier/names-tokens.ts'
import { type Document, readCorpus, varied } from './names-corpus.ts'

const COPIES = 12
const EPOCHS = 6
const RATE = 0.12
const DECAY = 4e-6
const HIDE = 0.15
const UNIT = 1 / 24

/** mulberry32: the same weights from the same corpus, every time. */
function seeded(seed: number): () => number {
  let s = seed
  return () => {
    s = (s + 0x6d2b79f5) | 0
    let t = Math.imul(s ^ (s >>> 15), 1 | s)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const KIND = { PER: 0, LOC: 1, ORG: 2 } as const

type Stretch = { features: Int32Array[]; gold: Uint8Array }

/** A document's stretches of candidate tokens with their labels. */
function stretches(
  document: Document,
  random: () => number,
  hide: number,
): { stretches: Stretch[]; lost: number } {
  const texts = document.map((line) => line.map((p) => p.text).join(''))
  const tokens = texts.map((text) => tokensOf(text, { start: 0, end: text.length }))
  const seen = seenIn(tokens)
  const out: Stretch[] = []
  let lost = 0
  document.forEach((line, i) => {
    const labels = labelled(line, tokens[i]!)
    const can = candidates(tokens[i]!)
    // Hiding goes by word, so that a name is hidden or shown as a whole more often than not.
    const hideAll = random() < hide
    const features = featuresOf(tokens[i]!, can, seen, hideAll ? () => random() < 0.8 : undefined)
    for (let a = 0; a < can.length; a++) if (!can[a] && labels[a] !== 0) lost++
    for (let a = 0; a < can.length; ) {
      if (!can[a]) {
        a++
        continue
      }
      let b = a
      while (b < can.length && can[b]) b++
      const gold = labels.slice(a, b)
      let sound = opens(gold[0]!) && closes(gold.at(-1)!)
      for (let k = 1; k < gold.length; k++) {
        if (!PAIRS.some(([x, y]) => x === gold[k - 1] && y === gold[k])) sound = false
      }
      if (sound) out.push({ features: features.slice(a, b) as Int32Array[], gold })
      a = b
    }
  })
  return { stretches: out, lost }
}

function labelled(line: Document[number], tokens: readonly Token[]): Uint8Array {
  const labels = new Uint8Array(tokens.length)
  let at = 0
  for (const piece of line) {
    const end = at + piece.text.length
    if (piece.kind) {
      const inside = tokens.flatMap((t, i) => (t.start >= at && t.end <= end ? [i] : []))
      const base = 1 + KIND[piece.kind] * 4
      inside.forEach((t, k) => {
        labels[t] = inside.length === 1 ? base + 3 : base + (k === 0 ? 0 : k === inside.length - 1 ? 2 : 1)
      })
    }
    at = end
  }
  return labels
}

type Model = { emit: Float32Array; emitSquares: Float32Array; step: Float32Array; stepSquares: Float32Array }

const fresh = (): Model => ({
  emit: new Float32Array(SLOTS * LABELS),
  emitSquares: new Float32Array(SLOTS * LABELS),
  step: new Float32Array(LABELS * LABELS),
  stepSquares: new Float32Array(LABELS * LABELS),
})

/** One AdaGrad step up the log-likelihood of a stretch; forward-backward over the allowed pairs. */
function learn(model: Model, { features, gold }: Stretch): number {
  const n = features.length
  const score = new Float64Array(n * LABELS)
  for (let i = 0; i < n; i++) {
    for (const f of features[i]!) {
      const base = f * LABELS
      for (let l = 0; l < LABELS; l++) score[i * LABELS + l]! += model.emit[base + l]!
    }
  }
  const NEG = -1e9
  const forward = new Float64Array(n * LABELS).fill(NEG)
  const backward = new Float64Array(n * LABELS).fill(NEG)
  for (let l = 0; l < LABELS; l++) {
    if (opens(l)) forward[l] = score[l]!
    if (closes(l)) backward[(n - 1) * LABELS + l] = 0
  }
  const buffer = new Float64Array(LABELS)
  const top = new Float64Array(LABELS)
  for (let i = 1; i < n; i++) {
    buffer.fill(0)
    top.fill(NEG)
    const before = (i - 1) * LABELS
    for (const [a, b] of PAIRS) top[b] = Math.max(top[b]!, forward[before + a]! + model.step[a * LABELS + b]!)
    for (const [a, b] of PAIRS)
      buffer[b]! += Math.exp(forward[before + a]! + model.step[a * LABELS + b]! - top[b]!)
    for (let l = 0; l < LABELS; l++)
      forward[i * LABELS + l] = top[l]! + Math.log(buffer[l]!) + score[i * LABELS + l]!
  }
  for (let i = n - 2; i >= 0; i--) {
    buffer.fill(0)
    top.fill(NEG)
    const after = (i + 1) * LABELS
    const value = (a: number, b: number): number =>
      backward[after + b]! + score[after + b]! + model.step[a * LABELS + b]!
    for (const [a, b] of PAIRS) top[a] = Math.max(top[a]!, value(a, b))
    for (const [a, b] of PAIRS) buffer[a]! += Math.exp(value(a, b) - top[a]!)
    for (let l = 0; l < LABELS; l++) backward[i * LABELS + l] = top[l]! + Math.log(buffer[l]!)
  }
  let z = NEG
  for (let l = 0; l < LABELS; l++) if (closes(l)) z = Math.max(z, forward[(n - 1) * LABELS + l]!)
  let sum = 0
  for (let l = 0; l < LABELS; l++) if (closes(l)) sum += Math.exp(forward[(n - 1) * LABELS + l]! - z)
  z += Math.log(sum)
  let likelihood = -z
  for (let i = 0; i < n; i++) likelihood += score[i * LABELS + gold[i]!]!
  for (let i = 1; i < n; i++) likelihood += model.step[gold[i - 1]! * LABELS + gold[i]!]!

  for (let i = 1; i < n; i++) {
    for (const [a, b] of PAIRS) {
      const k = a * LABELS + b
      const p = Math.exp(
        forward[(i - 1) * LABELS + a]! +
          model.step[k]! +
          score[i * LABELS + b]! +
          backward[i * LABELS + b]! -
          z,
      )
      const g = (gold[i - 1] === a && gold[i] === b ? 1 : 0) - p
      if (Math.abs(g) < 1e-3) continue
      model.stepSquares[k]! += g * g
      model.step[k]! += (RATE * g) / Math.sqrt(model.stepSquares[k]! + 1)
    }
  }
  for (let i = 0; i < n; i++) {
    for (let l = 0; l < LABELS; l++) {
      const g = (gold[i] === l ? 1 : 0) - Math.exp(forward[i * LABELS + l]! + backward[i * LABELS + l]! - z)
      if (Math.abs(g) < 2e-3) continue
      for (const f of features[i]!) {
        const k = f * LABELS + l
        model.emitSquares[k]! += g * g
        model.emit[k]! += (RATE * (g - DECAY * 1000 * model.emit[k]!)) / Math.sqrt(model.emitSquares[k]! + 1)
      }
    }
  }
  return likelihood
}

const tryOut = process.argv.includes('--try')
const started = performance.now()
const random = seeded(20)
const all = readCorpus()
const held = tryOut ? all.filter((_, i) => i % 6 === 3) : []
const kept = tryOut ? all.filter((_, i) => i % 6 !== 3) : all

let lost = 0
const model = fresh()
const data: Stretch[] = []
for (let copy = 0; copy < COPIES; copy++) {
  for (const document of kept) {
    const made = copy === 0 ? document : varied(document, random)
    const result = stretches(made, random, copy === 0 ? 0 : HIDE)
    data.push(...result.stretches)
    lost += result.lost
  }
}
console.log(`${kept.length} documents, ${data.length} stretches, ${lost} name tokens no candidate`)
for (let epoch = 0; epoch < EPOCHS; epoch++) {
  for (let i = data.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[data[i], data[j]] = [data[j]!, data[i]!]
  }
  let likelihood = 0
  for (const stretch of data) likelihood += learn(model, stretch)
  console.log(
    `epoch ${epoch + 1}: ${(likelihood / data.length).toFixed(4)}, ${((performance.now() - started) / 1000).toFixed(0)} s`,
  )
}

const packed = pack(
  Int8Array.from(model.emit, (w) => Math.max(-127, Math.min(127, Math.round(w / UNIT)))),
  model.step,
  UNIT,
  {
    trainedOn: 'corpus/*.news.txt, written for this project, varied with the name lists beside it',
    script: 'scripts/train-names.ts',
  },
)
if (!tryOut) {
  const file = new URL('../src/dossier/names.weights.json', import.meta.url)
  writeFileSync(file, `${JSON.stringify(packed, null, 1)}\n`)
  console.log(`${(packed.emit.length / 1024).toFixed(0)} KB`)
}

if (tryOut) {
  const weights = unpack(packed)
  let right = 0
  let found = 0
  let there = 0
  for (const document of held) {
    for (const { features, gold } of stretches(document, random, 0).stretches) {
      const path = bestPath(weights, features)
      const names = (labels: Uint8Array): Set<string> => {
        const set = new Set<string>()
        let from = 0
        labels.forEach((l, i) => {
          if (l !== 0 && opens(l)) from = i
          if (l !== 0 && closes(l)) set.add(`${from}-${i}-${(l - 1) >> 2}`)
        })
        return set
      }
      const g = names(gold)
      const p = names(path)
      there += g.size
      found += p.size
      for (const x of p) if (g.has(x)) right++
    }
  }
  console.log(
    `held back: P ${(right / found).toFixed(3)} R ${(right / there).toFixed(3)} F ${((2 * right) / (found + there)).toFixed(3)}`,
  )
}
