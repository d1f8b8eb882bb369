import type { KeyObject, X509Certificate } from 'node:crypto'
import type { SchemaValidator } from '#main/saml/schema/schema-validator.ts'
import type { SecondWitness } from '#main/xml/witness/second-witness.ts'
import type { JudgingPolicy } from '#shared/model/policy.ts'
import type { ClaimMapping } from '#shared/model/profile.ts'

/** A certificate the judge may trust, from configuration or metadata; never from the message. */
export interface TrustedCertificate {
  /** Lower-case hexadecimal SHA-256 of the DER. */
  readonly sha256: string
  readonly x509: X509Certificate
}

/** How the message came about. */
export type Solicitation =
  | {
      readonly kind: 'requested'
      readonly requestId: string
      /** By our clock. The identity provider answers after that, whatever its own clock calls it. */
      readonly sentAt?: Date | undefined
    }
  /** Nobody asked: neither the Response nor the confirmation may name a request. */
  | { readonly kind: 'idp-initiated' }

/**
 * Everything a response is judged against. What is undefined is not judged: its finding is `not-verified`.
 * Time comes in as `now`; nothing here reads a clock.
 */
export interface ResponseContext {
  readonly now: Date
  readonly policy: JudgingPolicy
  readonly identityProvider: {
    readonly entityId: string | undefined
    readonly certificates: readonly TrustedCertificate[]
    /** Trusted before: they verify nothing any more, but tell why a signature does not fit. */
    readonly retiredCertificates?: readonly TrustedCertificate[] | undefined
  }
  readonly serviceProvider: {
    readonly entityId: string | undefined
    readonly acsUrl: string | undefined
    /** Private keys that may open an encrypted assertion, newest first. */
    readonly decryptionKeys: readonly KeyObject[]
    /** Keys we had before, private or public: they open nothing any more, but tell why something does not open. */
    readonly retiredKeys?: readonly KeyObject[] | undefined
  }
  readonly solicitation: Solicitation | undefined
  readonly mapping: ClaimMapping
  /** Members of the profile that must arrive. Missing ones beside these are warnings. */
  readonly requiredClaims: readonly (keyof ClaimMapping)[]
  /** The connection's e-mail domains; undefined: any. */
  readonly emailDomains: readonly string[] | undefined
  /** Age in seconds after which the authentication is too old; undefined: any. */
  readonly maximumAuthenticationAge: number | undefined
  /** Has this assertion signed someone in before? A port: who judges without a memory leaves it out. */
  readonly wasUsed?: ((issuer: string, assertionId: string) => boolean) | undefined
  /** Checks against the official schemas; undefined: not checked. Load it with `saml/schema/load-schema-validator`. */
  readonly schemaValidator?: SchemaValidator | undefined
  /** Another implementation's word on the signatures; undefined: not asked. Load it with `xml/witness/load-second-witness`. */
  readonly secondWitness?: SecondWitness | undefined
  /** RSAES-PKCS1-v1_5 is not opened in interop either: who answers anybody would be an oracle (CVE-2023-46809). */
  readonly opensNoPkcs1?: boolean | undefined
  /** Milliseconds, for the `timing` of the judgement; undefined: not measured. */
  readonly stopwatch: (() => number) | undefined
}
