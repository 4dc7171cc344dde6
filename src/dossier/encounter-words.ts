/** The words that tell of visits, meetings, calls and invitations, and of who takes part in them. */

import type { EncounterKind } from '../model/dossier.ts'
import { formsOf, type VerbForm } from './verb-forms.ts'

export type Trigger = {
  readonly kind: EncounterKind
  readonly noun: boolean
  readonly lemma: string
  readonly forms: readonly VerbForm[]
  /** Prepositions that lead to the place gone to; empty where the place is the verb's object. */
  readonly to: readonly string[]
}

const VERBS: readonly (readonly [string, EncounterKind, string])[] = [
  ['visit', 'visit', ''],
  ['tour', 'visit', ''],
  ['revisit', 'visit', ''],
  ['arrive', 'visit', 'in at to on'],
  ['travel', 'visit', 'to into'],
  ['go', 'visit', 'to into'],
  ['come', 'visit', 'to into'],
  ['fly', 'visit', 'to into in'],
  ['head', 'visit', 'to for into'],
  ['journey', 'visit', 'to'],
  ['land', 'visit', 'in at'],
  ['touch down', 'visit', 'in at'],
  ['fly in', 'visit', 'to'],
  ['jet', 'visit', 'to into'],
  ['proceed', 'visit', 'to'],
  ['continue', 'visit', 'to'],
  ['move on', 'visit', 'to'],
  ['rush', 'visit', 'to'],
  ['hurry', 'visit', 'to'],
  ['disembark', 'visit', 'in at'],
  ['spend', 'visit', 'in'],
  ['stop', 'visit', 'in at'],
  ['drive', 'visit', 'to into'],
  ['sail', 'visit', 'to into'],
  ['return', 'visit', 'to'],
  ['leave', 'visit', 'for'],
  ['depart', 'visit', 'for to'],
  ['set off', 'visit', 'for to'],
  ['set out', 'visit', 'for to'],
  ['cross', 'visit', 'into to'],
  ['enter', 'visit', ''],
  ['reach', 'visit', ''],
  ['greet', 'meeting', ''],
  ['entertain', 'meeting', ''],
  ['call on', 'meeting', ''],
  ['gather', 'meeting', ''],
  ['assemble', 'meeting', ''],
  ['convene', 'meeting', ''],
  ['meet', 'meeting', ''],
  ['sit down', 'meeting', ''],
  ['confer', 'meeting', ''],
  ['huddle', 'meeting', ''],
  ['dine', 'meeting', ''],
  ['discuss', 'meeting', ''],
  ['receive', 'meeting', ''],
  ['host', 'meeting', ''],
  ['welcome', 'meeting', ''],
  ['negotiate', 'talks', ''],
  ['consult', 'talks', ''],
  ['telephone', 'call', ''],
  ['speak', 'call', ''],
  ['talk', 'call', ''],
  ['phone', 'call', ''],
  ['invite', 'invitation', ''],
]

const NOUNS: readonly (readonly [string, EncounterKind, string])[] = [
  ['visit visits trip trips journey voyage stopover', 'visit', 'to in at'],
  ['tour', 'visit', 'of to'],
  ['meeting meetings audience encounter sit-down tete-a-tete tête-à-tête', 'meeting', ''],
  ['talks negotiations discussions consultations', 'talks', ''],
  ['summit', 'meeting', ''],
  ['lunch dinner breakfast luncheon banquet', 'meeting', ''],
  ['conference teleconference videoconference', 'call', ''],
  ['call calls conversation conversations', 'call', ''],
  ['invitation', 'invitation', ''],
]

const TRIGGERS = new Map<string, Trigger>()
for (const [lemma, kind, to] of VERBS) {
  for (const [form, forms] of formsOf(lemma)) {
    TRIGGERS.set(form, { kind, noun: false, lemma, forms, to: to ? to.split(' ') : [] })
  }
}
const NOUN_TRIGGERS = new Map<string, Trigger>()
for (const [list, kind, to] of NOUNS) {
  const [lemma] = list.split(' ')
  for (const form of list.split(' ')) {
    NOUN_TRIGGERS.set(form, { kind, noun: true, lemma: lemma!, forms: [], to: to ? to.split(' ') : [] })
  }
}

export function verbTrigger(words: readonly { readonly lower: string }[], at: number): Trigger | undefined {
  const first = words[at]!.lower
  const pair = words[at + 1] && TRIGGERS.get(`${first} ${words[at + 1]!.lower}`)
  return pair ?? TRIGGERS.get(first)
}

export const nounTrigger = (word: string): Trigger | undefined => NOUN_TRIGGERS.get(word)

