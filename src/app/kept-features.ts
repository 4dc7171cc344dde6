/** The features an article was kept with, as ranking reads them. */

import type { Features } from '../stories/features.ts'

/** None where an article was kept before it had any. */
export function featuresOf({
  article,
  features,
}: {
  readonly article: number
  readonly features: string
}): readonly Features[] {
  const known = JSON.parse(features) as Features | Record<string, never>
  return 'headline' in known ? [{ ...(known as Features), id: article }] : []
}
