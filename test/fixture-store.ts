/** A small invented world in a store: one long story in three languages, a copy, an edit, a visit that was not, figures that differ. */

import type { BlockKind, DateClaim } from '../src/model/article.ts'
import type { Actor, Dossier, Encounter, Figure, Party, Role, Statement } from '../src/model/dossier.ts'
import type { Span } from '../src/model/span.ts'
import { saveActor } from '../src/store/actors.ts'
import { articleByUrl, saveVersion } from '../src/store/articles.ts'
import { saveCopy } from '../src/store/copies.ts'
import type { Store } from '../src/store/engines/engine.ts'
import { openStore } from '../src/store/open.ts'
import { saveProposals } from '../src/store/proposals.ts'
import { addSource, outletFor } from '../src/store/sources.ts'
import { joinEpisode, openEpisode, openStory, touchStory } from '../src/store/stories.ts'
import { nameKey } from '../src/words/names.ts'
import { sentences } from '../src/words/sentences.ts'

/** The world's present. */
export const fixtureNow = Date.parse('2026-03-20T12:00:00Z')

type Cast = 'orun' | 'devany' | 'port' | 'tessaly' | 'council' | 'azhar'

/** Actors by a short key: every spelling, the first the fullest. */
const people: Record<Cast, Pick<Actor, 'kind' | 'name' | 'variants' | 'latitude' | 'longitude'>> = {
  orun: {
    kind: 'person',
    name: 'Mirela Orun',
    variants: ['Mirela Orun', 'Orun', 'ميريلا أورون', 'מירלה אורון'],
  },
  devany: { kind: 'person', name: 'Tomas Devany', variants: ['Tomas Devany', 'Devany', 'توماس ديفاني'] },
  azhar: { kind: 'person', name: 'Salim Azhar', variants: ['Salim Azhar', 'Azhar', 'سليم أزهر'] },
  port: {
    kind: 'place',
    name: 'Port Callan',
    variants: ['Port Callan', 'بورت كالان', 'פורט קאלאן'],
    latitude: 41.2,
    longitude: 9.4,
  },
  tessaly: {
    kind: 'place',
    name: 'Tessary',
    variants: ['Tessary', 'تيساري'],
    latitude: 36.8,
    longitude: 3.1,
  },
  council: { kind: 'organisation', name: 'Harbour Council', variants: ['Harbour Council', 'Council'] },
}

type Draft = {
  readonly key: string
  readonly outlet: 'The Callan Post' | 'Meridian Wire' | 'صدى الميناء' | 'קול הנמל' | 'Tessary Herald'
  readonly language: string
  readonly at: string
  readonly title: string
  readonly paragraphs: readonly string[]
  readonly episode: number
  readonly authors?: readonly string[]
  /** Actor and the words that name them; the first occurrence counts. */
  readonly names?: readonly (readonly [Cast, string])[]
  readonly roles?: readonly { who: Cast; title: string; of?: string; in: string }[]
  readonly encounters?: readonly DraftEncounter[]
  readonly statements?: readonly DraftStatement[]
  readonly figures?: readonly {
    words: string
    value: number
    of: string
    in: string
    bound?: Figure['bound']
  }[]
  readonly copy?: { of: string; kind: 'wire' | 'translation'; why: string }
  readonly date?: DateClaim
  readonly second?: { readonly title: string; readonly paragraphs: readonly string[]; readonly at: string }
}

type DraftEncounter = Pick<Encounter, 'kind' | 'status'> & {
  readonly trigger: string
  readonly travellers?: readonly (readonly [Cast, string])[]
  readonly host?: readonly [Cast, string]
  readonly place?: readonly [Cast, string]
  readonly date?: string
  readonly in: string
}

type DraftStatement = Pick<Statement, 'kind' | 'polarity'> & {
  readonly speaker: readonly [Cast, string]
  readonly says: string
  readonly in: string
}

