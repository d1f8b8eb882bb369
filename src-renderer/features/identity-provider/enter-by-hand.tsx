import { Button, SegmentedControl, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { SingleSignOnBinding } from '#shared/model/identity-provider.ts'
import { isPrivateKeyProblem } from '../../lib/secrets/private-key-problem.ts'
import { fieldProblems } from '../../ui/states/field-problems.tsx'
import { ProblemAlert } from '../../ui/states/problem-alert.tsx'
import { CertificateField } from './certificate-field.tsx'
import { type LoadProps, useLoad } from './use-load.ts'

const initialValues = {
  ssoUrl: '',
  binding: 'redirect' as SingleSignOnBinding,
  entityId: '',
  certificate: '',
  signOutUrl: '',
}

/** Where there is no metadata: the values one by one, certificate and line ends as they come. */
export function EnterByHand({ connectionId, onLoaded }: LoadProps) {
  const form = useForm({ mode: 'controlled', initialValues })
  const load = useLoad(
    onLoaded,
    (api, values: typeof initialValues) => api.enterByHand({ connectionId, ...values }),
    (refused) => isPrivateKeyProblem(refused) && form.setFieldValue('certificate', ''),
  )
  const isLoud = load.problem !== null && isPrivateKeyProblem(load.problem)
  const { errorOf, elsewhere } = fieldProblems(load.problem, Object.keys(initialValues))
  const input = (name: keyof typeof initialValues) => ({ ...form.getInputProps(name), error: errorOf(name) })
  return (
    <form onSubmit={form.onSubmit((values) => load.ask(values))} noValidate>
      <Stack gap="md" align="flex-start">
        <SimpleGrid cols={{ base: 1, md: 2 }} w="100%">
          <TextInput
            label="Sign-in URL"
            description="Also called SSO URL, login URL or SAML endpoint"
            withAsterisk
            spellCheck={false}
            rightSectionWidth={126}
            rightSection={
              <SegmentedControl
                size="xs"
                aria-label="Binding"
                data={[
                  { value: 'redirect', label: 'Redirect' },
                  { value: 'post', label: 'POST' },
                ]}
                value={form.values.binding}
                onChange={(binding) => form.setFieldValue('binding', SingleSignOnBinding.parse(binding))}
              />
            }
            {...input('ssoUrl')}
          />
          <TextInput
            label="Entity ID"
            description="Also called issuer or identifier"
            withAsterisk
            spellCheck={false}
            {...input('entityId')}
          />
        </SimpleGrid>
        <CertificateField
          value={form.values.certificate}
          onChange={(certificate) => form.setFieldValue('certificate', certificate)}
          error={isLoud ? undefined : errorOf('certificate')}
        />
        {load.problem !== null && isLoud && <ProblemAlert problem={load.problem} />}
        <TextInput
          label="Sign-out URL"
          description="If there is one"
          w="100%"
          spellCheck={false}
          {...input('signOutUrl')}
        />
        {elsewhere && <ProblemAlert problem={elsewhere} />}
        <Button type="submit" loading={load.isPending}>
          Use these values
        </Button>
      </Stack>
    </form>
  )
}
