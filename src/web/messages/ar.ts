/** The interface in Arabic: what each English message is. */

export const ar: Readonly<Record<string, string>> = {}
