import { createPublicKey } from 'node:crypto'
import type { SubjectAlternativeNameExtension } from '@peculiar/x509'
import type { CertificateRequestSummary, KeyFacts } from '#shared/model/key-material.ts'
import { signatureAlgorithmOf } from '../certificate/signature-algorithm.ts'
import { describeKey } from '../key-pair/describe-key.ts'

const ALTERNATIVE_NAMES = '2.5.29.17'

/** @param der CertificationRequest (RFC 2986 §4); undefined where it cannot be read */
export async function summariseRequest(der: Uint8Array): Promise<CertificateRequestSummary | undefined> {
  await import('reflect-metadata')
  const { Pkcs10CertificateRequest } = await import('@peculiar/x509')
  try {
    const request = new Pkcs10CertificateRequest(Uint8Array.from(der))
    const { name, hash } = signatureAlgorithmOf(der)
    const names = request.getExtension(ALTERNATIVE_NAMES) as SubjectAlternativeNameExtension | null
    return {
      subject: request.subject,
      alternativeNames: (names?.names.items ?? []).map(({ type, value }) => `${type.toUpperCase()}:${value}`),
      key: keyFacts(request.publicKey.rawData),
      signatureAlgorithm: name,
      signatureHash: hash,
      isSignedByItself: await request.verify().catch(() => null),
    }
  } catch {
    return undefined
  }
}

function keyFacts(spki: ArrayBuffer): KeyFacts | null {
  try {
    return describeKey(createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' }))
  } catch {
    return null
  }
}
