/** The time that one fetch may take, over all its hops. */

import { type Failure, failure } from './failure.ts'

export type Stop = (why: Failure) => void

/** Runs from the first `begin`, so that waiting for a turn is free; ends the hop under way when it is over. */
export type Span = {
  readonly begin: () => void
  readonly onStop: (stop: Stop) => void
  readonly end: () => void
}

export function openSpan(total: number, signal: AbortSignal | undefined): Span {
  let stop: Stop | undefined
  let ended: Failure | undefined
  let timer: NodeJS.Timeout | undefined
  const finish = (why: Failure) => {
    ended ??= why
    stop?.(ended)
  }
  const cancel = () => finish(failure('cancelled', 'The fetch was stopped'))
  if (signal?.aborted) cancel()
  signal?.addEventListener('abort', cancel, { once: true })
  return {
    begin: () => {
      timer ??= setTimeout(
        () => finish(failure('timeout', `The answer took longer than ${Math.round(total / 1000)} seconds`)),
        total,
      )
    },
    onStop: (given) => {
      stop = given
      if (ended) given(ended)
    },
    end: () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', cancel)
    },
  }
}
