import { createContext, type ReactNode, use } from 'react'
import type { ClaimcheckApi } from '#shared/ipc/contract.ts'

const ApiContext = createContext<ClaimcheckApi | null>(null)

export function ApiProvider({ api, children }: { api: ClaimcheckApi; children: ReactNode }) {
  return <ApiContext value={api}>{children}</ApiContext>
}

export function useApi(): ClaimcheckApi {
  const api = use(ApiContext)
  if (api === null) throw new Error('useApi needs an ApiProvider')
  return api
}