const drafts: readonly Draft[] = [
  {
    key: 'first',
    outlet: 'The Callan Post',
    language: 'en',
    at: '2024-11-04T08:30:00Z',
    title: 'Dockers in Port Callan stop work over the harbour sale',
    authors: ['Ida Marsh'],
    episode: 0,
    paragraphs: [
      'About 1,200 dockers in Port Callan stopped work on Monday, hours before the Harbour Council was to vote on selling the old quay.',
      '"Nobody asked the people who work here," said Mirela Orun, who leads the dockers’ union. She said the strike would go on until the vote was called off.',
      'The Harbour Council did not answer questions.',
    ],
    names: [
      ['port', 'Port Callan'],
      ['council', 'Harbour Council'],
      ['orun', 'Mirela Orun'],
    ],
    roles: [{ who: 'orun', title: 'leader', of: 'dockers’ union', in: '"Nobody asked' }],
    statements: [
      {
        kind: 'direct',
        polarity: 'said',
        speaker: ['orun', 'Mirela Orun'],
        says: 'Nobody asked the people who work here',
        in: '"Nobody asked',
      },
      {
        kind: 'reported',
        polarity: 'said',
        speaker: ['orun', 'She'],
        says: 'the strike would go on until the vote was called off',
        in: 'She said',
      },
    ],
    figures: [{ words: '1,200 dockers', value: 1200, of: 'docker', in: 'About 1,200', bound: 'about' }],
  },
  {
    key: 'wire',
    outlet: 'Meridian Wire',
    language: 'en',
    at: '2024-11-04T10:00:00Z',
    title: 'Port Callan dockers walk out before quay vote',
    episode: 0,
    paragraphs: [
      'Dockers walked out in Port Callan on Monday over the sale of a quay.',
      'The union counted 900 strikers at the gates; the Harbour Council gave no number.',
    ],
    names: [
      ['port', 'Port Callan'],
      ['council', 'Harbour Council'],
    ],
    figures: [{ words: '900 strikers', value: 900, of: 'docker', in: 'The union counted' }],
  },
  {
    key: 'wire-copy',
    outlet: 'Tessary Herald',
    language: 'en',
    at: '2024-11-04T12:15:00Z',
    title: 'Callan dockers walk out before quay vote',
    episode: 0,
    paragraphs: [
      'Dockers walked out in Port Callan on Monday over the sale of a quay.',
      'The union counted 900 strikers at the gates; the Harbour Council gave no number. (Meridian Wire)',
    ],
    names: [['port', 'Port Callan']],
    copy: {
      of: 'wire',
      kind: 'wire',
      why: 'names Meridian Wire in its last line and repeats it word for word',
    },
  },
  {
    key: 'plan',
    outlet: 'Meridian Wire',
    language: 'en',
    at: '2025-06-02T09:00:00Z',
    title: 'Tessary minister expected in Port Callan next week',
    episode: 1,
    paragraphs: [
      'Transport minister Tomas Devany of Tessary is expected to visit Port Callan on 9 June, two officials said.',
      'He would be received by Mirela Orun, now a member of the Harbour Council. The two met in Tessary in February.',
    ],
    names: [
      ['devany', 'Tomas Devany'],
      ['tessaly', 'Tessary'],
      ['port', 'Port Callan'],
      ['orun', 'Mirela Orun'],
    ],
    roles: [
      { who: 'devany', title: 'transport minister', of: 'Tessary', in: 'Transport minister' },
      { who: 'orun', title: 'member', of: 'Harbour Council', in: 'He would be' },
    ],
    encounters: [
      {
        kind: 'visit',
        status: 'expected',
        trigger: 'visit',
        travellers: [['devany', 'Tomas Devany']],
        host: ['orun', 'Mirela Orun'],
        place: ['port', 'Port Callan'],
        date: '2025-06-09',
        in: 'Transport minister',
      },
      {
        kind: 'meeting',
        status: 'occurred',
        trigger: 'met',
        travellers: [
          ['devany', 'two'],
          ['orun', 'two'],
        ],
        place: ['tessaly', 'Tessary'],
        date: '2025-02',
        in: 'The two met',
      },
    ],
  },
  {
    key: 'denial',
    outlet: 'Tessary Herald',
    language: 'en',
    at: '2025-06-10T16:40:00Z',
    title: 'Devany did not travel to Callan, ministry says',
    episode: 1,
    paragraphs: [
      'The ministry denied on Tuesday that Tomas Devany had visited Port Callan the day before.',
      '"The minister was at his desk all week," said Salim Azhar, his spokesman.',
    ],
    names: [
      ['devany', 'Tomas Devany'],
      ['port', 'Port Callan'],
      ['azhar', 'Salim Azhar'],
    ],
    roles: [{ who: 'azhar', title: 'spokesman', in: '"The minister' }],
    encounters: [
      {
        kind: 'visit',
        status: 'denied',
        trigger: 'visited',
        travellers: [['devany', 'Tomas Devany']],
        place: ['port', 'Port Callan'],
        date: '2025-06-09',
        in: 'The ministry denied',
      },
    ],
    statements: [
      {
        kind: 'direct',
        polarity: 'denied',
        speaker: ['azhar', 'Salim Azhar'],
        says: 'The minister was at his desk all week',
        in: '"The minister',
      },
    ],
  },
  {
    key: 'visit',
    outlet: 'The Callan Post',
    language: 'en',
    at: '2026-03-18T19:05:00Z',
    title: 'Devany and Orun sign the quay agreement in Port Callan',
    authors: ['Ida Marsh', 'Bo Lindqvist'],
    episode: 2,
    paragraphs: [
      'Tomas Devany arrived in Port Callan on Wednesday at the head of a delegation of 14 and was received by Mirela Orun, the mayor.',
      'They signed an agreement that leaves the old quay with the city for thirty years.',
      '"This quay stays where it belongs," Orun said. Devany promised that the first ships would call in May.',
    ],
    names: [
      ['devany', 'Tomas Devany'],
      ['port', 'Port Callan'],
      ['orun', 'Mirela Orun'],
    ],
    roles: [{ who: 'orun', title: 'mayor', of: 'Port Callan', in: 'Tomas Devany arrived' }],
    encounters: [
      {
        kind: 'visit',
        status: 'occurred',
        trigger: 'arrived',
        travellers: [['devany', 'Tomas Devany']],
        host: ['orun', 'Mirela Orun'],
        place: ['port', 'Port Callan'],
        date: '2026-03-18',
        in: 'Tomas Devany arrived',
      },
    ],
    statements: [
      {
        kind: 'direct',
        polarity: 'said',
        speaker: ['orun', 'Orun'],
        says: 'This quay stays where it belongs',
        in: '"This quay',
      },
      {
        kind: 'reported',
        polarity: 'promised',
        speaker: ['devany', 'Devany'],
        says: 'the first ships would call in May',
        in: 'Devany promised',
      },
    ],
    figures: [{ words: 'delegation of 14', value: 14, of: 'delegate', in: 'Tomas Devany arrived' }],
    second: {
      title: 'Devany and Orun sign the quay agreement in Port Callan',
      at: '2026-03-18T21:30:00Z',
      paragraphs: [
        'Tomas Devany arrived in Port Callan on Wednesday at the head of a delegation of 14 and was received by Mirela Orun, the mayor.',
        'They signed an agreement that leaves the old quay with the city for thirty years and opens a ferry line.',
        '"This quay stays where it belongs," Orun said. Devany promised that the first ships would call in May.',
      ],
    },
  },
  {
    key: 'arabic',
    outlet: 'صدى الميناء',
    language: 'ar',
    at: '2026-03-18T20:10:00Z',
    title: 'ديفاني وأورون يوقعان اتفاق الرصيف في بورت كالان',
    episode: 2,
    paragraphs: [
      'وصل توماس ديفاني إلى بورت كالان يوم الأربعاء على رأس وفد من 12 شخصا، واستقبلته ميريلا أورون.',
      'وقالت أورون: «هذا الرصيف يبقى لأهله». وأكد سليم أزهر أن السفن الأولى ستصل في مايو 2026.',
    ],
    names: [
      ['devany', 'توماس ديفاني'],
      ['port', 'بورت كالان'],
      ['orun', 'ميريلا أورون'],
      ['azhar', 'سليم أزهر'],
    ],
    encounters: [
      {
        kind: 'visit',
        status: 'occurred',
        trigger: 'وصل',
        travellers: [['devany', 'توماس ديفاني']],
        host: ['orun', 'ميريلا أورون'],
        place: ['port', 'بورت كالان'],
        date: '2026-03-18',
        in: 'وصل توماس',
      },
    ],
    statements: [
      {
        kind: 'direct',
        polarity: 'said',
        speaker: ['orun', 'أورون'],
        says: 'هذا الرصيف يبقى لأهله',
        in: 'وقالت أورون',
      },
    ],
    figures: [{ words: '12 شخصا', value: 12, of: 'delegate', in: 'وصل توماس' }],
  },
  {
    key: 'hebrew',
    outlet: 'קול הנמל',
    language: 'he',
    at: '2026-03-19T06:45:00Z',
    title: 'הסכם הרציף נחתם: מירלה אורון אירחה את דבאני בפורט קאלאן',
    episode: 2,
    paragraphs: [
      'מירלה אורון, ראש העיר, אירחה אתמול את שר התחבורה בפורט קאלאן.',
      'ההסכם משאיר את הרציף הישן בידי העיר לשלושים שנה.',
    ],
    names: [
      ['orun', 'מירלה אורון'],
      ['port', 'פורט קאלאן'],
    ],
    date: {
      earliest: '2026-03-19',
      latest: '2026-03-20',
      best: '2026-03-19',
      from: 'text',
      evidence: [
        { why: 'this was past when it was written', span: { start: 77, end: 82 } },
        { why: 'the page prints {day}', values: { day: '2026-03-19' } },
      ],
    },
  },
]

