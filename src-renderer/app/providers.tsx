import { MantineProvider } from '@mantine/core'
import { ModalsProvider } from '@mantine/modals'
import { Notifications } from '@mantine/notifications'
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { ClaimcheckApi } from '#shared/ipc/contract.ts'
import { PassphraseDialog } from '../features/settings/passphrase-dialog.tsx'
import { ApiProvider } from '../lib/api/api-context.tsx'
import { styleNonce } from '../lib/api/content-security.ts'
import { ClockProvider } from '../lib/format/clock.tsx'
import { ColorSchemeInStep } from './color-scheme.tsx'
import { cssVariables } from './css-variables.ts'
import { theme } from './theme.ts'

const systemClock = () => new Date()
const getStyleNonce = () => styleNonce

interface ProvidersProps {
  readonly api: ClaimcheckApi
  readonly client: QueryClient
  readonly children: ReactNode
}

export function Providers({ api, client, children }: ProvidersProps) {
  return (
    <QueryClientProvider client={client}>
      <ApiProvider api={api}>
        <MantineProvider
          theme={theme}
          cssVariablesResolver={cssVariables}
          defaultColorScheme="auto"
          getStyleNonce={getStyleNonce}
        >
          <ClockProvider clock={systemClock}>
            <ModalsProvider>
              <ColorSchemeInStep />
              <Notifications position="bottom-right" autoClose={8000} />
              {children}
              <PassphraseDialog />
            </ModalsProvider>
          </ClockProvider>
        </MantineProvider>
      </ApiProvider>
    </QueryClientProvider>
  )
}
