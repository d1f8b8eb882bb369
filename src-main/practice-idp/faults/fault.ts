import type { ResponseValues } from '#main/saml/identity-provider/response-values.ts'
import type { FaultId } from '#shared/model/practice-idp.ts'

/** One deliberate mistake. It changes what is said before it is signed, so that nothing else is wrong with it. */
export interface Fault {
  readonly id: FaultId
  readonly name: string
  /** What the practice identity provider does then. */
  readonly does: string
  /** What one learns from it. */
  readonly teaches: string
  /** Code of the root cause that a judge must find, and the only one. */
  readonly finding: string
  readonly apply: (response: ResponseValues) => ResponseValues
}
