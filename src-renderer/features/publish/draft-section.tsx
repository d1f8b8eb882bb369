import { Button, Collapse, Stack } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { Connection } from '#shared/model/connection.ts'
import { providerOf } from '#shared/providers/provider-catalogue.ts'
import { useApi } from '../../lib/api/api-context.tsx'
import { useAsk } from '../../lib/api/use-ask.ts'
import { useKeepConnection } from '../../lib/queries/connections.ts'
import { HandOut } from '../../ui/hand-out/hand-out.tsx'
import { HandOutActions } from '../../ui/hand-out/hand-out-actions.tsx'
import { RegisterClient } from '../../ui/hand-out/register-client.tsx'
import { RelyingPartyHandOut } from '../../ui/hand-out/relying-party-hand-out.tsx'
import { RequiredClaims } from '../../ui/hand-out/required-claims.tsx'
import { Section } from '../../ui/page/section.tsx'
import { SeverityBadge } from '../../ui/severity-badge.tsx'
import { ProblemAlert } from '../../ui/states/problem-alert.tsx'

interface DraftSectionProps {
  readonly connection: Connection
  readonly isTenantRunning: boolean
}

/** The connection on the backend, with a key pair, entity ID and ACS URL that are the backend's own. */
export function DraftSection({ connection, isTenantRunning }: DraftSectionProps) {
  const api = useApi()
  const create = useAsk(
    (_: undefined) => api.publication.createDraft({ connectionId: connection.id }),
    useKeepConnection(),
  )
  const { publication, intake } = connection
  const [isAskedFor, { toggle }] = useDisclosure(false)
  const isOpen = publication?.state === 'draft' || isAskedFor
  if (publication === null)
    return (
      <Section
        title="2. Draft"
        text={
          intake.protocol === 'oidc'
            ? 'The backend has a redirect URI of its own, and keeps the client secret sealed. Nothing is live until it is enabled.'
            : 'The backend makes its own key pair, entity ID and ACS URL. Nothing is live until it is enabled.'
        }
        aside={
          <Button loading={create.isPending} disabled={!isTenantRunning} onClick={() => create.ask(undefined)}>
            Create draft
          </Button>
        }
      >
        {create.problem && <ProblemAlert problem={create.problem} />}
      </Section>
    )
  const { serviceProvider, relyingParty } = publication
  return (
    <Section
      title="2. Draft"
      text={
        intake.protocol === 'oidc'
          ? 'Enter these values for the same client at the identity provider as well.'
          : 'Hand these values over as well: the backend’s sign-in is an application of its own at the identity provider.'
      }
      aside={
        <>
          <SeverityBadge severity="passed">Created</SeverityBadge>
          {publication.state !== 'draft' && (
            <Button variant="default" size="xs" aria-expanded={isOpen} onClick={toggle}>
              {isOpen ? 'Hide values' : 'Show values'}
            </Button>
          )}
        </>
      }
    >
      <Collapse expanded={isOpen} keepMounted={false}>
        <Stack gap="md">
          {serviceProvider !== null && (
            <>
              <HandOut serviceProvider={serviceProvider} provider={providerOf(intake.provider)} />
              <RequiredClaims />
              <HandOutActions connection={connection} target="draft" entityId={serviceProvider.entityId} />
            </>
          )}
          {relyingParty !== null && (
            <>
              <RelyingPartyHandOut relyingParty={relyingParty} provider={intake.provider} />
              <RegisterClient connection={connection} />
            </>
          )}
        </Stack>
      </Collapse>
    </Section>
  )
}
