import type { KeyObject } from 'node:crypto'
import type { Prefixes } from './with-prefixes.ts'

/** A moment, or text that need not be one: what a faulty identity provider sends. */
export type Moment = Date | string

/** A response down to its last attribute. What is undefined is not written, whether or not the standard wants it. */
export interface ResponseValues {
  readonly id: string
  readonly issueInstant: Moment
  readonly destination?: string | undefined
  /** ID of the request; undefined where nobody asked. */
  readonly inResponseTo?: string | undefined
  readonly issuer?: string | undefined
  readonly status: StatusValues
  readonly assertion?: AssertionValues | undefined
  readonly signing?: SigningValues | undefined
  /** RSA: the assertion is encrypted to it after it was signed. */
  readonly encryptTo?: KeyObject | undefined
  /** `saml` and `samlp` where undefined. */
  readonly prefixes?: Prefixes | undefined
}

export interface StatusValues {
  readonly code: string
  /** Second-level code (SAML Core §3.2.2.2). */
  readonly subCode?: string | undefined
  readonly message?: string | undefined
}

export interface AssertionValues {
  readonly id: string
  readonly issueInstant: Moment
  readonly issuer: string
  readonly nameId?: NameIdValues | undefined
  readonly confirmation?: ConfirmationValues | undefined
  readonly conditions?: ConditionsValues | undefined
  readonly authnStatement?: AuthnStatementValues | undefined
  readonly attributes: readonly AttributeValues[]
}

export interface NameIdValues {
  readonly value: string
  readonly format?: string | undefined
  readonly nameQualifier?: string | undefined
  readonly spNameQualifier?: string | undefined
}

export interface ConfirmationValues {
  readonly method: string
  readonly recipient?: string | undefined
  readonly notBefore?: Moment | undefined
  readonly notOnOrAfter?: Moment | undefined
  readonly inResponseTo?: string | undefined
  readonly address?: string | undefined
}

export interface ConditionsValues {
  readonly notBefore?: Moment | undefined
  readonly notOnOrAfter?: Moment | undefined
  /** In one AudienceRestriction; none is written for an empty list. */
  readonly audiences: readonly string[]
}

export interface AuthnStatementValues {
  readonly instant: Moment
  readonly sessionIndex?: string | undefined
  readonly sessionNotOnOrAfter?: Moment | undefined
  /** URI of the AuthnContextClassRef. */
  readonly context: string
}

export interface AttributeValues {
  readonly name: string
  readonly nameFormat?: string | undefined
  readonly friendlyName?: string | undefined
  readonly values: readonly string[]
}

export interface SigningValues {
  /** RSA or EC. */
  readonly key: KeyObject
  /** Base64 of the DER, for KeyInfo. */
  readonly certificate?: string | undefined
  /** SHA-1 for RSA keys alone, and to be found. */
  readonly hash: 'sha1' | 'sha256' | 'sha512'
  readonly response: boolean
  readonly assertion: boolean
  /** Of the Signature; `ds` where undefined. */
  readonly prefix?: string | undefined
}
