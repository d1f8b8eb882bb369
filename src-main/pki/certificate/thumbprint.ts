import { hash } from 'node:crypto'

/** Lower-case hexadecimal SHA-256 of a certificate's DER: how certificates are named throughout. */
export const thumbprint = (der: Uint8Array): string => hash('sha256', der, 'hex')
