/** The small forms: mark an article, follow, unfollow. Each goes back to where it was pressed. */

import type { Context } from 'hono'
import { fixArticle } from '../app/fix-article.ts'
import { follow, followOf, unfollow } from '../app/follow.ts'
import { markArticle, marks } from '../app/mark.ts'
import { letterOf } from '../app/send-article.ts'
import { articlePage } from '../store/article-page.ts'
import { t } from './messages.ts'
import { ownPath } from './session.ts'
import type { Env, Site } from './site.ts'
import { numberOf } from './story-request.ts'
import { citationOf } from './views/citation.ts'
import { problemPage } from './views/problem.ts'

export const takeMark = (site: Site) => async (c: Context<Env>) => {
  const article = numberOf(c.req.param('id'))
  const form = await c.req.parseBody()
  const mark = marks.find((one) => one === form.mark)
  if (mark === undefined)
    return problemPage(
      c,
      400,
      'An article can be read, starred, kept for later or archived, and each taken back.',
    )
  const done =
    article !== undefined &&
    (await markArticle(site.store.db, { reader: c.get('reader').id, article, mark, now: site.now() }))
  if (!done) return problemPage(c, 404, t('There is no article under this address.'))
  // Back on the article it would be read again at once.
  return c.redirect(mark === 'unread' ? '/' : `/article/${article}`, 303)
}

export const takeFix = (site: Site) => async (c: Context<Env>) => {
  const article = numberOf(c.req.param('id'))
  const { text, verdict } = await c.req.parseBody()
  if (article === undefined || typeof text !== 'string' || (verdict !== 'keep' && verdict !== 'drop'))
    return problemPage(c, 400, t('A passage can be missing from an article, or not belong to it.'))
  const fixed = await fixArticle(site.store.db, { article, text, verdict, now: site.now() })
  if ('failed' in fixed) return problemPage(c, 400, fixed.failed)
  return c.redirect(`/article/${article}?fix=sent`, 303)
}

export const takeMail = (site: Site) => async (c: Context<Env>) => {
  const id = numberOf(c.req.param('id'))
  const article = id === undefined ? undefined : await articlePage(site.store.db, id)
  if (!article || !site.commands.mail)
    return problemPage(c, 404, t('There is no article under this address.'))
  const { to = '', words = '' } = await c.req.parseBody()
  const letter = letterOf(article, { to: String(to), words: String(words), citation: citationOf(article) })
  if ('failed' in letter) return problemPage(c, 400, t('That is not one e-mail address.'))
  const refused = await site.commands.mail(letter)
  if (refused)
    return problemPage(c, 400, t('The mail server did not take it: {why}', { why: refused.failed }))
  return c.redirect(`/article/${article.id}?mail=sent`, 303)
}

export const takeFollow = (site: Site, way: 'follow' | 'unfollow') => async (c: Context<Env>) => {
  const form = await c.req.parseBody()
  const wanted = followOf(c.get('reader').id, form.kind, form.target)
  if ('failed' in wanted) return problemPage(c, 400, wanted.failed)
  if (way === 'follow') await follow(site.store.db, wanted, site.now())
  else await unfollow(site.store.db, wanted)
  return c.redirect(ownPath(form.back), 303)
}
