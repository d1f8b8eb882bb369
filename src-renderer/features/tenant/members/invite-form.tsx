import { Button, Group, NumberInput, Select, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { Role } from '#shared/model/outcome.ts'
import { roleOptions } from '../../../lib/format/role-words.ts'
import { useAdminAsk } from '../../../lib/queries/admin.ts'
import { FieldProblem } from '../../../ui/states/problem-alert.tsx'
import { ShownOnce } from '../../../ui/values/shown-once.tsx'
import styles from './invite-form.module.css'

/** Invites with a role. The link is a secret: whoever has it accepts the invitation. */
export function InviteForm({ onClose }: { onClose: () => void }) {
  const [link, setLink] = useState<string | null>(null)
  const form = useForm({ initialValues: { email: '', role: 'member', days: 7 as number | string } })
  const invite = useAdminAsk(
    (api, { email, role, days }: typeof form.values) =>
      api.members.invite({ body: { email, role: Role.parse(role), days: Number(days) } }),
    ({ invitationUrl }) => {
      setLink(invitationUrl)
      form.reset()
    },
  )
  return (
    <div className={styles.root}>
      <form onSubmit={form.onSubmit((values) => invite.ask(values))} noValidate>
        <div className={styles.fields}>
          <TextInput
            label="E-mail address"
            type="email"
            data-autofocus
            placeholder="grace@customer.example"
            {...form.getInputProps('email')}
            error={invite.problem && <FieldProblem problem={invite.problem} />}
          />
          <Select label="Role" allowDeselect={false} data={roleOptions(Role.options)} {...form.getInputProps('role')} />
          <NumberInput
            label="Waits for (days)"
            min={1}
            max={30}
            clampBehavior="strict"
            {...form.getInputProps('days')}
          />
        </div>
        <Group mt="sm">
          <Button type="submit" disabled={form.values.email.trim() === ''} loading={invite.isPending}>
            Make invitation
          </Button>
          <Button variant="default" onClick={onClose}>
            Close
          </Button>
        </Group>
      </form>
      {link !== null && (
        <ShownOnce
          title="Invitation made: send this link to them"
          secret={link}
          what="invitation link"
          onClose={() => setLink(null)}
        />
      )}
    </div>
  )
}