export type Fixture = {
  readonly store: Store
  readonly story: number
  readonly otherStory: number
  readonly articles: ReadonlyMap<string, number>
  readonly actors: ReadonlyMap<Cast, number>
}

/** Fills a fresh store; `sample` marks everything as the fictional sample. */
export async function fixtureStore({ file = ':memory:', sample = false } = {}): Promise<Fixture> {
  const opened = await openStore(file)
  if ('failed' in opened) throw new Error(opened.failed)
  const { db } = opened
  const keys = Object.keys(people) as Cast[]
  const actors = new Map<Cast, number>()
  for (const key of keys) {
    const actor: Actor = { ...people[key], roles: [], part: 'story' }
    actors.set(key, await saveActor(db, actor, undefined, nameKey))
  }
  const startedAt = Date.parse(drafts[0]!.at)
  const story = await openStory(db, { title: drafts[0]!.title, at: startedAt, sample })
  const episodes: number[] = []
  for (const index of [0, 1, 2]) {
    const first = drafts.find((draft) => draft.episode === index)!
    episodes.push(await openEpisode(db, story, Date.parse(first.at), sample))
  }
  const articles = new Map<string, number>()
  for (const draft of drafts) {
    const at = Date.parse(draft.at)
    const domain = `${encodeURIComponent(draft.outlet)
      .replaceAll(/[^a-z]/gi, '')
      .slice(0, 20)
      .toLowerCase()}.example`
    const outlet = await outletFor(db, { domain, name: draft.outlet, sample })
    await addSource(db, {
      url: `https://${domain}/feed`,
      kind: 'feed',
      title: draft.outlet,
      outlet,
      sample,
      nextCheck: fixtureNow + 600_000,
      now: startedAt,
    })
    const id = await save(opened, draft, { outlet, domain, actors, sample })
    articles.set(draft.key, id)
    await joinEpisode(db, {
      article: id,
      from: null,
      episode: episodes[draft.episode]!,
      reasons: [{ what: 'names Port Callan and the quay, as the others do', weight: 1 }],
      model: 'fixture',
      now: at,
    })
    await touchStory(db, story, 'The fight for the old quay of Port Callan', at)
    if (draft.copy) {
      await saveCopy(db, {
        article: id,
        origin: articles.get(draft.copy.of)!,
        kind: draft.copy.kind,
        containment: 0.94,
        confidence: 0.9,
        why: [{ what: draft.copy.why, weight: 1 }],
        passages: [],
      })
    }
  }
  const otherStory = await openStory(db, {
    title: 'Ferry fares on the Callan line',
    at: fixtureNow - 864e5,
    sample,
  })
  await saveProposals(db, story, [
    { story: otherStory, score: 0.4, reasons: [{ what: 'both name Port Callan', weight: 1 }] },
  ])
  return { store: opened, story, otherStory, articles, actors }
}

