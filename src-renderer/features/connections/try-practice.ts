import { useQueryClient } from '@tanstack/react-query'
import type { ClaimcheckApi } from '#shared/ipc/contract.ts'
import type { Connection } from '#shared/model/connection.ts'
import type { PracticePerson } from '#shared/model/practice-idp.ts'
import { useApi } from '../../lib/api/api-context.tsx'
import { useAsk } from '../../lib/api/use-ask.ts'
import { keepConnection } from '../../lib/queries/connections.ts'
import { queryKeys } from '../../lib/queries/query-keys.ts'

/** Starts the practice identity provider and makes a connection to it, metadata loaded. */
export function useTryPractice(onMade: (connection: Connection) => void) {
  const api = useApi()
  const client = useQueryClient()
  return useAsk(
    (protocol: 'saml' | 'oidc') => (protocol === 'oidc' ? tryOpenid(api) : tryPractice(api)),
    (connection) => {
      keepConnection(client, connection)
      void client.invalidateQueries({ queryKey: queryKeys.practiceIdp })
      onMade(connection)
    },
  )
}

async function tryPractice(api: ClaimcheckApi): Promise<Connection> {
  const status = await api.practiceIdp.start()
  if (status.state !== 'running') throw new Error('the practice identity provider did not start')
  const made = await api.connections.create({
    intake: {
      provider: 'custom-saml',
      protocol: 'saml',
      domains: domainsOf(status.people),
      applicationOwner: '',
      displayName: 'Practice connection',
    },
  })
  return api.identityProvider.loadUrl({ connectionId: made.id, url: status.metadataUrl })
}

/** By OpenID Connect the practice identity provider gives out ID and secret as well: only the login is left to do. */
async function tryOpenid(api: ClaimcheckApi): Promise<Connection> {
  const status = await api.practiceIdp.start()
  if (status.state !== 'running') throw new Error('the practice identity provider did not start')
  const { id: connectionId } = await api.connections.create({
    intake: {
      provider: 'generic-oidc',
      protocol: 'oidc',
      domains: domainsOf(status.people),
      applicationOwner: '',
      displayName: 'Practice connection by OpenID',
    },
  })
  return api.openid.loadUrl({ connectionId, url: status.openid.issuer })
}

function domainsOf(people: readonly PracticePerson[]): string[] {
  const domains = people.map(({ email }) => email.split('@')[1] ?? '').filter((domain) => domain !== '')
  return [...new Set(domains)]
}
