/** Asks an OpenAI-compatible chat endpoint (Ollama, llama.cpp, vLLM, a provider) one thing. */

import { openDoor } from './door.ts'
import { type Failure, failure, isFailure } from './failure.ts'

export type EngineSettings = {
  /** The base address, as `http://127.0.0.1:11434/v1`. */
  readonly url: string
  readonly model: string
  readonly key?: string | undefined
}

export type Engine = {
  /** The answer's words. Never rejects. */
  readonly ask: (question: { readonly system: string; readonly user: string }) => Promise<string | Failure>
  readonly close: () => Promise<void>
}

/** Small models on small machines are slow; more than this is a hang. Milliseconds. */
const PATIENCE = 120_000
const LONGEST_ANSWER = 512_000
const TOKENS = 4000

/** A door of its own: the configured address, and no other, may be on this machine or a private network. */
export function openEngine(
  { url, model, key }: EngineSettings,
  options: { readonly userAgent: string; readonly now: () => number; readonly patience?: number },
): Engine {
  const { patience = PATIENCE } = options
  const door = openDoor({
    userAgent: options.userAgent,
    clock: { now: options.now },
    allowHosts: [new URL(url).host],
  })
  return {
    ask: async ({ system, user }) => {
      const answer = await door.fetch({
        url: `${url.replace(/\/+$/, '')}/chat/completions`,
        kind: 'webhook',
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        ...(key === undefined ? {} : { credentials: { authorization: `Bearer ${key}` } }),
        body: JSON.stringify({
          model,
          temperature: 0,
          max_tokens: TOKENS,
          stream: false,
          response_format: { type: 'json_object' },
          messages: [
            { role: 'system', content: system },
            { role: 'user', content: user },
          ],
        }),
        limits: {
          firstByte: patience,
          total: patience,
          compressed: LONGEST_ANSWER,
          inflated: LONGEST_ANSWER,
          redirects: 0,
        },
      })
      if (isFailure(answer)) return answer
      return wordsOf(new TextDecoder().decode(answer.body))
    },
    close: door.close,
  }
}

function wordsOf(body: string): string | Failure {
  try {
    const { choices } = JSON.parse(body) as { choices?: { message?: { content?: unknown } }[] }
    const content = choices?.[0]?.message?.content
    if (typeof content === 'string') return content
  } catch {
    // Said below.
  }
  return failure('broken', 'The engine’s answer is not one of a chat endpoint')
}
