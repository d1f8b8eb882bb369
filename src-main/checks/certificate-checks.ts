import { chainIsUnderstood } from './certificates/chain.ts'
import type { CertificateSubject } from './certificates/each-certificate.ts'
import { keysAreStrong } from './certificates/key.ts'
import { partsAreReadable, requestsAreSigned } from './certificates/parts.ts'
import { noPrivateKeyIsShown } from './certificates/private-key.ts'
import { certificatesMaySign } from './certificates/purpose.ts'
import { signaturesAreCurrent } from './certificates/signature.ts'
import { certificatesAreCurrent } from './certificates/validity.ts'
import type { Check } from './finding/outcome.ts'

/** Every check of certificates and keys, in the order in which the findings are told. */
export const certificateChecks: readonly Check<CertificateSubject>[] = [
  noPrivateKeyIsShown,
  partsAreReadable,
  requestsAreSigned,
  certificatesAreCurrent,
  keysAreStrong,
  signaturesAreCurrent,
  certificatesMaySign,
  chainIsUnderstood,
]
