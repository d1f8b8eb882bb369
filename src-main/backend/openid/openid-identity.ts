import type { Identity } from '#shared/model/identity.ts'
import type { TokenIdentity } from '#shared/model/token-judgement.ts'
import { issuerNames } from '#shared/providers/issuer-names.ts'
import type { Connection } from '../connections/connection.ts'

/**
 * What an account is linked by: issuer and subject together name a person for ever, either alone does not (OpenID Connect Core
 * §5.7). No issuer has a fragment (§2), so the two cannot run into each other.
 */
export function openidName({ issuer: ours }: Pick<Connection, 'issuer'>, issuer: string, subject: string): string {
  const own = ours !== null && issuerNames(ours).includes(issuer) ? ours : issuer
  return `${own}#${subject}`
}

/** As every other sign-in knows a person. */
export const openidIdentity = (connection: Connection, token: TokenIdentity): Identity => ({
  nameId: openidName(connection, token.issuer, token.subject),
  nameIdFormat: null,
  issuer: token.issuer,
  sessionIndex: token.sessionId,
  authnContext: token.acr,
  attributes: {},
  profile: token.profile,
})
