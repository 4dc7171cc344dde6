/** What the pages ask to have done that reaches beyond the store; whoever starts the pages plugs these in. */

import type { Subscribed } from '../app/subscribe.ts'

export type Commands = {
  readonly addSource: (address: string) => Promise<Subscribed>
  readonly removeSample: () => Promise<void>
}
