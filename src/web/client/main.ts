/** Starts what a page gains from a script; every page is whole without any of it. */

import { offerCopy } from './copy.ts'
import { listenToKeys } from './keys.ts'
import { offerListening } from './listen.ts'
import { reloadWhileWaiting } from './reload.ts'

listenToKeys(document)
reloadWhileWaiting(document)
offerCopy(document)
offerListening(document)
