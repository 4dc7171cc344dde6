/** The verbs by which a text attributes words, and what each of them may be followed by. */

import type { Polarity } from '../model/dossier.ts'
import { formsOf, type VerbForm } from './verb-forms.ts'

/**
 * What may follow as content: `clause` (that, a quotation, a bare clause), `object` (a noun phrase), `infinitive`
 * (to do), `as` (an object told to be something). `told` verbs name the hearer before the content.
 */
export type Cue = {
  readonly lemma: string
  readonly clause: boolean
  readonly object: boolean
  readonly infinitive: boolean
  readonly told: boolean
  /** May stand after its content, or carry a quotation alone: he laughed is no such verb, he joked is. */
  readonly saying: boolean
  /** Attributes words only with "that", a colon or a quotation: to begin, to hold, to maintain. */
  readonly strict: boolean
  readonly polarity: Polarity
  readonly forms: readonly VerbForm[]
}

type Frame = {
  clause?: boolean
  object?: boolean
  infinitive?: boolean
  told?: boolean
  saying?: boolean
  polarity?: Polarity
}

const SAY: Frame = { clause: true, saying: true }
const GROUPS: readonly (readonly [string, Frame])[] = [
  [
    'say|add|state|remark|observe|comment|reply|respond|answer|retort|quip|joke|shout|yell|scream|chant|whisper|exclaim|cry|mutter|continue|go on|recall|recount|muse|opine|counter|elaborate|clarify|interject|tweet|post|write|conclude|sum up|note|volunteer|murmur|reason|theorize|posit|guess|joke|deadpan|enthuse|fume|snap|sigh|lament|complain|agree|relate|intone|begin|put it|chime in|text|blog',
    SAY,
  ],
  [
    'claim|declare|announce|assert|contend|allege|argue|maintain|insist|explain|stress|emphasize|emphasise|underline|underscore|highlight|point out|confirm|affirm|reaffirm|reiterate|repeat|acknowledge|admit|concede|confess|disclose|reveal|report|testify|indicate|suggest|hint|imply|signal|mention|predict|forecast|estimate|speculate|boast|brag|hold|charge|protest|object|rule|attest|certify|proclaim|make clear|vouch|divulge|concur|advise',
    { ...SAY, object: true },
  ],
  ['warn|caution|alert', { ...SAY, told: true, object: true }],
  ['tell|inform|notify|remind|assure|brief|reassure', { ...SAY, told: true }],
  ['deny|dispute|refute|rebut|disavow', { ...SAY, object: true, polarity: 'denied' }],
  [
    'reject|dismiss|rebuff|rule out|repudiate|downplay|play down|brush off|shrug off',
    { object: true, clause: true, polarity: 'denied' },
  ],
  [
    'promise|vow|pledge|swear|guarantee|undertake',
    { ...SAY, infinitive: true, object: true, polarity: 'promised' },
  ],
  ['threaten|offer|volunteer', { infinitive: true, clause: true, polarity: 'promised' }],
  ['demand|require|request', { ...SAY, infinitive: true, object: true, polarity: 'demanded' }],
  ['order|instruct|command|direct', { infinitive: true, told: true, polarity: 'demanded' }],
  [
    'urge|exhort|implore|beseech|beg|plead|press|lobby|pressure|encourage',
    { ...SAY, told: true, infinitive: true, polarity: 'called-for' },
  ],
  [
    'call for|appeal for|push for|plead for|press for|call on|call upon|appeal to|advocate|recommend|propose|suggest',
    { clause: true, object: true, infinitive: true, saying: true, polarity: 'called-for' },
  ],
  ['accuse|blame|fault|charge', { told: true, object: true, polarity: 'accused' }],
  [
    'condemn|denounce|criticize|criticise|slam|blast|deplore|decry|lambast|lambaste|attack|assail|castigate|rebuke|chide|mock|ridicule|deride|bemoan|berate|scold|rip|bash|lash out|take aim at',
    { object: true, polarity: 'accused', saying: true },
  ],
  [
    'praise|hail|applaud|welcome|laud|commend|thank|congratulate|salute|celebrate|extol|tout|credit|defend|endorse',
    { object: true, saying: true },
  ],
  ['describe|characterize|characterise|label|brand|dub|portray|depict|compare|liken|cast', { object: true }],
  ['call|term|deem|regard|view', { object: true }],
  ['consider', { object: true, clause: true }],
  [
    'express|voice|convey|relay|air|outline|detail|spell out|lay out|reference|cite|quote|invoke|discuss|address|talk about|speak of|speak about|refer to|point to|allude to|touch on|speak out|weigh in|recite|list|pose|discuss',
    { object: true },
  ],
  ['ask|wonder|question|inquire', { ...SAY, object: true, infinitive: true, told: true, polarity: 'said' }],
  [
    'find|show|determine|discover|learn|hear|understand|note|demonstrate|prove',
    { clause: true, saying: true },
  ],
  ['see|document', { clause: true }],
  [
    'believe|think|feel|suspect|doubt|fear|worry|hope|expect|know|realize|realise|assume|trust|reckon|remember|imagine|recognize|recognise|agree|disagree|foresee|envision|regret|figure|anticipate',
    { clause: true, infinitive: true, saying: true },
  ],
  [
    'want|wish|plan|intend|aim|refuse|decline|agree|vow|opt|decide|resolve|propose|prefer|hope|seek',
    { infinitive: true },
  ],
  [
    'support|oppose|favor|favour|reject|back|blame|criticise|doubt|question|fear|want|prefer|respect|admire|love|hate|dislike|resent|lament|mourn|recognise|appreciate|echo|challenge|contest',
    { object: true },
  ],
]

