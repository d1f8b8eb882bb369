import { readCertificate } from '#main/pki/certificate/read-certificate.ts'
import { writeServiceProviderMetadata } from '#main/saml/metadata/write-service-provider-metadata.ts'
import type { RelyingPartyHandOut } from '#shared/http-api/oidc-config.ts'
import type { HandOut } from '#shared/http-api/provider.ts'
import type { ServiceProvider } from '#shared/model/service-provider.ts'
import type { Tenant } from '../installation.ts'
import {
  acsAddress,
  backchannelLogoutUrl,
  defaultEntityId,
  initiateLoginUrl,
  logoutAddress,
  metadataAddress,
  postLogoutRedirectUri,
  redirectUri,
  startAddress,
} from './addresses.ts'
import type { Connection } from './connection.ts'
import { oidcSettings } from './oidc-config.ts'
import { samlConfigOf } from './saml-config.ts'

type Host = Pick<Tenant, 'id' | 'publicUrl'>

/** Who we are to the identity provider, and where it answers to; generated unless the configuration says otherwise. */
export function serviceProviderNames(connection: Connection, { id, publicUrl }: Host) {
  const { spEntityId, spAcsUrl } = samlConfigOf(connection)
  return {
    entityId: spEntityId ?? defaultEntityId(id, connection.id),
    acsUrl: spAcsUrl ?? acsAddress(publicUrl, connection.id),
  }
}

/** Our side as the identity provider needs it; null for OpenID Connect. */
export function serviceProviderOf(connection: Connection, host: Host): ServiceProvider | null {
  if (connection.spCertificate === null) return null
  const { x509, summary } = readCertificate(connection.spCertificate)
  const names = serviceProviderNames(connection, host)
  const signOutUrl = logoutAddress(host.publicUrl, connection.id)
  const metadataXml = writeServiceProviderMetadata({
    ...names,
    signOutUrl,
    signOutBindings: ['redirect', 'post'],
    certificate: x509.raw.toString('base64'),
    wantAssertionsSigned: true,
    authnRequestsSigned: false,
  })
  return { ...names, signOutUrl, certificate: summary, metadataXml }
}

export function handOutOf(connection: Connection, host: Host): HandOut | null {
  const serviceProvider = serviceProviderOf(connection, host)
  return (
    serviceProvider && {
      serviceProvider,
      metadataUrl: metadataAddress(host.publicUrl, connection.id),
      startUrl: startAddress(host.publicUrl, connection),
    }
  )
}

/** The same for an OpenID provider; null for SAML. Nothing of it but the client ID is the provider's to choose. */
export function relyingPartyHandOut(connection: Connection, { publicUrl }: Host): RelyingPartyHandOut | null {
  if (connection.type !== 'oidc') return null
  const { clientId = null, discoveryUrl = null, scopes } = oidcSettings(connection)
  const { id } = connection
  return {
    clientId,
    discoveryUrl,
    redirectUri: redirectUri(publicUrl, id),
    postLogoutRedirectUri: postLogoutRedirectUri(publicUrl, id),
    backchannelLogoutUrl: backchannelLogoutUrl(publicUrl, id),
    initiateLoginUrl: initiateLoginUrl(publicUrl, id),
    startUrl: startAddress(publicUrl, connection),
    scopes: ['openid', ...scopes],
  }
}
