import type { TokenContext } from '#main/checks/oidc/token/token-context.ts'

/** A token and what it is judged against. */
export interface Delivery {
  readonly token: string
  readonly context: TokenContext
}
