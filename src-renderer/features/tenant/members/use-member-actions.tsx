import { Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { useQueryClient } from '@tanstack/react-query'
import type { MemberDetail } from '#shared/http-api/member.ts'
import type { Role } from '#shared/model/outcome.ts'
import { useApi } from '../../../lib/api/api-context.tsx'
import { notifyDone, notifyProblem } from '../../../lib/api/notify.tsx'
import { useAdminAsk } from '../../../lib/queries/admin.ts'
import { queryKeys } from '../../../lib/queries/query-keys.ts'
import { danger } from '../../../ui/danger.ts'
import { Sensitive } from '../../../ui/values/sensitive.tsx'

interface Change {
  readonly role?: Role
  readonly active?: boolean
}

/** The role, or whether they may sign in. Refusals are told beside the list: the row may be gone by then. */
export function useChangeMember({ id, version }: MemberDetail) {
  const params = { id }
  const api = useApi()
  const client = useQueryClient()
  /** Whatever the version is by then: it is this person's state alone that is put back. */
  const restore = () =>
    api.members
      .change({ params, body: { active: true } })
      .finally(() => client.invalidateQueries({ queryKey: queryKeys.admin }))
  return useAdminAsk(
    (admin, body: Change) => admin.members.change({ params, body, version }).catch(tellAndThrow),
    (_, { active }) => {
      if (active === false)
        notifyDone(`deactivated-${id}`, 'Member deactivated', 'They are signed out everywhere.', {
          label: 'Undo',
          ask: restore,
        })
    },
  )
}

export function useMemberActions({ id, email, role, version }: MemberDetail) {
  const params = { id }
  const api = useApi()
  const client = useQueryClient()
  const inviteAgain = () =>
    api.members.invite({ body: { email, role } }).finally(() => client.invalidateQueries({ queryKey: queryKeys.admin }))
  const invite = useAdminAsk(
    (_admin, _: undefined) => inviteAgain().catch(tellAndThrow),
    () => notifyDone(`invited-${id}`, 'Invited again', 'Their next sign-in brings them back.'),
  )
  const remove = useAdminAsk(
    (admin, _: undefined) => admin.members.remove({ params, version }).catch(tellAndThrow),
    () =>
      notifyDone(`removed-${id}`, 'Member removed', 'Only an invitation brings them back.', {
        label: 'Invite again',
        ask: inviteAgain,
      }),
  )
  const endSessions = useAdminAsk(
    (admin, _: undefined) => admin.sessions.revokeOfMember({ params }).catch(tellAndThrow),
    () => notifyDone(`ended-${id}`, 'Sessions ended', 'They have to sign in again.'),
  )
  return { remove, invite, endSessions }
}

function tellAndThrow(error: unknown): never {
  notifyProblem(error)
  throw error
}

/** Asked first, for only the person themselves can undo it, by accepting an invitation. */
export function confirmRemoval({ email }: MemberDetail, onConfirm: () => void): void {
  modals.openConfirmModal({
    title: 'Remove this member?',
    children: (
      <Text>
        <Sensitive kind="personal" value={email} what="e-mail address" /> is signed out everywhere, and no sign-in
        brings them back: they have to be invited again. To keep them out for a while only, deactivate them.
      </Text>
    ),
    labels: { confirm: 'Remove member', cancel: 'Cancel' },
    confirmProps: { color: danger },
    onConfirm,
  })
}
