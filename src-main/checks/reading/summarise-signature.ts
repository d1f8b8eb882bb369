import type { SignatureSummary } from '#shared/model/judgement.ts'
import type { PlacedSignature } from './response-subject.ts'

export function summariseSignature({ covers, judgement }: PlacedSignature): SignatureSummary {
  const { signature, verifiedBy, verified } = judgement
  return {
    covers,
    algorithm: signature.methodUri,
    digest: signature.digestUri,
    ...(verifiedBy === undefined ? {} : { certificateSha256: verifiedBy }),
    verified: verified !== undefined,
  }
}