async function save(
  { db }: Store,
  draft: Draft,
  made: { outlet: number; domain: string; actors: ReadonlyMap<Cast, number>; sample: boolean },
): Promise<number> {
  const url = `https://${made.domain}/${draft.key}`
  const versions = [
    { title: draft.title, paragraphs: draft.paragraphs, at: draft.at },
    ...(draft.second ? [draft.second] : []),
  ]
  let id = 0
  for (const version of versions) {
    const at = Date.parse(version.at)
    const { text, blocks } = lay(version)
    const cut = sentences(text, blocks)
    const known = await articleByUrl(db, url)
    id = await saveVersion(
      db,
      {
        url,
        outlet: made.outlet,
        extracted: {
          url,
          title: version.title,
          text,
          blocks,
          marks: [],
          authors: draft.authors ?? [],
          outlet: {
            name: draft.outlet,
            inferred: draft.key === 'hebrew',
            why: 'the page names it in its footer',
          },
          language: draft.language,
          direction: draft.language === 'ar' || draft.language === 'he' ? 'rtl' : 'ltr',
          keywords: [],
          access: 'free',
          confidence: 0.95,
        },
        sentences: cut,
        dossier: dossierOf(draft, text, cut),
        actors: [...made.actors.values()],
        hash: `${draft.key}-${version.at}`,
        published: Date.parse(draft.at),
        day: draft.at.slice(0, 10),
        dateClaim: draft.date ?? {
          earliest: draft.at,
          latest: draft.at,
          best: draft.at,
          from: 'feed',
          evidence: [],
        },
        fingerprint: new Uint8Array(8),
        features: '{}',
        sample: made.sample,
        now: at,
      },
      known,
    )
  }
  return id
}

