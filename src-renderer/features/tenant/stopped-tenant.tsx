import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconBuilding, IconCloud, IconPlayerPlay, IconPlugConnected } from '@tabler/icons-react'
import type { TenantStatus } from '#shared/model/tenant.ts'
import type { useTenantActions } from '../../lib/queries/tenant.ts'
import { EmptyState } from '../../ui/states/empty-state.tsx'
import { ProblemAlert } from '../../ui/states/problem-alert.tsx'
import { ConnectForm } from './connect-form.tsx'

interface StoppedTenantProps {
  readonly status: Extract<TenantStatus, { state: 'stopped' }>
  readonly actions: ReturnType<typeof useTenantActions>
}

/** Two ways to have a tenant: the backend that comes with the app, or one elsewhere. */
export function StoppedTenant({ status, actions }: StoppedTenantProps) {
  const [isConnecting, connecting] = useDisclosure(false)
  const { start, forgetRemote } = actions
  const { place } = status
  const problem = start.problem ?? status.problem
  if (isConnecting) return <ConnectForm onDone={connecting.close} />
  return (
    <>
      {problem && <ProblemAlert problem={problem} />}
      {place.kind === 'here' ? (
        <EmptyState
          icon={IconBuilding}
          title="The tenant backend is not running"
          text="It comes with the app: one practice organisation with a licence for single sign-on. Or use a backend that runs elsewhere."
        >
          <Button
            leftSection={<IconPlayerPlay size={16} aria-hidden />}
            loading={start.isPending}
            onClick={() => start.ask(undefined)}
          >
            Start the tenant backend
          </Button>
          <Button variant="default" leftSection={<IconCloud size={16} aria-hidden />} onClick={connecting.open}>
            Connect to a backend elsewhere
          </Button>
        </EmptyState>
      ) : (
        <EmptyState icon={IconCloud} title="Not connected" text={`The tenant backend in use is at ${place.url}.`}>
          <Button
            leftSection={<IconPlugConnected size={16} aria-hidden />}
            loading={start.isPending}
            onClick={() => start.ask(undefined)}
          >
            Connect
          </Button>
          <Button variant="default" onClick={connecting.open}>
            Use another address or key
          </Button>
          <Button variant="default" loading={forgetRemote.isPending} onClick={() => forgetRemote.ask(undefined)}>
            Use the backend on this computer
          </Button>
        </EmptyState>
      )}
    </>
  )
}