/** Common nouns for people who travel and meet. */
const PEOPLE =
  /^(?:delegations?|team|mission|convoy|caravan|flotilla|envoys?|officials?|leaders?|leadership|ministers?|premier|president|chairman|chairwoman|chair|chief|head|heads|secretary|ambassadors?|diplomats?|negotiators?|mediators?|representatives?|members?|spokes(?:man|woman|person)|king|queen|prince|princess|emir|sultan|pope|bishops?|archbishop|cardinal|patriarch|imam|mufti|rabbi|general|commanders?|officers?|governor|mayor|senators?|lawmakers?|mps|deputies|deputy|parliamentarians|congressmen|experts?|inspectors?|observers?|monitors?|coordinators?|commissioner|director|executives?|ceo|owner|coach|players?|captain|team|squad|delegates?|advisers?|advisors?|aides?|group|party|sides?|coalition|faction|factions|rebels?|union|unions|federation|committee|board|council|panel|activists?|protesters|families|farmers|workers|businessmen|investors|scientists|academics|clerics|elders|counterparts?|judge|judges|prosecutor|prosecutors|lawyers?|attorney|chancellor|politicians?|candidates?|troops|soldiers|pilgrims|tourists|scholars|clients?|suspects?|defendants?|applicants?|agents?|witness(?:es)?|lawyer|banker|pontiff|predecessors?|successors?|couple|pair|duo|trio|families|family|relatives|survivors|victims|residents|people|youths?|women|men|children|athletes|cricketers|crews?|fans|supporters|students|nuns|monks|priests?|vicar|archbishops|cardinals|judges|knights|guests?|hosts?|squads|side|eleven|teammates|staff|personnel|specialists|crew|fugitive|exiles?|refugees|hostages?|captives|detainees|prisoners?|tribesmen|chieftains?|chiefs|captains|generals|admirals?|colonels?|marshals?|kings|queens|emirs|sultans|premiers|chancellors|heir|sheikh|sheikhs|ayatollah|rabbis|imams|bosses|boss|chairs|chairmen|heads|colleagues?|wife|husband|widow|son|daughter|brothers?|sisters?|mother|father|parents|allies|ally|rivals?|foes?|guerrillas?|insurgents|militants|mps|peers|aide|secretaries|spies|spy|astronauts?|pilot|pilots|passengers|he|she|they|we|i|it)$/

/** -er, -or, -ist, -ian, -man: most such nouns are people; these are not. */
const AGENT = /(?:er|or|ist|ian|eer|man|woman|men|women)s?$/
const NO_AGENT =
  /^(?:letter|paper|order|power|water|winter|summer|september|october|november|december|river|border|computer|newspaper|matter|quarter|offer|answer|transfer|disaster|dinner|weather|sector|factor|error|motor|tower|corner|shelter|chapter|cover|center|banner|mirror|terror|horror|honor|labor|harbor|behavior|floor|door|layer|tanker|trawler|carrier|bomber|helicopter|freighter|cruiser|container|trailer|counter|printer|register|semester|theater|barrier|danger|anger|hunger|finger|former|latter|proper|super|further|later|earlier|greater|other|another|better|larger|smaller|higher|lower|older|closer|number|rumor|favor|humor|fever|silver|copper|timber|leather|cluster|poster|folder|server|router|monitor|tremor|vapor|odor|armor|charter|career|beer|order|steamer|liner|ledger|trigger|buffer|glacier|frontier|premier|easter|meter|liter|fiber|caliber|specimen|regimen|omen|abdomen|mister|after|over|under|ever|never|rather|together|whether|however)s?$/

/** Whether a common noun stands for people who can travel and meet. */
export const isPersonNoun = (noun: string): boolean =>
  PEOPLE.test(noun) ||
  (noun.endsWith('s') && PEOPLE.test(noun.slice(0, -1)) && noun !== 'its' && noun !== 'heads') ||
  (noun.length > 4 && AGENT.test(noun) && !NO_AGENT.test(noun))

/** Common nouns for places one can go to. */
export const PLACES =
  /^(?:capital|enclave|country|kingdom|island|islands|region|city|town|village|province|state|peninsula|territory|territories|headquarters|offices?|base|embassy|consulate|border|camp|palace|strip|republic|district|valley|archipelago|continent|airport|port|monastery|cathedral|mosque|vatican|ministry|parliament|mansion|villa|resort|site|plant|factory|refinery|shipyard|hospital|school|university|museum|stadium|prison|frontline|front|area|zone|delta|river|lake|coast|mountain|mountains|shrine|tomb|temple|church|market|memorial|cemetery|mission|residence|house|hotel|farm|farms|mine|dam|field|fields|barracks|clinic|institute|academy|college|laboratory|exhibition|festival|fair|neighbourhood|neighborhood|suburb|quarter|outpost|headland|hamlet|settlement|bridge|harbour|harbor|station|there)$/

export const CROSSING =
  /^(?:crossing|checkpoint|terminal|border|port|airport|gate|bridge|corridor|pass|passage|station|harbour|harbor|route|tunnel)s?$/
