import { RouterProvider } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { ClaimcheckBridge } from '#shared/ipc/contract.ts'
import { windowApi } from '../lib/api/window-api.ts'
import { makeQueryClient } from '../lib/queries/query-client.ts'
import { subscribeToMain } from '../lib/queries/subscribe.ts'
import { unlockWhenLocked } from '../lib/secrets/passphrase-request.ts'
import { Providers } from './providers.tsx'
import { makeRouter } from './router.tsx'

/** The whole window, over one bridge to main. */
export function App({ bridge }: { bridge: ClaimcheckBridge }) {
  const [{ api, client, router }] = useState(() => ({
    api: windowApi(bridge, unlockWhenLocked),
    client: makeQueryClient(),
    router: makeRouter(),
  }))
  useEffect(() => subscribeToMain(api, client), [api, client])
  return (
    <Providers api={api} client={client}>
      <RouterProvider router={router} />
    </Providers>
  )
}
