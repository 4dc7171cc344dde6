/** Every page and form, by address. */

import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { contextStorage } from 'hono/context-storage'
import { HTTPException } from 'hono/http-exception'
import { isLoopback } from '../config.ts'
import { takeFix, takeFollow, takeMail, takeMark } from './acts.ts'
import { serveAsset, serveFont } from './assets.ts'
import { takeActorCorrection, takeCorrection, takeCorrectionUndo } from './correction-acts.ts'
import {
  takeBackStep,
  takeLink,
  takeMerge,
  takeMove,
  takeRanked,
  takeSeeds,
  takeSplit,
  takeUndo,
} from './grouping-acts.ts'
import { headers, ownFormsOnly, ownHostOnly } from './guard.ts'
import { mountHub } from './hub.ts'
import { actorPage } from './pages/actor.ts'
import { actorFeed } from './pages/actor-feed.ts'
import { articlePage } from './pages/article.ts'
import { changesPage } from './pages/changes.ts'
import { correctionsPage, recordPage } from './pages/corrections.ts'
import { coveragePage } from './pages/coverage.ts'
import { designPage } from './pages/design.ts'
import { exportFile } from './pages/export.ts'
import { followingPage } from './pages/following.ts'
import { frontPage } from './pages/front.ts'
import { editPage, mergePage, wherePage } from './pages/grouping.ts'
import { historyPage } from './pages/history.ts'
import { morePage, seedPage } from './pages/more.ts'
import { notesPage, notesText, takeNoteForm, takeNoteRemoval } from './pages/notes.ts'
import { picksPage, takePick, takePickChange } from './pages/picks.ts'
import { riverArticle, riverPage, riverStretch, takeRiverMark, takeTags } from './pages/river.ts'
import { rulePreview, rulesPage, takeRule, takeRuleChange } from './pages/rules.ts'
import { searchPage } from './pages/search.ts'
import { searchFeed, takeSearch } from './pages/search-feed.ts'
import { saveSettings, settingsPage } from './pages/settings.ts'
import { sharePage, takeShare } from './pages/share.ts'
import { sourcePage, takeSourceNames } from './pages/source.ts'
import {
  addSource,
  lookAtSource,
  removeSample,
  sourcesPage,
  takeFolder,
  takePack,
  takeSourceChange,
} from './pages/sources.ts'
import { storyPage } from './pages/story.ts'
import { storyFeed } from './pages/story-feed.ts'
import { articlesPage, castPage, statementsPage } from './pages/story-tabs.ts'
import { resetTaste, takeTaste, tastePage } from './pages/taste.ts'
import { whyPage } from './pages/why.ts'
import { pictureAsset } from './pictures.ts'
import { offlinePage, serveManifest, serveWorker } from './pwa.ts'
import { requireReader, signInPage, takeSignIn, takeSignOut } from './session.ts'
import type { Env, Site } from './site.ts'
import { takeSync, whatToKeep } from './sync.ts'
import { problemPage } from './views/problem.ts'

