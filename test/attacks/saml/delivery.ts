import type { ResponseContext } from '#main/checks/response-context.ts'

/** A message and what it is judged against. */
export interface Delivery {
  readonly message: string | Uint8Array
  readonly context: ResponseContext
}
