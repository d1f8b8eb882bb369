import { Button, Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import { FieldProblem } from '../../ui/states/problem-alert.tsx'
import { type LoadProps, useLoad } from './use-load.ts'

export function LoadPaste({ connectionId, onLoaded }: LoadProps) {
  const [text, setText] = useState('')
  const load = useLoad(onLoaded, (api, pasted: string) =>
    api.loadDocument({ connectionId, source: 'paste', name: '', bytes: new TextEncoder().encode(pasted) }),
  )
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
          load.forget()
        }}
        error={load.problem && <FieldProblem problem={load.problem} />}
      />
      <Button loading={load.isPending} disabled={text.trim() === ''} onClick={() => load.ask(text)}>
        Load metadata
      </Button>
    </Stack>
  )
}
