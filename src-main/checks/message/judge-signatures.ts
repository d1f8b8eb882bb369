import type { SignatureSummary } from '#shared/model/judgement.ts'
import { type Judged, runChecks } from '../finding/judged.ts'
import type { PlacedSignature } from '../reading/response-subject.ts'
import { summariseSignature } from '../reading/summarise-signature.ts'
import type { SignatureContext } from '../saml/on-signature.ts'
import { querySignatureHolds, xmlSignatureChecks } from './signature-checks.ts'
import type { SignedMessage } from './signed-message.ts'

/** Each signature that is there, in the XML and in the address, must hold. */
export function judgeSignatures(message: SignedMessage, context: SignatureContext): Judged[] {
  const { querySignature } = message
  const signatures = placed(message)
  const { certificates } = context.identityProvider
  return [
    ...(signatures.length === 0 ? [] : runChecks(xmlSignatureChecks, { signatures, context })),
    ...(querySignature === undefined ? [] : runChecks([querySignatureHolds], { querySignature, certificates })),
  ]
}

export function signatureSummaries(message: SignedMessage): SignatureSummary[] {
  const { querySignature } = message
  const byQuery: SignatureSummary[] =
    querySignature === undefined
      ? []
      : [
          {
            covers: 'query',
            algorithm: querySignature.methodUri,
            digest: querySignature.method?.hash ?? '',
            ...(querySignature.verifiedBy === undefined ? {} : { certificateSha256: querySignature.verifiedBy }),
            verified: querySignature.value === 'verified',
          },
        ]
  return [...placed(message).map(summariseSignature), ...byQuery]
}

const placed = ({ signature }: SignedMessage): PlacedSignature[] =>
  signature === undefined ? [] : [{ covers: 'message', judgement: signature }]
