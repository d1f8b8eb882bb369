/** A login that was begun: what the identity provider's answer must name. */
export interface BegunLogin {
  readonly requestId: string
  readonly relayState: string
  /** The pre-login cookie, where there is one. */
  readonly cookie: string
}

export interface AnsweredLogin extends BegunLogin {
  readonly samlResponse: string
}

/** One implementation in a process of its own. Both steps throw where a login does not come out as it should. */
export interface Contender {
  readonly name: string
  readonly entityId: string
  readonly acsUrl: string
  /** How many of them sign in, by turns. */
  readonly people: number
  readonly begin: (count: number) => Promise<BegunLogin[]>
  readonly finish: (logins: readonly AnsweredLogin[]) => Promise<void>
  /** Microseconds of processor time that the implementation has used so far for its steps. */
  readonly used: () => Promise<number>
  readonly stop: () => Promise<void>
}
