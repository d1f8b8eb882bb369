import { Link } from '@tanstack/react-router'
import type { Connection } from '#shared/model/connection.ts'
import { connectionStatus } from '#shared/model/connection-status.ts'
import type { TestRunSummary } from '#shared/model/test-run.ts'
import { providerOf } from '#shared/providers/provider-catalogue.ts'
import { initials } from '../../lib/format/initials.ts'
import { nextStep } from '../../lib/steps/next-step.ts'
import { SeverityIcon } from '../../ui/severity-icon.tsx'
import styles from './connection-list.module.css'
import { statusWords } from './status-words.ts'

interface ConnectionLinkProps {
  readonly connection: Connection
  readonly latest: TestRunSummary | undefined
  readonly isHere: boolean
}

/** One connection in the rail: its initials, name and status word. */
export function ConnectionLink({ connection, latest, isHere }: ConnectionLinkProps) {
  const { displayName, provider, domains } = connection.intake
  const { word, severity } = statusWords[connectionStatus(connection, latest)]
  return (
    <Link
      to="/connections/$connectionId/$step"
      params={{ connectionId: connection.id, step: nextStep(connection) }}
      className={styles.link}
      aria-current={isHere ? 'page' : undefined}
      title={`${displayName}, ${providerOf(provider).name}, ${domains.join(', ')}`}
    >
      <span className={styles.initials} aria-hidden>
        {initials(displayName)}
      </span>
      <span className={styles.words}>
        <span className={styles.name}>{displayName}</span>
        <span className={styles.status}>
          {severity && <SeverityIcon severity={severity} size={13} />}
          {word}
        </span>
      </span>
    </Link>
  )
}
