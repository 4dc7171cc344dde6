/** Who is who within one text; every text is invented. */

import { describe, expect, test } from 'vitest'
import type { Block } from '../model/article.ts'
import type { Actor } from '../model/dossier.ts'
import { sentences } from '../words/sentences.ts'
import { resolveActors } from './actors.ts'
import type { NameSpan } from './names-tokens.ts'

/** Blocks are parted by blank lines; names are marked {p:Ana Ruiz}, {o:...}, {l:...}. */
function read(marked: string, authors: string[] = []) {
  const names: NameSpan[] = []
  let text = ''
  let at = 0
  for (const m of marked.matchAll(/\{([pol]):([^}]+)\}/gu)) {
    text += marked.slice(at, m.index)
    const kind = m[1] === 'p' ? 'person' : m[1] === 'o' ? 'organisation' : 'place'
    names.push({ kind, start: text.length, end: text.length + m[2]!.length })
    text += m[2]
    at = m.index + m[0].length
  }
  text += marked.slice(at)
  const blocks: Block[] = []
  let start = 0
  for (const part of text.split('\n\n')) {
    blocks.push({ kind: 'paragraph', start, end: start + part.length })
    start += part.length + 2
  }
  const { actors, mentions } = resolveActors(text, sentences(text, blocks), names, blocks, authors)
  const later = mentions
    .filter((m) => m.form !== 'name')
    .map((m) => [text.slice(m.start, m.end), m.form, actors[m.actor]!.name])
  return { actors, later }
}

const names = (actors: readonly Actor[]): string[] => actors.map((a) => a.name)

describe('resolveActors', () => {
  test('joins the family name to the full one, before it or after', () => {
    const { actors } = read('{p:Duarte} resigns\n\n{p:Ana Duarte} resigned on Monday. {p:Duarte} was tired.')
    expect(names(actors)).toEqual(['Ana Duarte'])
    expect(actors[0]!.variants).toEqual(['Ana Duarte', 'Duarte'])
  })

  test('keeps two people of one family name apart, and leaves the doubtful short form to nobody', () => {
    const { actors } = read('{p:Ana Duarte} met {p:Rui Duarte} and {p:Duarte} spoke.')
    expect(names(actors)).toEqual(['Ana Duarte', 'Rui Duarte'])
    expect(actors.flatMap((a) => a.variants)).not.toContain('Duarte')
  })

  test('never joins a given name to another family name', () => {
    const { actors } = read('{p:Karim Nabil} saw {p:Nabil Hassan}.')
    expect(names(actors)).toEqual(['Karim Nabil', 'Nabil Hassan'])
  })

  test('joins spellings of one name', () => {
    const { actors } = read('{p:Youssef Khalidi} left. Later {p:Yousef Khalidi} came back.')
    expect(actors).toHaveLength(1)
  })

  test('joins a body to its abbreviation', () => {
    const { actors } = read(
      'The {o:Sejong Policy Institute} ({o:SPI}) met. {o:SPI} said no. {o:U.N.} and {o:United Nations} agreed.',
    )
    expect(names(actors)).toEqual(['Sejong Policy Institute', 'United Nations'])
  })

  test('joins names of one country, and knows which it is', () => {
    const { actors } = read('{l:Britain} and the {l:U.K.} differ from {l:Norway}.')
    expect(actors.map((a) => a.country)).toEqual(['GB', 'NO'])
  })

  test('reads roles before and after the name, with whose they are and when', () => {
    const { actors } = read(
      'Norwegian Foreign Minister {p:Kari Lund} met then-President {p:Omar Diop} and {p:Ida Berg}, the deputy head of {o:Medair}. The former mayor of {l:Lagos}, {p:Ade Bello}, spoke.',
    )
    const role = (i: number) => actors.filter((a) => a.kind === 'person')[i]!.roles[0]!
    expect(role(0)).toMatchObject({ title: 'Foreign Minister', of: 'Norway', tense: 'current' })
    expect(role(1)).toMatchObject({ title: 'then-President', tense: 'then' })
    expect(role(2)).toMatchObject({ title: 'deputy head of Medair', of: 'Medair', tense: 'current' })
    expect(role(3)).toMatchObject({ of: 'Lagos', tense: 'former' })
  })

  test('gives a role to the one it stands by, never to the neighbour', () => {
    const { actors } = read(
      'The {o:Medair} team, led by its Secretary-General {p:Kari Lund}, includes {p:Omar Diop}, head of the water office, {p:Ida Berg}, a member of the board, and {p:Jon Dahl}. Mrs. {p:Eva Holm} of the {o:Carnegie Fund} and former ambassador {p:Ade Bello} spoke.',
    )
    const roles = actors.filter((a) => a.kind === 'person').map((a) => a.roles.map((r) => r.title))
    expect(roles).toEqual([
      ['Secretary-General'],
      ['head of the water office'],
      ['member of the board'],
      [],
      [],
      ['former ambassador'],
    ])
    expect(actors.find((a) => a.name === 'Kari Lund')!.roles[0]!.of).toBe('Medair')
  })

  test('gives a role and a pronoun to the person they speak of', () => {
    const { later } = read(
      'Finance Minister {p:Kari Lund} arrived. She met {p:Omar Diop}.\n\nThe minister said nothing.',
    )
    expect(later).toEqual([
      ['She', 'pronoun', 'Kari Lund'],
      ['The minister', 'role', 'Kari Lund'],
    ])
  })

  test('keeps writers and agencies out of the story', () => {
    const { actors } = read(
      'By {p:Eva Holm}\n\n{l:OSLO} ({o:Reuters}) - {p:Kari Lund} resigned.\n\n(Reporting by {p:Jon Dahl}; Editing by {p:Liv Moe})',
      ['Eva Holm'],
    )
    expect(actors.map((a) => `${a.name} ${a.part}`)).toEqual([
      'Eva Holm byline',
      'OSLO story',
      'Reuters byline',
      'Kari Lund story',
      'Jon Dahl byline',
      'Liv Moe byline',
    ])
  })
})
