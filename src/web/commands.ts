/** What the pages ask to have done that reaches beyond the store; whoever starts the pages plugs these in. */

import type { ArticleMail } from '../app/send-article.ts'
import type { Looked, Subscribed } from '../app/subscribe.ts'

export type Commands = {
  /** What is behind an address, before it is added. */
  readonly lookAt: (address: string) => Promise<Looked>
  readonly addSource: (address: string) => Promise<Subscribed>
  /** Sends an article on by the reader's own mail server; absent where none is set up. */
  readonly mail?: (mail: ArticleMail) => Promise<{ readonly failed: string } | undefined>
  readonly removeSample: () => Promise<void>
  /** The callback of hubs; absent where the outside cannot reach this reader. */
  readonly hub?: {
    readonly answer: (token: string, query: URLSearchParams) => Promise<string | undefined>
    readonly take: (
      token: string,
      delivery: { signature: string | undefined; type: string | undefined; bytes: Uint8Array },
    ) => Promise<boolean>
  }
}
