import { ActionIcon, NavLink, Tooltip } from '@mantine/core'
import { spotlight } from '@mantine/spotlight'
import {
  type Icon,
  IconBuilding,
  IconCertificate,
  IconFileSearch,
  IconSchool,
  IconSearch,
  IconSettings,
} from '@tabler/icons-react'
import { Link, useLocation } from '@tanstack/react-router'
import type { TenantStatus } from '#shared/model/tenant.ts'
import { ConnectionList } from '../../features/connections/connection-list.tsx'
import { usePracticeIdp } from '../../lib/queries/practice-idp.ts'
import { useTenant } from '../../lib/queries/tenant.ts'
import styles from './shell.module.css'

/** Connections first, then what they are practised and published with. */
export function Rail() {
  const { data: practiceIdp } = usePracticeIdp()
  const { data: tenant } = useTenant()
  return (
    <aside className={styles.rail} aria-label="Sidebar">
      <div className={styles.product}>
        <span className={styles.name}>Claimcheck</span>
        <Tooltip label="Find anything (Ctrl+K)">
          <ActionIcon variant="subtle" color="gray" aria-label="Find anything" onClick={spotlight.open}>
            <IconSearch size={17} stroke={1.8} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
      <nav aria-label="Connections" className={styles.connections}>
        <ConnectionList />
      </nav>
      <nav aria-label="Places" className={styles.places}>
        <Place to="/inspector" icon={IconFileSearch} label="Inspector" />
        <Place to="/certificates" icon={IconCertificate} label="Certificates" />
        <Place
          to="/practice-idp"
          icon={IconSchool}
          label="Practice IdP"
          word={practiceIdp?.state === 'running' ? 'Running' : undefined}
        />
        <Place to="/tenant/{-$section}" icon={IconBuilding} label="Tenant" word={tenantWord(tenant)} />
        <Place to="/settings" icon={IconSettings} label="Settings" />
      </nav>
    </aside>
  )
}

interface PlaceProps {
  readonly to: '/inspector' | '/certificates' | '/practice-idp' | '/tenant/{-$section}' | '/settings'
  readonly icon: Icon
  readonly label: string
  /** Where it stands, where that is worth a word. */
  readonly word?: string | undefined
}

function Place({ to, icon: Drawn, label, word }: PlaceProps) {
  const isHere = useLocation({ select: ({ pathname }) => pathname.startsWith(to.replace('/{-$section}', '')) })
  return (
    <NavLink
      className={styles.place}
      active={isHere}
      aria-current={isHere ? 'page' : undefined}
      leftSection={<Drawn size={17} stroke={1.8} aria-hidden />}
      label={label}
      rightSection={word !== undefined && <span className={styles.running}>{word}</span>}
      renderRoot={(props) => <Link to={to} {...props} />}
    />
  )
}

function tenantWord(tenant: TenantStatus | undefined): string | undefined {
  if (tenant?.state !== 'running') return undefined
  return tenant.place.kind === 'here' ? 'Running' : 'Connected'
}