function lay({ title, paragraphs }: { title: string; paragraphs: readonly string[] }) {
  let text = ''
  const blocks = [title, ...paragraphs].map((words, index) => {
    if (index > 0) text += '\n\n'
    const start = text.length
    text += words
    const kind: BlockKind = index === 0 ? 'title' : 'paragraph'
    return { kind, start, end: text.length }
  })
  return { text, blocks }
}

function dossierOf(draft: Draft, text: string, cut: readonly Span[]): Dossier {
  const keys = Object.keys(people) as Cast[]
  const bodyAt = draft.title.length
  const at = (words: string, from = bodyAt): Span => {
    const start = text.indexOf(words, from)
    if (start < 0) throw new Error(`The fixture's "${draft.key}" does not say "${words}".`)
    return { start, end: start + words.length }
  }
  const sentence = (words: string): Span => {
    const { start } = at(words)
    const { start: from, end } = cut.find((one) => one.start <= start && start < one.end)!
    return { start: from, end }
  }
  const party = ([who, words]: readonly [Cast, string], within: Span): Party => ({
    span: at(words, within.start),
    text: words,
    actor: keys.indexOf(who),
  })
  const actors = keys.map((key): Actor => {
    const roles = (draft.roles ?? []).filter(({ who }) => who === key)
    return {
      ...people[key],
      part: 'story',
      roles: roles.map(
        ({ title, of, in: words }): Role => ({
          title,
          ...(of ? { of } : {}),
          tense: 'current',
          evidence: sentence(words),
        }),
      ),
    }
  })
  return {
    actors,
    mentions: (draft.names ?? []).map(([who, words]) => ({
      ...at(words),
      actor: keys.indexOf(who),
      form: 'name',
    })),
    dates: [],
    encounters: (draft.encounters ?? []).map((one): Encounter => {
      const within = sentence(one.in)
      return {
        kind: one.kind,
        status: one.status,
        trigger: at(one.trigger, within.start),
        travellers: (one.travellers ?? []).map((who) => party(who, within)),
        ...(one.host ? { host: party(one.host, within) } : {}),
        ...(one.place ? { place: party(one.place, within) } : {}),
        ...(one.date ? { date: one.date } : {}),
        participants: [],
        topics: [],
        evidence: [within],
      }
    }),
    statements: (draft.statements ?? []).map((one): Statement => {
      const within = sentence(one.in)
      return {
        kind: one.kind,
        polarity: one.polarity,
        speaker: party(one.speaker, within),
        content: [at(one.says, within.start)],
        evidence: [within],
      }
    }),
    figures: (draft.figures ?? []).map(({ words, value, of, in: where, bound = 'exact' }) => ({
      span: at(words),
      value,
      of,
      bound,
      evidence: sentence(where),
    })),
  }
}
