import type { SamlFault } from '../fault.ts'

export const expiredCertificate: SamlFault = {
  signing: (signing, { spareKeys }) => spareKeys.ended(signing),
}
