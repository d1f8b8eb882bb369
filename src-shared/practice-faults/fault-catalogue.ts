import type { FaultId } from '../model/practice-idp.ts'
import { addressFaults } from './addresses.ts'
import { claimFaults } from './claims.ts'
import type { FaultText } from './fault-text.ts'
import { forgeryFaults } from './forgeries.ts'
import { openidFaults } from './openid.ts'
import { refusalFaults } from './refusals.ts'
import { signatureFaults } from './signatures.ts'
import { timeFaults } from './times.ts'

/** Every deliberate mistake of the practice identity provider, in words. */
export const faultCatalogue: { readonly [Id in FaultId]: FaultText } = {
  ...addressFaults,
  ...timeFaults,
  ...signatureFaults,
  ...forgeryFaults,
  ...claimFaults,
  ...refusalFaults,
  ...openidFaults,
}
