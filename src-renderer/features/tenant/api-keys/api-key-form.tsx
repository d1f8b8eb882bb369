import { Button, Checkbox, Group, Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { ApiKeyScope } from '#shared/model/api-key-scope.ts'
import { useNow } from '../../../lib/format/clock.tsx'
import { useAdminAsk } from '../../../lib/queries/admin.ts'
import { ProblemAlert } from '../../../ui/states/problem-alert.tsx'
import styles from './api-key-form.module.css'
import { scopeWords } from './scope-words.ts'

const DAY = 86_400_000
const lives = [
  { value: '30', label: 'In 30 days' },
  { value: '90', label: 'In 90 days' },
  { value: '365', label: 'In a year' },
  { value: '', label: 'Never' },
]

interface ApiKeyFormProps {
  readonly onClose: () => void
  readonly onMade: (secret: string) => void
}

/** The least that does is chosen to begin with. */
export function ApiKeyForm({ onClose, onMade }: ApiKeyFormProps) {
  const now = useNow()
  const form = useForm({ initialValues: { name: '', scopes: ['sso:test'], life: '90' } })
  const create = useAdminAsk(
    (api, { name, scopes, life }: typeof form.values) =>
      api.apiKeys.create({
        body: {
          name,
          scopes: ApiKeyScope.array().parse(scopes),
          ...(life !== '' && { expiresAt: new Date(now.getTime() + Number(life) * DAY).toISOString() }),
        },
      }),
    ({ secret }) => onMade(secret),
  )
  const { name, scopes } = form.values
  return (
    <form className={styles.root} onSubmit={form.onSubmit((values) => create.ask(values))}>
      <div className={styles.fields}>
        <TextInput label="Name" placeholder="Pipeline" data-autofocus {...form.getInputProps('name')} />
        <Select label="Expires" allowDeselect={false} data={lives} {...form.getInputProps('life')} />
      </div>
      <Checkbox.Group label="What it may do" {...form.getInputProps('scopes')}>
        <Stack gap="xs" mt="xs">
          {ApiKeyScope.options.map((scope) => (
            <Checkbox key={scope} value={scope} {...scopeWords[scope]} />
          ))}
        </Stack>
      </Checkbox.Group>
      {create.problem && <ProblemAlert problem={create.problem} />}
      <Group>
        <Button type="submit" disabled={name.trim() === '' || scopes.length === 0} loading={create.isPending}>
          Make API key
        </Button>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
      </Group>
    </form>
  )
}
