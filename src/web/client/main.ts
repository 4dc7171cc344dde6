/** Starts what a page gains from a script; every page is whole without any of it. What a page has no use for is not fetched. */

import { listenToKeys } from './keys.ts'
import { workOffline } from './offline.ts'
import { reloadWhileWaiting } from './reload.ts'

const has = (selector: string): boolean => document.querySelector(selector) !== null

// Its keys come before those of every page.
if (has('.river')) (await import('./river.ts')).runRiver(document)
listenToKeys(document)
reloadWhileWaiting(document)
workOffline(document)
if (has('[data-listen]')) (await import('./listen.ts')).offerListening(document)
if (has('[data-mark-passage]')) (await import('./highlight.ts')).offerMarking(document)
if (has('[data-look]')) (await import('./look.ts')).setTextAtOnce(document)
if (has('button[data-copy]')) (await import('./copy.ts')).offerCopy(document)
if (has('form[data-preview]')) (await import('./preview.ts')).previewRules(document)
