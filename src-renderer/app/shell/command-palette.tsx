import { Spotlight, type SpotlightActionData } from '@mantine/spotlight'
import { IconArrowRight, IconPlus, IconSearch } from '@tabler/icons-react'
import { useNavigate, useParams } from '@tanstack/react-router'
import type { Connection } from '#shared/model/connection.ts'
import { StepId } from '#shared/model/step.ts'
import { tenantSections } from '../../features/tenant/tenant-sections.ts'
import { useSetColorScheme } from '../../lib/queries/app.ts'
import { useConnections } from '../../lib/queries/connections.ts'
import { usePracticeIdpActions } from '../../lib/queries/practice-idp.ts'
import { useTenantActions } from '../../lib/queries/tenant.ts'
import { nextStep } from '../../lib/steps/next-step.ts'
import { stepNames } from '../../ui/step-rail.tsx'

/** Ctrl/Cmd+K: every place and the acts that belong to no one place. */
export function CommandPalette() {
  const { data: connections = [] } = useConnections()
  const actions = [
    ...useStepActions(),
    ...useConnectionActions(connections),
    ...usePlaceActions(),
    ...useSwitchActions(),
  ]
  return (
    <Spotlight
      actions={actions}
      nothingFound="Nothing has this name."
      limit={12}
      highlightQuery
      styles={{ content: { border: '1px solid var(--line)' } }}
      searchProps={{
        leftSection: <IconSearch size={18} aria-hidden />,
        placeholder: 'Go to a connection, a step or a place',
        'aria-label': 'Find anything',
      }}
    />
  )
}

const go = <IconArrowRight size={16} aria-hidden />

function usePlaceActions(): SpotlightActionData[] {
  const navigate = useNavigate()
  return [
    {
      id: 'new',
      label: 'New connection',
      leftSection: <IconPlus size={16} aria-hidden />,
      onClick: () => void navigate({ to: '/connections/new' }),
    },
    {
      id: 'inspector',
      label: 'Inspector: check a message, a certificate or a recording',
      leftSection: go,
      onClick: () => void navigate({ to: '/inspector' }),
    },
    {
      id: 'certificates',
      label: 'Certificates',
      leftSection: go,
      onClick: () => void navigate({ to: '/certificates' }),
    },
    {
      id: 'practice-idp',
      label: 'Practice IdP',
      leftSection: go,
      onClick: () => void navigate({ to: '/practice-idp' }),
    },
    ...Object.entries(tenantSections).map(([section, name]) => ({
      id: `tenant-${section}`,
      label: section === 'overview' ? 'Tenant' : `Tenant: ${name.toLowerCase()}`,
      leftSection: go,
      onClick: () => void navigate({ to: '/tenant/{-$section}', params: { section } }),
    })),
    { id: 'settings', label: 'Settings', leftSection: go, onClick: () => void navigate({ to: '/settings' }) },
  ]
}

function useConnectionActions(connections: readonly Connection[]): SpotlightActionData[] {
  const navigate = useNavigate()
  return connections.map((connection) => ({
    id: connection.id,
    label: connection.intake.displayName,
    description: connection.intake.domains.join(', '),
    leftSection: go,
    onClick: () =>
      void navigate({
        to: '/connections/$connectionId/$step',
        params: { connectionId: connection.id, step: nextStep(connection) },
      }),
  }))
}

/** Of the connection at hand alone: thirty connections would make a list of 180. */
function useStepActions(): SpotlightActionData[] {
  const navigate = useNavigate()
  const connectionId = useParams({ strict: false, select: (params) => params.connectionId })
  if (connectionId === undefined) return []
  return StepId.options.map((step) => ({
    id: step,
    label: stepNames[step],
    description: 'Step of this connection',
    leftSection: go,
    onClick: () => void navigate({ to: '/connections/$connectionId/$step', params: { connectionId, step } }),
  }))
}

function useSwitchActions(): SpotlightActionData[] {
  const practiceIdp = usePracticeIdpActions()
  const tenant = useTenantActions()
  const colorScheme = useSetColorScheme()
  return [
    { id: 'start-practice-idp', label: 'Start the practice IdP', onClick: () => practiceIdp.start.ask(undefined) },
    { id: 'start-tenant', label: 'Start the tenant backend', onClick: () => tenant.start.ask(undefined) },
    { id: 'light', label: 'Use light colours', onClick: () => colorScheme.ask('light') },
    { id: 'dark', label: 'Use dark colours', onClick: () => colorScheme.ask('dark') },
  ]
}
