/** HTML that may be put in a page. Only `extract/` makes it from outside bytes; views accept nothing else raw. */

declare const safe: unique symbol

export type SafeHtml = string & { readonly [safe]: true }
