/** Numbers as outlets bound them, in words. */

import type { Figure } from '../../model/dossier.ts'
import { t } from '../messages.ts'

const words: Readonly<Record<Figure['bound'], (n: string) => string>> = {
  exact: (n) => n,
  about: (n) => t('about {n}', { n }),
  'at-least': (n) => t('at least {n}', { n }),
  'at-most': (n) => t('at most {n}', { n }),
}

const boundWords: Readonly<Record<Figure['bound'], () => string>> = {
  exact: () => t('exactly'),
  about: () => t('about'),
  'at-least': () => t('at least'),
  'at-most': () => t('at most'),
}

export const figureBoundWord = (bound: Figure['bound']): string => boundWords[bound]()

export function figureText({ value, upTo, bound }: Figure): string {
  const number = (n: number) => t('{n, number}', { n })
  return words[bound](
    upTo === undefined ? number(value) : t('{from} to {to}', { from: number(value), to: number(upTo) }),
  )
}
