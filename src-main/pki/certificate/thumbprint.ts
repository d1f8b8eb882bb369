import { createHash } from 'node:crypto'

/** Lower-case hexadecimal SHA-256 of a certificate's DER: how certificates are named throughout. */
export const thumbprint = (der: Uint8Array): string => createHash('sha256').update(der).digest('hex')
