/** Notify: delivers one alert and marks it sent. */

import { sendWebhook } from '../net/webhook.ts'
import { loadAlert, markSent } from '../store/alerts.ts'
import { finish, type Job, putBack } from '../store/queue.ts'
import type { Context } from './context.ts'

/** An alert without a webhook is shown on the pages alone and is done at once. */
export async function notify({ db, fetch, now }: Context, job: Job): Promise<void> {
  const alert = await loadAlert(db, (job.payload as { alert: number }).alert)
  if (alert?.webhook) {
    const { webhook, id, ...told } = alert
    const failed = await sendWebhook({ fetch }, { url: webhook, id: `alert-${id}`, body: told }, now())
    if (failed) return putBack(db, job, failed.failed, now())
  }
  await db.transaction().execute(async (trx) => {
    if (alert) await markSent(trx, alert.id, now())
    await finish(trx, job)
  })
}
