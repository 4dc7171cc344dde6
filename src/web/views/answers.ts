/**
 * What sources answered, in the reader's language. It is kept in English as it was said at the time: sentences without
 * values are keys of the catalogues, the others are known by their form, and what a server said itself stays as it is.
 */

import { language, spoken, t } from '../messages.ts'

type Said = Readonly<Record<string, string>>

const forms: readonly (readonly [RegExp, (said: Said) => string])[] = [
  [
    /^(?<n>\d+) items, (?<fresh>\d+) new$/,
    ({ n, fresh }) =>
      t('{n, plural, one {# item} other {# items}}, {fresh} new', { n: Number(n), fresh: fresh! }),
  ],
  [
    /^(?<n>\d+) letters, (?<fresh>\d+) new$/,
    ({ n, fresh }) =>
      t('{n, plural, one {# letter} other {# letters}}, {fresh} new', { n: Number(n), fresh: fresh! }),
  ],
  [
    /^(?<n>\d+) letters, (?<fresh>\d+) new, (?<large>\d+) too large to take$/,
    ({ n, fresh, large }) =>
      t('{n, plural, one {# letter} other {# letters}}, {fresh} new, {large} too large to take', {
        n: Number(n),
        fresh: fresh!,
        large: large!,
      }),
  ],
  [/^It failed once$/, () => t('It failed {n, plural, one {once} other {# times in a row}}', { n: 1 })],
  [
    /^It failed (?<n>\d+) times in a row$/,
    ({ n }) => t('It failed {n, plural, one {once} other {# times in a row}}', { n: Number(n) }),
  ],
  [
    /^The server redirects more than (?<n>\d+) times$/,
    ({ n }) => t('The server redirects more than {n} times', { n: n! }),
  ],
  [
    /^The answer (?:is larger|unpacks to more) than (?<size>[\d.]+) MB$/,
    ({ size }) => t('The answer is larger than {size} MB', { size: size! }),
  ],
  [
    /^The answer took longer than (?<n>\d+) seconds$/,
    ({ n }) => t('The answer took longer than {n} seconds', { n: n! }),
  ],
  [
    /^(?<host>\S+) wants to be left alone for now$/,
    ({ host }) => t('{host} wants to be left alone for now', { host: host! }),
  ],
  [
    /^(?<host>\S+) asks readers like this one not to fetch that page$/,
    ({ host }) => t('{host} asks readers like this one not to fetch that page', { host: host! }),
  ],
  [
    /^The site’s rules for readers like this one cannot be read \((?<why>.+)\)$/,
    ({ why }) =>
      t('The site’s rules for readers like this one cannot be read ({why})', { why: answerWords(why!) }),
  ],
  [
    /^(?<host>.+) is .+ address, which this reader does not fetch from$/,
    ({ host }) => t('{host} is an inner address, which this reader does not fetch from', { host: host! }),
  ],
  [
    /^(?<host>\S+) is this machine itself, which this reader does not fetch from$/,
    ({ host }) => t('{host} is this machine itself, which this reader does not fetch from', { host: host! }),
  ],
  [/^No secure connection: (?<why>.+)$/, ({ why }) => t('No secure connection: {why}', { why: why! })],
  [/^The connection failed: (?<why>.+)$/, ({ why }) => t('The connection failed: {why}', { why: why! })],
  [
    /^This is XML \(<(?<root>.+)>\), but not a feed$/,
    ({ root }) => t('This is XML ({root}), but not a feed', { root: root! }),
  ],
  [
    /^No password is kept for it; give it with "(?<command>.+)"$/,
    ({ command }) => t('No password is kept for it; give it with “{command}”', { command: command! }),
  ],
  [
    /^The mailbox does not accept the name and password(?:: (?<why>.+))?$/,
    ({ why = '' }) => t('The mailbox does not accept the name and password {why}', { why }).trim(),
  ],
  [
    /^(?<url>\S+) cannot be read: (?<why>.+)$/,
    ({ url, why }) => t('{url} cannot be read: {why}', { url: url!, why: answerWords(why!) }),
  ],
  [
    /^(?<url>\S+) has no [^:]+: (?<why>.+)$/,
    ({ url, why }) => t('{url} has no list of articles: {why}', { url: url!, why: answerWords(why!) }),
  ],
]

/** One or several sentences, with or without the status in brackets. */
export function answerWords(said: string): string {
  if (language() === 'en') return said
  const sentences = said.replace(/\.$/, '').split(/\. (?=[A-Z])/)
  const words = sentences.map(sentenceWords).join('. ')
  return said.endsWith('.') || sentences.length > 1 ? `${words}.` : words
}

function sentenceWords(sentence: string): string {
  const [, plain = sentence, status = ''] = /^(.*?)( \(\d{3}\))?$/s.exec(sentence) ?? []
  const known = spoken(plain)
  if (known !== plain) return known + status
  for (const [form, words] of forms) {
    const groups = form.exec(plain)?.groups ?? (form.test(plain) ? {} : undefined)
    if (groups !== undefined)
      return (
        words(Object.fromEntries(Object.entries(groups).filter(([, value]) => value !== undefined))) + status
      )
  }
  return sentence
}
