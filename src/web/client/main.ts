/** Starts what a page gains from a script; every page is whole without any of it. */

import { offerCopy } from './copy.ts'
import { offerMarking } from './highlight.ts'
import { listenToKeys } from './keys.ts'
import { offerListening } from './listen.ts'
import { setTextAtOnce } from './look.ts'
import { workOffline } from './offline.ts'
import { previewRules } from './preview.ts'
import { reloadWhileWaiting } from './reload.ts'
import { runRiver } from './river.ts'

runRiver(document)
previewRules(document)
listenToKeys(document)
reloadWhileWaiting(document)
offerCopy(document)
offerListening(document)
workOffline(document)
offerMarking(document)
setTextAtOnce(document)
