import { IconCertificate } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { heldCertificates } from '../../lib/certificates/held-certificates.ts'
import { useNow } from '../../lib/format/clock.tsx'
import { useConnections } from '../../lib/queries/connections.ts'
import { Page } from '../../ui/page/page.tsx'
import { Section } from '../../ui/page/section.tsx'
import { EmptyState } from '../../ui/states/empty-state.tsx'
import { WhenRead } from '../../ui/states/when-read.tsx'
import { CertificateRows } from './certificate-rows.tsx'
import { horizonOf, horizons } from './certificate-words.ts'
import { CheckCertificate } from './check-certificate.tsx'

/** Every certificate that sign-ins depend on, by when it has to be replaced. */
export function CertificatesPage({ actions }: { actions?: ReactNode }) {
  const query = useConnections()
  const now = useNow()
  return (
    <Page
      title="Certificates"
      text="Of both sides of every connection; what expires first comes first."
      actions={actions}
    >
      <CheckCertificate />
      <WhenRead query={query}>
        {(connections) => {
          const held = heldCertificates(connections)
          if (held.length === 0) return <NoCertificates />
          return horizons
            .map(({ title }) => ({
              title,
              rows: held.filter(({ certificate }) => horizonOf(certificate.notAfter, now).title === title),
            }))
            .filter(({ rows }) => rows.length > 0)
            .map(({ title, rows }) => (
              <Section key={title} title={title}>
                <CertificateRows rows={rows} />
              </Section>
            ))
        }}
      </WhenRead>
    </Page>
  )
}

function NoCertificates() {
  return (
    <EmptyState
      icon={IconCertificate}
      title="No certificates yet"
      text="They appear here as soon as a connection has an identity provider or a key pair of its own."
    />
  )
}
