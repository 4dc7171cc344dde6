/** Rules: what is done with articles as they come in, with what each would have caught shown while it is made. */

import type { Context } from 'hono'
import { html } from 'hono/html'
import {
  actions,
  applyToPast,
  type KeptRule,
  keepRule,
  type Rule,
  readRule,
  ruleFrom,
  tryRule,
} from '../../app/rules.ts'
import { type Field, fields } from '../../rank/rule.ts'
import { catches, dropRule, ruleOf, rulesOf, switchRule } from '../../store/rules.ts'
import { rich, t } from '../messages.ts'
import type { Env, Site } from '../site.ts'
import { numberOf } from '../story-request.ts'
import { articleAgo } from '../views/dates.ts'
import { type Html, respond } from '../views/layout.ts'
import { problemPage } from '../views/problem.ts'
import { listed } from '../views/words.ts'

type C = Context<Env>

const DAY = 86_400_000
const MOST_DAYS = 90
const SHOWN = 30
const ROWS = 3

const fieldWords: Readonly<Record<Field, () => string>> = {
  title: () => t('the title'),
  text: () => t('title or text'),
  outlet: () => t('the outlet'),
  author: () => t('the author'),
  language: () => t('the language (a code: en, ar)'),
  actor: () => t('whom it names'),
  story: () => t('its story'),
}

const actionWords: Readonly<Record<(typeof actions)[number], () => string>> = {
  read: () => t('mark it read'),
  star: () => t('star it'),
  later: () => t('keep it for later'),
  hide: () => t('hide it'),
  highlight: () => t('highlight it'),
}

const none: Rule = { name: '', any: false, conditions: [], do: [], tags: [] }

/** With a rule's fields in its address it shows what that would have caught; `edit=ID` begins with a kept one. */
export const rulesPage = (site: Site) => async (c: C) => {
  const { db } = site.store
  const reader = c.get('reader').id
  const id = numberOf(c.req.query('edit'))
  const kept = id === undefined ? undefined : await ruleOf(db, reader, id)
  const asked = c.req.queries('words') !== undefined
  const rule = asked ? ruleFrom((name) => c.req.queries(name) ?? []) : kept ? readRule(kept) : none
  return show(site, c, { rule, id: kept?.id })
}

type Shown = { readonly rule: Rule; readonly id: number | undefined; readonly problem?: string }

async function show(site: Site, c: C, { rule, id, problem }: Shown) {
  const { db } = site.store
  const reader = c.get('reader').id
  const [rows, counts] = await Promise.all([rulesOf(db, reader), catches(db, reader, site.now() - 7 * DAY)])
  const days = daysOf(c)
  const done = numberOf(c.req.query('applied'))
  return respond(c, {
    kind: 'rules',
    title: t('Rules'),
    status: problem === undefined ? 200 : 400,
    body: html`<h1>${t('Rules')}</h1>
<p class="section-note">${t('A rule does something with every article that comes in and fits. It acts for you alone.')}</p>
${done !== undefined && html`<p class="outcome" role="status">${t('{n, plural, =0 {No article} one {# article} other {# articles}} of the past fitted, and the rule was applied.', { n: done })}</p>`}
${problem !== undefined && html`<p class="outcome failed" role="alert">${problem}</p>`}
${ruleForm(rule, id, days)}
<div id="preview" aria-live="polite">${await previewOf(site, rule, days)}</div>
<section aria-labelledby="kept"><h2 id="kept">${t('Your rules')}</h2>${rows.length === 0 ? html`<p class="empty">${t('You have none yet.')}</p>` : html`<ul class="rules">${rows.map((row) => keptRule(readRule(row), counts.get(row.id) ?? 0))}</ul>`}</section>`,
  })
}

function ruleForm(
  { name, any, conditions, do: does, tags }: Rule,
  id: number | undefined,
  days: number,
): Html {
  const option = (value: string, word: string, chosen: boolean) =>
    html`<option value="${value}"${chosen ? html` selected` : ''}>${word}</option>`
  const rows = Array.from({ length: Math.max(ROWS, conditions.length + 1) }, (_, n) => conditions[n])
  return html`<form method="post" action="/rules" class="rule-form" data-preview="/rules/preview">${id !== undefined && html`<input type="hidden" name="edit" value="${id}">`}
<fieldset><legend>${id === undefined ? t('A new rule: where') : t('The rule: where')}</legend>
${rows.map((one, n) => html`<p class="condition"><select name="field" aria-label="${t('Where condition {n} looks', { n: n + 1 })}">${fields.map((field) => option(field, fieldWords[field](), field === (one?.field ?? 'title')))}</select><select name="has" aria-label="${t('How condition {n} looks', { n: n + 1 })}">${option('has', t('has'), one?.has !== false)}${option('lacks', t('does not have'), one?.has === false)}</select><input name="words" value="${one?.words ?? ''}" maxlength="200" dir="auto" aria-label="${t('Words of condition {n}', { n: n + 1 })}"></p>`)}
<p class="line"><label><select name="any" aria-label="${t('How many must hold')}">${option('', t('all of these must hold'), !any)}${option('1', t('one of these is enough'), any)}</select></label> <span class="because">${rich('Commas part alternatives; {star} at the end of a word leaves its ending open.', { star: html`<kbd>*</kbd>` })}</span></p></fieldset>
<fieldset><legend>${t('Do this with it')}</legend><p class="line">${actions.map((one) => html`<label><input type="checkbox" name="do" value="${one}"${does.includes(one) ? html` checked` : ''}> ${actionWords[one]()}</label>`)}<label>${t('tag it')} <input name="tags" value="${tags.join(', ')}" maxlength="200" dir="auto"></label></p></fieldset>
<p class="line"><label>${t('Name')} <input name="name" value="${name}" maxlength="80" dir="auto"></label><label>${t('Try it on the last')} <select name="days">${[1, 7, 30, 90].map((n) => option(String(n), t('{n, plural, one {# day} other {# days}}', { n }), n === days))}</select></label></p>
<p class="line"><button formmethod="get" formaction="/rules">${t('Show what it would have caught')}</button> <button>${id === undefined ? t('Keep the rule') : t('Keep the change')}</button></p></form>`
}