export function createWeb(site: Site): Hono<Env> {
  const app = new Hono<Env>()
  app.use(contextStorage())
  app.use(headers)
  mountHub(app, site)
  app.use(compress())
  if (isLoopback(site.config.host)) app.use(ownHostOnly)
  app.use(ownFormsOnly)
  app.use(requireReader(site))

  app.get('/', frontPage(site))
  app.get('/story/:id', storyPage(site))
  app.get('/story/:id/feed.xml', storyFeed(site))
  app.get('/story/:id/coverage', coveragePage(site))
  app.get('/story/:id/cast', castPage(site))
  app.get('/story/:id/statements', statementsPage(site))
  app.get('/story/:id/articles', articlesPage(site))
  app.get('/story/:id/:file{export\\.[a-z]+}', exportFile(site))
  app.get('/story/:id/edit', editPage(site))
  app.get('/story/:id/where', wherePage(site))
  app.post('/story/:id/move', takeMove(site))
  app.post('/story/:id/split', takeSplit(site))
  app.get('/story/:id/merge', mergePage(site))
  app.post('/story/:id/merge', takeMerge(site))
  app.post('/story/:id/link', takeLink(site))
  app.get('/story/:id/more', morePage(site))
  app.post('/story/:id/more', takeRanked(site))
  app.get('/story/:id/history', historyPage(site))
  app.get('/stories/new', seedPage(site))
  app.post('/stories/new', takeSeeds(site))
  app.post('/act/:id/undo', takeUndo(site))
  app.post('/story/:id/take-back', takeBackStep(site))
  app.get('/article/:id/why', whyPage(site))
  app.get('/article/:id', articlePage(site))
  app.get('/article/:id/changes', changesPage(site))
  app.post('/article/:id/mark', takeMark(site))
  app.post('/article/:id/fix', takeFix(site))
  app.post('/article/:id/notes', takeNoteForm(site))
  app.post('/article/:id/mail', takeMail(site))
  app.get('/notes', notesPage(site))
  app.get('/notes.md', notesText(site))
  app.post('/notes/:key/remove', takeNoteRemoval(site))
  app.get('/actor/:id', actorPage(site))
  app.get('/actor/:id/feed.xml', actorFeed(site))
  app.post('/actor/:id/correct', takeActorCorrection(site))
  app.get('/record/:what/:id', recordPage(site))
  app.post('/record/:what/:id', takeCorrection(site))
  app.get('/corrections', correctionsPage(site))
  app.post('/corrections/:id/undo', takeCorrectionUndo(site))
  app.get('/following', followingPage(site))
  app.post('/follow', takeFollow(site, 'follow'))
  app.post('/unfollow', takeFollow(site, 'unfollow'))
  app.get('/river', riverPage(site))
  app.get('/river/rows', riverStretch(site))
  app.get('/river/article/:id', riverArticle(site))
  app.post('/river/mark', takeRiverMark(site))
  app.post('/article/:id/tag', takeTags(site))
  app.get('/rules', rulesPage(site))
  app.get('/rules/preview', rulePreview(site))
  app.post('/rules', takeRule(site))
  app.post('/rules/:id', takeRuleChange(site))
  app.get('/picks', picksPage(site))
  app.post('/picks', takePick(site))
  app.post('/picks/:id', takePickChange(site))
  app.get('/taste', tastePage(site))
  app.post('/taste', takeTaste(site))
  app.post('/taste/reset', resetTaste(site))
  app.get('/search', searchPage(site))
  app.get('/search/feed.xml', searchFeed(site))
  app.post('/search/save', takeSearch(site, 'save'))
  app.post('/search/forget', takeSearch(site, 'forget'))
  app.get('/sources', sourcesPage(site))
  app.post('/sources/look', lookAtSource(site))
  app.post('/sources/add', addSource(site))
  app.post('/sources/pack', takePack(site))
  app.post('/sources/folder', takeFolder(site))
  app.get('/sources/:id', sourcePage(site))
  app.post('/sources/:id/folder', takeSourceNames(site))
  app.post('/sources/:id/check', takeSourceChange(site, 'check'))
  app.post('/sources/:id/pause', takeSourceChange(site, 'pause'))
  app.post('/sources/:id/resume', takeSourceChange(site, 'resume'))
  app.post('/sample/remove', removeSample(site))
  app.get('/share', sharePage(site))
  app.post('/share', takeShare(site))
  app.get('/sync', whatToKeep(site))
  app.post('/sync', takeSync(site))
  app.get('/offline', offlinePage)
  app.get('/worker.js', serveWorker)
  app.get('/manifest.webmanifest', serveManifest)
  app.get('/design', designPage(site))
  app.get('/settings', settingsPage(site))
  app.post('/settings', saveSettings(site))
  app.get('/sign-in', signInPage(site))
  app.post('/sign-in', takeSignIn(site))
  app.post('/sign-out', takeSignOut(site))
  app.get('/picture/:signature/:name', pictureAsset(site.pictures))
  app.get('/assets/fonts/:name', serveFont)
  app.get('/assets/:hash/:name', serveAsset)

  app.notFound((c) => problemPage(c, 404, 'There is no page under this address.'))
  app.onError((error, c) => {
    if (error instanceof HTTPException && error.status === 403)
      return problemPage(c, 403, 'This form did not come from one of this reader’s own pages.')
    console.error(error)
    return problemPage(c, 500, 'This page could not be made. The reader goes on; the reason is in its log.')
  })
  return app
}
