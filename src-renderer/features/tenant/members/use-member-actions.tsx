import { Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import type { MemberDetail } from '#shared/http-api/member.ts'
import type { Role } from '#shared/model/outcome.ts'
import { notifyDone, notifyProblem } from '../../../lib/api/notify.tsx'
import { useAdminAsk } from '../../../lib/queries/admin.ts'
import { danger } from '../../../ui/danger.ts'
import { Sensitive } from '../../../ui/values/sensitive.tsx'

interface Change {
  readonly role?: Role
  readonly active?: boolean
}

/** What a row can do. Its refusals are told beside the list: the row may be gone by then. */
export function useMemberActions({ id, email, role, version }: MemberDetail) {
  const params = { id }
  const change = useAdminAsk(
    (api, body: Change) => api.members.change({ params, body, version }).catch(tellAndThrow),
    (_, { active }) => {
      if (active === false)
        notifyDone(`deactivated-${id}`, 'Member deactivated', 'They are signed out everywhere.', {
          label: 'Undo',
          ask: () => restore.askAndWait({ active: true }),
        })
    },
  )
  /** Whatever the version is by then: it is this person's state alone that is put back. */
  const restore = useAdminAsk((api, body: Change) => api.members.change({ params, body }))
  const invite = useAdminAsk(
    (api, _: undefined) => api.members.invite({ body: { email, role } }).catch(tellAndThrow),
    () => notifyDone(`invited-${id}`, 'Invited again', 'Their next sign-in brings them back.'),
  )
  const remove = useAdminAsk(
    (api, _: undefined) => api.members.remove({ params, version }).catch(tellAndThrow),
    () =>
      notifyDone(`removed-${id}`, 'Member removed', 'Only an invitation brings them back.', {
        label: 'Invite again',
        ask: () => invite.askAndWait(undefined),
      }),
  )
  const endSessions = useAdminAsk(
    (api, _: undefined) => api.sessions.revokeOfMember({ params }).catch(tellAndThrow),
    () => notifyDone(`ended-${id}`, 'Sessions ended', 'They have to sign in again.'),
  )
  return { change, remove, invite, endSessions }
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
