import { ActionIcon, Tooltip } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Link, useLocation } from '@tanstack/react-router'
import { useConnections } from '../../lib/queries/connections.ts'
import { useLatestRuns } from '../../lib/queries/runs.ts'
import { ConnectionLink } from './connection-link.tsx'
import styles from './connection-list.module.css'

/** All connections, each with its one status word. */
export function ConnectionList() {
  const { data: connections = [] } = useConnections()
  const { data: latest = [] } = useLatestRuns()
  const here = useLocation({ select: ({ pathname }) => pathname })
  return (
    <>
      <div className={styles.header}>
        <span className={styles.title}>Connections</span>
        <Tooltip label="New connection">
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label="New connection"
            renderRoot={(props) => <Link to="/connections/new" {...props} />}
          >
            <IconPlus size={17} stroke={1.8} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
      <div className={styles.scroll}>
        <ul className={styles.list}>
          {connections.map((connection) => (
            <li key={connection.id}>
              <ConnectionLink
                connection={connection}
                latest={latest.find(({ connectionId }) => connectionId === connection.id)}
                isHere={here.startsWith(`/connections/${connection.id}/`)}
              />
            </li>
          ))}
        </ul>
        {connections.length === 0 && <p className={styles.none}>None yet</p>}
      </div>
    </>
  )
}
