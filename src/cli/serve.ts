/** `serve`: the reader itself: pages in this thread, work in another, the sample until there is something real. */

import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { setUpPassword } from '../app/account.ts'
import { type Context, openContext } from '../app/context.ts'
import { answerHub, takeDelivery } from '../app/hub.ts'
import { addSample, removeSample, SAMPLE_REMOVED } from '../app/sample.ts'
import { look, subscribe } from '../app/subscribe.ts'
import { startThread } from '../jobs/start-thread.ts'
import { isFailure } from '../net/failure.ts'
import { openMailer } from '../net/mail.ts'
import { type SampleServer, serveSample } from '../sample/serve.ts'
import { openStore } from '../store/open.ts'
import { readSetting, writeSetting } from '../store/settings.ts'
import { countSources } from '../store/sources.ts'
import { openPictures, type Picture } from '../web/pictures.ts'
import type { CommandSpec, ExitCode, Io } from './command.ts'

export const serve: CommandSpec = {
  usage: 'serve',
  summary: 'start the reader and print its address',
  run: start,
}

async function start(io: Io): Promise<ExitCode> {
  // Only this command needs the pages; the others start faster without them.
  const [{ createWeb }, { serveWeb }] = await Promise.all([
    import('../web/app.ts'),
    import('../web/serve.ts'),
  ])
  const sample = await startSample(io)
  if ('failed' in sample) {
    io.err(sample.failed)
    return 1
  }
  const config = sample.server
    ? { ...io.config, allowHosts: [...io.config.allowHosts, `*.sample.localhost:${sample.server.port}`] }
    : io.config
  const opened = await openContext(config)
  if ('failed' in opened) {
    io.err(opened.failed)
    return 1
  }
  const { context, store } = opened
  if (config.password !== undefined) await setUpPassword(context.db, config.password, randomBytes)
  const mailer = config.smtp && openMailer(config.smtp)
  const app = createWeb({
    store,
    pictures: openPictures(await pictureKey(context.db), (url) => fetchPicture(context, url)),
    config,
    now: context.now,
    commands: {
      lookAt: (address) => look(context, address),
      addSource: (address) => subscribe(context, address),
      ...(context.publicUrl === undefined
        ? {}
        : {
            hub: {
              answer: (token, query) => answerHub(context, token, query),
              take: (token, delivery) => takeDelivery(context, token, delivery),
            },
          }),
      ...(mailer === undefined ? {} : { mail: (mail) => mailer.send(mail) }),
      removeSample: async () => {
        await removeSample(context.db, context.now())
        await sample.server?.close()
      },
    },
  })
  let web: Awaited<ReturnType<typeof serveWeb>>
  try {
    web = await serveWeb(app, { host: config.host, port: config.port })
  } catch (cause) {
    io.err(listenFailure(config, cause))
    await sample.server?.close()
    await opened.close()
    return 1
  }
  const thread = startThread({
    module: new URL('../jobs/thread.ts', import.meta.url),
    data: config,
    died: (why) => io.err(`The worker stopped and is started anew: ${why}.`),
  })
  const host = config.host.includes(':') ? `[${config.host}]` : config.host
  io.out(`Throughline is at http://${host}:${web.port}`)
  if (sample.server) await openOnSample(io, context, sample.server)
  await untilAskedToStop()
  await web.close()
  mailer?.close()
  await thread.stop()
  await sample.server?.close()
  await opened.close()
  return 0
}

/** A picture through the one door; undefined where it cannot be had. */
async function fetchPicture({ fetch }: Context, url: string): Promise<Picture | undefined> {
  const answer = await fetch({ url, kind: 'image' })
  return isFailure(answer) ? undefined : { type: answer.headers['content-type'] ?? '', bytes: answer.body }
}

/** Signs the addresses of pictures; made once, so that browsers' caches outlive a restart. */
async function pictureKey(db: Context['db']): Promise<string> {
  const kept = await readSetting(db, 'picture key')
  if (kept) return kept
  const key = randomBytes(32).toString('base64url')
  await writeSetting(db, 'picture key', key)
  return key
}

function listenFailure({ host, port }: Io['config'], cause: unknown): string {
  const { code, message } = cause as NodeJS.ErrnoException
  if (code === 'EADDRINUSE') {
    return `Port ${port} on ${host} is taken, perhaps by a reader that runs already. Stop it, or set THROUGHLINE_PORT to another port.`
  }
  if (code === 'EACCES')
    return `Listening on port ${port} is not allowed here: set THROUGHLINE_PORT to one above 1023.`
  return `Cannot listen on ${host}, port ${port}: ${message}`
}

async function untilAskedToStop(): Promise<void> {
  const stopped = new AbortController()
  await Promise.race(['SIGINT', 'SIGTERM'].map((signal) => once(process, signal, { signal: stopped.signal })))
  stopped.abort()
}

/**
 * The sample's sites, unless they were removed, are switched off, or the reader has only titles of their own. They keep
 * their port and first start over restarts, since both stand in the addresses and dates of their articles.
 */
async function startSample({
  config,
}: Io): Promise<{ readonly server: SampleServer | undefined } | { readonly failed: string }> {
  const store = await openStore(config.database)
  if ('failed' in store) return store
  try {
    const { own, sample } = await countSources(store.db)
    const removed = await readSetting(store.db, SAMPLE_REMOVED)
    if (!config.sample || removed !== undefined || (own > 0 && sample === 0)) return { server: undefined }
    const port = Number((await readSetting(store.db, 'sample port')) ?? 0)
    const start = Number((await readSetting(store.db, 'sample start')) ?? Date.now())
    const server = await serveSample({ port, now: Date.now, start })
    await writeSetting(store.db, 'sample port', String(server.port))
    await writeSetting(store.db, 'sample start', String(start))
    return { server }
  } catch (cause) {
    return {
      failed:
        `The sample's sites cannot be started again: ${(cause as Error).message}. ` +
        'Free that port, or remove the sample with "throughline sample remove".',
    }
  } finally {
    await store.close()
  }
}

async function openOnSample(io: Io, context: Context, server: SampleServer): Promise<void> {
  const failed = await addSample(
    context,
    server.sources.map((source) => source.url),
  )
  for (const reason of failed) io.err(`Sample: ${reason}`)
  io.out('It opens on a fictional sample; add titles of your own under Sources, and remove the sample there.')
}
