/** What the pages ask to have done that reaches beyond the store; `main` plugs these in. */

export type AddOutcome =
  | {
      readonly source: number
      /** False where the address was there already. */
      readonly added: boolean
      /** What was found there and what it brings, in plain words, one line each. */
      readonly preview: readonly string[]
    }
  | { readonly failed: string }

export type Commands = {
  readonly addSource: (address: string) => Promise<AddOutcome>
  /** Has the source checked at once. */
  readonly refreshSource: (id: number) => Promise<void>
  readonly pauseSource: (id: number) => Promise<void>
  readonly resumeSource: (id: number) => Promise<void>
  readonly removeSample: () => Promise<void>
}
