import { describe, expect, it } from 'vitest'
import { extractPage, readPage } from './page.ts'
import { correct, emptyMemory, type SiteMemory } from './site-memory.ts'

const learn = (memory: SiteMemory, html: string): SiteMemory => readPage(html, { memory }).learn(memory)

const story = (name: string): string =>
  [1, 2, 3]
    .map(
      (n) =>
        `<p>In ${name}, the council met for the ${n}th time about the ${name} bridge, and agreed that the ${name} toll stays as it is.</p>`,
    )
    .join('')
const NOTE = 'Our reporters keep asking, so that readers of this paper know what the council decides.'
const page = (body: string): string =>
  `<html lang="en"><body><h1>Council meets</h1><div class="x">${body}<p class="z">${NOTE}</p></div></body></html>`

describe('memory of a site', () => {
  it('knows a block that stood beside other articles', () => {
    let memory = emptyMemory
    for (const name of ['Wen', 'Arl', 'Tor']) memory = learn(memory, page(story(name)))
    expect(extractPage(page(story('Bel')), {}).text).toContain(NOTE)
    const warm = extractPage(page(story('Bel')), { memory }).text
    expect(warm).not.toContain(NOTE)
    expect(warm).toContain('In Bel')
  })

  it('learns nothing from the same article twice, and never erases it', () => {
    const once = learn(emptyMemory, page(story('Wen')))
    const twice = learn(once, page(story('Wen')))
    expect(twice).toEqual(once)
    expect(extractPage(page(story('Wen')), { memory: once }).text).toContain('In Wen')
  })

  it('takes a reader\u2019s word for what is not the article', () => {
    const memory = correct(emptyMemory, page(story('Wen')), { text: NOTE, verdict: 'drop' })
    const text = extractPage(page(story('Bel')), { memory }).text
    expect(text).not.toContain(NOTE)
    expect(text).toContain('In Bel')
  })

  it('does not take a whole article away for one of its paragraphs', () => {
    const html = page(
      `${story('Wen').repeat(4)}<p>Read our other paper, which tells of the same council.</p>`,
    )
    const memory = correct(emptyMemory, html, { text: 'Read our other paper', verdict: 'drop' })
    const { text } = extractPage(html, { memory })
    expect(text).not.toContain('other paper')
    expect(text).toContain('In Wen')
  })

  it('takes a reader\u2019s word for what is missing', () => {
    const html = page(
      `${story('Wen')}<div class="newsletter"><p>The toll was last raised nine years ago.</p></div>`,
    )
    expect(extractPage(html, {}).text).not.toContain('nine years')
    const memory = correct(emptyMemory, html, { text: 'toll was last raised nine years', verdict: 'keep' })
    expect(extractPage(html, { memory }).text).toContain('nine years')
  })

  it('stays small', () => {
    let memory = emptyMemory
    for (let i = 0; i < 120; i++)
      memory = learn(
        memory,
        page(story(`Town${String.fromCharCode(65 + (i % 26))}${'q'.repeat(i)}`).repeat(3)),
      )
    expect(Object.keys(memory.blocks).length).toBeLessThanOrEqual(800)
    expect(memory.pages).toBe(120)
  })
})
