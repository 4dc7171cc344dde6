/** Where a document came from, as its readers need it. */

/** What relative addresses and unstated languages fall back on. */
export type Origin = { readonly base: string; readonly language: string | undefined }
