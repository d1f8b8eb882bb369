import { Button, Group, Stack } from '@mantine/core'
import { useState } from 'react'
import type { Finding } from '#shared/model/finding.ts'
import { useApi } from '../../lib/api/api-context.tsx'
import { useAsk } from '../../lib/api/use-ask.ts'
import { isPrivateKeyProblem } from '../../lib/secrets/private-key-problem.ts'
import { FieldProblem, ProblemAlert } from '../../ui/states/problem-alert.tsx'
import { CertificateField } from './certificate-field.tsx'

interface VerifyAggregateProps {
  readonly onVerified: (findings: readonly Finding[]) => void
  readonly onCancel: () => void
}

/** The certificate of whoever publishes the metadata, from another source than the metadata itself. */
export function VerifyAggregate({ onVerified, onCancel }: VerifyAggregateProps) {
  const api = useApi()
  const [text, setText] = useState('')
  const verify = useAsk(
    (certificates: string) => api.identityProvider.verifyAggregate({ certificates }),
    onVerified,
    (refused) => isPrivateKeyProblem(refused) && setText(''),
  )
  const isLoud = verify.problem !== null && isPrivateKeyProblem(verify.problem)
  return (
    <Stack gap="sm">
      <CertificateField
        label="Certificate of the federation"
        description="As it publishes it beside its metadata, in PEM; or drop its file here"
        value={text}
        onChange={(value) => {
          setText(value)
          verify.forget()
        }}
        error={verify.problem !== null && !isLoud && <FieldProblem problem={verify.problem} />}
      />
      {verify.problem !== null && isLoud && <ProblemAlert problem={verify.problem} />}
      <Group gap="xs">
        <Button size="xs" loading={verify.isPending} disabled={text.trim() === ''} onClick={() => verify.ask(text)}>
          Verify the signature
        </Button>
        <Button size="xs" variant="default" onClick={onCancel}>
          Cancel
        </Button>
      </Group>
    </Stack>
  )
}
