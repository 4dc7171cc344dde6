/** The tables, as Kysely sees them. What each column means stands beside it; migrations make them. */

import type { Generated } from 'kysely'

/** Milliseconds since 1970, UTC. */
type Instant = number
/** JSON text; the query file that owns the table parses it into model types. */
type Json = string
type Flag = 0 | 1

export interface Schema {
  setting: { name: string; value: string }
  outlet: OutletTable
  source: SourceTable
  answer: AnswerTable
  placement: PlacementTable
  credential: CredentialTable
  hub: HubTable
  delivery: { id: Generated<number>; source: number; type: string | null; bytes: Uint8Array }
  item: ItemTable
  document: { item: number; name: string; bytes: Uint8Array }
  article: ArticleTable
  version: VersionTable
  trace: TraceTable
  site_memory: { domain: string; record: Json }
  copy: CopyTable
  tie: TieTable
  episode: { id: Generated<number>; story: number; opened: Instant; sample: Flag }
  story: StoryTable
  membership: MembershipTable
  proposal: ProposalTable
  actor: ActorTable
  actor_name: { actor: number; name: string; key: string; seen: Generated<number> }
  mention: MentionTable
  role: RoleTable
  encounter: EncounterTable
  encounter_party: { encounter: number; part: string; actor: number }
  statement: StatementTable
  figure: FigureTable
  reader: ReaderTable
  session: { token: string; reader: number; expires: Instant }
  reading: ReadingTable
  note: NoteTable
  follow: FollowTable
  alert: AlertTable
  pick: PickTable
  job: JobTable
  act: ActTable
  act_story: { story: number; act: number }
  homing: HomingTable
  /** An episode that was found to belong to both stories; `story` is the smaller id. */
  bridge: { story: number; other: number; episode: number }
  bond: BondTable
  saved_search: SavedSearchTable
  feed_key: { reader: number; secret: string }
  tag: { reader: number; name: string; article: number; at: Instant }
  rule: RuleTable
  rule_catch: { rule: number; article: number; at: Instant }
  mass_mark: MassMarkTable
  shown: { reader: number; story: number; times: number; last: Instant }
  taste: TasteTable
  correction: CorrectionTable
  touched: TouchedTable
  actor_move: ActorMoveTable
  taught_name: TaughtNameTable
}

export interface OutletTable {
  id: Generated<number>
  /** Registered domain, or null where only a name is known. */
  domain: string | null
  name: string
  home: string | null
  sample: Flag
}

export interface SourceTable {
  id: Generated<number>
  outlet: number
  /** A `mailbox` is asked for newsletters; what it holds belongs to a source of kind `mail` for each sender. */
  kind: 'feed' | 'sitemap' | 'page' | 'files' | 'mailbox' | 'mail'
  url: string
  title: string
  folder: string | null
  state: 'active' | 'paused' | 'retired'
  etag: string | null
  last_modified: string | null
  next_check: Instant
  last_checked: Instant | null
  /** Plain words about the last answer: "200, 12 items" or the error. */
  last_answer: string | null
  failures: number
  /** Where the last answer said it now lives for good; taken over once it says so again. */
  moved_to: string | null
  sample: Flag
  added: Instant
}

/** What a source answered, the newest few. */
export interface AnswerTable {
  id: Generated<number>
  source: number
  at: Instant
  ok: Flag
  said: string
}

/** Where a watched page showed an article, from one check to another. */
export interface PlacementTable {
  source: number
  /** Without tracking parameters. */
  url: string
  since: Instant
  until: Instant
  /** 0 is the first. */
  position: number
  /** 0 to 1, the lead 1. */
  prominence: number
}

/** What proves to a site that the reader subscribes to it. The key it is sealed with is not in here. */
export interface CredentialTable {
  source: number
  kind: 'basic' | 'header' | 'cookie' | 'password'
  /** The hosts it is sent to, and no others. */
  hosts: Json
  sealed: string
  made: Instant
}

/** A feed's hub and how far the subscription there has come. */
export interface HubTable {
  source: number
  hub: string
  topic: string
  /** The end of our address for this one subscription. */
  token: string
  sealed: string
  state: 'wanted' | 'asked' | 'active' | 'denied'
  reason: string | null
  lease_until: Instant | null
  /** When the hub is asked next. */
  ask: Instant
}

export interface ItemTable {
  id: Generated<number>
  source: number
  guid: string
  url: string | null
  title: string
  /** The whole `Item` of the model. */
  entry: Json
  published: Instant | null
  first_seen: Instant
  article: number | null
  /** The article's publication, so that a source's articles lie in the order of the river. */
  filed: Generated<Instant | null>
}

