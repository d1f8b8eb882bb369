import { Button, Menu } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import type { ConnectionId } from '#shared/model/ids.ts'
import type { InspectedPart, Inspection } from '#shared/model/inspection.ts'
import { useApi } from '../../lib/api/api-context.tsx'
import { useAsk } from '../../lib/api/use-ask.ts'
import { useConnections, useKeepConnection } from '../../lib/queries/connections.ts'
import { ProblemAlert } from '../../ui/states/problem-alert.tsx'

/** Where what was found belongs: an identity provider's metadata into a connection. */
export function UseIt({ thing, name }: { thing: Inspection | InspectedPart; name: string | null }) {
  const text = usableMetadata(thing)
  return text === null ? null : <UseMetadata xml={text} name={name} />
}

function usableMetadata({ judgement, text }: Inspection | InspectedPart): string | null {
  if (judgement?.by !== 'metadata' || text?.language !== 'xml') return null
  const providers = judgement.entities.filter(({ roles }) => roles.includes('idp'))
  return providers.length === 1 ? text.content : null
}

function UseMetadata({ xml, name }: { xml: string; name: string | null }) {
  const api = useApi()
  const navigate = useNavigate()
  const keep = useKeepConnection()
  const { data: connections = [] } = useConnections()
  const load = useAsk(
    (connectionId: ConnectionId) =>
      api.identityProvider.loadDocument({
        connectionId,
        source: name === null ? 'paste' : 'file',
        name: name ?? '',
        bytes: new TextEncoder().encode(xml),
      }),
    (connection) => {
      keep(connection)
      void navigate({
        to: '/connections/$connectionId/$step',
        params: { connectionId: connection.id, step: 'identity-provider' },
      })
    },
  )
  if (connections.length === 0)
    return (
      <Button variant="default" size="xs" onClick={() => void navigate({ to: '/connections/new' })}>
        New connection
      </Button>
    )
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button size="xs" loading={load.isPending} rightSection={<IconArrowRight size={14} aria-hidden />}>
            Use in a connection
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah={320} style={{ overflow: 'auto' }}>
          {connections.map(({ id, intake }) => (
            <Menu.Item key={id} onClick={() => load.ask(id)}>
              {intake.displayName}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {load.problem !== null && <ProblemAlert problem={load.problem} />}
    </>
  )
}
