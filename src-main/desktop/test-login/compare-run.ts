import type { KeyObject } from 'node:crypto'
import { compareSides } from '#main/checks/comparison/compare-sides.ts'
import type { Connection } from '#shared/model/connection.ts'
import type { SideComparison } from '#shared/model/side-comparison.ts'
import type { TestRun } from '#shared/model/test-run.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'
import type { Secrets } from '../secrets/secrets.ts'
import { openKey } from '../service-provider/key-of.ts'
import { serviceProviderOf } from '../service-provider/metadata-of.ts'

/** A run's messages beside the connection as it is now. @throws {InputRefused} where a side is missing */
export async function compareRun(run: TestRun, connection: Connection, secrets: Secrets): Promise<SideComparison> {
  const { identityProvider } = connection
  if (!identityProvider) throw new InputRefused('connection.identity-provider-missing')
  const serviceProvider = serviceProviderOf(connection, run.target)
  return compareSides({
    configuration: {
      issuer: identityProvider.entityId,
      'entity-id': serviceProvider.entityId,
      'acs-url': serviceProvider.acsUrl,
      'sign-in-url': identityProvider.singleSignOn.url,
    },
    identityProviderMetadata: identityProvider.metadataXml,
    serviceProviderMetadata: serviceProvider.metadataXml,
    request: run.request?.xml ?? null,
    response: run.message?.xml ?? null,
    decryptionKeys: await keysFor(run, connection, secrets),
  })
}

/** Opens again only what was opened to judge it. A draft's key is the backend's; ours may need its passphrase first. */
async function keysFor({ target, judgement }: TestRun, { id, serviceProvider }: Connection, secrets: Secrets) {
  const wasOpened = judgement?.findings.some(
    ({ code, severity }) => code === 'saml.encryption' && severity === 'passed',
  )
  if (!wasOpened || target !== 'application' || !serviceProvider) return []
  return openKey(secrets, id, serviceProvider.certificate).then(
    (key): KeyObject[] => [key],
    (error: unknown) => {
      if (error instanceof InputRefused) return []
      throw error
    },
  )
}
