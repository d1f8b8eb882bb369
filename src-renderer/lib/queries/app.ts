import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { AppInfo, ColorScheme } from '#shared/ipc/app.ts'
import { useApi } from '../api/api-context.tsx'
import { useAsk } from '../api/use-ask.ts'
import { queryKeys } from './query-keys.ts'

export function useAppInfo() {
  const api = useApi()
  return useQuery({ queryKey: queryKeys.appInfo, queryFn: () => api.app.info() })
}

export function useSecretsActions() {
  const api = useApi()
  const client = useQueryClient()
  const keep = (info: AppInfo) => client.setQueryData(queryKeys.appInfo, info)
  return {
    unlock: useAsk((passphrase: string) => api.app.unlockSecrets({ passphrase }), keep),
    replaceLost: useAsk((_: undefined) => api.app.replaceLostSecrets(), keep),
  }
}

export function useStoredColorScheme() {
  const api = useApi()
  return useQuery({ queryKey: queryKeys.colorScheme, queryFn: () => api.app.colorScheme() })
}

export function useSetColorScheme() {
  const api = useApi()
  const client = useQueryClient()
  return useAsk(
    (colorScheme: ColorScheme) => api.app.setColorScheme({ colorScheme }),
    (colorScheme) => client.setQueryData(queryKeys.colorScheme, colorScheme),
  )
}
