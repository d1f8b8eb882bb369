import type { Connection, Intake } from '#shared/model/connection.ts'
import type { IdentityProvider } from '#shared/model/identity-provider.ts'
import type { LoadedOpenidProvider, OpenidClient } from '#shared/model/openid-side.ts'
import type { JudgingPolicy } from '#shared/model/policy.ts'
import type { ClaimMapping } from '#shared/model/profile.ts'
import type { Publication } from '#shared/model/publication.ts'
import type { ServiceProvider } from '#shared/model/service-provider.ts'
import { claimNamesOf } from './claim-names-of.ts'
import { retireCertificates } from './retire-certificates.ts'

/** From one state of a connection to the next; when it happened is written down by the workspace. */
export type Change = (connection: Connection) => Connection

export const changeIntake =
  (intake: Intake): Change =>
  (connection) => ({ ...connection, intake, mapping: mappingFor(intake.protocol, connection) })

/** Another protocol has other names for the same: who never changed the mapping gets those. */
function mappingFor(protocol: Intake['protocol'], { intake, mapping }: Connection): ClaimMapping {
  const isUntouched = JSON.stringify(mapping) === JSON.stringify(claimNamesOf(intake.protocol))
  return isUntouched ? claimNamesOf(protocol) : mapping
}

export const changeMapping =
  (mapping: ClaimMapping): Change =>
  (connection) => ({ ...connection, mapping })

export const changePolicy =
  (policy: JudgingPolicy): Change =>
  (connection) => ({ ...connection, policy })

export const setIdentityProvider =
  (identityProvider: IdentityProvider): Change =>
  (connection) => ({
    ...connection,
    identityProvider,
    retired: { ...connection.retired, identityProvider: retiredSigners(connection, identityProvider) },
  })

/** Of another identity provider the old certificates say nothing. */
function retiredSigners({ identityProvider: before, retired }: Connection, after: IdentityProvider) {
  if (before?.entityId !== after.entityId) return []
  return retireCertificates(retired.identityProvider, before.signingCertificates, after.signingCertificates)
}

export const setServiceProvider =
  (serviceProvider: ServiceProvider): Change =>
  (connection) => {
    const { retired, serviceProvider: before } = connection
    const ours = before === null ? [] : [before.certificate]
    const known = retireCertificates(retired.serviceProvider, ours, [serviceProvider.certificate])
    return { ...connection, serviceProvider, retired: { ...retired, serviceProvider: known } }
  }

export const setOpenidProvider =
  (openidProvider: LoadedOpenidProvider): Change =>
  (connection) => ({ ...connection, openidProvider })

export const setOpenidClient =
  (openidClient: OpenidClient): Change =>
  (connection) => ({ ...connection, openidClient })

export const setPublication =
  (publication: Publication | null): Change =>
  (connection) => ({ ...connection, publication })

/** The connection after `change`, stamped. No stamp is earlier than the one before, also when the clock was set back. */
export function applyChange(connection: Connection, change: Change, now: Date): Connection {
  const updatedAt = now.toISOString() > connection.updatedAt ? now.toISOString() : connection.updatedAt
  return { ...change(connection), id: connection.id, createdAt: connection.createdAt, updatedAt }
}
