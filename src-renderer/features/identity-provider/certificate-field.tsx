import { Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { type DragEvent, type ReactNode, useRef, useState } from 'react'
import { MAXIMUM_CERTIFICATE_BYTES } from '#shared/ipc/inspector.ts'
import type { Problem } from '#shared/model/problem.ts'
import { problem } from '#shared/problems/problem-catalogue.ts'
import { certificateText } from '../../lib/files/certificate-text.ts'
import { FieldProblem } from '../../ui/states/problem-alert.tsx'

interface CertificateFieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error: ReactNode
  readonly label?: string
  readonly description?: string
}

/** A certificate as text, typed, pasted, or from a file chosen or dropped on it: PEM or DER. */
export function CertificateField({
  value,
  onChange,
  error,
  label = 'Certificate',
  description = 'X.509 in PEM, with or without its BEGIN and END lines; or drop its file here',
}: CertificateFieldProps) {
  const chooser = useRef<HTMLInputElement>(null)
  const [refusal, setRefusal] = useState<Problem | null>(null)
  const take = async (files: readonly File[]) => {
    const refused = refusalOf(files)
    setRefusal(refused)
    if (refused === null && files[0] !== undefined)
      onChange(certificateText(new Uint8Array(await files[0].arrayBuffer())))
  }
  const drop = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    event.stopPropagation()
    void take([...event.dataTransfer.files])
  }
  return (
    <Stack gap={4} w="100%" onDrop={drop}>
      <Textarea
        label={label}
        description={description}
        withAsterisk
        rows={6}
        spellCheck={false}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 12.5 } }}
        value={value}
        onChange={(event) => {
          setRefusal(null)
          onChange(event.currentTarget.value)
        }}
        error={refusal === null ? error : <FieldProblem problem={refusal} />}
      />
      <Group gap="xs">
        <Button variant="default" size="xs" onClick={() => chooser.current?.click()}>
          Choose a file
        </Button>
        <Text fz="xs" c="dimmed">
          .cer, .crt, .pem or .der
        </Text>
      </Group>
      <input
        ref={chooser}
        type="file"
        hidden
        aria-label="PEM or DER file"
        onChange={(event) => {
          void take([...(event.currentTarget.files ?? [])])
          event.currentTarget.value = ''
        }}
      />
    </Stack>
  )
}

function refusalOf(files: readonly File[]): Problem | null {
  if (files.length === 0) return problem('drop.not-a-file', 'certificate')
  if (files.length > 1) return problem('drop.several-certificates', 'certificate')
  return (files[0]?.size ?? 0) > MAXIMUM_CERTIFICATE_BYTES ? problem('certificate.too-large', 'certificate') : null
}
