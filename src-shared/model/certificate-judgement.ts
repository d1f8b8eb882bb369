import { z } from 'zod'
import { Finding } from './finding.ts'
import { KeyMaterial } from './key-material.ts'

/** How certificates and keys were judged by themselves: `valid` where nothing is wrong with them. */
export const CertificateJudgement = z.object({
  verdict: z.enum(['valid', 'invalid']),
  material: KeyMaterial,
  findings: z.array(Finding),
})
export type CertificateJudgement = z.infer<typeof CertificateJudgement>
