import type { ConnectionId, OrganisationId } from '#shared/model/ids.ts'
import type { Connection } from './connection.ts'

/** Where a connection is reached. Path and parameter are registered at identity providers: they never change. */
const address = (publicUrl: string, path: string, id: ConnectionId) => `${publicUrl}${path}?connection=${id}`

export const acsAddress = (publicUrl: string, id: ConnectionId) => address(publicUrl, '/saml/acs', id)
export const metadataAddress = (publicUrl: string, id: ConnectionId) => address(publicUrl, '/saml/metadata', id)

export const logoutAddress = (publicUrl: string, id: ConnectionId) => address(publicUrl, '/saml/logout', id)

export const defaultEntityId = (organisation: OrganisationId, id: ConnectionId) =>
  `urn:claimcheck:${organisation}:${id}`

/** By path: some OpenID providers register no redirect URI with a query. */
const openidAddress = (publicUrl: string, id: ConnectionId, what: string) => `${publicUrl}/openid/${id}/${what}`

export const redirectUri = (publicUrl: string, id: ConnectionId) => openidAddress(publicUrl, id, 'callback')
export const initiateLoginUrl = (publicUrl: string, id: ConnectionId) => openidAddress(publicUrl, id, 'initiate')
export const backchannelLogoutUrl = (publicUrl: string, id: ConnectionId) => openidAddress(publicUrl, id, 'logout')
export const postLogoutRedirectUri = (publicUrl: string, id: ConnectionId) => openidAddress(publicUrl, id, 'signed-out')

/** Where a sign-in through the connection begins. */
export const startAddress = (publicUrl: string, { id, type }: Pick<Connection, 'id' | 'type'>) =>
  type === 'saml' ? address(publicUrl, '/saml/start', id) : openidAddress(publicUrl, id, 'start')
