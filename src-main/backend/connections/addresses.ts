import type { ConnectionId, OrganisationId } from '#shared/model/ids.ts'

/** Where a connection is reached. Path and parameter are registered at identity providers: they never change. */
const address = (publicUrl: string, path: string, id: ConnectionId) => `${publicUrl}${path}?connection=${id}`

export const acsAddress = (publicUrl: string, id: ConnectionId) => address(publicUrl, '/saml/acs', id)
export const metadataAddress = (publicUrl: string, id: ConnectionId) => address(publicUrl, '/saml/metadata', id)
export const startAddress = (publicUrl: string, id: ConnectionId) => address(publicUrl, '/saml/start', id)

export const logoutAddress = (publicUrl: string, id: ConnectionId) => address(publicUrl, '/saml/logout', id)

export const defaultEntityId = (organisation: OrganisationId, id: ConnectionId) =>
  `urn:claimcheck:${organisation}:${id}`
