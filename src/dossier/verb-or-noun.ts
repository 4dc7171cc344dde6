/** Decides whether a form that can be either, such as "reports" or "plan", is a verb where it stands. */

/** What of a word this needs to see. */
type Seen = { readonly lower: string; readonly tag: string }

const EITHER = new Set(
  `phone phones telephone state states report reports charge charges show shows question questions plan plans signal signals claim claims call calls
  support demand demands request requests order orders reason reasons protest protests press post posts note notes remark
  remarks estimate estimates forecast forecasts promise promises pledge pledges hope hopes fear fears doubt doubts approach
  label labels brand brands view views cast back backs list lists document documents figure figures respect love hate lead
  leads vote votes offer offers attack attacks fire strike strikes march marches tour tours visit visits release launch talk
  talks meet trip deal deals head heads term terms voice air outline detail details reference address answer answers reply
  response comment comments reveal tweet tweets sign signs trust regret worry object objects start starts end ends lobby
  salute cause focus center centre bear aim aims mark marks challenge challenges contest appeal appeals guess wonder worry
  insult insults slam rally travel host welcome hold pose judge rule rules permit permits warning feature features favor
  favour field need needs experience study result results act acts work works change changes use uses force forces lift
  place places face faces increase decrease drop gain gains raise cover covers play plays turn turns test tests threat
  return returns name names cost costs match matches matter matters point points count counts stand stands run runs want
  wants stop stops break breaks move moves set sets cut cuts fight fights hit hits kill close open help exit stress credit
  fault blame praise thanks advance vow vows wish wishes concern concerns ask counter counters quote quotes direct press
  cry credit sentence permit hail charge document review reviews tackle delay schedule welcome feature board`.split(
    /\s+/,
  ),
)
const EITHER_AFTER_AND =
  /^(?:hold|visit|host|meet|tour|support|demand|call|order|report|release|vote|cut|set|hit|offer)$/
const PLURALS =
  /^(?:people|police|men|women|children|media|data|critics|staff|most|many|some|others|both|few|those|these|you|we|they|i)$/

const words = (list: string): Set<string> => new Set(list.split(' '))
const ADJECTIVES = words(
  'former new current acting top old late recent planned prime foreign interim joint high local own next last first second third final big large small great good bad long short main key major minor surprise rare formal joint full brief closed private public secret initial final further possible high-level face-to-face high-ranking low-level three-day two-day one-day day-long five-day week-long special daily weekly monthly early direct indirect diplomatic'.trim(),
)
const SUFFIXED = /(?:nal|ral|ual|cal|ial|tic|ric|ive|ous|less|able|ible|ian|ish|ese|ean)$/
const NOUNS_WITH_SUFFIX = words(
  'official officials general rival capital hospital tribunal proposal journal cardinal admiral criminal critic executive detective relative representative native captive librarian guardian physician politician technician musician civilian magician historian vegetarian human european asian trial material tutorial memorial',
)
const isAdjective = (word: string): boolean =>
  ADJECTIVES.has(word) || (SUFFIXED.test(word) && !NOUNS_WITH_SUFFIX.has(word))

/** The words with every form that is a noun where it stands tagged so. */
export function settle<Word extends Seen>(words: Word[]): Word[] {
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    // "hosted her for lunch": no noun of hers follows.
    if (word.lower === 'her' && word.tag === 'D' && !/[nNAGDVQ#]/.test(words[i + 1]?.tag ?? ''))
      words[i] = { ...word, tag: 'R' }
    if (word.tag === 'V' && EITHER.has(word.lower) && isNoun(words, i)) words[i] = { ...word, tag: 'n' }
    else if (
      word.tag === 'V' &&
      /ed$/.test(word.lower) &&
      /^(?:more|less|most|very|highly|newly|so|too|well)$/.test(words[i - 1]?.lower ?? '') &&
      /[nN]/.test(words[i + 1]?.tag ?? '')
    )
      words[i] = { ...word, tag: 'n' }
  }
  return words
}

function isNoun(words: readonly Seen[], at: number): boolean {
  const { lower } = words[at]!
  let i = at - 1
  while (i >= 0 && words[i]!.tag === 'A') i--
  const before = words[i]
  const after = words[at + 1]
  if (before?.lower === 'to' || before?.tag === 'M') return false
  if (before?.tag === 'X')
    return (
      !/^(?:do|does|did|don't|doesn't|didn't)$/.test(before.lower) &&
      !/^(?:not)$/.test(words[at - 1]?.lower ?? '')
    )
  if (before?.tag === 'R' || before?.tag === 'W') return false
  const third = /[^s]s$/.test(lower)
  if (
    before?.tag === 'C' &&
    after &&
    (/[nN]/.test(after.tag) || EITHER.has(after.lower)) &&
    !third &&
    EITHER_AFTER_AND.test(lower)
  )
    return false
  if (
    !before ||
    before.tag === '.' ||
    before.tag === 'C' ||
    before.tag === 'S' ||
    before.tag === 'Q' ||
    before.tag === 'T'
  ) {
    // After a comma or "and" it goes on as a verb only with its object before it.
    return !(after && (/[DSRQW]/.test(after.tag) || after.lower === 'that'))
  }
  if (before.tag === 'P') return true
  if (before.tag === 'V' || before.tag === 'G') return true
  if (before.tag === 'n' || before.tag === 'N' || before.tag === '#') {
    if (before.tag === 'n' && isAdjective(before.lower)) return true
    if (before.tag === 'n' && !agrees(before.lower, third)) return true
    if (before.tag === 'N' && !third && !/s$/.test(before.lower)) return true
    // A verb has something of its own after it.
    if (!after || after.tag === '.' || after.tag === 'V' || after.tag === 'X' || after.tag === 'M')
      return after?.lower !== ':' && after?.lower !== ','
    if (after.tag === 'P') return !/^(?:to|for|on|out|at|up|off|back|against|with|in)$/.test(after.lower)
    return false
  }
  return before.tag === 'D'
}

function agrees(subject: string, third: boolean): boolean {
  const plural = (/[^s]s$/.test(subject) && !/(?:us|is)$/.test(subject)) || PLURALS.test(subject)
  return plural !== third
}
