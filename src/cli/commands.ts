/** Every command there is, in the order `--help` lists them. */

import { add } from './add.ts'
import { backup } from './backup.ts'
import type { CommandSpec } from './command.ts'
import { credentials } from './credentials.ts'
import { doctor } from './doctor.ts'
import { exportCommand } from './export.ts'
import { bring } from './import.ts'
import { packs } from './packs.ts'
import { refresh } from './refresh.ts'
import { sample } from './sample.ts'
import { serve } from './serve.ts'
import { stories } from './stories.ts'
import { story } from './story.ts'
import { suggest } from './suggest.ts'

export const commands: readonly CommandSpec[] = [
  serve,
  add,
  packs,
  bring,
  refresh,
  stories,
  story,
  exportCommand,
  suggest,
  credentials,
  sample,
  doctor,
  backup,
]
