import { Button, Group, Stack, TagsInput } from '@mantine/core'
import { useState } from 'react'
import type { Organisation } from '#shared/http-api/organisation.ts'
import { Domain } from '#shared/model/domain.ts'
import { useAdminAsk } from '../../../lib/queries/admin.ts'
import { ProblemAlert } from '../../../ui/states/problem-alert.tsx'

/** What is no domain stays among the tags until it is mended: it is not thrown away. */
export function AllowedDomains({ organisation: { allowedDomains, version } }: { organisation: Organisation }) {
  const [domains, setDomains] = useState<string[]>([...allowedDomains])
  const save = useAdminAsk((api, wanted: string[]) =>
    api.organisation.change({ body: { allowedDomains: wanted }, version }),
  )
  const refusal = domains.map(reasonOf).find((reason) => reason !== null)
  const isSame = domains.join(' ') === allowedDomains.join(' ')
  return (
    <Stack gap="sm">
      <TagsInput
        aria-label="Allowed domains"
        placeholder={domains.length === 0 ? 'Any domain. Enter one to allow no others.' : ''}
        splitChars={[',', ' ', ';']}
        clearable
        value={domains}
        onChange={(tags) => setDomains(tags.map((tag) => tag.trim().toLowerCase()))}
        error={refusal}
      />
      {save.problem && <ProblemAlert problem={save.problem} />}
      <Group>
        <Button
          variant="default"
          disabled={isSame || refusal !== undefined}
          loading={save.isPending}
          onClick={() => save.ask(domains)}
        >
          Save allowed domains
        </Button>
      </Group>
    </Stack>
  )
}

function reasonOf(text: string): string | null {
  const { error } = Domain.safeParse(text)
  return error === undefined ? null : `${text}: ${error.issues[0]?.message}`
}
