/** Measures how well a text's own references to other happenings are read, and led to what was told of them. */

import { generatedLong } from '../scripts/generated-long.ts'
import { type Features, features } from '../src/stories/features.ts'
import { happeningOf } from '../src/stories/happening-words.ts'
import { meaningsOf } from '../src/stories/meanings.ts'
import { keptReferences, referencesOf } from '../src/stories/references.ts'
import { soundsOf } from '../src/stories/sounds.ts'
import { openStoryIndex } from '../src/stories/story-links.ts'
import type { Bar, Bench } from './bar.ts'
import { afresh } from './references/afresh.ts'
import { aside } from './references/aside.ts'
import { near, type Pointing, PUBLISHED } from './references/near.ts'
import { type Asking, askingAside, askingNear, told } from './references/told.ts'

const DAY = 86_400_000
const BEGIN = Date.UTC(2031, 0, 1, 9)
/** Other news of the same season, so that names are as rare as they are. */
const OTHERS = 1500

export const run: Bench = async () => [
  ...phrases('near', near),
  ...phrases('aside', aside),
  ...phrases('afresh', afresh),
  ...leads('near', askingNear),
  ...leads('aside', askingAside),
  ...generated(),
  ...speed(),
]

function phrases(name: string, cases: readonly Pointing[]): Bar[] {
  const count = { right: 0, found: 0, meant: 0, days: 0, dated: 0 }
  for (const { text, language = 'en', points } of cases) {
    const found = [...referencesOf(text, language, PUBLISHED)]
    count.found += found.length
    count.meant += points.length
    for (const { to, day } of points) {
      const at = found.findIndex(({ clause }) => text.slice(clause.start, clause.end).includes(to))
      if (at < 0) {
        console.log(`  missed: ${text}`)
        continue
      }
      const [{ days } = { days: undefined }] = found.splice(at, 1)
      count.right++
      if (day === undefined) continue
      count.dated++
      if (days !== undefined && days[0] <= day && day <= days[1]) count.days++
      else console.log(`  not on day ${day} but ${days}: ${text}`)
    }
    for (const { clause } of found) console.log(`  false: ${text.slice(clause.start, clause.end)} | ${text}`)
  }
  const precision = count.right / count.found
  const recall = count.right / count.meant
  console.log(
    `phrases ${name}: ${cases.length} texts, precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}, days ${count.days} of ${count.dated}`,
  )
  return [
    { name: `references.phrases.${name}.precision`, measured: precision, op: '>=', bar: 0.9 },
    { name: `references.phrases.${name}.recall`, measured: recall, op: '>=', bar: 0.8 },
  ]
}

const whole = (article: {
  readonly id: number
  readonly title: string
  readonly text: string
  readonly language: string
  readonly published: number
}): Features => {
  const { title, text, language, published } = article
  return {
    ...features({ ...article, seen: published, names: [] }),
    sounds: soundsOf(title, text, language),
    meanings: meaningsOf(title, text, language),
    references: keptReferences(text, language, published),
  }
}

function leads(name: string, asked: readonly Asking[]): Bar[] {
  const index = openStoryIndex()
  const stories = [...new Set(told.map(({ story }) => story))]
  const others = generatedLong(31, {
    articles: OTHERS,
    years: 1,
    length: [40, 120],
    singles: 0.8,
    beats: 20,
    topics: 25,
    own: 0.5,
  })
  const season = [
    ...others.map((one) => ({
      ...one,
      story: 1000 + one.story,
      published: BEGIN + (one.published % (100 * DAY)),
      language: 'en',
    })),
    ...told.map(({ story, day, title, text, language = 'en' }) => ({
      id: 0,
      title,
      text,
      language,
      published: BEGIN + day * DAY,
      story: stories.indexOf(story) + 1,
    })),
  ].sort((a, b) => a.published - b.published)
  season.forEach((one, at) => {
    index.add(whole({ ...one, id: at + 1 }), at + 1, one.story)
  })
  const count = { meant: 0, said: 0, right: 0, proposed: 0, proposedRight: 0, found: 0 }
  asked.forEach(({ story, day, title, text, language = 'en' }, at) => {
    const of = whole({ id: 5000 + at, title, text, language, published: BEGIN + day * DAY })
    const meant = story === undefined ? undefined : stories.indexOf(story) + 1
    const placed = index.place(of, [])
    const says = (reasons: readonly { readonly what: string }[]) =>
      reasons.some(({ what }) => / says “/.test(what))
    const said = says(placed.storyReasons) ? placed.story : undefined
    const proposed = placed.proposals.filter(({ reasons }) => says(reasons)).map((one) => one.story)
    if (meant !== undefined) count.meant++
    if (said !== undefined) count.said++
    if (said !== undefined && said === meant) count.right++
    count.proposed += proposed.length
    count.proposedRight += proposed.filter((one) => one === meant).length
    if (meant !== undefined && (said === meant || proposed.includes(meant))) count.found++
    if (said !== undefined && said !== meant)
      console.log(`  wrongly said: ${title} -> ${stories[said - 1] ?? said}`)
    if (meant !== undefined && said !== meant)
      console.log(`  ${proposed.includes(meant) ? 'only proposed' : 'not found'}: ${title}`)
    for (const one of proposed)
      if (one !== meant) console.log(`  wrongly proposed: ${title} -> ${stories[one - 1] ?? one}`)
  })
  const precision = count.said === 0 ? 1 : count.right / count.said
  console.log(
    `leads ${name}: ${count.meant} of ${asked.length} mean a story; said ${count.said}, right ${count.right}; proposed ${count.proposed}, right ${count.proposedRight}; found ${count.found}`,
  )
  return [
    { name: `references.leads.${name}.precision`, measured: precision, op: '>=', bar: 0.95 },
    { name: `references.leads.${name}.recall`, measured: count.found / count.meant, op: '>=', bar: 0.7 },
  ]
}

