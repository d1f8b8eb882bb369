import type { CertificateJudgement } from '#shared/model/certificate-judgement.ts'
import type { KeyMaterial } from '#shared/model/key-material.ts'
import { certificateChecks } from './certificate-checks.ts'
import type { CertificateContext } from './certificates/each-certificate.ts'
import { makeFindings, runChecks } from './finding/judged.ts'

/** Judges certificates and keys that were taken out of their clothing: `valid` where no finding is an error. */
export function judgeCertificates(material: KeyMaterial, context: CertificateContext): CertificateJudgement {
  const judged = runChecks(certificateChecks, { material, context })
  const findings = makeFindings(judged, { mode: context.mode, required: new Set() })
  const verdict = findings.some(({ severity }) => severity === 'error') ? 'invalid' : 'valid'
  return { verdict, material, findings }
}
