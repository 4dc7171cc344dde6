/** The interface in Hebrew: what each English message is. */

export const he: Readonly<Record<string, string>> = {}
