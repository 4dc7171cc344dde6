/** What this room answers where a document holds no feed. */

/** Why no feed could be read, in words for the reader. */
export type FeedFailure = { readonly failed: string }
