/** A story's dossier as a file to download. */

import type { Context } from 'hono'
import { exportFormats, exportStory } from '../../app/export-story.ts'
import { t } from '../messages.ts'
import type { Env, Site } from '../site.ts'
import { numberOf } from '../story-request.ts'
import { problemPage } from '../views/problem.ts'

export const exportFile = (site: Site) => async (c: Context<Env>) => {
  const id = numberOf(c.req.param('id'))
  const ending = /^export\.([a-z]+)$/.exec(c.req.param('file') ?? '')?.[1]
  const format = exportFormats.find((one) => one === ending)
  const file =
    id === undefined || format === undefined
      ? undefined
      : await exportStory(site.store.db, id, format, site.now())
  if (!file) return problemPage(c, 404, t('There is no story under this address.'))
  return c.body(file.text, 200, {
    'Content-Type': file.type,
    'Content-Disposition': `attachment; filename="${file.name}"`,
    'Cache-Control': 'private, no-cache',
  })
}
