import type { ResponseValues } from '#main/saml/identity-provider/response-values.ts'
import type { FaultId } from '#shared/model/practice-idp.ts'
import { expiredResponse } from './expired-response.ts'
import type { Fault } from './fault.ts'
import { unsignedResponse } from './unsigned-response.ts'
import { wrongAudience } from './wrong-audience.ts'

/** Every fault, in the order in which they are shown and applied. */
export const faultTable = {
  'wrong-audience': wrongAudience,
  'expired-response': expiredResponse,
  'unsigned-response': unsignedResponse,
} as const satisfies { [Id in FaultId]: Fault & { readonly id: FaultId } }

export const allFaults: readonly Fault[] = Object.values(faultTable)

export const applyFaults = (response: ResponseValues, active: ReadonlySet<FaultId>): ResponseValues =>
  allFaults.filter(({ id }) => active.has(id)).reduce((spoiled, { apply }) => apply(spoiled), response)
