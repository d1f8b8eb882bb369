import type { CertificateSummary } from '#shared/model/certificate.ts'

/** Such as `RSA 2048 bits`; the size is left out where the runtime cannot say. */
export function keyWords({ keyType, keyBits }: Pick<CertificateSummary, 'keyType' | 'keyBits'>): string {
  const type = keyType.toUpperCase()
  return keyBits === null ? type : `${type} ${keyBits} bits`
}
