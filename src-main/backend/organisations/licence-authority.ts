import type { KeyObject } from 'node:crypto'
import type { Plan } from '#shared/model/licence.ts'
import type { ClockWatch } from '../clock-watch.ts'

/** Who says what an organisation may use. */
export interface LicenceAuthority {
  /** The operator's public key, Ed25519. Without one the backend is for practice and believes the plan it was told. */
  readonly operatorKey: KeyObject | undefined
  readonly clock: ClockWatch
  /** The plans that include single sign-on. */
  readonly plansWithSso: readonly Plan[]
}
