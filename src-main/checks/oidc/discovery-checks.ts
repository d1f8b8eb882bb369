import type { Check } from '../finding/outcome.ts'
import type { DiscoverySubject } from './discovery/discovery-context.ts'
import { endpointsAreProtected } from './discovery/endpoints.ts'
import { issuerIsConfigured } from './discovery/issuer.ts'
import {
  certificatesFit,
  type KeySetSubject,
  keysAreStrong,
  keysHaveNames,
  keysRotateInPeace,
  nothingSecretIsShown,
  someKeyVerifies,
} from './discovery/key-set.ts'
import { membersAreThere } from './discovery/members.ts'
import {
  algorithmsAreUsable,
  clientCanAuthenticate,
  codeFlowIsOffered,
  logoutIsOffered,
  pkceIsAnnounced,
  responseNamesIssuer,
  scopesAreOffered,
  subjectsArePublic,
} from './discovery/offers.ts'

/** Every check of a discovery document, in the order in which its findings are told. */
export const discoveryChecks: readonly Check<DiscoverySubject>[] = [
  issuerIsConfigured,
  membersAreThere,
  endpointsAreProtected,
  codeFlowIsOffered,
  algorithmsAreUsable,
  clientCanAuthenticate,
  pkceIsAnnounced,
  scopesAreOffered,
  subjectsArePublic,
  responseNamesIssuer,
  logoutIsOffered,
]

/** Every check of a key set. */
export const keySetChecks: readonly Check<KeySetSubject>[] = [
  someKeyVerifies,
  nothingSecretIsShown,
  keysAreStrong,
  keysHaveNames,
  certificatesFit,
  keysRotateInPeace,
]
