import { Button, PasswordInput, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { appIpc } from '#shared/ipc/app.ts'
import { useSecretsActions } from '../../lib/queries/app.ts'
import type { PassphraseReason } from '../../lib/secrets/passphrase-request.ts'
import { FieldProblem } from '../../ui/states/problem-alert.tsx'

interface PassphraseFormProps {
  readonly reason: PassphraseReason
  readonly onUnlocked: () => void
}

/** Asked twice where it is new: nobody can look it up later. */
export function PassphraseForm({ reason, onUnlocked }: PassphraseFormProps) {
  const [passphrase, setPassphrase] = useState('')
  const [repeated, setRepeated] = useState('')
  const [refusal, setRefusal] = useState<string | null>(null)
  const { unlock } = useSecretsActions()
  const isNew = reason === 'unset'
  const submit = () => {
    const { error } = appIpc.unlockSecrets.input.safeParse({ passphrase })
    const isSame = !isNew || passphrase === repeated
    const reasonNot = error?.issues[0]?.message ?? (isSame ? null : 'The two are not the same.')
    setRefusal(reasonNot)
    if (reasonNot === null) void unlock.askAndWait(passphrase).then(onUnlocked, () => undefined)
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Stack gap="md">
        <Text>
          {isNew
            ? 'This computer has no keychain. Choose a passphrase that protects the private keys on it. It cannot be recovered.'
            : 'Enter the passphrase that you set on this computer. What you asked for goes on afterwards.'}
        </Text>
        <PasswordInput
          label="Passphrase"
          data-autofocus
          autoComplete="off"
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
          error={refusal ?? (unlock.problem && <FieldProblem problem={unlock.problem} />)}
          visibilityToggleButtonProps={{ 'aria-label': 'Show the passphrase' }}
        />
        {isNew && (
          <PasswordInput
            label="Passphrase again"
            autoComplete="off"
            value={repeated}
            onChange={(event) => setRepeated(event.currentTarget.value)}
            visibilityToggleButtonProps={{ 'aria-label': 'Show the repeated passphrase' }}
          />
        )}
        <Button type="submit" loading={unlock.isPending}>
          {isNew ? 'Set passphrase' : 'Unlock'}
        </Button>
      </Stack>
    </form>
  )
}
