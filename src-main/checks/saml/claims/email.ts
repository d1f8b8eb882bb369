import type { AssertionElement } from '#main/saml/element/assertion.ts'
import { NAME_ID_EMAIL } from '#main/saml/namespaces.ts'
import { parseEmailAddress } from '#shared/model/email-address.ts'
import { readClaim } from '../../identity/read-claim.ts'
import { onAssertion } from '../../reading/on-assertion.ts'
import { looksLike } from './looks-like.ts'

/** One address, of the connection's domains. Where no attribute carries it, a NameID in e-mail format does. */
export const emailArrived = onAssertion('saml.claim.email', (assertion, { mapping, emailDomains }, trust) => {
  const claim = readClaim(assertion.attributes, mapping.email)
  const nameId = emailNameId(assertion)
  const at = claim.attributes[0]?.view ?? nameId ?? assertion.view
  if (claim.attributes.length === 0 && nameId === undefined) {
    const lookalike = findMisnamed(assertion, mapping.email)
    const expected = mapping.email.join(', ')
    if (lookalike === undefined)
      return { kind: 'fault', code: 'saml.claim.email.missing', trust, at, expected, actual: namesOf(assertion) }
    return {
      kind: 'fault',
      code: 'saml.claim.email.misnamed',
      trust,
      at: lookalike.view,
      expected,
      actual: lookalike.name,
    }
  }
  const values = claim.attributes.length > 0 ? claim.values : nameId === undefined ? [] : [nameId]
  const [value] = values
  if (value === undefined)
    return { kind: 'fault', code: 'saml.claim.email.empty', trust, at, actual: claim.attributes[0]?.name }
  if (values.length > 1) {
    return {
      kind: 'fault',
      code: 'saml.claim.email.several',
      trust,
      at,
      actual: values.map((leaf) => leaf.value).join('\n'),
    }
  }
  const address = parseEmailAddress(value.value)
  if (address === undefined) {
    const code = isJoined(value.value) ? 'saml.claim.email.joined' : 'saml.claim.email.not-an-address'
    return { kind: 'fault', code, trust, at: value, actual: value.value }
  }
  const doubt = doubtAbout(value.value, claim.attributes[0]?.name, assertion)
  if (emailDomains !== undefined && !emailDomains.includes(address.domain)) {
    const isUserName = doubt === 'saml.claim.email.user-name'
    const code = isUserName ? 'saml.claim.email.foreign-user-name' : 'saml.claim.email.foreign-domain'
    const expected = emailDomains.map((domain) => `@${domain}`).join(', ')
    return { kind: 'fault', code, trust, at: value, expected, actual: value.value }
  }
  if (doubt !== undefined) return { kind: 'fault', code: doubt, trust, at: value, actual: value.value }
  return { kind: 'passed', trust, at: value, actual: value.value }
})

const isJoined = (text: string) => {
  const parts = text.split(/[,;|\s]+/).filter((part) => part !== '')
  return parts.length > 1 && parts.every((part) => parseEmailAddress(part) !== undefined)
}

const userNames = /(?:\/claims\/(?:upn|name)|userPrincipalName|user_principal_name|^upn)$/i

/** An address, and yet perhaps not the user's mail. */
function doubtAbout(address: string, attribute: string | undefined, { attributes }: AssertionElement) {
  const isUserName =
    /#EXT#|\.onmicrosoft\.com$/i.test(address) || (attribute !== undefined && userNames.test(attribute))
  if (isUserName) return 'saml.claim.email.user-name'
  const verified = attributes.find(({ name }) => /(?:^|[/:])email_?verified$/i.test(name))?.values[0]?.value
  if (verified !== undefined && verified.toLowerCase() !== 'true') return 'saml.claim.email.unverified'
  return /[A-Z]/.test(address) ? 'saml.claim.email.capitals' : undefined
}

export function emailNameId({ subjects }: AssertionElement) {
  const nameId = subjects[0]?.nameIds[0]
  return nameId?.format === NAME_ID_EMAIL ? nameId : undefined
}

const findMisnamed = ({ attributes }: AssertionElement, mapped: readonly string[]) =>
  attributes.find((attribute) => {
    const known = looksLike(attribute, 'email') || /e-?mail/i.test(attribute.name)
    const holdsOne = attribute.values.some(({ value }) => parseEmailAddress(value) !== undefined)
    return known && holdsOne && !mapped.includes(attribute.name)
  })

const namesOf = ({ attributes }: AssertionElement) => attributes.map(({ name }) => name).join('\n') || 'no attributes'
