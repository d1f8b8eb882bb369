import type { Connection } from '#shared/model/connection.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'
import type { InspectedAgainst } from '../processes/contracts.ts'
import type { Secrets } from '../secrets/secrets.ts'
import { openKey } from '../service-provider/key-of.ts'

/** What a connection knows, for judging what was pasted. @throws {InputRefused} where its key needs the passphrase first */
export async function inspectedAgainst(connection: Connection, secrets: Secrets): Promise<InspectedAgainst> {
  const { identityProvider, serviceProvider, retired, policy } = connection
  return {
    policy,
    identityProvider: identityProvider && {
      entityId: identityProvider.entityId,
      certificates: identityProvider.signingCertificates.map(({ pem }) => pem),
      retired: retired.identityProvider.map(({ pem }) => pem),
    },
    serviceProvider: serviceProvider && {
      entityId: serviceProvider.entityId,
      acsUrl: serviceProvider.acsUrl,
      decryptionKey: await keyOf(connection, secrets),
      retired: retired.serviceProvider.map(({ pem }) => pem),
    },
    openid: openidOf(connection),
  }
}

function openidOf({ intake, mapping, openidProvider, openidClient }: Connection): InspectedAgainst['openid'] {
  if (intake.protocol !== 'oidc' || openidProvider === null) return null
  const { issuer, discoveryJson, jwksJson } = openidProvider
  return {
    ...{ issuer, discoveryJson, jwksJson, mapping },
    clientId: openidClient?.clientId ?? null,
    tenants: openidClient?.tenants ?? [],
    emailTrust: openidClient?.emailTrust ?? 'verified',
    emailDomains: intake.domains,
  }
}

/** Null where this computer has none: what is encrypted stays closed, and everything else is judged. */
async function keyOf({ id, serviceProvider }: Connection, secrets: Secrets): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!serviceProvider) return null
  try {
    const key = await openKey(secrets, id, serviceProvider.certificate)
    return Uint8Array.from(key.export({ type: 'pkcs8', format: 'der' }))
  } catch (error) {
    if (error instanceof InputRefused && error.problem.code === 'secrets.missing') return null
    throw error
  }
}
