import type { RefusalReason } from '../login/accept-result.ts'

/** What is counted of a running backend: never a person, an address or a token. */
export interface Measures {
  /** A request that was answered. @param route as it was declared, such as `/saml/acs`; empty where there is none */
  readonly request: (method: string, route: string, status: number, seconds: number) => void
  /** A login that reached the callback. */
  readonly signIn: (result: 'accepted' | 'offered' | RefusalReason) => void
  /** What the broom took away, and how long it took. */
  readonly swept: (rows: number, seconds: number) => void
  readonly logged: (level: 'info' | 'warning' | 'error') => void
}

export const noMeasures: Measures = { request() {}, signIn() {}, swept() {}, logged() {} }
