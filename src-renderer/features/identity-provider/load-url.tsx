import { Button, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { FieldProblem } from '../../ui/states/problem-alert.tsx'
import { aggregateAt, holdsMany } from './aggregate-source.ts'
import { type LoadManyProps, useLoad } from './use-load.ts'

export function LoadUrl({ connectionId, onLoaded, onAggregate }: LoadManyProps) {
  const [url, setUrl] = useState('')
  const load = useLoad(
    onLoaded,
    (api, typed: string) => api.loadUrl({ connectionId, url: typed.trim() }),
    (refused) => holdsMany(refused) && onAggregate(aggregateAt(url.trim())),
  )
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        load.ask(url)
      }}
    >
      <Stack gap="sm" align="flex-start">
        <TextInput
          label="Metadata URL"
          placeholder="https://idp.example/metadata"
          w="100%"
          spellCheck={false}
          value={url}
          onChange={(event) => {
            setUrl(event.currentTarget.value)
            load.forget()
          }}
          error={load.problem && <FieldProblem problem={load.problem} />}
        />
        <Button type="submit" loading={load.isPending} disabled={url.trim() === ''}>
          Load metadata
        </Button>
      </Stack>
    </form>
  )
}
