import { Button, Stack } from '@mantine/core'
import type { Connection } from '#shared/model/connection.ts'
import type { Publication } from '#shared/model/publication.ts'
import { useApi } from '../../lib/api/api-context.tsx'
import { useAsk } from '../../lib/api/use-ask.ts'
import { useKeepConnection } from '../../lib/queries/connections.ts'
import { Section } from '../../ui/page/section.tsx'
import { ProblemAlert } from '../../ui/states/problem-alert.tsx'
import { ConfigurationMatch } from './configuration-match.tsx'
import type { Proof } from './receipt-of.ts'

interface PublishSectionProps {
  readonly connection: Connection
  readonly publication: Publication
  readonly proof: Proof
  readonly isTenantRunning: boolean
}

const proofWords: Readonly<Record<Proof['kind'], string>> = {
  none: 'Run a test login of the draft first. Its receipt goes along with what is published.',
  refused: 'The draft’s last test login was not accepted. Mend what it names and run it again.',
  other: 'The draft has changed since its test login. Run it again, so that what is published is what was tested.',
  matches: 'What was tested is exactly what will be published.',
}

/** Publishes what was tested, and nothing else. */
export function PublishSection({ connection, publication, proof, isTenantRunning }: PublishSectionProps) {
  const api = useApi()
  const publish = useAsk(
    (_: undefined) => api.publication.publish({ connectionId: connection.id }),
    useKeepConnection(),
  )
  return (
    <Section
      title="4. Publish"
      text={proofWords[proof.kind]}
      aside={
        <Button
          disabled={proof.kind !== 'matches' || !isTenantRunning}
          loading={publish.isPending}
          onClick={() => publish.ask(undefined)}
        >
          Publish tested configuration
        </Button>
      }
    >
      <Stack gap="sm">
        <ConfigurationMatch publication={publication} proof={proof} />
        {publish.problem && <ProblemAlert problem={publish.problem} />}
      </Stack>
    </Section>
  )
}
