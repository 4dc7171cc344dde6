/** As much of the service worker's own types as is used: the modules of both sides are checked together. */

export type Extendable = Event & { waitUntil(work: Promise<unknown>): void }
export type Fetching = Extendable & {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}
export type Told = Extendable & { readonly data: unknown }

export type WorkerScope = {
  addEventListener(name: 'install' | 'activate' | 'sync', listener: (event: Extendable) => void): void
  addEventListener(name: 'fetch', listener: (event: Fetching) => void): void
  addEventListener(name: 'message', listener: (event: Told) => void): void
  skipWaiting(): Promise<void>
  readonly clients: { claim(): Promise<void> }
  readonly registration: { readonly sync?: { register(tag: string): Promise<void> } }
  readonly navigator: Navigator & {
    setAppBadge?: (n: number) => Promise<void>
    clearAppBadge?: () => Promise<void>
  }
}
