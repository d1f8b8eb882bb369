import { Button } from '@mantine/core'
import { responseVerdictWords } from '#shared/findings/verdict-words.ts'
import type { SetupLink } from '#shared/http-api/setup-link.ts'
import type { Severity } from '#shared/model/finding.ts'
import type { Verdict } from '#shared/model/judgement.ts'
import { providerOf } from '#shared/providers/provider-catalogue.ts'
import { useAdminAsk } from '../../../lib/queries/admin.ts'
import { SeverityBadge } from '../../../ui/severity-badge.tsx'
import { ProblemAlert } from '../../../ui/states/problem-alert.tsx'
import { RelativeTime } from '../../../ui/values/relative-time.tsx'
import { ValueRows } from '../../../ui/values/value-rows.tsx'

const states: Readonly<Record<SetupLink['state'], { severity: Severity; word: string }>> = {
  open: { severity: 'info', word: 'Open' },
  completed: { severity: 'passed', word: 'Completed' },
  revoked: { severity: 'not-verified', word: 'Revoked' },
  expired: { severity: 'not-verified', word: 'Expired' },
}
const verdicts: Readonly<Record<Verdict, Severity>> = {
  accepted: 'passed',
  rejected: 'error',
  undecided: 'not-verified',
}

/** The last link: whether it works, and how far its people have come. */
export function SetupLinkState({ setupLink, onRevoked }: { setupLink: SetupLink; onRevoked: () => void }) {
  const revoke = useAdminAsk((api, _: undefined) => api.setupLink.revoke({}), onRevoked)
  const { state, domains, provider, lastTest, expiresAt, completedAt } = setupLink
  return (
    <>
      <ValueRows
        rows={[
          {
            label: 'State',
            value: <SeverityBadge severity={states[state].severity}>{states[state].word}</SeverityBadge>,
          },
          ...(state === 'open' ? [{ label: 'Expires', value: <RelativeTime instant={expiresAt} /> }] : []),
          ...(completedAt === null ? [] : [{ label: 'Completed', value: <RelativeTime instant={completedAt} /> }]),
          { label: 'E-mail domains', value: domains.length === 0 ? 'All allowed ones' : domains.join(', ') },
          { label: 'Provider', value: provider === null ? 'Not chosen yet' : providerOf(provider).name },
          {
            label: 'Last test login',
            value:
              lastTest === null ? (
                'None yet'
              ) : (
                <>
                  <SeverityBadge severity={verdicts[lastTest.verdict]}>
                    {responseVerdictWords[lastTest.verdict].word}
                  </SeverityBadge>{' '}
                  <RelativeTime instant={lastTest.at} />
                </>
              ),
          },
        ]}
      />
      {revoke.problem && <ProblemAlert problem={revoke.problem} />}
      {state === 'open' && (
        <div>
          <Button variant="default" size="xs" loading={revoke.isPending} onClick={() => revoke.ask(undefined)}>
            Revoke setup link
          </Button>
        </div>
      )}
    </>
  )
}
