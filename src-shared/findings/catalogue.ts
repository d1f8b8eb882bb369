import { certificateFindings } from './certificates.ts'
import { claimFindings } from './claims.ts'
import { conditionFindings } from './conditions.ts'
import { encryptionFindings } from './encryption.ts'
import { envelopeFindings } from './envelope.ts'
import type { CheckText, FaultText } from './finding-text.ts'
import { inspectFindings } from './inspect.ts'
import { logoutFindings } from './logout.ts'
import { metadataFindings } from './metadata.ts'
import { metadataDetailFindings } from './metadata-details.ts'
import { metadataDocumentFindings } from './metadata-document.ts'
import { metadataKeyFindings } from './metadata-keys.ts'
import { oidcCallbackFindings } from './oidc-callback.ts'
import { oidcClaimFindings } from './oidc-claims.ts'
import { oidcDiscoveryFindings } from './oidc-discovery.ts'
import { oidcExchangeFindings } from './oidc-exchange.ts'
import { oidcKeySetFindings } from './oidc-key-set.ts'
import { oidcLoginFindings } from './oidc-login.ts'
import { oidcLogoutFindings } from './oidc-logout.ts'
import { oidcOfferFindings } from './oidc-offers.ts'
import { oidcProfileFindings } from './oidc-profile.ts'
import { oidcSignatureFindings } from './oidc-signature.ts'
import { oidcTokenFindings } from './oidc-token.ts'
import { redirectFindings } from './redirect.ts'
import { requestFindings } from './request.ts'
import { responseFindings } from './response.ts'
import { signatureFindings } from './signature.ts'
import { subjectFindings } from './subject.ts'

/** Every check, by code. */
export const checkCatalogue = {
  ...envelopeFindings,
  ...responseFindings,
  ...encryptionFindings,
  ...signatureFindings,
  ...subjectFindings,
  ...conditionFindings,
  ...claimFindings,
  ...metadataDocumentFindings,
  ...metadataFindings,
  ...metadataKeyFindings,
  ...metadataDetailFindings,
  ...certificateFindings,
  ...logoutFindings,
  ...requestFindings,
  ...redirectFindings,
  ...oidcCallbackFindings,
  ...oidcExchangeFindings,
  ...oidcTokenFindings,
  ...oidcSignatureFindings,
  ...oidcClaimFindings,
  ...oidcLoginFindings,
  ...oidcProfileFindings,
  ...oidcLogoutFindings,
  ...oidcDiscoveryFindings,
  ...oidcOfferFindings,
  ...oidcKeySetFindings,
  ...inspectFindings,
} as const

type Catalogue = typeof checkCatalogue
export type CheckCode = keyof Catalogue
type Faults = { [Code in CheckCode]: keyof Catalogue[Code]['faults'] & string }
/** Codes of the ways in which one check, or any, can fail. */
export type FaultCode<Code extends CheckCode = CheckCode> = Faults[Code]

export const checkText = (code: CheckCode): CheckText => checkCatalogue[code]

const faults = new Map<string, { readonly check: CheckCode; readonly text: FaultText }>()
for (const [check, { faults: ways }] of Object.entries(checkCatalogue)) {
  for (const [code, text] of Object.entries(ways)) faults.set(code, { check: check as CheckCode, text })
}

export function faultText(code: FaultCode): FaultText {
  const found = faults.get(code)
  if (found === undefined) throw new Error(`no text for ${code}`)
  return found.text
}

/** All fault codes, in catalogue order. */
export const faultCodes: readonly FaultCode[] = [...faults.keys()] as FaultCode[]
