/** What may be asked at the door, and what comes back. */

export type FetchKind =
  | 'feed'
  | 'page'
  | 'front-page'
  | 'sitemap'
  | 'image'
  | 'opml'
  | 'hub'
  | 'webhook'
  | 'push'
  | 'robots'

export type Limits = {
  /** Bytes of the body as sent. */
  readonly compressed: number
  /** Bytes of the body unpacked. */
  readonly inflated: number
  /** Milliseconds from sending the request to the last header. */
  readonly firstByte: number
  /** Milliseconds for everything, all redirects included. */
  readonly total: number
  readonly redirects: number
}

export type Redirect = { readonly from: string; readonly to: string; readonly status: number }

export type DoorRequest = {
  readonly url: string
  readonly kind: FetchKind
  /** Validators of the last answer, verbatim. */
  readonly etag?: string | undefined
  readonly lastModified?: string | undefined
  readonly method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE' | undefined
  /** Lower-case names. They go no further than the host of `url`. Cookie and Referer are left out. */
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** What proves who the reader is (authorization, cookie, x-api-key): sent to the host of `url` alone. */
  readonly credentials?: Readonly<Record<string, string>> | undefined
  readonly body?: string | Uint8Array | undefined
  readonly signal?: AbortSignal | undefined
  readonly limits?: Partial<Limits> | undefined
}

export type Answer = {
  /** 2xx or 304. */
  readonly status: number
  /** The address that answered. */
  readonly url: string
  readonly redirects: readonly Redirect[]
  /** Where the source now lives, if every redirect from the beginning was permanent up to there. */
  readonly permanentUrl?: string
  /** Lower-case names; Set-Cookie left out. */
  readonly headers: Readonly<Record<string, string>>
  /** Unpacked. Empty for 304 and HEAD. */
  readonly body: Uint8Array
  readonly etag?: string
  readonly lastModified?: string
  readonly notModified: boolean
}
