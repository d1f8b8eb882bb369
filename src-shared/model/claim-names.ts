import { type ClaimMapping, defaultClaimMapping } from './profile.ts'

/** What a connection maps unless it says otherwise is also what is looked for when a claim is missing. */
export const wellKnownClaimNames: ClaimMapping = defaultClaimMapping