/**
 * A season of generated news in which every tenth article points to one of the months before, half of them with a day
 * on which it was not: names and kinds of happenings are shared by many stories, so that a wrong one is always near.
 */
function generated(): Bar[] {
  const count = { meant: 0, found: 0, said: 0, right: 0, off: 0, offSaid: 0 }
  for (const seed of [41, 42, 43]) {
    const season = generatedLong(seed, {
      articles: 4000,
      years: 0.6,
      length: [40, 120],
      singles: 0.75,
      beats: 15,
      topics: 25,
      own: 0.5,
    })
    const index = openStoryIndex()
    const seen: { readonly of: Features; readonly story: number }[] = []
    season.forEach(({ title, text, published, story }, at) => {
      const id = at + 1
      const plain = whole({ id, title, text, language: 'en', published })
      const before = at % 10 === 9 ? seen[Math.floor(at * 0.37) + Math.floor(at / 2)] : undefined
      const kind = before?.of.title.terms.find((term) => happeningOf(term, 'en') !== undefined)
      const days = before === undefined ? 0 : Math.round((published - before.of.time) / DAY)
      const [who, where] = before?.of.cast ?? []
      if (before !== undefined && kind !== undefined && where !== undefined && days > 2) {
        const isOff = at % 20 === 19
        const says = `It comes ${isOff ? days + 25 : days} days after the ${kind} of ${who}${at % 3 === 0 ? '' : ` in ${where}`}.`
        const {
          story: to,
          storyReasons,
          proposals,
        } = index.place(whole({ id, title, text: `${text}\n\n${says}`, language: 'en', published }), [])
        const isSaid = storyReasons.some(({ what }) => / says “/.test(what))
        if (isOff) {
          count.off++
          if (isSaid && to !== story) count.offSaid++
        } else {
          count.meant++
          if (isSaid) count.said++
          if (isSaid && to === before.story) count.right++
          if (to === before.story || proposals.some((one) => one.story === before.story)) count.found++
        }
      }
      index.add(plain, id, story)
      seen.push({ of: plain, story })
    })
  }
  const precision = count.right / (count.said + count.offSaid)
  console.log(
    `leads generated: ${count.meant} point to a story: said ${count.said}, right ${count.right}, found ${count.found}; ${count.off} point to a day it was not on: said ${count.offSaid}`,
  )
  return [{ name: 'references.leads.generated.precision', measured: precision, op: '>=', bar: 0.9 }]
}

/** Articles of a page's length, every one with something that may point. */
function speed(): Bar[] {
  const texts = Array.from({ length: 400 }, (_, at) =>
    Array.from({ length: 30 }, (_, i) => near[(at * 7 + i) % 40]!.text).join(at % 2 === 0 ? '\n\n' : ' '),
  )
  let rate = 0
  for (let round = 0; round < 4; round++) {
    const began = process.cpuUsage()
    for (const text of texts) referencesOf(text, 'en', PUBLISHED)
    const { user, system } = process.cpuUsage(began)
    rate = Math.max(rate, (texts.length * 1e6) / (user + system))
  }
  const length = Math.round(texts.reduce((sum, text) => sum + text.length, 0) / texts.length)
  console.log(`reading: ${Math.round(rate)} articles of ${length} characters a second`)
  return [{ name: 'references.speed', measured: rate, op: '>=', bar: 500 }]
}
