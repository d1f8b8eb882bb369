import { ActionIcon, Menu, Text, Title } from '@mantine/core'
import { IconDots, IconTrash } from '@tabler/icons-react'
import type { Connection } from '#shared/model/connection.ts'
import { providerOf } from '#shared/providers/provider-catalogue.ts'
import { ProblemAlert } from '../../ui/states/problem-alert.tsx'
import styles from './connection-header.module.css'
import { useRemoveConnection } from './remove-connection.tsx'

interface ConnectionHeaderProps {
  readonly connection: Connection
  readonly onRemoved: () => void
}

export function ConnectionHeader({ connection, onRemoved }: ConnectionHeaderProps) {
  const { displayName, provider, domains, protocol } = connection.intake
  const remove = useRemoveConnection(connection, onRemoved)
  return (
    <>
      <header className={styles.header}>
        <div className={styles.words}>
          <Title order={1} size="h2" lineClamp={2} title={displayName}>
            {displayName}
          </Title>
          <Text c="dimmed" fz="sm" truncate title={domains.join(', ')}>
            {providerOf(provider).name} · {protocol === 'oidc' ? 'OpenID Connect' : 'SAML'} · {domains.join(', ')}
          </Text>
        </div>
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon variant="default" size="lg" aria-label="More">
              <IconDots size={17} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconTrash size={15} aria-hidden />} onClick={() => remove.ask(undefined)}>
              Remove connection
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </header>
      {remove.problem !== null && <ProblemAlert problem={remove.problem} />}
    </>
  )
}
