import { KeyMaterialRefused } from '#main/pki/material/key-material-refused.ts'
import { readKeyMaterial } from '#main/pki/material/read-key-material.ts'
import type { CertificateSummary } from '#shared/model/certificate.ts'

/** Certificates that stand in a message or metadata, for people to compare. Nothing is trusted for standing there. */
export async function certificatesIn(xml: string | undefined): Promise<CertificateSummary[]> {
  if (xml === undefined || !xml.includes('X509Certificate')) return []
  try {
    return (await readKeyMaterial(xml.trimStart())).certificates
  } catch (error) {
    if (error instanceof KeyMaterialRefused) return []
    throw error
  }
}
