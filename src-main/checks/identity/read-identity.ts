import type { AssertionElement } from '#main/saml/element/assertion.ts'
import type { VerifiedElement } from '#main/xml/signature/verified-element.ts'
import { parseEmailAddress } from '#shared/model/email-address.ts'
import type { Identity } from '#shared/model/identity.ts'
import type { ClaimMapping, Profile } from '#shared/model/profile.ts'
import { emailNameId } from '../saml/claims/email.ts'
import { readClaim } from './read-claim.ts'

/** Who the assertion speaks of. It takes a verified assertion: from anything else it does not compile. */
export function readIdentity(assertion: AssertionElement<VerifiedElement>, mapping: ClaimMapping): Identity | null {
  const nameId = assertion.subjects[0]?.nameIds[0]
  const statement = assertion.authnStatements[0]
  if (nameId === undefined || assertion.issuer === undefined) return null
  return {
    nameId: nameId.value,
    nameIdFormat: nameId.format ?? null,
    issuer: assertion.issuer.value,
    sessionIndex: statement?.sessionIndex ?? null,
    authnContext: statement?.contextClass ?? null,
    attributes: readAttributeValues(assertion),
    profile: readProfile(assertion, mapping),
  }
}

function readAttributeValues({ attributes }: AssertionElement): Record<string, string[]> {
  const byName = new Map<string, string[]>()
  for (const { name, values } of attributes) {
    byName.set(name, [...(byName.get(name) ?? []), ...values.map(({ value }) => value)])
  }
  return Object.fromEntries(byName)
}

/** A member is null where its claim did not arrive, or arrived with several values; the e-mail also where it is no address. */
export function readProfile(assertion: AssertionElement, mapping: ClaimMapping): Profile {
  const single = (names: readonly string[]) => {
    const { values } = readClaim(assertion.attributes, names)
    return values.length === 1 ? (values[0]?.value ?? null) : null
  }
  const emails = readClaim(assertion.attributes, mapping.email)
  const email = emails.attributes.length > 0 ? single(mapping.email) : (emailNameId(assertion)?.value ?? null)
  const groups = readClaim(assertion.attributes, mapping.groups)
  return {
    email: email === null || parseEmailAddress(email) === undefined ? null : email,
    givenName: single(mapping.givenName),
    familyName: single(mapping.familyName),
    groups: groups.attributes.length > 0 ? groups.values.map(({ value }) => value) : null,
  }
}
