import { Button, Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import { MAXIMUM_DOCUMENT_BYTES } from '#shared/ipc/identity-provider.ts'
import type { Problem } from '#shared/model/problem.ts'
import { problem } from '#shared/problems/problem-catalogue.ts'
import { isPrivateKeyProblem } from '../../lib/secrets/private-key-problem.ts'
import { FieldProblem, ProblemAlert } from '../../ui/states/problem-alert.tsx'
import { aggregateIn } from './aggregate-source.ts'
import { type LoadManyProps, useLoad } from './use-load.ts'

export function LoadPaste({ connectionId, onLoaded, onAggregate }: LoadManyProps) {
  const [text, setText] = useState('')
  const [refusal, setRefusal] = useState<Problem | null>(null)
  const load = useLoad(
    onLoaded,
    (api, bytes: Uint8Array<ArrayBuffer>) => api.loadDocument({ connectionId, source: 'paste', name: '', bytes }),
    (refused) => {
      if (isPrivateKeyProblem(refused)) setText('')
      if (refused.code === 'metadata.aggregate') onAggregate(aggregateIn(new TextEncoder().encode(text), null))
    },
  )
  const shown = refusal ?? load.problem
  const isLoud = shown !== null && isPrivateKeyProblem(shown)
  const ask = () => {
    const bytes = new TextEncoder().encode(text)
    const isTooLarge = bytes.length > MAXIMUM_DOCUMENT_BYTES
    setRefusal(isTooLarge ? problem('metadata.too-large', 'paste') : null)
    if (!isTooLarge) load.ask(bytes)
  }
  return (
    <Stack gap="sm" align="flex-start">
      <Textarea
        label="Metadata"
        placeholder="<EntityDescriptor …"
        w="100%"
        rows={8}
        ff="monospace"
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 12.5 } }}
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setRefusal(null)
          load.forget()
        }}
        error={shown !== null && !isLoud && <FieldProblem problem={shown} />}
      />
      {shown !== null && isLoud && <ProblemAlert problem={shown} />}
      <Button loading={load.isPending} disabled={text.trim() === ''} onClick={ask}>
        Load metadata
      </Button>
    </Stack>
  )
}
