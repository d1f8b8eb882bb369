import { useForm } from '@mantine/form'
import { type Intake, Intake as IntakeSchema } from '#shared/model/connection.ts'

export const emptyIntake: Intake = {
  provider: 'okta',
  protocol: 'saml',
  domains: [],
  applicationOwner: '',
  displayName: '',
}

/** Fields that were left or sent are told what is wrong with them; others are not nagged. */
export function useIntakeForm(initialValues: Intake) {
  return useForm<Intake>({ mode: 'controlled', initialValues, validateInputOnBlur: true, validate: problemsOf })
}

export type IntakeForm = ReturnType<typeof useIntakeForm>

function problemsOf(values: Intake): Record<string, string> {
  const { error } = IntakeSchema.safeParse(values)
  return Object.fromEntries((error?.issues ?? []).toReversed().map(({ path, message }) => [String(path[0]), message]))
}
