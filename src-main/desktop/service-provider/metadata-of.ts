import type { Connection } from '#shared/model/connection.ts'
import type { ServiceProvider } from '#shared/model/service-provider.ts'
import type { TestTarget } from '#shared/model/test-run.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'

/** The application's side as this machine made it, or as the tenant backend did. @throws {InputRefused} where it is not made yet */
export function serviceProviderOf({ serviceProvider, publication }: Connection, target: TestTarget): ServiceProvider {
  if (target === 'draft') {
    if (!publication?.serviceProvider) throw new InputRefused('publication.no-draft')
    return publication.serviceProvider
  }
  if (!serviceProvider) throw new InputRefused('connection.service-provider-missing')
  return serviceProvider
}

/** Metadata of every service provider, by entity ID. */
export const knownServiceProviders = (connections: readonly Connection[]): ReadonlyMap<string, string> =>
  new Map(
    connections
      .flatMap(({ serviceProvider, publication }) => [serviceProvider, publication?.serviceProvider])
      .flatMap((made) => (made ? [[made.entityId, made.metadataXml] as const] : [])),
  )
