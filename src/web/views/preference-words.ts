/** What the choices of how pages are set are called. */

import { languages, t } from '../messages.ts'
import type { Preferences } from '../preferences.ts'

type Choice = { readonly legend: () => string; readonly names: Readonly<Record<string, () => string>> }

export const preferenceWords: Readonly<Record<keyof Preferences, Choice>> = {
  language: {
    legend: () => t('Language'),
    names: {
      auto: () => t('as the browser'),
      en: () => languages.en.name,
      ar: () => languages.ar.name,
      he: () => languages.he.name,
    },
  },
  theme: {
    legend: () => t('Colours'),
    names: {
      auto: () => t('as the device'),
      light: () => t('light'),
      dark: () => t('dark'),
      sepia: () => t('sepia'),
    },
  },
  size: {
    legend: () => t('Text size'),
    names: { s: () => t('small'), m: () => t('medium'), l: () => t('large'), xl: () => t('very large') },
  },
  width: {
    legend: () => t('Line width'),
    names: {
      narrow: () => t('narrow'),
      medium: () => t('medium'),
      wide: () => t('wide'),
    },
  },
  face: {
    legend: () => t('Reading type'),
    names: { serif: () => t('serif'), sans: () => t('sans serif') },
  },
}
