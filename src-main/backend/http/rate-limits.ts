import { Refused } from '../refusals/refused.ts'

/** Requests a minute. */
export interface RateLimits {
  /** Of the admin API, for one API key. */
  readonly api: number
  /** With API keys that are not known, from one address. */
  readonly unknownKeys: number
  /** Sign-in pages and the starts of logins, from one address. */
  readonly signIn: number
  /** Passwords tried, from one address. */
  readonly passwords: number
  /** Passwords tried for one account, from wherever. */
  readonly passwordsPerAccount: number
  /** Links asked for by mail, from one address. */
  readonly links: number
  /** Links asked for to one mailbox, from wherever. */
  readonly linksPerAddress: number
  /** Responses posted to the ACS, from one address: a whole company may stand behind it. */
  readonly callback: number
}

export const defaultRateLimits: RateLimits = {
  api: 600,
  unknownKeys: 30,
  signIn: 120,
  passwords: 30,
  passwordsPerAccount: 10,
  links: 20,
  linksPerAddress: 3,
  callback: 600,
}

/** A route of its own count says so; the others of its door share one. */
export const perMinute = (max: number) => ({ config: { rateLimit: { max } } })

/** For each door that registers the limiter. */
export const limitOptions = {
  timeWindow: 60_000,
  errorResponseBuilder: () => new Refused('request.too-many'),
}