async function previewOf(site: Site, rule: Rule, days: number): Promise<Html> {
  if (rule.conditions.length === 0) return html``
  const now = site.now()
  const clock = () => performance.now()
  const { caught, tried, cut } = await tryRule(site.store.db, rule, { days, now, clock })
  const values = { n: caught.length, tried, days }
  return html`<section aria-labelledby="caught"><h2 id="caught">${cut ? t('It would have caught {n} of the newest {tried} articles', values) : t('It would have caught {n} of {tried, plural, one {# article} other {# articles}} in {days, plural, one {# day} other {# days}}', values)}</h2>
<ul class="caught">${caught.slice(0, SHOWN).map((one) => html`<li><a href="/article/${one.id}" lang="${one.language}" dir="${one.direction}">${one.title}</a> <span class="because"><bdi>${one.outlet}</bdi>, ${articleAgo(one, now)}</span></li>`)}</ul>${caught.length > SHOWN && html`<p class="because">${t('And {n} more.', { n: caught.length - SHOWN })}</p>`}</section>`
}

function keptRule(rule: KeptRule, caught: number): Html {
  const { id, name, any, conditions, tags, active } = rule
  const what = conditions.map(({ field, has, words }) => {
    const values = { field: fieldWords[field](), words: `\u2068${words}\u2069` }
    return has ? t('{field} has “{words}”', values) : t('{field} does not have “{words}”', values)
  })
  const does = [
    ...rule.do.map((one) => actionWords[one]()),
    ...tags.map((one) => t('tag it “{name}”', { name: `\u2068${one}\u2069` })),
  ]
  return html`<li id="rule-${id}"><strong><bdi>${name}</bdi></strong>${active ? '' : html` <span class="because">${t('off')}</span>`}
<p>${any ? t('Where one of these holds: {conditions}.', { conditions: listed(what, 9) }) : t('Where {conditions}.', { conditions: listed(what, 9) })} ${t('Then: {actions}.', { actions: listed(does, 9) })}</p>
<p class="because">${t('{n, plural, =0 {Nothing} one {# article} other {# articles}} caught in the last week.', { n: caught })}</p>
<form method="post" action="/rules/${id}"><a href="/rules?edit=${id}">${t('Change')}</a> <button name="act" value="${active ? 'off' : 'on'}">${active ? t('Switch off') : t('Switch on')}</button> <button name="act" value="apply">${t('Apply to the last 30 days')}</button> <button name="act" value="remove">${t('Remove')}</button></form></li>`
}

/** What a form being filled in would have caught, as a part of a page. */
export const rulePreview = (site: Site) => async (c: C) => {
  const rule = ruleFrom((name) => c.req.queries(name) ?? [])
  return c.html(await previewOf(site, rule, daysOf(c)))
}

const daysOf = (c: C): number => Math.min(MOST_DAYS, Math.max(1, numberOf(c.req.query('days')) ?? 7))

/** The form of a rule; with `edit` it changes that one. */
export const takeRule = (site: Site) => async (c: C) => {
  const form = await c.req.parseBody({ all: true })
  const values = (name: string): string[] =>
    [form[name] ?? []].flat().filter((one) => typeof one === 'string')
  const rule = ruleFrom(values)
  const id = numberOf(values('edit')[0])
  const kept = await keepRule(site.store.db, rule, { reader: c.get('reader').id, id, now: site.now() })
  if (typeof kept === 'number') return c.redirect(`/rules#rule-${kept}`, 303)
  const problem =
    kept.failed === 'no conditions'
      ? t('Say what the rule looks for: give words to one condition at least.')
      : t('Say what the rule does: choose one thing at least, or a tag.')
  return show(site, c, { rule, id, problem })
}

export const takeRuleChange = (site: Site) => async (c: C) => {
  const { db } = site.store
  const reader = c.get('reader').id
  const id = numberOf(c.req.param('id'))
  const row = id === undefined ? undefined : await ruleOf(db, reader, id)
  const { act } = await c.req.parseBody()
  if (!row) return problemPage(c, 404, t('There is no such rule.'))
  if (act === 'apply') {
    const applied = await applyToPast(db, readRule(row), { days: 30, now: site.now() })
    return c.redirect(`/rules?applied=${applied}`, 303)
  }
  if (act === 'remove') await dropRule(db, reader, row.id)
  else if (act === 'on' || act === 'off') await switchRule(db, reader, row.id, act === 'on' ? 1 : 0)
  else return problemPage(c, 400, t('A rule can be switched on and off, applied and removed.'))
  return c.redirect(act === 'remove' ? '/rules' : `/rules#rule-${row.id}`, 303)
}
