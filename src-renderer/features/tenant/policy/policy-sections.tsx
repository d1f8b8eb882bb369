import type { OrganisationPolicy } from '#shared/model/organisation-policy.ts'
import { useAdmin, useAdminAsk } from '../../../lib/queries/admin.ts'
import { ProblemAlert } from '../../../ui/states/problem-alert.tsx'
import { WhenRead } from '../../../ui/states/when-read.tsx'
import { AccountRules } from './account-rules.tsx'
import { GroupRules } from './group-rules.tsx'
import { ProofRules } from './proof-rules.tsx'
import { SignInPageRules } from './sign-in-page-rules.tsx'

/** Saved as they are changed, each on top of what was read. */
export function PolicySections() {
  const query = useAdmin('policy', (api) => api.signInPolicy.get({}))
  const version = query.data?.policy.version
  const change = useAdminAsk((api, body: Partial<OrganisationPolicy>) => api.signInPolicy.change({ body, version }))
  return (
    <>
      {change.problem && <ProblemAlert problem={change.problem} />}
      <WhenRead query={query}>
        {({ policy }) => {
          const rules = { policy: { ...policy, ...change.asked }, onChange: change.ask }
          return (
            <>
              <AccountRules {...rules} />
              <GroupRules key={policy.version} {...rules} />
              <SignInPageRules {...rules} />
              <ProofRules {...rules} />
            </>
          )
        }}
      </WhenRead>
    </>
  )
}
