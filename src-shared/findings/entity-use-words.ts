import { defaultEndpoint } from '../comparison/compare-endpoints.ts'
import type { Endpoint, MetadataEntity } from '../model/judgement.ts'

const POST = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST'
const REDIRECT = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect'

/** What the other side would actually use of an entity's metadata, one sentence each. */
export function entityUse(entity: MetadataEntity, now: Date): string[] {
  return [
    ...(entity.roles.includes('idp') ? toIdp(entity, now) : []),
    ...(entity.roles.includes('sp') ? toSp(entity, now) : []),
  ]
}

function toIdp(entity: MetadataEntity, now: Date): string[] {
  const signIn = first(entity.singleSignOnServices, REDIRECT) ?? first(entity.singleSignOnServices, POST)
  const signOut = first(entity.singleLogoutServices, REDIRECT) ?? first(entity.singleLogoutServices, POST)
  const signed = entity.wantAuthnRequestsSigned ? 'signed, because it wants that' : 'signed or not'
  return [
    signIn === undefined
      ? 'No login can begin here: there is no sign-in URL for Redirect or POST.'
      : `Login requests go to ${signIn.location} by ${bindingName(signIn)}, ${signed}.`,
    keys(entity, now),
    signOut === undefined
      ? 'Signing out here signs nobody out there.'
      : `Sign-outs go to ${signOut.location} by ${bindingName(signOut)}.`,
  ]
}

function keys({ signingCertificates }: MetadataEntity, now: Date): string {
  if (signingCertificates.length === 0) return 'Nothing it signs can be verified: there is no signing certificate.'
  const names = signingCertificates.map(({ sha256 }) => `…${sha256.slice(-8)}`).join(' or ')
  const isPast = ({ notAfter }: { readonly notAfter: string }) => Date.parse(notAfter) < now.getTime()
  const past = signingCertificates.filter(isPast).length
  const expired =
    past === 0 ? '' : past === signingCertificates.length ? ', which has expired' : `, ${past} of them expired`
  return `Responses verify with the certificate ${names}${expired}.`
}

function toSp(entity: MetadataEntity, now: Date): string[] {
  const consumer = defaultEndpoint(entity.assertionConsumerServices.filter(({ binding }) => binding === POST))
  const required = entity.requestedAttributes.filter(({ isRequired }) => isRequired)
  const names = required.map(({ friendlyName, name }) => friendlyName ?? name).join(', ')
  return [
    consumer === undefined
      ? 'No response can be delivered: there is no ACS URL for POST.'
      : `Responses are delivered to ${consumer.location}, unless a request names another address of the list.`,
    encryption(entity, now),
    required.length === 0 ? 'It requires no attribute by name.' : `It requires ${names}.`,
  ]
}

function encryption({ encryptionCertificates }: MetadataEntity, now: Date): string {
  const usable = encryptionCertificates.find(({ notAfter }) => Date.parse(notAfter) >= now.getTime())
  if (encryptionCertificates.length === 0)
    return 'Assertions are sent unencrypted: it offers no encryption certificate.'
  const [any] = encryptionCertificates
  return usable === undefined
    ? `Assertions would be encrypted to the certificate …${any?.sha256.slice(-8)}, which has expired.`
    : `Assertions may be encrypted to the certificate …${usable.sha256.slice(-8)}.`
}

const first = (endpoints: readonly Endpoint[], wanted: string) => endpoints.find(({ binding }) => binding === wanted)
const bindingName = ({ binding }: Endpoint) => binding.slice(binding.lastIndexOf(':') + 1)
