import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { TenantStatus } from '#shared/model/tenant.ts'
import { useApi } from '../api/api-context.tsx'
import { useAsk } from '../api/use-ask.ts'
import { queryKeys } from './query-keys.ts'

export type RunningTenant = Extract<TenantStatus, { state: 'running' }>

export function useTenant() {
  const api = useApi()
  return useQuery({ queryKey: queryKeys.tenant, queryFn: () => api.tenant.status() })
}

/** What a person enters to reach a backend elsewhere. */
export interface RemoteTenant {
  readonly url: string
  readonly apiKey: string
  readonly certificateAuthority: string
}

export function useConnectTenant(onConnected: () => void) {
  const api = useApi()
  const client = useQueryClient()
  return useAsk(
    (remote: RemoteTenant) => api.tenant.connect(remote),
    (status) => {
      client.setQueryData(queryKeys.tenant, status)
      onConnected()
    },
  )
}

export function useTenantActions() {
  const api = useApi()
  const client = useQueryClient()
  const keep = (status: TenantStatus) => client.setQueryData(queryKeys.tenant, status)
  return {
    start: useAsk((_: undefined) => api.tenant.start(), keep),
    stop: useAsk((_: undefined) => api.tenant.stop(), keep),
    forgetRemote: useAsk((_: undefined) => api.tenant.forgetRemote(), keep),
    openSignIn: useAsk((_: undefined) => api.tenant.openSignIn()),
  }
}
