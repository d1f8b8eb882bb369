import { Button, Select, Stack, TagsInput, Text } from '@mantine/core'
import { useState } from 'react'
import type { SetupLink } from '#shared/http-api/setup-link.ts'
import { Domain } from '#shared/model/domain.ts'
import { useAdminAsk } from '../../../lib/queries/admin.ts'
import { ProblemAlert } from '../../../ui/states/problem-alert.tsx'

const lives = [
  { value: '1', label: 'In 1 day' },
  { value: '7', label: 'In 7 days' },
  { value: '30', label: 'In 30 days' },
]

interface SetupLinkFormProps {
  /** The last one: while its connection is not completed, a new link goes on where it was. */
  readonly setupLink: SetupLink | null
  readonly onMade: (setupUrl: string) => void
}

export function SetupLinkForm({ setupLink, onMade }: SetupLinkFormProps) {
  const goesOn = setupLink !== null && setupLink.state !== 'completed'
  const [domains, setDomains] = useState<string[]>(goesOn ? [...setupLink.domains] : [])
  const [days, setDays] = useState('7')
  const create = useAdminAsk(
    (api, _: undefined) => api.setupLink.create({ body: { domains, days: Number(days) } }),
    ({ setupUrl }) => onMade(setupUrl),
  )
  const refusal = domains.map(reasonOf).find((reason) => reason !== null)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        create.ask(undefined)
      }}
    >
      <Stack gap="sm" align="flex-start">
        <TagsInput
          label="E-mail domains of the connection"
          description="Only you say them. Empty: all domains the organisation allows"
          w="100%"
          splitChars={[',', ' ', ';']}
          value={domains}
          onChange={(tags) => setDomains(tags.map((tag) => tag.trim().toLowerCase()))}
          error={refusal}
        />
        <Select
          label="Expires"
          allowDeselect={false}
          data={lives}
          value={days}
          onChange={(next) => next !== null && setDays(next)}
        />
        {create.problem && <ProblemAlert problem={create.problem} />}
        {setupLink?.state === 'open' && (
          <Text fz="sm" c="dimmed">
            The link before works no more once a new one is made. What was entered under it stays.
          </Text>
        )}
        <Button
          type="submit"
          variant={setupLink?.state === 'open' ? 'default' : 'filled'}
          disabled={refusal !== undefined}
          loading={create.isPending}
        >
          {setupLink?.state === 'open' ? 'Make a new setup link' : 'Make setup link'}
        </Button>
      </Stack>
    </form>
  )
}

function reasonOf(text: string): string | null {
  const { error } = Domain.safeParse(text)
  return error === undefined ? null : `${text}: ${error.issues[0]?.message}`
}
