import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useApi } from '../api/api-context.tsx'
import { useAsk } from '../api/use-ask.ts'
import { queryKeys } from './query-keys.ts'
import { useTenant } from './tenant.ts'

type Api = ReturnType<typeof useApi>

/** Others change it too, so what a tenant backend holds is read anew each time it is looked at. */
const fresh = { staleTime: 0, refetchOnWindowFocus: true } as const

/** Another backend has other data: what is known is kept by its address. */
function useAdminKey() {
  const { data } = useTenant()
  const url = data?.state === 'running' ? data.url : ''
  return (...name: readonly (string | null)[]) => [...queryKeys.admin, url, ...name]
}

/** One thing of the tenant backend in use. */
export function useAdmin<T>(name: string, read: (api: Api) => Promise<T>) {
  const api = useApi()
  const key = useAdminKey()
  return useQuery({ queryKey: key(name), queryFn: () => read(api), ...fresh })
}

/** Rows that are drawn at once: each has controls of its own. */
const PAGE = 50

interface Page {
  readonly total: number
  readonly nextCursor?: string | undefined
}

/** A list of the tenant backend in use, page after page. @param filter what the list is narrowed to; another is another list */
export function useAdminPages<P extends Page>(
  name: string,
  filter: string | null,
  read: (api: Api, page: { readonly limit: number; readonly cursor?: string }) => Promise<P>,
) {
  const api = useApi()
  const key = useAdminKey()
  return useInfiniteQuery({
    queryKey: key(name, filter),
    queryFn: ({ pageParam }) => read(api, { limit: PAGE, ...(pageParam !== undefined && { cursor: pageParam }) }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    ...fresh,
  })
}

/** Asks for a change; all that is on screen of the backend is read again afterwards. */
export function useAdminAsk<Input, Output>(
  change: (api: Api, input: Input) => Promise<Output>,
  onDone?: (output: Output, input: Input) => void,
) {
  const api = useApi()
  const client = useQueryClient()
  return useAsk(
    (input: Input) => change(api, input).finally(() => client.invalidateQueries({ queryKey: queryKeys.admin })),
    onDone,
  )
}
