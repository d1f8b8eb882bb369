import { Anchor, Collapse, Group, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { CertificateSummary } from '#shared/model/certificate.ts'
import type { Severity } from '#shared/model/finding.ts'
import { type CertificateValidity, certificateValidity } from '../../lib/format/certificate-validity.ts'
import { useNow } from '../../lib/format/clock.tsx'
import { exactTime } from '../../lib/format/exact-time.ts'
import { keyWords } from '../../lib/format/key-words.ts'
import { shortThumbprint, wholeThumbprint } from '../../lib/format/thumbprint.ts'
import { SeverityBadge } from '../severity-badge.tsx'
import styles from './certificate-card.module.css'
import { CopyButton } from './copy-button.tsx'
import { CopyValue } from './copy-value.tsx'
import { ValueRows } from './value-rows.tsx'

const severities: Readonly<Record<CertificateValidity['state'], Severity>> = {
  valid: 'passed',
  soon: 'warning',
  early: 'warning',
  expired: 'error',
}

/** A certificate as people compare it on a call: name, last 8 digits of the thumbprint, how long it lasts. */
export function CertificateCard({ certificate }: { certificate: CertificateSummary }) {
  const [isOpen, { toggle }] = useDisclosure(false)
  const { state, says } = certificateValidity(certificate, useNow())
  const title = `From ${exactTime(new Date(certificate.notBefore))} to ${exactTime(new Date(certificate.notAfter))}`
  return (
    <div className={styles.card}>
      <Group justify="space-between" gap="xs">
        <Text fw={500} className={styles.name}>
          {certificate.name}
        </Text>
        <span title={title}>
          <SeverityBadge severity={severities[state]}>{says}</SeverityBadge>
        </span>
      </Group>
      <Group gap="xs" c="dimmed" fz="xs">
        <span>
          SHA-256 …<code className={styles.thumbprint}>{shortThumbprint(certificate.sha256)}</code>
        </span>
        <span aria-hidden>·</span>
        <span>{keyWords(certificate)}</span>
        <Anchor component="button" type="button" fz="xs" onClick={toggle} aria-expanded={isOpen}>
          {isOpen ? 'Less' : 'Details'}
        </Anchor>
        <CopyButton text={certificate.pem} what="certificate (PEM)" />
      </Group>
      <Collapse expanded={isOpen}>
        <ValueRows
          rows={[
            { label: 'Subject', value: certificate.subject },
            { label: 'Issuer', value: certificate.issuer },
            { label: 'Serial number', value: <CopyValue value={certificate.serial} what="serial number" /> },
            { label: 'SHA-256', value: <CopyValue value={wholeThumbprint(certificate.sha256)} what="thumbprint" /> },
            { label: 'Valid from', value: exactTime(new Date(certificate.notBefore)) },
            { label: 'Valid to', value: exactTime(new Date(certificate.notAfter)) },
          ]}
        />
      </Collapse>
    </div>
  )
}
