import type { AttributeValues } from '#main/saml/identity-provider/response-values.ts'
import type { Prefixes } from '#main/saml/identity-provider/with-prefixes.ts'
import type { PracticePerson } from '#shared/model/practice-idp.ts'

/** How an identity provider of one make writes what it says. */
export interface Profile {
  readonly name: string
  /** Path of its tenant; empty for the plain one. */
  readonly path: string
  /** As that make's look, so that it is recognised. @param url of the tenant */
  readonly entityId: (url: string) => string
  readonly prefixes?: Prefixes | undefined
  /** Of signatures. */
  readonly signaturePrefix?: string | undefined
  readonly signs: { readonly response: boolean; readonly assertion: boolean }
  /** Assertions, whenever the application's metadata has a key for it. */
  readonly encrypts: boolean
  /** Where the request asks for none; undefined: what the application's metadata puts first. */
  readonly nameIdFormat: string | undefined
  readonly attributes: (person: PracticePerson, secondFactor: boolean) => readonly AttributeValues[]
  /** URI of the AuthnContextClassRef. */
  readonly context: (secondFactor: boolean) => string
}

export const MFA_PROFILE = 'https://refeds.org/profile/mfa'

/** What a person has not is not sent. */
export const withValues = (attributes: readonly AttributeValues[]): AttributeValues[] =>
  attributes
    .map((attribute) => ({ ...attribute, values: attribute.values.filter((value) => value !== '') }))
    .filter(({ values }) => values.length > 0)