function merge(a: Frame | undefined, b: Frame): Frame {
  if (!a) return b
  return {
    clause: Boolean(a.clause || b.clause),
    object: Boolean(a.object || b.object),
    infinitive: Boolean(a.infinitive || b.infinitive),
    told: Boolean(a.told || b.told),
    saying: Boolean(a.saying || b.saying),
    polarity: a.polarity ?? b.polarity ?? 'said',
  }
}

const frames = new Map<string, Frame>()
for (const [lemmas, frame] of GROUPS) {
  for (const lemma of lemmas.split('|')) frames.set(lemma, merge(frames.get(lemma), frame))
}

const STRICT = new Set(
  'begin|hold|continue|go on|charge|relate|post|text|chime in|maintain|object|appeal|submit|volunteer|counter|cry|snap|sigh|fume|put it|reply|respond|shout|yell|scream|interject|intone|murmur|mutter|whisper|elaborate|rule|attest|repeat|proclaim|answer|retort|direct|order|reason|document|state|remark|signal|figure|hear|show|conclude|recall'.split(
    '|',
  ),
)

/** By surface form; several words are joined by one space. */
const CUES = new Map<string, Cue>()
for (const [lemma, frame] of frames) {
  for (const [form, forms] of formsOf(lemma)) {
    if (CUES.has(form) && lemma !== 'find') continue
    CUES.set(form, {
      lemma,
      clause: frame.clause ?? false,
      object: frame.object ?? false,
      infinitive: frame.infinitive ?? false,
      told: frame.told ?? false,
      saying: frame.saying ?? false,
      strict: STRICT.has(lemma),
      polarity: frame.polarity ?? 'said',
      forms,
    })
  }
}

const FIRST_WORDS = new Set([...CUES.keys()].map((form) => form.split(' ')[0]!))

/** The cue that begins at word `at`, longest first, and how many words it takes. */
export function cueAt(
  words: readonly { readonly lower: string }[],
  at: number,
): { cue: Cue; length: number } | undefined {
  const first = words[at]!.lower
  if (!FIRST_WORDS.has(first)) return undefined
  for (let length = 4; length >= 1; length--) {
    if (at + length > words.length) continue
    let form = first
    for (let i = 1; i < length; i++) form += ` ${words[at + i]!.lower}`
    const cue = CUES.get(form)
    if (cue) return { cue, length }
  }
  return undefined
}

export const isCueForm = (word: string): boolean => CUES.has(word)

/** Nouns that carry what somebody says: "his claim that", "a warning that". */
export const NOUN_CUES: ReadonlyMap<string, Polarity> = new Map([
  ...'claim assertion argument belief view opinion statement report announcement suggestion conclusion finding contention admission acknowledgement acknowledgment prediction assurance idea hope fear concern confidence conviction rumor rumour rumours rumors word'
    .split(' ')
    .map((noun) => [noun, 'said'] as const),
  ...'allegation accusation charge complaint'.split(' ').map((noun) => [noun, 'accused'] as const),
  ...'promise pledge vow guarantee'.split(' ').map((noun) => [noun, 'promised'] as const),
  ...'demand request insistence'.split(' ').map((noun) => [noun, 'demanded'] as const),
  ...'call appeal proposal recommendation plea'.split(' ').map((noun) => [noun, 'called-for'] as const),
  ['denial', 'denied'],
  ['warning', 'said'],
])
