/** Places in a text: every record the reader shows stands on one of these. */

/** A half-open range of UTF-16 code units in one text. */
export type Span = { readonly start: number; readonly end: number }

/** A sentence, with the index of the block it lies in. A sentence never crosses a block. */
export type Sentence = Span & { readonly block: number }
