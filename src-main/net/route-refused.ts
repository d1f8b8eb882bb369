import type { Refusal } from '#shared/http-api/refusal.ts'

/** The backend understood and said no. `refusal.message` says what happened and what to do. */
export class RouteRefused extends Error {
  override readonly name = 'RouteRefused'
  readonly status: number
  readonly refusal: Refusal

  constructor(status: number, refusal: Refusal) {
    super(`${status} ${refusal.error}: ${refusal.message}`)
    this.status = status
    this.refusal = refusal
  }
}
