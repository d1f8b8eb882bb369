import { Anchor, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { HeldCertificate } from '../../lib/certificates/held-certificates.ts'
import { rolloverHint } from '../../lib/certificates/rollover-hint.ts'
import { useNow } from '../../lib/format/clock.tsx'
import { CertificateCard } from '../../ui/values/certificate-card.tsx'
import styles from './certificate-rows.module.css'
import { certificateUses } from './certificate-words.ts'

/** The certificate, whose it is, and what to do before it ends. */
export function CertificateRows({ rows }: { rows: readonly HeldCertificate[] }) {
  return (
    <ul className={styles.rows}>
      {rows.map((held) => (
        <CertificateRow key={`${held.connection.id} ${held.use} ${held.certificate.sha256}`} held={held} />
      ))}
    </ul>
  )
}

function CertificateRow({ held }: { held: HeldCertificate }) {
  const { certificate, connection, use, step } = held
  const hint = rolloverHint(held, useNow())
  return (
    <li className={styles.row}>
      <CertificateCard certificate={certificate} />
      <div className={styles.whose}>
        <Anchor
          fw={500}
          c="inherit"
          underline="always"
          renderRoot={(props) => (
            <Link to="/connections/$connectionId/$step" params={{ connectionId: connection.id, step }} {...props} />
          )}
        >
          {connection.name}
        </Anchor>
        <Text fz="xs" c="dimmed">
          {certificateUses[use]}
        </Text>
        {hint !== null && <Text fz="sm">{hint}</Text>}
      </div>
    </li>
  )
}