export interface ArticleTable {
  id: Generated<number>
  /** Canonical address; a file without one has `file:` and the hash of its bytes. */
  url: string
  outlet: number
  /** Number of the newest version. */
  version: number
  title: string
  language: string
  direction: 'ltr' | 'rtl'
  access: 'free' | 'sign-up' | 'paid'
  confidence: number
  /** The window of the model's `DateClaim`; `published` is its best, or its latest where it is narrow. */
  published: Instant
  /** 0 where the day it appeared on is not known; `published` is then only where it is filed. */
  dated: Flag
  date_claim: Json | null
  first_seen: Instant
  episode: number | null
  image: string | null
  lead: string | null
  words: number
  sample: Flag
}

export interface VersionTable {
  article: number
  number: number
  title: string
  text: string
  blocks: Json
  marks: Json
  sentences: Json
  authors: Json
  /** Outlet claim, description, section, keywords, licence, modified. */
  about: Json
  hash: string
  made: Instant
}

/** What later articles are compared with: fingerprints and clustering features of an article's newest version. */
export interface TraceTable {
  article: number
  fingerprint: Uint8Array
  features: Json
  /** Whether its copy group counted already when it came in; null where that was never kept. */
  folded: Generated<Flag | null>
}

export interface CopyTable {
  article: number
  origin: number
  kind: string
  containment: number
  confidence: number
  why: string
  passages: Json
}

/** An edge beside the one in `copy`; one that has ended held for the text as it was until then. */
export interface TieTable extends CopyTable {
  id: Generated<number>
  ended: Instant | null
}

export interface StoryTable {
  id: Generated<number>
  title: string
  opened: Instant
  /** Newest publication among its articles. */
  changed: Instant
  merged_into: number | null
  sample: Flag
}

/** Append-only: where an article went, from where, why, by which model or person. */
export interface MembershipTable {
  id: Generated<number>
  article: number
  from_episode: number | null
  to_episode: number
  reasons: Json
  /** The model's version, or "by" and the reader's name. */
  model: string
  at: Instant
  /** The act of a person it belongs to. */
  act: number | null
}

/** What a person did to the grouping, with all it changed tied to it, so that it can be undone. Append-only. */
export interface ActTable {
  id: Generated<number>
  kind: 'move' | 'merge' | 'split' | 'link' | 'reject' | 'seed' | 'take-back' | 'undo'
  reader: number
  by_name: string
  at: Instant
  /** An undo names the act it takes back. */
  undoes: number | null
  /** What it was about in words, and the redirects and proposals it changed. */
  detail: Json
}

/** Append-only: which story an episode belongs to, beside what `episode.story` says of today. */
export interface HomingTable {
  id: Generated<number>
  episode: number
  from_story: number
  to_story: number
  reasons: Json
  model: string
  act: number | null
  at: Instant
}

/** A person's decision that outranks the model: what must stay in, or may never come to, a story or an episode. */
export interface BondTable {
  id: Generated<number>
  kind: 'must' | 'cannot'
  what: 'article' | 'episode' | 'story'
  subject: number
  whole: 'story' | 'episode'
  target: number
  act: number
  /** The later act that took it back. */
  ended: number | null
}

/** A search a reader keeps, written as it is typed. */
export interface SavedSearchTable {
  id: Generated<number>
  reader: number
  name: string
  query: string
  made: Instant
}

export interface ProposalTable {
  story: number
  other: number
  score: number
  reasons: Json
  status: 'proposed' | 'confirmed' | 'rejected'
}

export interface ActorTable {
  id: Generated<number>
  kind: 'person' | 'organisation' | 'place'
  name: string
  country: string | null
  latitude: number | null
  longitude: number | null
  merged_into: number | null
  /** A person gave it its name: what articles write does not change it. */
  named: Generated<Flag>
  /** How many articles name it as something of another kind. */
  otherwise: Generated<number>
}

export interface MentionTable {
  article: number
  version: number
  actor: number
  form: string
  /** 'byline' is kept but is not cast. */
  part: 'story' | 'byline'
  start: number
  end: number
}

export interface RoleTable {
  actor: number
  article: number
  version: number
  title: string
  of: string | null
  tense: string
  start: number
  end: number
}

export interface EncounterTable {
  id: Generated<number>
  article: number
  version: number
  kind: string
  status: string
  /** First day of `date`, for ordering; the article's own where the text gives none; '' where that is unknown too. */
  day: string
  /** ISO 8601 as the text gives it, or null. */
  date: string | null
  /** The whole `Encounter` of the model; here a party's `actor` is the lasting id. */
  record: Json
}

export interface StatementTable {
  id: Generated<number>
  article: number
  version: number
  kind: string
  polarity: string
  speaker: number | null
  record: Json
}

export interface FigureTable {
  id: Generated<number>
  article: number
  version: number
  value: number
  of: string
  record: Json
}

export interface ReaderTable {
  id: Generated<number>
  name: string
  /** scrypt, with its salt; null for the one reader of an instance that listens on loopback only. */
  password: string | null
  last_visit: Instant | null
  previous_visit: Instant | null
  /** What was read before this teaches nothing: the reader had it forgotten. */
  taste_since: Generated<Instant | null>
}

