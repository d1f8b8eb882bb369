import { Button } from '@mantine/core'
import { useAdminAsk } from '../../../lib/queries/admin.ts'
import { Section } from '../../../ui/page/section.tsx'
import { SeverityBadge } from '../../../ui/severity-badge.tsx'
import { ProblemAlert } from '../../../ui/states/problem-alert.tsx'
import { Simulation } from './simulation.tsx'

/** On: the way back needs no questions, for it locks nobody out. */
export function EnforcedSection() {
  const stop = useAdminAsk((api, _: undefined) => api.signInPolicy.setEnforcement({ body: { enforced: false } }))
  return (
    <Section
      title="Single sign-on is enforced"
      text="Password, magic link and Google are refused to the people it concerns. Sessions that they had live on."
      aside={
        <>
          <SeverityBadge severity="passed">Enforced</SeverityBadge>
          <Button variant="default" size="xs" loading={stop.isPending} onClick={() => stop.ask(undefined)}>
            Stop enforcing
          </Button>
        </>
      }
    >
      {stop.problem && <ProblemAlert problem={stop.problem} />}
      <Simulation isEnforced>{() => null}</Simulation>
    </Section>
  )
}
