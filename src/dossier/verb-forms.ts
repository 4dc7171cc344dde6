/** The forms of English verbs, from their lemma. */

export type VerbForm = 'base' | 'third' | 'past' | 'participle' | 'gerund'

/** lemma past participle; the participle is left out where it equals the past. */
const IRREGULAR = new Map(
  `say said|tell told|think thought|feel felt|find found|know knew known|write wrote written|speak spoke spoken|see saw seen
  |hear heard|read read|go went gone|come came come|meet met|hold held|give gave given|take took taken|make made|have had
  |get got|become became become|begin began begun|leave left|fly flew flown|drive drove driven|keep kept|let let|put put
  |set set|send sent|lead led|bring brought|buy bought|build built|break broke broken|choose chose chosen|cut cut|deal dealt
  |draw drew drawn|fall fell fallen|fight fought|forget forgot forgotten|grow grew grown|hit hit|hurt hurt|lay laid|lose lost
  |mean meant|pay paid|quit quit|ride rode ridden|rise rose risen|run ran run|sell sold|shoot shot|show showed shown|shut shut
  |sit sat|spend spent|stand stood|steal stole stolen|strike struck|swear swore sworn|sweep swept|teach taught|throw threw thrown
  |understand understood|win won|withdraw withdrew withdrawn|foresee foresaw foreseen|foretell foretold|undertake undertook undertaken
  |overcome overcame overcome|seek sought|sing sang sung|shake shook shaken|bear bore borne|bid bid|bind bound|catch caught
  |hide hid hidden|wear wore worn|wake woke woken|eat ate eaten|drink drank drunk|freeze froze frozen|forbid forbade forbidden
  |forgive forgave forgiven|spread spread|split split|stick stuck|swim swam swum|tear tore torn|weep wept|broadcast broadcast`
    .split('|')
    .map((line) => {
      const [lemma, past, participle] = line.trim().split(' ')
      return [lemma!, { past: past!, participle: participle ?? past! }] as const
    }),
)

const DOUBLING = new Set(
  'admit commit permit omit submit refer prefer defer infer plan stop drop ban rap hug jet nab occur compel rebut quip plot step slam plug brag nod beg grab kid stab tip tap chat spot regret get let set put cut hit run win begin sit swim bid transfer transmit equip control rebel expel propel patrol dub pan'.split(
    ' ',
  ),
)

/** Doubled in Britain, not in America: both stand in news. */
const DOUBLED_IN_BRITAIN = /^(?:travel|cancel|label|signal|counsel|quarrel|marshal|channel|model|fuel|level)$/

/** Every form of a lemma with what it is; a multi-word lemma inflects its first word. */
export function formsOf(lemma: string): Map<string, VerbForm[]> {
  const [verb, ...rest] = lemma.split(' ')
  const tail = rest.length > 0 ? ` ${rest.join(' ')}` : ''
  const forms = new Map<string, VerbForm[]>()
  const add = (word: string, form: VerbForm): void => {
    const key = word + tail
    forms.set(key, [...(forms.get(key) ?? []), form])
  }
  const irregular = IRREGULAR.get(verb!)
  add(verb!, 'base')
  add(third(verb!), 'third')
  add(irregular?.past ?? past(verb!), 'past')
  add(irregular?.participle ?? past(verb!), 'participle')
  add(gerund(verb!), 'gerund')
  if (DOUBLED_IN_BRITAIN.test(verb!)) {
    add(`${verb}led`, 'past')
    add(`${verb}led`, 'participle')
    add(`${verb}ling`, 'gerund')
  }
  return forms
}

function third(verb: string): string {
  if (verb === 'have') return 'has'
  if (/(?:s|x|z|ch|sh|o)$/.test(verb)) return `${verb}es`
  return /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}s`
}

function past(verb: string): string {
  if (verb.endsWith('e')) return `${verb}d`
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`
  return DOUBLING.has(verb) ? `${verb}${verb.at(-1)}ed` : `${verb}ed`
}

function gerund(verb: string): string {
  if (/[^eoy]e$/.test(verb)) return `${verb.slice(0, -1)}ing`
  return DOUBLING.has(verb) ? `${verb}${verb.at(-1)}ing` : `${verb}ing`
}
