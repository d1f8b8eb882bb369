import { Button, Group, Text, TextInput } from '@mantine/core'
import { modals } from '@mantine/modals'
import { useState } from 'react'
import { useAdminAsk } from '../../../lib/queries/admin.ts'
import { danger } from '../../../ui/danger.ts'
import { Section } from '../../../ui/page/section.tsx'
import { SeverityBadge } from '../../../ui/severity-badge.tsx'
import { ProblemAlert } from '../../../ui/states/problem-alert.tsx'
import { type Simulated, Simulation } from './simulation.tsx'

/** Off: what switching it on would do stands above the button that does it. */
export function EnforceSection() {
  return (
    <Section
      title="Single sign-on is not enforced"
      text="People may still use the other ways to sign in. Enforcing takes those from the people it concerns; this is what it would do now:"
      aside={<SeverityBadge severity="not-verified">Not enforced</SeverityBadge>}
    >
      <Simulation isEnforced={false}>{(simulated) => <Enforce simulated={simulated} />}</Simulation>
    </Section>
  )
}

/** Refusals of this kind may be gone over with a reason, which the audit log keeps. */
const overridable = ['publication.not-tested', 'tenant.not-proven']

function Enforce({ simulated }: { simulated: Simulated }) {
  const [reason, setReason] = useState('')
  const enforce = useAdminAsk((api, override: string) =>
    api.signInPolicy.setEnforcement({
      body: { enforced: true, ...(override !== '' && { override: { reason: override } }) },
    }),
  )
  const isOverridable = enforce.problem !== null && overridable.includes(enforce.problem.code)
  const begin = () => {
    const ask = () => enforce.ask(isOverridable ? reason.trim() : '')
    if (simulated.lockedOut > 0) confirmLockOut(simulated, ask)
    else ask()
  }
  return (
    <>
      {enforce.problem && <ProblemAlert problem={enforce.problem} />}
      {isOverridable && (
        <TextInput
          label="Reason to go on without it"
          description="Kept in the audit log"
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      <Group>
        <Button
          color={simulated.lockedOut > 0 ? danger : 'indigo'}
          disabled={isOverridable && reason.trim().length < 3}
          loading={enforce.isPending}
          onClick={begin}
        >
          {isOverridable ? 'Enforce without this proof' : 'Enforce single sign-on'}
        </Button>
      </Group>
    </>
  )
}

/** Asked first: the people it locks out cannot undo it. */
function confirmLockOut({ lockedOut, ownersLeft }: Simulated, onConfirm: () => void): void {
  modals.openConfirmModal({
    title: `Lock out ${lockedOut === 1 ? '1 member' : `${lockedOut} members`}?`,
    children: (
      <Text>
        They keep the sessions that they have, and cannot sign in again until it is switched off.
        {ownersLeft === 0 && ' No owner could sign in: only this app or another API key could switch it off.'}
      </Text>
    ),
    labels: { confirm: 'Enforce and lock them out', cancel: 'Cancel' },
    confirmProps: { color: danger },
    onConfirm,
  })
}
