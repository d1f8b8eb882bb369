import { Stack, Text } from '@mantine/core'
import type { DomainProof } from '#shared/http-api/domain.ts'
import { useAdmin } from '../../../lib/queries/admin.ts'
import { RefreshButton } from '../../../ui/lists/refresh-button.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { WhenRead } from '../../../ui/states/when-read.tsx'
import { AllowedDomains } from './allowed-domains.tsx'
import { DomainCheck } from './domain-check.tsx'
import { DomainProofCard } from './domain-proof-card.tsx'

export function DomainsSections() {
  const domains = useAdmin('domains', (api) => api.domains.list({}))
  const organisation = useAdmin('organisation', (api) => api.organisation.get({}))
  return (
    <>
      <Section
        title="Domains of connections"
        text="Add the TXT record to a domain’s DNS to prove that the organisation owns it."
        aside={<RefreshButton query={domains} />}
      >
        <WhenRead query={domains}>
          {(read) =>
            read.domains.length === 0 ? (
              <Text c="dimmed">No published connection has a domain yet.</Text>
            ) : (
              <Stack gap="sm">
                {read.domains.toSorted(unprovenFirst).map((domain) => (
                  <DomainProofCard key={domain.domain} proof={domain} />
                ))}
              </Stack>
            )
          }
        </WhenRead>
      </Section>
      <Section
        title="Allowed domains"
        text="Connections may use these e-mail domains only. While there are none, any domain of the organisation will do."
      >
        <WhenRead query={organisation}>
          {(read) => <AllowedDomains key={read.organisation.version} organisation={read.organisation} />}
        </WhenRead>
      </Section>
      <DomainCheck />
    </>
  )
}

const order: Readonly<Record<DomainProof['state'], number>> = { lost: 0, pending: 1, verified: 2 }
const unprovenFirst = (a: DomainProof, b: DomainProof) => order[a.state] - order[b.state]