export interface ReadingTable {
  reader: number
  article: number
  read: Generated<Instant | null>
  starred: Generated<Instant | null>
  later: Generated<Instant | null>
  archived: Generated<Instant | null>
  /** By a rule of the reader: kept out of the river, and set off in it. */
  hidden: Generated<Instant | null>
  highlighted: Generated<Instant | null>
  /** When the reader last acted on each mark, by the clock of the act: what an older act may not overturn. */
  read_act: Generated<Instant>
  starred_act: Generated<Instant>
  later_act: Generated<Instant>
  archived_act: Generated<Instant>
  /** Whole seconds since 1970 of the last change, for devices that were offline. */
  changed: Instant
}

/** A passage a reader marked in an article, with what they wrote to it. */
export interface NoteTable {
  id: Generated<number>
  reader: number
  article: number
  /** Made by the device, so that a note sent twice is one. */
  key: string
  /** Where the passage stands; an empty span is a note to the whole article. */
  version: number
  start: number
  end: number
  quote: string
  body: string
  made: Instant
  /** The last act on it, by the clock of the act. */
  act: Instant
  removed: Instant | null
}

export interface FollowTable {
  id: Generated<number>
  reader: number
  kind: 'story' | 'actor' | 'topic' | 'place' | 'search'
  /** A story's or actor's id, or the words. */
  target: string
  /** Where its alerts are posted as JSON; without one they are shown on the pages alone. */
  webhook: string | null
  made: Instant
}

export interface AlertTable {
  id: Generated<number>
  follow: number
  article: number
  made: Instant
  sent: Instant | null
}

export interface PickTable {
  id: Generated<number>
  kind: 'pick' | 'good-news'
  story: number | null
  article: number | null
  note: string
  made: Instant
  /** The greatest stands first; null where nobody ordered it, it then stands by its id. */
  position: Generated<number | null>
  by_name: Generated<string | null>
}

/** What a reader wants done with articles as they come in. */
export interface RuleTable {
  id: Generated<number>
  reader: number
  name: string
  /** 1: one condition is enough; 0: all must hold. */
  any: Flag
  conditions: Json
  actions: Json
  active: Flag
  made: Instant
}

/** Many articles marked read at once. Theirs are the reader's rows whose `read_act` is `at`, until a later act. */
export interface MassMarkTable {
  id: Generated<number>
  reader: number
  at: Instant
  articles: number
  undone: Instant | null
}

/** What a reader said to see more or less of. */
export interface TasteTable {
  reader: number
  kind: 'story' | 'actor' | 'topic' | 'outlet'
  /** An id, or a topic's words. */
  target: string
  /** -2 to 2; 0 says that nothing is to be concluded of it; -9 mutes. */
  weight: number
  made: Instant
}

export interface JobTable {
  id: Generated<number>
  kind: 'refresh' | 'read' | 'notify' | 'suggest'
  /** One waiting job for one thing: 'item:12'. */
  key: string
  payload: Json
  /** Smaller first among those that are ready; reading uses the publication instant, so that old comes before new. */
  rank: number
  ready: Instant
  state: 'waiting' | 'leased' | 'given-up'
  attempts: number
  lease_until: Instant | null
  error: string | null
}

/** Append-only: what a person decided about a record or an actor. */
export interface CorrectionTable {
  id: Generated<number>
  what: 'encounter' | 'statement' | 'figure' | 'actor'
  act: 'confirm' | 'reject' | 'edit' | 'rename' | 'kind' | 'merge' | 'split' | 'undo'
  /** The `touched` record, or the actor. */
  subject: number
  article: number | null
  reader: number
  by_name: string
  at: Instant
  undoes: number | null
  /** What was set, and words to tell it by. */
  detail: Json
}

/** A record that people decided on or an engine suggested: as it was read, and where its row stands now. */
export interface TouchedTable {
  id: Generated<number>
  what: 'encounter' | 'statement' | 'figure'
  article: number
  /** The version that `as_read` lies in; older than the article's where its sentence did not survive. */
  version: number
  /** The sentence it stands on, and what tells it from others of that sentence: how it is found in other versions. */
  sentence: string
  identity: string
  as_read: Json
  origin: 'reading' | 'engine'
  /** Its row in the table of its kind; null where it is set aside or its sentence is gone. */
  row: number | null
  standing: 'read' | 'suggested' | 'confirmed' | 'edited' | 'rejected'
}

/** Which namings a merge or a split gave to another actor. */
export interface ActorMoveTable {
  correction: number
  article: number
  version: number
  start: number
  from_actor: number
  to_actor: number
}

/** A name that a person said is this actor's, spelled without case, accents and points. */
export interface TaughtNameTable {
  id: Generated<number>
  plain: string
  actor: number
  correction: number
  ended: number | null
}
