import { QueryClient } from '@tanstack/react-query'

/** Main tells of every change, so what was read stays good until then. Refusals are answers: nothing is asked twice. */
export const makeQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        retry: false,
        refetchOnWindowFocus: false,
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
