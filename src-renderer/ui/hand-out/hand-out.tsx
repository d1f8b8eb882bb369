import { Text } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { Fragment } from 'react'
import type { ServiceProvider } from '#shared/model/service-provider.ts'
import type { Provider } from '#shared/providers/provider.ts'
import { keyed } from '../../lib/lists/keyed.ts'
import { CertificateCard } from '../values/certificate-card.tsx'
import { CopyValue } from '../values/copy-value.tsx'
import { type ValueRow, ValueRows } from '../values/value-rows.tsx'
import styles from './hand-out.module.css'

/** What the other side has to enter, in the words of its own console with the standard's beside. */
export function HandOut({ serviceProvider, provider }: { serviceProvider: ServiceProvider; provider: Provider }) {
  return (
    <>
      {provider.path.length > 0 && <ConsolePath provider={provider} />}
      <ValueRows rows={rowsOf(serviceProvider, provider)} />
    </>
  )
}

function ConsolePath({ provider: { name, path } }: { provider: Provider }) {
  return (
    <Text fz="sm" className={styles.path}>
      <span>In {name}:</span>
      {keyed(path, (part) => part).map(({ key, item: part }, index) => (
        <Fragment key={key}>
          {index > 0 && <IconChevronRight size={12} aria-label="then" />}
          <b>{part}</b>
        </Fragment>
      ))}
    </Text>
  )
}

function rowsOf(sp: ServiceProvider, { labels }: Provider): ValueRow[] {
  const rows: ValueRow[] = [
    { label: labels.entityId, alias: 'SP entity ID', value: <CopyValue value={sp.entityId} what="entity ID" /> },
    { label: labels.acsUrl, alias: 'ACS URL', value: <CopyValue value={sp.acsUrl} what="ACS URL" /> },
  ]
  if (sp.signOutUrl !== null)
    rows.push({
      label: labels.signOutUrl ?? 'Sign-out URL',
      alias: labels.signOutUrl === null ? 'This console has no field for it' : 'Sign-out URL',
      value: <CopyValue value={sp.signOutUrl} what="sign-out URL" />,
    })
  rows.push({
    label: labels.certificate ?? 'SP certificate',
    alias: labels.certificate === null ? 'Only where the console asks for it' : 'SP certificate',
    value: <CertificateCard certificate={sp.certificate} />,
  })
  return rows
}
