import { Button } from '@mantine/core'
import { IconExternalLink, IconPlayerStop, IconPlugConnectedX } from '@tabler/icons-react'
import type { RunningTenant, useTenantActions } from '../../lib/queries/tenant.ts'

interface TenantActionsProps {
  readonly tenant: RunningTenant
  readonly actions: ReturnType<typeof useTenantActions>
}

export function TenantActions({ tenant, actions: { openSignIn, stop } }: TenantActionsProps) {
  const isHere = tenant.place.kind === 'here'
  const Drawn = isHere ? IconPlayerStop : IconPlugConnectedX
  return (
    <>
      <Button
        leftSection={<IconExternalLink size={16} aria-hidden />}
        loading={openSignIn.isPending}
        onClick={() => openSignIn.ask(undefined)}
      >
        Open the sign-in page
      </Button>
      <Button
        variant="default"
        leftSection={<Drawn size={16} aria-hidden />}
        loading={stop.isPending}
        onClick={() => stop.ask(undefined)}
      >
        {isHere ? 'Stop' : 'Disconnect'}
      </Button>
    </>
  )
}
