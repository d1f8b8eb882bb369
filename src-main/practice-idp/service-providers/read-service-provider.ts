import type { KeyObject } from 'node:crypto'
import { CertificateRefused } from '#main/pki/certificate/certificate-refused.ts'
import { readCertificate } from '#main/pki/certificate/read-certificate.ts'
import { defaultEndpoint, type ReadEndpoint } from '#main/saml/metadata/read-endpoint.ts'
import { type ReadEntity, readEntities } from '#main/saml/metadata/read-entity.ts'
import { certificatesFor } from '#main/saml/metadata/read-key.ts'
import type { ReadServiceProvider } from '#main/saml/metadata/read-role.ts'
import { BINDING_POST, BINDING_REDIRECT } from '#main/saml/namespaces.ts'
import { metadataLimits } from '#main/xml/parse/parse-limits.ts'
import { parseXml } from '#main/xml/parse/parse-xml.ts'
import { XmlRefused } from '#main/xml/parse/xml-refused.ts'
import { PracticeIdpRefused } from '../practice-idp-refused.ts'

/** An application as its metadata describes it. */
export interface RegisteredServiceProvider {
  readonly entityId: string
  /** Where a response may be posted, the default first. */
  readonly acs: readonly AcsEndpoint[]
  /** Where it is signed out, what it prefers first; empty where it is not. */
  readonly logout: readonly LogoutEndpoint[]
  readonly nameIdFormats: readonly string[]
  readonly requestsSigned: boolean
  readonly signingKeys: readonly KeyObject[]
  /** RSA; undefined where it has none to encrypt to. */
  readonly encryptionKey: KeyObject | undefined
}

export interface LogoutEndpoint {
  readonly binding: 'redirect' | 'post'
  readonly url: string
  /** Where answers go. */
  readonly answerUrl: string
}

export interface AcsEndpoint {
  readonly url: string
  readonly index: number | undefined
}

/** @throws {PracticeIdpRefused} with a reason that begins with `metadata` */
export function readServiceProvider(metadataXml: string | Uint8Array): RegisteredServiceProvider {
  const { entity, role } = onlyServiceProvider(parseEntities(metadataXml))
  if (entity.entityId === undefined || entity.entityId.trim() === '')
    throw new PracticeIdpRefused('metadata-without-entity-id', entity.element.name)
  return {
    entityId: entity.entityId,
    acs: postEndpoints(role),
    logout: logoutEndpoints(role),
    nameIdFormats: role.nameIdFormats.map(({ value }) => value),
    requestsSigned: role.authnRequestsSigned === true,
    signingKeys: certificatesFor('signing', role.keys).map(({ value }) => publicKeyOf(value)),
    encryptionKey: certificatesFor('encryption', role.keys)
      .map(({ value }) => publicKeyOf(value))
      .find(({ asymmetricKeyType }) => asymmetricKeyType === 'rsa'),
  }
}

function parseEntities(metadataXml: string | Uint8Array): ReadEntity[] {
  try {
    return readEntities(parseXml(metadataXml, metadataLimits))
  } catch (error) {
    if (!(error instanceof XmlRefused)) throw error
    throw new PracticeIdpRefused('metadata-unreadable', `${error.detail} (${error.line}:${error.column})`, {
      cause: error,
    })
  }
}

function onlyServiceProvider(entities: readonly ReadEntity[]) {
  const described = entities.flatMap((entity) => entity.serviceProviders.map((role) => ({ entity, role })))
  const [first, second] = described
  if (first === undefined)
    throw new PracticeIdpRefused('metadata-without-service-provider', entities[0]?.entityId ?? 'no entity')
  if (second !== undefined) throw new PracticeIdpRefused('metadata-several', String(described.length))
  return first
}

/** Responses are posted (SAML Profiles §4.1.2): other bindings are no use here. */
function postEndpoints(role: ReadServiceProvider): AcsEndpoint[] {
  const usable = role.assertionConsumerServices.filter(
    ({ binding, location }) => binding === BINDING_POST && isWeb(location),
  )
  const preferred = defaultEndpoint(usable)
  if (preferred === undefined) throw new PracticeIdpRefused('metadata-without-acs', 'HTTP-POST')
  return [preferred, ...usable.filter((endpoint) => endpoint !== preferred)].map(toAcs)
}

const bindings = new Map([
  [BINDING_REDIRECT, 'redirect'],
  [BINDING_POST, 'post'],
] as const)

/** Those a browser can be sent to (SAML Profiles §4.4.3); a redirect costs it no script. */
function logoutEndpoints(role: ReadServiceProvider): LogoutEndpoint[] {
  const usable = role.singleLogoutServices.flatMap(({ binding, location = '', responseLocation = location }) => {
    const known = bindings.get(binding as typeof BINDING_POST)
    return known !== undefined && isWeb(location) && isWeb(responseLocation)
      ? [{ binding: known, url: location, answerUrl: responseLocation }]
      : []
  })
  return [
    ...usable.filter(({ binding }) => binding === 'redirect'),
    ...usable.filter(({ binding }) => binding === 'post'),
  ]
}

const toAcs = ({ location = '', index }: ReadEndpoint): AcsEndpoint => ({ url: location, index })

/** A form must never be posted to `javascript:`. */
const isWeb = (location: string | undefined) => /^https?:$/.test(URL.parse(location ?? '')?.protocol ?? '')

function publicKeyOf(certificate: string): KeyObject {
  try {
    return readCertificate(certificate).x509.publicKey
  } catch (error) {
    if (!(error instanceof CertificateRefused)) throw error
    throw new PracticeIdpRefused('metadata-certificate', error.reason, { cause: error })
  }
}
