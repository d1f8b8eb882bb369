import type { Field } from '../look/shape.ts'

/** One request and its answer, whichever program wrote them down. */
export interface RecordedExchange {
  readonly startedAt: string | null
  readonly method: string
  readonly url: string
  readonly status: number | null
  /** Of the form that was sent. */
  readonly form: readonly Field[]
  /** Text of the answer; null where it was not recorded. */
  readonly answer: { readonly type: string; readonly text: string } | null
  readonly hasCookies: boolean
}
