import { Button, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Organisation } from '#shared/http-api/organisation.ts'
import { useAdminAsk } from '../../../lib/queries/admin.ts'
import { FieldProblem } from '../../../ui/states/problem-alert.tsx'

/** What people read on the sign-in page. */
export function OrganisationName({ organisation: { name, version } }: { organisation: Organisation }) {
  const [entered, setEntered] = useState(name)
  const rename = useAdminAsk((api, wanted: string) => api.organisation.change({ body: { name: wanted }, version }))
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        rename.ask(entered)
      }}
    >
      <Group gap="sm" align="flex-start">
        <TextInput
          aria-label="Name of the organisation"
          w={360}
          value={entered}
          onChange={(event) => setEntered(event.currentTarget.value)}
          error={rename.problem && <FieldProblem problem={rename.problem} />}
        />
        <Button
          type="submit"
          variant="default"
          disabled={entered.trim() === '' || entered.trim() === name}
          loading={rename.isPending}
        >
          Rename
        </Button>
      </Group>
    </form>
  )
}
