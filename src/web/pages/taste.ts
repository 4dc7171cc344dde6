/** What the reader's own reading taught, and what they said themselves: shown, changed, forgotten. */

import type { Context } from 'hono'
import { html } from 'hono/html'
import { sayTaste, subjectOf, tasteOf, type Word, words } from '../../app/taste.ts'
import { keyOf, MUTED, type Subject, type TasteKind } from '../../rank/taste.ts'
import { forgetTaste } from '../../store/taste.ts'
import { t } from '../messages.ts'
import { ownPath } from '../session.ts'
import type { Env, Site } from '../site.ts'
import { type Html, respond } from '../views/layout.ts'
import { problemPage } from '../views/problem.ts'

const MOST = 60

const kindWords: Readonly<Record<TasteKind, () => string>> = {
  story: () => t('Story'),
  actor: () => t('Person or organisation'),
  topic: () => t('Topic'),
  outlet: () => t('Outlet'),
}

export const tastePage = (site: Site) => async (c: Context<Env>) => {
  const { said, learned, followed, names } = await tasteOf(site.store.db, c.get('reader').id, site.now())
  const shown = learned.filter((one) => names.has(keyOf(one))).slice(0, MOST)
  const name = (subject: Subject) => names.get(keyOf(subject)) ?? subject.target
  return respond(c, {
    kind: 'taste',
    title: t('For You'),
    body: html`<h1>${t('For You')}</h1>
<p class="section-note">${t('What stands under For You on the front page is chosen by what you read, star, follow and pass over, on this server alone. Nobody else sees it. Here it is all shown, and can be changed.')}</p>
<section aria-labelledby="said"><h2 id="said">${t('What you said')}</h2>
${said.length === 0 && html`<p class="empty">${t('Nothing yet. Press + or − under any story, person or outlet, or name a topic here.')}</p>`}
<ul class="tastes">${said.map((one) => entry(one, name(one), { says: weightWord(one.weight), acts: one.weight <= MUTED ? ['forget'] : ['more', 'less', 'mute', 'forget'] }))}</ul>
<form method="post" action="/taste" class="add"><label for="topic">${t('A topic, in words its headlines use')}</label><span><input id="topic" name="topic" maxlength="100" required dir="auto"><button name="word" value="more">${t('More of it')}</button> <button name="word" value="less">${t('Less of it')}</button> <button name="word" value="mute">${t('Never show it')}</button></span></form></section>
<section aria-labelledby="learned"><h2 id="learned">${t('What your reading taught')}</h2>
${shown.length === 0 && html`<p class="empty">${t('Nothing yet. After a few articles read, whom and what they are about stands here.')}</p>`}
<ul class="tastes">${shown.map((one) => entry(one, name(one), { says: learnedWord(one), weight: one.weight, acts: ['more', 'less', 'ignore', 'mute'] }))}</ul></section>
${followed.length > 0 && html`<p class="section-note"><a href="/following">${t('{n, plural, one {# story, person or topic} other {# stories, persons and topics}} you follow count too.', { n: followed.length })}</a></p>`}
<form method="post" action="/taste/reset" class="danger"><button>${t('Forget all of this')}</button> <span class="because">${t('What you said and what was learned goes for good. What you read, starred and follow stays.')}</span></form>`,
  })
}

const wordNames: Readonly<Record<Word, () => string>> = {
  more: () => t('More'),
  less: () => t('Less'),
  mute: () => t('Mute'),
  ignore: () => t('Conclude nothing'),
  forget: () => t('Take back'),
}

function entry(
  subject: Subject,
  name: string,
  { says, weight, acts }: { says: string; weight?: number; acts: readonly Word[] },
): Html {
  const { kind, target } = subject
  const title =
    kind === 'topic' || kind === 'outlet'
      ? html`<bdi>${name}</bdi>`
      : html`<a href="/${kind}/${target}" dir="auto">${name}</a>`
  return html`<li><span class="what">${title} <span class="because">${kindWords[kind]()}</span></span><span class="says">${weight !== undefined && html`<meter min="-1" max="1" low="0" value="${weight}" aria-hidden="true"></meter> `}${says}</span>
<form method="post" action="/taste"><input type="hidden" name="subject" value="${keyOf(subject)}">${acts.map((word) => html`<button name="word" value="${word}" aria-label="${wordNames[word]()}: ${name}">${wordNames[word]()}</button>`)}</form></li>`
}

function weightWord(weight: number): string {
  if (weight <= MUTED) return t('never shown')
  if (weight === 0) return t('nothing is concluded of it')
  if (weight > 0) return weight > 1 ? t('much more') : t('more')
  return weight < -1 ? t('much less') : t('less')
}

const learnedWord = ({ times, skipped }: { times: number; skipped: number }): string =>
  skipped === 0
    ? t('read {times, plural, one {once} other {# times}}', { times })
    : t(
        'read {times, plural, =0 {never} one {once} other {# times}}, passed over {skipped, plural, one {once} other {# times}}',
        { times, skipped },
      )

/** A form with `more` or `less` of a subject, with a `subject` and a `word`, or with a `topic` and a `word`. */
export const takeTaste = (site: Site) => async (c: Context<Env>) => {
  const form = await c.req.parseBody()
  const topic = typeof form.topic === 'string' && form.topic.trim() !== '' ? `topic:${form.topic}` : undefined
  const pressed = (['more', 'less'] as const).find((one) => form[one] !== undefined)
  const subject = subjectOf(pressed ? form[pressed] : (form.subject ?? topic))
  const word = pressed ?? words.find((one) => one === form.word)
  if (!subject || !word)
    return problemPage(c, 400, t('More or less can be had of a story, a person, a topic or an outlet.'))
  await sayTaste(site.store.db, { reader: c.get('reader').id, subject, word, now: site.now() })
  return c.redirect(form.back === undefined ? '/taste' : ownPath(form.back), 303)
}

export const resetTaste = (site: Site) => async (c: Context<Env>) => {
  await forgetTaste(site.store.db, c.get('reader').id, site.now())
  return c.redirect('/taste', 303)
}
