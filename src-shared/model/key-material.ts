import { z } from 'zod'
import { CertificateSummary } from './certificate.ts'

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** What may be told of a key. `publicKeySha256` is of its SubjectPublicKeyInfo: equal where key and certificate belong together. */
export const KeyFacts = z.object({
  keyType: z.string(),
  /** Modulus bits for RSA, field bits for EC; null where the runtime cannot say. */
  keyBits: z.int().nullable(),
  curve: z.string().nullable(),
  publicKeySha256: Sha256,
})
export type KeyFacts = z.infer<typeof KeyFacts>

/** Everything that is told of one certificate. */
export const CertificateDetails = CertificateSummary.extend({
  /** As Windows and AD FS name certificates: lower-case hexadecimal of the DER's SHA-1. */
  sha1: z.string().regex(/^[0-9a-f]{40}$/),
  /** Such as `SHA-256 with RSA`. */
  signatureAlgorithm: z.string(),
  /** `md5`, `sha1`, `sha256` …; null where the algorithm has none of its own or is not known. */
  signatureHash: z.string().nullable(),
  curve: z.string().nullable(),
  /** Null where this runtime cannot read the key. */
  publicKeySha256: Sha256.nullable(),
  isSelfSigned: z.boolean(),
  isAuthority: z.boolean(),
  /** RFC 5280 §4.2.1.3 names; null where the certificate does not restrict its key. */
  keyUsage: z.array(z.string()).nullable(),
  /** As written, such as `DNS:idp.example.com`. */
  alternativeNames: z.array(z.string()),
})
export type CertificateDetails = z.infer<typeof CertificateDetails>

/** There is a private key. That is all that is ever told of it. */
export const PrivateKeyPresence = z.object({
  /** Null where it is sealed and no passphrase opened it. */
  facts: KeyFacts.nullable(),
  isEncrypted: z.boolean(),
  /** Thumbprints of the certificates in the same input that hold its public half. */
  certificates: z.array(Sha256),
})
export type PrivateKeyPresence = z.infer<typeof PrivateKeyPresence>

export const CertificateRequestSummary = z.object({
  subject: z.string(),
  alternativeNames: z.array(z.string()),
  key: KeyFacts.nullable(),
  signatureAlgorithm: z.string(),
  signatureHash: z.string().nullable(),
  /** Whether whoever made it holds the private key (RFC 2986 §4.2); null where this runtime cannot tell. */
  isSignedByItself: z.boolean().nullable(),
})
export type CertificateRequestSummary = z.infer<typeof CertificateRequestSummary>

/** What certificates and keys came in, the outermost first. */
export const KeyMaterialClothing = z.enum(['pem', 'der', 'base64', 'hexadecimal', 'pkcs12', 'pkcs7', 'jwk', 'xml'])
export type KeyMaterialClothing = z.infer<typeof KeyMaterialClothing>

/** Certificates and keys as they were pasted or dropped, taken out of whatever they came in. Holds no private key. */
export const KeyMaterial = z.object({
  clothing: z.array(KeyMaterialClothing).min(1),
  /** Each once, in the order in which they came. */
  certificates: z.array(CertificateDetails),
  /** Thumbprints, each chain from the end entity up. Every certificate is in exactly one. */
  chains: z.array(z.array(Sha256).min(1)),
  privateKeys: z.array(PrivateKeyPresence),
  /** Bare public keys: they stand in no certificate. */
  publicKeys: z.array(KeyFacts),
  requests: z.array(CertificateRequestSummary),
  /** How many parts were there but could not be read. */
  unreadable: z.int().min(0),
})
export type KeyMaterial = z.infer<typeof KeyMaterial>
